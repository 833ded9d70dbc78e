internal import Synchronization

/// An immutable segment, mapped into memory. Opening it reads its header; everything else is read where needed.
final class SegmentReader: Sendable {
    let path: String
    let counts: SegmentCounts
    let body: PostingSpace
    let spans: PostingSpace
    let keywords: PostingSpace
    /// Bytes of the file.
    let byteCount: Int
    private let identity: FileIdentity
    private let sections: [SegmentLayout.Section: MappedSection]
    /// Frequent strings of Han characters.
    let grams: GramDictionary
    /// Made when the first text is decoded.
    private let symbolTables: Mutex<SymbolTables?> = Mutex(nil)
    private let unitTextOffsets: MappedBytes
    /// Codes of all units' texts.
    let unitText: MappedBytes
    private let spanTextOffsets: MappedBytes
    /// Codes of all spans' texts.
    let spanText: MappedBytes
    private let unitLengths: MappedBytes
    private let spanTable: MappedBytes
    private let documentUnits: MappedBytes
    private let directory: DocumentDirectory
    private let columns: MappedBytes

    init(path: String, configuration: IndexConfiguration) throws(IndexError) {
        let file = try MappedFile(path: path)
        let sections = try SegmentFile.open(file)
        func part(_ section: SegmentLayout.Section) throws(IndexError) -> MappedBytes {
            guard let found = sections[section] else {
                throw IndexError(file: path, reason: .damaged(part: "\(section)"))
            }
            return found.bytes
        }
        guard let counts = SegmentCounts(try part(.counts)), counts.columns == configuration.columnCount,
            try part(.unitTextOffsets).count == (counts.units + 1) * 4,
            try part(.unitLengths).count == counts.units,
            try part(.spanTable).count == counts.spans * 12,
            try part(.documentUnits).count == (counts.documents + 1) * 4,
            try part(.columns).count == counts.documents * counts.columns * 8,
            let body = PostingSpace(.body, of: sections, ordinalLimit: counts.units),
            let spans = PostingSpace(.span, of: sections, ordinalLimit: counts.spans),
            let keywords = PostingSpace(.keyword, of: sections, ordinalLimit: counts.documents),
            let grams = WordDictionary(
                offsets: try part(.gramOffsets), bytes: try part(.gramBytes), pointers: try part(.gramPointers))
        else { throw IndexError(file: path, reason: .damaged(part: "counts")) }
        self.path = path
        self.counts = counts
        self.body = body
        self.spans = spans
        self.keywords = keywords
        self.sections = sections
        byteCount = file.bytes.count
        identity = file.identity
        self.grams = GramDictionary(words: grams, threshold: counts.gramThreshold, longest: counts.longestGram)
        unitTextOffsets = try part(.unitTextOffsets)
        unitText = try part(.unitText)
        spanTextOffsets = try part(.spanTextOffsets)
        spanText = try part(.spanText)
        unitLengths = try part(.unitLengths)
        spanTable = try part(.spanTable)
        documentUnits = try part(.documentUnits)
        directory = DocumentDirectory(documentUnits, unitCount: counts.units)
        columns = try part(.columns)
    }

    /// Whether the file under the path is the one that this reads: a segment's file is never written again.
    func reads(fileAt path: String) -> Bool { path == self.path && FileIdentity(path: path) == identity }

    func damage(_ part: String) -> IndexError { IndexError(file: path, reason: .damaged(part: part)) }

    // MARK: Units

    /// The code of the unit's length in tokens, to within an eighth.
    @inline(__always)
    func lengthCode(_ unit: UInt32) throws(IndexError) -> UInt8 {
        guard let code = unitLengths.byte(Int(unit)) else { throw damage("unitLengths") }
        return code
    }

    /// Codes of all units' lengths.
    var lengthCodes: MappedBytes { unitLengths }

    /// Appends the scalars of a unit's or a span's text.
    func appendText(_ ordinal: UInt32, isSpan: Bool, to scalars: inout [UInt32]) throws(IndexError) {
        let range = try codedText(ordinal, isSpan: isSpan)
        guard try symbols().decoder.append(range, of: isSpan ? spanText : unitText, to: &scalars) else {
            throw damage(isSpan ? "spanText" : "unitText")
        }
    }

    /// The symbols of the text code, laid out for decoding.
    final class SymbolTables: Sendable {
        let decoder: SymbolDecoder
        let folded: FoldedSymbols
        private let byCharacter: Mutex<SymbolsByCharacter?> = Mutex(nil)

