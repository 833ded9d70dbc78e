/// The texts of segments, coded with the symbols of one of them: where these are a segment's own its codes are copied.
struct CopiedTexts {
    private let symbols: [UInt8]
    private var encoder: SymbolEncoder
    private var units = CodedTextWriter()
    private var spans = CodedTextWriter()
    /// The segment that was asked last, and whether it has the symbols.
    private var known: (path: String, isCopied: Bool) = ("", false)

    /// Nil where no segment is long enough: then symbols are chosen.
    init?(of readers: [SegmentReader]) throws(IndexError) {
        guard let longest = SegmentReader.longest(of: readers) ?? (readers.count == 1 ? readers[0] : nil) else { return nil }
        symbols = try longest.symbolBytes()
        encoder = SymbolEncoder(try longest.symbolTable())
    }

    mutating func append(_ document: Int, of reader: SegmentReader) throws(IndexError) {
        if known.path != reader.path { known = (reader.path, try reader.symbolBytes() == symbols) }
        for unit in try reader.units(ofDocument: document) { try append(unit, false, reader) }
        for span in try reader.spans(ofDocument: document) { try append(span, true, reader) }
    }

    private mutating func append(_ ordinal: UInt32, _ isSpan: Bool, _ reader: SegmentReader) throws(IndexError) {
        if known.isCopied {
            let code = try reader.code(ordinal, isSpan: isSpan)
            if isSpan { spans.append(code) } else { units.append(code) }
            return
        }
        var scalars: [UInt32] = []
        try reader.appendText(ordinal, isSpan: isSpan, to: &scalars)
        let text = String(scalarValues: scalars)
        if isSpan { spans.append(text, by: &encoder) } else { units.append(text, by: &encoder) }
    }

    var coded: CodedTexts { CodedTexts(symbols: symbols, units: units, spans: spans) }
}
