import LegalDocuments
import LegalSearch

/// The line under a title in a list: status first, then what tells the document from others.
struct DocumentLine {
    let document: DocumentSummary
    let phrases: Phrases

    func write(to html: inout HTML) {
        html.element(.ul, [.class("meta")]) { html in
            html.status(.li, document.status)
            if document.textKind == .digest {
                html.element(.li) { $0.element(.span, [.class("tag")], text: phrases.digest) }
            }
            if let number = document.number { html.element(.li) { $0.element(.span, [.class("no")], text: number) } }
            html.element(.li, text: phrases.kind(document.kind))
            if let issuer = document.issuer { html.element(.li, text: issuer) }
            if let version = document.dates.version { html.element(.li, say: phrases.versionOf(version)) }
            html.element(
                .li, say: document.dates.effective.map { phrases.effectiveFrom($0) } ?? phrases.effectiveUnknown)
        }
    }
}
