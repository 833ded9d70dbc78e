import LegalDocuments

/// Reads Akoma Ntoso 1.0 to 3.0 (LegalDocML): every document in the file, also those that components hold.
///
/// Source: OASIS LegalDocumentML 1.0, part 1 (vocabulary) and part 2 (specifications).
enum AkomaNtosoReader {
    private static let documentNames: Set<String> = [
        "act", "bill", "doc", "statement", "amendment", "judgment", "officialGazette", "documentCollection", "portion", "debate",
        "debateReport",
    ]

    static func documents(in root: MarkupElement, source: String) throws(IngestionError.Reason) -> [LegalDocument] {
        var elements: [MarkupElement] = []
        root.visit { element in
            if documentNames.contains(element.name) { elements.append(element) }
            return true
        }
        var documents: [LegalDocument] = []
        for element in elements {
            if let document = try document(of: element, source: source) { documents.append(document) }
        }
        guard !documents.isEmpty else { throw .noContent }
        return documents
    }

    /// Nil for a cover that holds only other documents.
    private static func document(
        of element: MarkupElement, source: String
    ) throws(IngestionError.Reason) -> LegalDocument? {
        var facts = AkomaNtosoMetadata.facts(of: element)
        let lines = AkomaNtosoBody.lines(of: element)
        if lines.isEmpty, facts.title.isEmpty { return nil }
        if lines.isEmpty, element.name == "documentCollection" { return nil }
        AkomaNtosoMetadata.offerPreface(of: element, to: &facts)
        return try DocumentAssembly.document(lines: lines, facts: facts, source: source)
    }
}
