/// Makes one segment of what is left of several, as if their documents had been added to it.
///
/// Texts are coded anew, since symbols are a segment's own; terms are not looked for in them again, but their postings put one
/// behind the other.
struct SegmentMerger {
    let configuration: IndexConfiguration
    let leastFrequent: Int

    /// The sections of the new segment; nil where nothing is left.
    func sections(
        of segments: [(reader: SegmentReader, deleted: DeletedDocuments)]
    ) throws(IndexError) -> [(SegmentLayout.Section, [UInt8])]? {
        var builder = SegmentBuilder(configuration: configuration)
        var sources: [MergedSource] = []
        var next = (documents: 0, units: 0, spans: 0)
        for (reader, deleted) in segments {
            sources.append(try MergedSource(reader, without: deleted, from: &next))
            try store(reader, without: deleted, in: &builder)
        }
        if builder.isEmpty { return nil }
        return try builder.sections { lengths throws(IndexError) in
            try postings(of: sources, units: next.units, lengths: lengths)
        }
    }

    private func store(
        _ reader: SegmentReader, without deleted: DeletedDocuments, in builder: inout SegmentBuilder
    ) throws(IndexError) {
        let source = MergeSource(reader)
        for document in 0..<reader.counts.documents where !deleted.contains(document) {
            var (unitLengths, spanLengths): ([UInt8], [UInt8]) = ([], [])
            for unit in try reader.units(ofDocument: document) { unitLengths.append(try reader.lengthCode(unit)) }
            for span in try reader.spans(ofDocument: document) { spanLengths.append(try reader.span(span).lengthCode) }
            builder.store(try source.document(document), unitLengths: unitLengths, spanLengths: spanLengths)
        }
    }

    private func postings(
        of sources: [MergedSource], units: Int, lengths: [UInt8]
    ) throws(IndexError) -> SegmentPostings {
        let threshold = FrequentGrams.threshold(units: units, least: leastFrequent)
        var body = PostingSpaceSections(lengths: lengths)
        var merger = PostingMerger(sources.map(\.reader.body), sources.map(\.units))
        let frequent = try merger.writeHan(to: &body, threshold: threshold)
        let grams = try GramMerger(sources: sources).grams(ofFrequent: frequent, threshold: threshold, writingTo: &body)
        try merger.writeWords(to: &body)
        var tokens = 0
        for source in sources { tokens += try source.tokenCount() }
        return SegmentPostings(
            body: body, grams: GramSections(grams),
            spans: try merged(sources.map(\.reader.spans), sources.map(\.spans)),
            keywords: try merged(sources.map(\.reader.keywords), sources.map(\.documents)), tokens: tokens)
    }

    private func merged(_ spaces: [PostingSpace], _ maps: [OrdinalMap]) throws(IndexError) -> PostingSpaceSections {
        var sections = PostingSpaceSections()
        var merger = PostingMerger(spaces, maps)
        _ = try merger.writeHan(to: &sections)
        try merger.writeWords(to: &sections)
        return sections
    }
}