        init(_ strings: SymbolStrings) {
            decoder = SymbolDecoder(strings)
            folded = FoldedSymbols(strings)
        }

        /// Made when characters are counted first.
        func symbolsByCharacter() -> SymbolsByCharacter {
            byCharacter.withLock { known in
                let table = known ?? SymbolsByCharacter(folded)
                known = table
                return table
            }
        }
    }

    func symbols() throws(IndexError) -> SymbolTables {
        let tables = symbolTables.withLock { known in
            if known == nil { known = sections[.symbols].flatMap { SymbolStrings($0.bytes) }.map(SymbolTables.init) }
            return known
        }
        guard let tables else { throw damage("symbols") }
        return tables
    }

    /// The one with the longest text, if that was long enough to choose symbols well.
    static func longest(of readers: [SegmentReader]) -> SegmentReader? {
        let longest = readers.max { $0.unitText.count < $1.unitText.count }
        return longest.flatMap { $0.unitText.count >= SymbolTrainer.sampleSize ? $0 : nil }
    }

    /// The bytes that say what the symbols of the text code are.
    func symbolBytes() throws(IndexError) -> [UInt8] {
        guard let bytes = sections[.symbols]?.bytes, let all = bytes.array(0..<bytes.count) else { throw damage("symbols") }
        return all
    }

    /// The symbols, to code other texts with.
    func symbolTable() throws(IndexError) -> SymbolTable {
        guard let strings = sections[.symbols].flatMap({ SymbolStrings($0.bytes) }) else { throw damage("symbols") }
        return SymbolTable(
            symbols: strings.characters.indices.map { symbol in
                (0..<Int(strings.lengths[symbol])).map { strings.characters[symbol][$0] }
            })
    }

    /// The code of a unit's or a span's text.
    func code(_ ordinal: UInt32, isSpan: Bool) throws(IndexError) -> [UInt8] {
        let range = try codedText(ordinal, isSpan: isSpan)
        guard let code = (isSpan ? spanText : unitText).array(range) else { throw damage(isSpan ? "spanText" : "unitText") }
        return code
    }

    /// Where the code of a unit's or a span's text lies, in ``unitText`` or ``spanText``.
    func codedText(_ ordinal: UInt32, isSpan: Bool) throws(IndexError) -> Range<Int> {
        let (offsets, end) = isSpan ? (spanTextOffsets, spanText.count) : (unitTextOffsets, unitText.count)
        guard let start = offsets.uint32(Int(ordinal)), let behind = offsets.uint32(Int(ordinal) + 1), start <= behind,
            Int(behind) <= end
        else { throw damage(isSpan ? "spanText" : "unitText") }
        return Int(start)..<Int(behind)
    }

    /// The codes of all units' or spans' texts.
    func codedTexts(ofSpans isSpan: Bool) throws(IndexError) -> CodedTextReader {
        let reader = isSpan
            ? CodedTextReader(offsets: spanTextOffsets, content: spanText, count: counts.spans)
            : CodedTextReader(offsets: unitTextOffsets, content: unitText, count: counts.units)
        guard let reader else { throw damage(isSpan ? "spanText" : "unitText") }
        return reader
    }

    func text(ofUnit unit: UInt32) throws(IndexError) -> String {
        var scalars: [UInt32] = []
        try appendText(unit, isSpan: false, to: &scalars)
        return String(scalarValues: scalars)
    }

    func unitRecord(_ unit: UInt32) throws(IndexError) -> [UInt8] {
        try record(Int(unit), .unitRecords, .unitRecordOffsets)
    }

    // MARK: Spans

    struct Span { let units: Range<UInt32>; let field: SpanField; let lengthCode: UInt8 }

    @inline(__always)
    func span(_ index: UInt32) throws(IndexError) -> Span {
        let place = Int(index) &* 12
        guard let units = spanTable.load(UInt64.self, at: place), let rest = spanTable.load(UInt32.self, at: place &+ 8) else {
            throw damage("spanTable")
        }
        let (start, end) = (UInt32(truncatingIfNeeded: units), UInt32(truncatingIfNeeded: units >> 32))
        guard let field = SpanField(rawValue: UInt8(truncatingIfNeeded: rest)), start <= end, Int(end) <= counts.units else {
            throw damage("spanTable")
        }
        return Span(units: start..<end, field: field, lengthCode: UInt8(truncatingIfNeeded: rest >> 8))
    }

