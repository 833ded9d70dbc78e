/// The texts of a segment in its text code, with the symbols.
struct CodedTexts: Sendable {
    /// As a segment has them.
    let symbols: [UInt8]
    let units: (content: ByteWriter, offsets: ByteWriter)
    let spans: (content: ByteWriter, offsets: ByteWriter)

    /// - Parameters:
    ///   - units: the texts of all units, in batches.
    ///   - bytes: of these texts.
    init(units: [[String]], bytes: Int, spans: [String], by table: SymbolTable) {
        symbols = table.encoded().bytes
        var lanes = SymbolLanes(SymbolEncoder(table))
        self.units = Self.coded(units, bytes: bytes, &lanes)
        self.spans = Self.coded([spans], bytes: spans.reduce(0) { $0 + $1.utf8.count }, &lanes)
    }

    /// Texts that are coded already.
    init(symbols: [UInt8], units: CodedTextWriter, spans: CodedTextWriter) {
        self.symbols = symbols
        self.units = units.finished()
        self.spans = spans.finished()
    }

    private static func coded(
        _ batches: [[String]], bytes: Int, _ lanes: inout SymbolLanes
    ) -> (ByteWriter, offsets: ByteWriter) {
        var content = ByteWriter()
        var offsets = ByteWriter()
        // About what they come to, so that growing copies nothing.
        content.reserve(bytes / 4)
        offsets.reserve(batches.reduce(1) { $0 + $1.count } * 4)
        for texts in batches { lanes.append(texts, to: &content) { offsets.uint32(UInt32($0.count)) } }
        offsets.uint32(UInt32(content.count))
        return (content, offsets)
    }
}

/// Codes of texts one after the other, with the offset of each: of texts that are coded now, or that were.
struct CodedTextWriter {
    private var content = ByteWriter()
    private var offsets = ByteWriter()

    mutating func append(_ text: String, by encoder: inout SymbolEncoder) {
        offsets.uint32(UInt32(content.count))
        encoder.append(text, to: &content)
    }

    mutating func append(_ code: [UInt8]) {
        offsets.uint32(UInt32(content.count))
        content.append(code)
    }

    fileprivate func finished() -> (content: ByteWriter, offsets: ByteWriter) {
        var offsets = offsets
        offsets.uint32(UInt32(content.count))
        return (content, offsets)
    }
}
