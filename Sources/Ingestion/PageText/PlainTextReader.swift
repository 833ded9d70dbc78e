import LegalDocuments

/// Reads a text without any markup: a paragraph a line, the title first. Where lines were broken at a fixed width, as
/// mail and old editors do, the paragraphs are put together again.
enum PlainTextReader {
    static func document(_ utf8: [UInt8], source: String) throws(IngestionError.Reason) -> LegalDocument {
        let pages = PageLine.pages(ofText: utf8)
        let blocks = isHardWrapped(pages) ? PageText.blocks(of: pages) : pages.flatMap { $0 }.map { Block(text: $0.text) }
        if blocks.isEmpty { throw .noContent }
        return try DocumentAssembly.document(
            blocks: blocks, facts: DocumentFacts(), source: source, prefaceOrigin: "preface")
    }

    private static let narrowestColumn = 30.0
    private static let widestColumn = 140.0

    /// Whether many lines stop at one width in the middle of a sentence.
    static func isHardWrapped(_ pages: [[PageLine]]) -> Bool {
        let lines = pages.flatMap { $0 }
        let rights = lines.map(\.right).sorted()
        guard rights.count >= 4 else { return false }
        let edge = rights[rights.count * 9 / 10]
        guard edge >= narrowestColumn, edge <= widestColumn, (rights.last ?? 0) <= edge + 8 else { return false }
        let full = lines.filter { $0.right >= edge - 4 }
        let broken = full.filter { !LineStart.ends($0.text) }
        return full.count >= 3 && full.count * 4 >= lines.count && broken.count * 5 >= full.count * 3
    }
}
