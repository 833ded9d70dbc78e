/// Making few segments of many.
extension IndexWriter {
    func bytes(of group: [Int]) -> Int { group.reduce(0) { $0 + segments[$1].entry.bytes } }

    /// Makes one segment of several.
    func merge(_ group: [Int]) throws(IndexError) {
        let sections = try merger(of: group).sections(of: group.map { (segments[$0].reader, segments[$0].deleted) })
        let merged = if let sections { try write(sections, deleted: []) } else { OpenSegment?.none }
        for index in group.sorted(by: >) { segments.remove(at: index) }
        if let merged { segments.append(merged) }
    }

    private func merger(of group: [Int]) throws(IndexError) -> SegmentMerger {
        // The codes of a long segment are copied: no symbols are chosen then.
        let isLong = SegmentReader.longest(of: group.map { segments[$0].reader }) != nil
        return SegmentMerger(
            configuration: configuration, leastFrequent: leastFrequent, known: isLong ? nil : try knownSymbols())
    }

    /// The symbols of the longest segment, if that is long; laid out once for all commits.
    func knownSymbols() throws(IndexError) -> KnownSymbols? {
        guard let longest = SegmentReader.longest(of: segments.map(\.reader)) else { return nil }
        if let known, known.path == longest.path { return known.symbols }
        let symbols = KnownSymbols(try longest.symbolTable())
        known = (longest.path, symbols)
        return symbols
    }

    /// Segments that are to become one next.
    func dueMerge() -> [Int]? {
        let busy = Set(merging?.sources.map(\.number) ?? [])
        let free = segments.indices.filter { !busy.contains(segments[$0].entry.number) }
        guard let picked = MergePolicy.group(among: free.map { segments[$0].liveUnits }) else { return nil }
        let group = picked.map { free[$0] }
        return bytes(of: group) <= mergeLimit ? group : nil
    }

    /// Whether a merge takes so little time that a commit does it itself: while a long one is at work in the background, small
    /// segments must not pile up.
    func isSmall(_ group: [Int]) -> Bool { group.reduce(0) { $0 + segments[$1].liveUnits } <= Self.unitsMergedAtOnce }

    private static let unitsMergedAtOnce = 1_024

    /// Begins the next merge that is due, if none is at work. What it reads is committed, so nothing of it changes.
    func beginMerge() throws(IndexError) {
        guard merging == nil, let group = dueMerge() else { return }
        let number = manifest.nextSegment
        manifest.nextSegment += 1
        merging = BackgroundMerge(
            group.map { (segments[$0].entry.number, segments[$0].reader, segments[$0].deleted) },
            by: try merger(of: group),
            to: folder + "/\(number).segment", number: number, fileSystem: fileSystem)
    }

    /// Puts a merged segment in the place of those it was made of, if one is finished.
    func takeMerged() throws(IndexError) {
        guard let merge = merging, let outcome = merge.finished else { return }
        merging = nil
        if case .failed(let error) = outcome { throw error }
        let numbers = Set(merge.sources.map(\.number))
        if case .written = outcome {
            let reader = try SegmentReader(
                path: folder + "/\(merge.number).segment", configuration: configuration)
            let entry = Manifest.Segment(
                number: merge.number, documents: reader.counts.documents, units: reader.counts.units,
                bytes: reader.byteCount, deletedIn: nil, deletedCount: 0)
            segments.append(
                OpenSegment(
                    entry: entry, reader: reader, deleted: deletedMeanwhile(merge, documents: reader.counts.documents),
                    isNew: false))
        }
        segments.removeAll { numbers.contains($0.entry.number) }
        hasChanges = true
    }

    /// Documents of a merged segment that were deleted of the segments it was made of since that began.
    private func deletedMeanwhile(_ merge: BackgroundMerge, documents: Int) -> DeletedDocuments {
        var deleted = DeletedDocuments(documents: documents)
        var place = 0
        for source in merge.sources {
            guard let segment = segments.first(where: { $0.entry.number == source.number }) else { continue }
            for document in 0..<segment.reader.counts.documents where !source.deleted.contains(document) {
                if segment.deleted.contains(document) { deleted.insert(place) }
                place += 1
            }
        }
        return deleted
    }
}
