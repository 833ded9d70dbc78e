import LegalDocuments

/// Reads the text layer of a PDF with `pdftotext` (poppler), where it is installed.
enum PDFReader {
    /// Fewer characters a page are stamps and page numbers on the picture of a page.
    private static let fewestCharactersPerPage = 8

    static func document(_ bytes: [UInt8], source: String) throws(IngestionError.Reason) -> LegalDocument {
        guard let program = ExternalProgram(["pdftotext"]) else { throw .programMissing("pdftotext (poppler-utils)") }
        let answer = try program.run(over: bytes) { ["-layout", "-enc", "UTF-8", "-q", $0, "-"] }
        let words = String(decoding: answer.errors.prefix(300), as: UTF8.self).onOneLine
        // 3: the document's permissions forbid it; a missing password is named in words.
        if answer.status == 3 || words.contains("assword") { throw .encrypted }
        guard answer.status == 0 else { throw answer.status == 1 && words.isEmpty ? try locked(program, bytes) : .programFailed(program.name, words: words) }
        let pages = PageLine.pages(ofText: answer.output)
        let count = pages.reduce(0) { $0 + $1.reduce(0) { $0 + $1.text.unicodeScalars.count } }
        guard count > fewestCharactersPerPage * max(1, pages.count - 1) else { throw .scanned }
        let blocks = PageText.blocks(of: pages)
        guard !blocks.isEmpty else { throw .scanned }
        return try DocumentAssembly.document(blocks: blocks, facts: DocumentFacts(), source: source)
    }

    /// Why it was refused: asked again, with its messages.
    private static func locked(_ program: ExternalProgram, _ bytes: [UInt8]) throws(IngestionError.Reason) -> IngestionError.Reason {
        let answer = try program.run(over: bytes) { ["-enc", "UTF-8", $0, "-"] }
        let words = String(decoding: answer.errors.prefix(300), as: UTF8.self).onOneLine
        return words.contains("assword") ? .encrypted : .programFailed(program.name, words: words.isEmpty ? "broken file" : words)
    }
}
