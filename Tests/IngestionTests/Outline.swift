import Ingestion
import LegalDocuments

/// A document's provisions as one line each: `id | label | headings | the first ten characters of each paragraph`.
func outline(_ document: LegalDocument) -> [String] {
    document.provisions.map { provision in
        let paragraphs = provision.text.split(separator: "\n").map { $0.prefix(10) }.joined(separator: " / ")
        return "\(provision.id) | \(provision.label) | \(provision.headings.joined(separator: " › ")) | \(paragraphs)"
    }
}

/// The one document of a text, read under a name.
func read(_ text: String, as source: String = "page.html") throws -> LegalDocument {
    try read(Array(text.utf8), as: source)
}

func read(_ bytes: [UInt8], as source: String = "page.html") throws -> LegalDocument {
    let documents = try DocumentReader().documents(in: bytes, source: source)
    return documents[0]
}

/// Why the bytes gave no document; nil where they gave one.
func refusal(of bytes: [UInt8], as source: String = "page.html") -> IngestionError.Reason? {
    do {
        _ = try DocumentReader().documents(in: bytes, source: source)
        return nil
    } catch {
        return error.reason
    }
}
