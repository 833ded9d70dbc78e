/// Makes one segment of what is left of several, as if their documents had been added to it.
///
/// Terms are not looked for in the texts again: their postings are put one behind the other. Codes of
/// texts are copied from the longest segment, and from those that have its symbols.
struct SegmentMerger {
    let configuration: IndexConfiguration
    let leastFrequent: Int
    /// The symbols of a long segment of the same index.
    let known: KnownSymbols?

    /// The sections of the new segment; nil where nothing is left.
    func sections(
        of segments: [(reader: SegmentReader, deleted: DeletedDocuments)]
    ) throws(IndexError) -> [(SegmentLayout.Section, [UInt8])]? {
        var builder = SegmentBuilder(configuration: configuration)
        var sources: [MergedSource] = []
        var next = (documents: 0, units: 0, spans: 0)
        var copy = try CopiedTexts(of: segments.map(\.reader))
        for (reader, deleted) in segments {
            sources.append(try MergedSource(reader, without: deleted, from: &next))
            for document in 0..<reader.counts.documents where !deleted.contains(document) {
                try store(document, of: reader, in: &builder, &copy)
            }
        }
        if builder.isEmpty { return nil }
        return try builder.sections(texts: copy?.coded, known: known) { lengths throws(IndexError) in
            try postings(of: sources, units: next.units, lengths: lengths)
        }
    }

    private func store(
        _ document: Int, of reader: SegmentReader, in builder: inout SegmentBuilder, _ copy: inout CopiedTexts?
    ) throws(IndexError) {
        var (unitLengths, spanLengths): ([UInt8], [UInt8]) = ([], [])
        for unit in try reader.units(ofDocument: document) { unitLengths.append(try reader.lengthCode(unit)) }
        for span in try reader.spans(ofDocument: document) { spanLengths.append(try reader.span(span).lengthCode) }
        try copy?.append(document, of: reader)
        let stored = try MergeSource(reader).document(document, withTexts: copy == nil)
        builder.store(stored, unitLengths: unitLengths, spanLengths: spanLengths)
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
