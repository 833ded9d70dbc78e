/// Finds citations in the texts of one document, one text after the other: a short form that one of them
/// introduces (以下简称《办法》) is understood in those that follow.
public struct CitationFinder: Sendable {
    private var aliases: ShortFormTable

    /// - Parameter shortForms: key of a short form (``TitleKey/key(of:)``) → title, beside those in common use.
    public init(shortForms: [String: String] = [:]) { aliases = ShortFormTable(shortForms) }

    /// The citations in the next text, with spans in its Unicode scalars.
    public mutating func citations(in text: String) -> [Citation] {
        var found: [Citation] = []
        var start = 0
        var offset = 0
        let bytes = text.utf8Span.span
        while start < bytes.count {
            let (end, count, isWorthReading) = CitationTrigger.line(in: bytes, from: start, knowsAliases: !aliases.isEmpty)
            if isWorthReading {
                var scan = CitationLineScan(Self.words(of: text, start..<end), aliases: aliases)
                for var citation in scan.citations() {
                    citation.span = citation.span.lowerBound + offset..<citation.span.upperBound + offset
                    found.append(citation)
                }
                aliases = scan.aliases
            }
            start = end + 1
            offset += count + 1
        }
        return found
    }

    private static func words(of text: String, _ bytes: Range<Int>) -> String {
        let start = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
        return String(text[start..<text.utf8.index(start, offsetBy: bytes.count)])
    }
}
