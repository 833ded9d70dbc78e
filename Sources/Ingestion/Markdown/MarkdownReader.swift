import LegalDocuments

/// Reads Markdown as the LawRefBook collection writes it, and any other: `# ` title, dated lines, `<!-- INFO END -->`,
/// `##` headings, one paragraph a line.
enum MarkdownReader {
    static func document(_ utf8: [UInt8], source: String) throws(IngestionError.Reason) -> LegalDocument {
        var facts = DocumentFacts()
        let lines = TextLines.lines(of: utf8)
        let headEnd = lines.firstIndex { $0.holds("<!-- INFO END -->") }
        var titleLine: Int?
        for (index, line) in lines.enumerated() where line.hasPrefix("# ") || line.hasPrefix("#　") {
            facts.offerTitle(String(line.dropFirst(2)), from: "heading")
            titleLine = index
            break
        }
        if let headEnd { readHead(lines[..<headEnd], into: &facts) }
        let bodyStart = headEnd.map { $0 + 1 } ?? titleLine.map { $0 + 1 } ?? 0
        let blocks = lines[bodyStart...].compactMap { block(of: $0) }
        if blocks.isEmpty, facts.title.isEmpty { throw .noContent }
        return try DocumentAssembly.document(blocks: blocks, facts: facts, source: source, hasMarkedHeadings: true)
    }

    private static func readHead(_ lines: ArraySlice<String>, into facts: inout DocumentFacts) {
        var events: [HistoryEvent] = []
        for line in lines where !line.hasPrefix("#") {
            events += HistoryNote.events(in: line)
            if let number = DocumentNumber.matches(in: line).first?.number, facts.number == nil {
                facts.offerNumber(number.canonical, from: "preface")
            }
        }
        facts.offer(events, from: "preface")
    }

    private static func block(of line: String) -> Block? {
        if line.hasPrefix("<!--") { return nil }
        let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
        if (1...6).contains(level) {
            let text = line.dropFirst(level).trimmedBlanks
            return text.isEmpty ? nil : Block(text: text, headingLevel: level)
        }
        return Block(text: plain(line))
    }

    /// Without the marks of emphasis around a label: `**第一条** …`.
    private static func plain(_ line: String) -> String {
        guard line.hasPrefix("**"), line.hasPrefix("**第") else { return line }
        let inner = line.dropFirst(2)
        guard let end = inner.firstIndex(of: "*") else { return line }
        return inner[..<end] + " " + inner[end...].drop { $0 == "*" }.trimmedBlanks
    }
}

/// The lines of a text, trimmed, without empty ones.
enum TextLines {
    static func lines(of utf8: [UInt8]) -> [String] {
        utf8.split { $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }.compactMap { bytes in
            let line = String(decoding: bytes, as: UTF8.self).trimmedBlanks
            return line.isEmpty ? nil : line
        }
    }
}