    func spans(ofDocument document: Int) throws(IndexError) -> Range<UInt32> {
        guard let offsets = sections[.documentSpans]?.bytes, let start = offsets.uint32(document),
            let end = offsets.uint32(document + 1), start <= end, end <= counts.spans
        else { throw damage("documentSpans") }
        return start..<end
    }

    /// The spans of a document as they were added.
    func spanValues(ofDocument document: Int, withTexts: Bool = true) throws(IndexError) -> [IndexSpan] {
        let first = try units(ofDocument: document).lowerBound
        var result: [IndexSpan] = []
        for index in try spans(ofDocument: document) {
            let span = try span(index)
            guard span.units.lowerBound >= first else { throw damage("spanTable") }
            var scalars: [UInt32] = []
            if withTexts { try appendText(index, isSpan: true, to: &scalars) }
            result.append(
                IndexSpan(
                    field: span.field, units: Int(span.units.lowerBound - first)..<Int(span.units.upperBound - first),
                    text: String(scalarValues: scalars)))
        }
        return result
    }

    // MARK: Documents

    func units(ofDocument document: Int) throws(IndexError) -> Range<UInt32> {
        guard let start = documentUnits.uint32(document), let end = documentUnits.uint32(document + 1), start <= end,
            end <= counts.units
        else { throw damage("documentUnits") }
        return start..<end
    }

    /// The document that holds a unit.
    func document(ofUnit unit: UInt32) throws(IndexError) -> Int {
        guard unit < counts.units else { throw damage("documentUnits") }
        // Documents begin in ascending order; the number of all units stands behind them.
        let behind = documentUnits.firstIndex32(notBelow: unit &+ 1, in: directory.places(behind: unit))
        guard behind > 0, behind <= counts.documents else { throw damage("documentUnits") }
        return behind - 1
    }

    func column(_ column: Int, ofDocument document: Int) throws(IndexError) -> Int64 {
        guard column < counts.columns,
            let value = columns.load(Int64.self, at: (document * counts.columns + column) * 8)
        else { throw damage("columns") }
        return value
    }

    func identifiedRecord(ofDocument document: Int) throws(IndexError) -> (id: String, record: [UInt8]) {
        guard let offsets = sections[.documentRecordOffsets]?.bytes, let content = sections[.documentRecords]?.bytes,
            let start = offsets.uint32(document), let end = offsets.uint32(document + 1), start <= end,
            Int(end) <= content.count, let (ids, recordStart) = ListCoding.decode(content, Int(start)..<Int(end)),
            let id = ids.first, let record = content.array(recordStart..<Int(end))
        else { throw damage("documentRecords") }
        return (id, record)
    }

    func keywords(ofDocument document: Int) throws(IndexError) -> [String] {
        guard let offsets = sections[.documentKeywordOffsets]?.bytes, let content = sections[.documentKeywords]?.bytes,
            let start = offsets.uint32(document), let end = offsets.uint32(document + 1), start <= end,
            let list = ListCoding.decode(content, Int(start)..<Int(end))
        else { throw damage("documentKeywords") }
        return list.strings
    }

    private func record(
        _ index: Int, _ content: SegmentLayout.Section, _ offsets: SegmentLayout.Section
    ) throws(IndexError) -> [UInt8] {
        if let places = sections[offsets]?.bytes, places.count == 0 { return [] }
        guard let places = sections[offsets]?.bytes, let bytes = sections[content]?.bytes,
            let start = places.uint32(index), let end = places.uint32(index + 1), start <= end,
            let record = bytes.array(Int(start)..<Int(end))
        else { throw damage("\(content)") }
        return record
    }

    // MARK: Inspection

    /// Reads every section and compares its checksum.
    /// - Complexity: O(bytes).
    func verify() throws(IndexError) {
        for section in sections.values where section.bytes.checksum(0..<section.bytes.count) != section.checksum {
            throw IndexError(
                file: path, reason: .checksumMismatch(part: section.name.map { "\($0)" } ?? "unknown section"))
        }
    }

    /// Bytes of the sections that `belongs` picks.
    func byteCount(where belongs: (SegmentLayout.Section) -> Bool) -> Int {
        sections.filter { belongs($0.key) }.reduce(0) { $0 + $1.value.bytes.count }
    }
}
