internal import TextAnalysis

/// Takes documents in memory and turns them into the sections of one segment.
struct SegmentBuilder {
    private let configuration: IndexConfiguration
    private let threads: Int
    private var body: BodyIndexer
    private var spans = PostingAccumulator()
    private var keywords = PostingAccumulator()
    private var unitCount = 0
    /// Texts of units whose postings come from elsewhere.
    private var storedTexts: [String] = []
    private var unitLengths = ByteWriter()
    private var unitRecords = RecordWriter()
    private var spanTexts: [String] = []
    private var spanTable = ByteWriter()
    private var documentUnits = ByteWriter()
    private var documentSpans = ByteWriter()
    private var documentRecords = RecordWriter()
    private var documentKeywords = RecordWriter()
    private var columns = ByteWriter()
    private var textBytes = 0
    private var folded: [UInt32] = []
    /// Document ids in order.
    private(set) var ids: [String] = []

    /// - Parameter threads: that the segment is made by, 1 or 2.
    init(configuration: IndexConfiguration, leastFrequent: Int = FrequentGrams.least, threads: Int = 1) {
        self.configuration = configuration
        self.threads = threads
        body = BodyIndexer(leastFrequent: leastFrequent, threads: threads)
    }

    var isEmpty: Bool { ids.isEmpty }
    /// Whether the text is so long that symbols chosen from another long text do for it.
    var isLong: Bool { textBytes >= 3 * SymbolTrainer.sampleSize }
    /// A measure of the memory taken: whether so many postings are held.
    mutating func holds(_ limit: Int) -> Bool { body.holds(limit - spans.postingCount - keywords.postingCount) }

    /// - Precondition: the document has `configuration.columnCount` columns, and its spans lie within its units.
    mutating func add(_ document: IndexDocument) {
        let number = UInt32(ids.count)
        let firstUnit = begin(document)
        for unit in document.units {
            body.add(unit.text)
            store(unit)
        }
        for span in document.spans { add(span, firstUnit: firstUnit, unitCount: document.units.count) }
        let allKeywords = [IndexSnapshot.idKeyword(document.id)] + document.keywords
        for keyword in Set(allKeywords).sorted() { keywords.add(word: Array(keyword.utf8), ordinal: number) }
        finish(document)
    }

    /// Stores a document whose postings come from elsewhere.
    ///
    /// - Parameters:
    ///   - unitLengths: the code of each unit's length.
    ///   - spanLengths: the same of the spans.
    mutating func store(_ document: IndexDocument, unitLengths: [UInt8], spanLengths: [UInt8]) {
        let firstUnit = begin(document)
        for unit in document.units {
            storedTexts.append(unit.text)
            store(unit)
        }
        for length in unitLengths { self.unitLengths.byte(length) }
        for (span, length) in zip(document.spans, spanLengths) { store(span, firstUnit: firstUnit, length: length) }
        finish(document)
    }

    /// Returns the number of the document's first unit.
    private mutating func begin(_ document: IndexDocument) -> Int {
        precondition(document.columns.count == configuration.columnCount)
        documentUnits.uint32(UInt32(unitCount))
        documentSpans.uint32(UInt32(spanTexts.count))
        return unitCount
    }

    private mutating func finish(_ document: IndexDocument) {
        documentKeywords.append(ListCoding.encode(document.keywords))
        documentRecords.append(ListCoding.encode([document.id]) + document.record)
        for value in document.columns { columns.integer(value) }
        ids.append(document.id)
    }

    private mutating func store(_ unit: IndexUnit) {
        unitCount += 1
        textBytes += unit.text.utf8.count
        unitRecords.append(unit.record)
    }

    private mutating func add(_ span: IndexSpan, firstUnit: Int, unitCount: Int) {
        precondition(span.units.lowerBound >= 0 && span.units.upperBound <= unitCount)
        let tokens = indexSpan(span.text, ordinal: UInt32(spanTexts.count))
        store(span, firstUnit: firstUnit, length: UnitLength.code(for: tokens))
    }

    private mutating func store(_ span: IndexSpan, firstUnit: Int, length: UInt8) {
        spanTexts.append(span.text)
        spanTable.uint32(UInt32(firstUnit + span.units.lowerBound))
        spanTable.uint32(UInt32(firstUnit + span.units.upperBound))
        spanTable.byte(span.field.rawValue)
        spanTable.byte(length)
        spanTable.byte(0)
        spanTable.byte(0)
    }

    /// Returns the number of tokens.
    private mutating func indexSpan(_ text: String, ordinal: UInt32) -> Int {
        folded.removeAll(keepingCapacity: true)
        Folding.append(text, to: &folded)
        var count = 0
        CJKBigramTokenizer().forEachToken(in: folded) { token, _ in
            count += 1
            switch token {
            case .bigram(let first, let second): spans.add(TermKey(first, second), ordinal: ordinal)
            case .character(let character): spans.add(TermKey(character), ordinal: ordinal)
            case .word(let range): spans.add(word: WordCoding.bytes(of: folded[range]), ordinal: ordinal)
            }
        }
        return count
    }

