/// The parts of a segment file and its first bytes; FORMAT.md, "Segment file", says the same in prose.
enum SegmentLayout {
    /// "LXGSEG" and two zero bytes.
    static let magic: [UInt8] = [0x4C, 0x58, 0x47, 0x53, 0x45, 0x47, 0, 0]
    static let version: UInt32 = 3
    static let headerBytes = 32
    static let entryBytes = 24
    /// Sections begin at multiples of this.
    static let alignment = 8

    enum Section: UInt32, CaseIterable {
        case counts = 1
        case symbols = 2
        case unitText = 3
        case unitTextOffsets = 4
        case unitLengths = 5
        case unitRecords = 6
        case unitRecordOffsets = 7
        case spanText = 8
        case spanTextOffsets = 9
        case spanTable = 10
        case documentUnits = 11
        case documentSpans = 12
        case documentRecords = 13
        case documentRecordOffsets = 14
        case columns = 15
        case documentKeywords = 16
        case documentKeywordOffsets = 17
        case bodyFirsts = 32, bodyStarts, bodySeconds, bodyHanPointers
        case bodyWordOffsets, bodyWordBytes, bodyWordPointers, bodyPostings
        case gramOffsets = 40, gramBytes, gramPointers
        case spanFirsts = 48, spanStarts, spanSeconds, spanHanPointers
        case spanWordOffsets, spanWordBytes, spanWordPointers, spanPostings
        case keywordFirsts = 64, keywordStarts, keywordSeconds, keywordHanPointers
        case keywordWordOffsets, keywordWordBytes, keywordWordPointers, keywordPostings
    }

    /// Where the sections of each posting space begin.
    enum Space: UInt32 {
        case body = 32, span = 48, keyword = 64

        /// In the order of ``PostingSpaceSections``.
        func section(_ index: UInt32) -> Section { Section(rawValue: rawValue + index)! }
    }
}

/// The numbers in a segment's first section.
struct SegmentCounts: Equatable, Sendable {
    var documents: Int
    var units: Int
    var spans: Int
    var columns: Int
    /// Tokens of all units' texts.
    var tokens: Int
    /// Units that make a string of Han characters frequent.
    var gramThreshold: Int
    /// Characters of the longest strings of frequent parts that have postings of their own.
    var longestGram: Int

    func encoded() -> ByteWriter {
        var writer = ByteWriter()
        for value in [documents, units, spans, columns, tokens, gramThreshold, longestGram] { writer.uint64(UInt64(value)) }
        return writer
    }

    init(
        documents: Int, units: Int, spans: Int, columns: Int, tokens: Int, gramThreshold: Int = .max >> 8,
        longestGram: Int = 2
    ) {
        self.documents = documents
        self.units = units
        self.spans = spans
        self.columns = columns
        self.tokens = tokens
        self.gramThreshold = gramThreshold
        self.longestGram = longestGram
    }

    init?(_ bytes: MappedBytes) {
        let values = (0..<7).compactMap { bytes.uint64($0) }
        guard values.count == 7, values[0...3].allSatisfy({ $0 < 1 << 31 }), values[4...].allSatisfy({ $0 < 1 << 60 })
        else { return nil }
        self.init(
            documents: Int(values[0]), units: Int(values[1]), spans: Int(values[2]), columns: Int(values[3]),
            tokens: Int(values[4]), gramThreshold: Int(values[5]), longestGram: Int(values[6]))
    }
}
