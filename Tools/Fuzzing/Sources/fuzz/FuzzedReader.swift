@testable import Ingestion
import LegalDocuments

/// A reader of foreign bytes, by the name of its folder of seeds. Files are read under a name that fits; parts of Word and
/// OFD packages are packed first, as mutated ZIP files seldom get past their checksums.
enum FuzzedReader: String, CaseIterable {
    case html, mhtml, akn, jsonl, markdown, text, docx, lists, ofd, archive
    /// The answer of `pdftotext`.
    case pages
    /// The answer of `antiword` or `catdoc`.
    case printout
    /// corrections.jsonl.
    case corrections

    func documents(_ bytes: [UInt8]) -> [LegalDocument] {
        switch self {
        case .html: read(bytes, "input.html")
        case .mhtml: read(bytes, "input.mht")
        case .akn: read(bytes, "input.xml")
        case .jsonl: read(bytes, "input.jsonl")
        case .markdown: read(bytes, "input(2020-01-01).md")
        case .text: read(bytes, "input.txt")
        case .archive: read(bytes, "input.zip")
        case .docx: read(PackedInput.document(bytes), "input.docx")
        case .lists: read(PackedInput.numbering(bytes), "input.docx")
        case .ofd: read(PackedInput.page(bytes), "input.ofd")
        case .pages: Self.pages(bytes)
        case .printout: Self.printout(bytes)
        case .corrections: Self.corrections(bytes)
        }
    }

    private func read(_ bytes: [UInt8], _ name: String) -> [LegalDocument] { DocumentReader().read(bytes, source: name).documents }
}

extension FuzzedReader {
    fileprivate static func pages(_ bytes: [UInt8]) -> [LegalDocument] {
        let blocks = PageText.blocks(of: PageLine.pages(ofText: bytes))
        guard !blocks.isEmpty else { return [] }
        return (try? [DocumentAssembly.document(blocks: blocks, facts: DocumentFacts(), source: "input.pdf")]) ?? []
    }

    fileprivate static func printout(_ bytes: [UInt8]) -> [LegalDocument] {
        guard let text = try? TextDecoder.utf8(bytes) else { return [] }
        return (try? [PlainTextReader.document(text, source: "input.doc")]) ?? []
    }

    fileprivate static func corrections(_ bytes: [UInt8]) -> [LegalDocument] {
        bytes.split(separator: 0x0A).compactMap { line in
            guard let correction = try? Correction(line: Array(line)) else { return nil }
            var document = LegalDocument(title: "雨水利用办法", sources: ["input.txt"])
            _ = correction.apply(to: &document)
            return document
        }
    }
}