    /// All sections of the segment. The builder is used up.
    ///
    /// - Parameter known: the symbols of a long segment of the same index.
    consuming func sections(known: KnownSymbols? = nil) -> [(SegmentLayout.Section, [UInt8])] {
        body.finishReading()
        unitLengths.append(body.lengths)
        let (units, spans, isAside, tokens) = (body.texts, spanTexts, threads > 1, body.tokenCount)
        let (spanPostings, keywordPostings, bytes) = (self.spans, keywords, textBytes)
        // The second thread chooses symbols while buckets are filled, writes half of the terms, and then codes the texts and writes
        // the smaller spaces while frequent strings are looked for.
        let isLong = isLong
        let choice = SideWork {
            if let known, isLong { known.table } else { SymbolTrainer(units + [spans], known: known).table() }
        }
        let rest = SideWork {
            SideSections(
                texts: CodedTexts(units: units, bytes: bytes, spans: spans, by: choice.value()), spans: spanPostings.encoded(),
                keywords: keywordPostings.encoded())
        }
        if isAside { choice.begin() }
        let (bodySpace, grams) = body.encoded {
            choice.wait()
        } isDone: {
            if isAside { rest.begin() }
        }
        let side = rest.value()
        let postings = SegmentPostings(
            body: bodySpace, grams: grams, spans: side.spans, keywords: side.keywords, tokens: tokens)
        return sections(postings, side.texts)
    }

    /// The same with the postings of documents that were only stored.
    ///
    /// - Parameters:
    ///   - texts: their texts, if these are coded already.
    ///   - known: the symbols of a long segment of the same index.
    consuming func sections(
        texts: CodedTexts?, known: KnownSymbols?, postings: (_ lengths: [UInt8]) throws(IndexError) -> SegmentPostings
    ) throws(IndexError) -> [(SegmentLayout.Section, [UInt8])] {
        let found = try postings(unitLengths.bytes)
        let coded = texts ?? CodedTexts(
            units: [storedTexts], bytes: textBytes, spans: spanTexts,
            by: SymbolTrainer([storedTexts, spanTexts], known: known).table())
        return sections(found, coded)
    }

    private consuming func sections(
        _ postings: SegmentPostings, _ texts: CodedTexts
    ) -> [(SegmentLayout.Section, [UInt8])] {
        let grams = postings.grams
        documentUnits.uint32(UInt32(unitCount))
        documentSpans.uint32(UInt32(spanTexts.count))
        let counts = SegmentCounts(
            documents: ids.count, units: unitCount, spans: spanTexts.count, columns: configuration.columnCount,
            tokens: postings.tokens, gramThreshold: grams.threshold, longestGram: grams.longest)
        var result: [(SegmentLayout.Section, [UInt8])] = [
            (.counts, counts.encoded().bytes), (.symbols, texts.symbols),
            (.unitText, texts.units.content.bytes), (.unitTextOffsets, texts.units.offsets.bytes),
            (.unitLengths, unitLengths.bytes),
            (.unitRecords, unitRecords.bytes), (.unitRecordOffsets, unitRecords.offsets),
            (.spanText, texts.spans.content.bytes), (.spanTextOffsets, texts.spans.offsets.bytes), (.spanTable, spanTable.bytes),
            (.documentUnits, documentUnits.bytes), (.documentSpans, documentSpans.bytes),
            (.documentRecords, documentRecords.bytes), (.documentRecordOffsets, documentRecords.offsets),
            (.columns, columns.bytes),
            (.documentKeywords, documentKeywords.bytes), (.documentKeywordOffsets, documentKeywords.offsets),
        ]
        result += Self.sections(postings.body, of: .body)
        result += [(.gramOffsets, grams.offsets.bytes), (.gramBytes, grams.bytes.bytes), (.gramPointers, grams.pointers.bytes)]
        result += Self.sections(postings.spans, of: .span)
        result += Self.sections(postings.keywords, of: .keyword)
        return result
    }

    private static func sections(
        _ parts: PostingSpaceSections, of space: SegmentLayout.Space
    ) -> [(SegmentLayout.Section, [UInt8])] {
        parts.all.enumerated().map { (space.section(UInt32($0)), $1.bytes) }
    }
}

/// What a second thread may write.
private struct SideSections: Sendable {
    let texts: CodedTexts
    let spans: PostingSpaceSections
    let keywords: PostingSpaceSections
}

/// The posting spaces of a segment, written.
struct SegmentPostings {
    let body: PostingSpaceSections
    let grams: GramSections
    let spans: PostingSpaceSections
    let keywords: PostingSpaceSections
    /// Tokens of all units' texts.
    let tokens: Int
}

/// Byte strings one after the other, with the offset of each.
private struct RecordWriter {
    private var content = ByteWriter()
    private var starts = ByteWriter()

    mutating func append(_ record: [UInt8]) {
        starts.uint32(UInt32(content.count))
        content.append(record)
    }

    var bytes: [UInt8] { content.bytes }

    /// None where every record is empty.
    var offsets: [UInt8] {
        guard content.count > 0 else { return [] }
        var all = starts
        all.uint32(UInt32(content.count))
        return all.bytes
    }
}
