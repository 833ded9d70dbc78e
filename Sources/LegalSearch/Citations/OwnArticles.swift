import Ingestion
import LegalDocuments

/// Checks what a draft says of its own articles (违反本办法第十条) against the draft.
struct OwnArticles {
    private let title: String
    private let texts: [String: String]

    /// Fewer articles are quoted ones, and the text is no draft.
    private static let fewest = 3

    /// Nil where the text is no document that has articles from the first on.
    init?(_ document: LegalDocument) {
        var texts: [String: String] = [:]
        for provision in document.provisions where provision.id.hasPrefix("art_") { texts[provision.id] = provision.text }
        guard texts.count >= Self.fewest, texts["art_1"] != nil else { return nil }
        self.texts = texts
        title = document.title
    }

    /// References to articles, paragraphs or items that the draft does not have.
    func missing(in text: CitedText) -> [CheckedCitation] {
        OwnReference.matches(in: text.text, titled: title).filter { !holds($0.place) }.map { reference in
            let citation = Citation(title: title, place: reference.place, relation: .mentions, span: reference.span)
            return CheckedCitation(
                citation: citation, text: text.words(of: citation), line: text.line(of: citation), verdict: .noSuchArticle,
                isOwn: true)
        }
    }

    private func holds(_ place: ProvisionPlace) -> Bool {
        guard let words = texts[place.article.provisionID] else { return false }
        if let last = place.last, texts[last.provisionID] == nil { return false }
        return ProvisionParts(words).text(paragraph: place.paragraph, item: place.item, subitem: place.subitem) != nil
    }
}
