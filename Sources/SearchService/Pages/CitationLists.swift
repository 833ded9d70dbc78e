import LegalDocuments
import LegalSearch

/// What a document cites and what cites it, folded away under its text.
struct CitationLists {
    let context: PageContext
    let answer: DocumentAnswer
    let asOf: LegalDate?

    /// Lines of one list.
    private static let longest = 300
    private var phrases: Phrases { context.phrases }

    func write(to html: inout HTML) {
        if !answer.cites.isEmpty { cites(&html) }
        if !answer.citedBy.isEmpty { citedBy(&html) }
    }

    private func cites(_ html: inout HTML) {
        html.element(.details, [.class("cite"), .id("cites")]) { html in
            html.element(.summary, text: phrases.citesHeading(answer.cites.count))
            html.element(.ul) { html in
                for made in answer.cites.prefix(Self.longest) { html.element(.li) { line(&$0, made) } }
            }
        }
    }

    private func line(_ html: inout HTML, _ made: CitationMade) {
        if let provision = answer.document.provisions.first(where: { $0.id == made.provision }), !provision.label.isEmpty {
            html.element(.a, [.href(Link.anchor(provision.id))], text: provision.label)
        }
        html.text(" \(phrases.relation(made.citation.relation)) ")
        let name = (made.citation.title.map { "《\($0)》" } ?? made.citation.number?.canonical ?? "") + (made.citation.place?.label ?? "")
        guard let target = made.target else { return html.element(.span, [.class("soft")], text: name + phrases.notHeldHere) }
        html.element(.a, [.href(context.document(target.document, asOf: asOf, provision: target.provision))], text: name)
        if target.status != .inForce {
            html.text(" ")
            html.status(.span, target.status)
        }
    }

    private func citedBy(_ html: inout HTML) {
        html.element(.details, [.class("cite"), .id("cited-by")]) { html in
            html.element(.summary, text: phrases.citedByHeading(answer.citedBy.count))
            html.element(.ul) { html in
                for received in answer.citedBy.prefix(Self.longest) {
                    html.element(.li) { html in
                        if let place = received.place {
                            html.element(.a, [.href(Link.anchor(place.article.provisionID))], text: place.label)
                            html.text(" ")
                        }
                        html.text("\(phrases.relation(received.relation)) ")
                        let link = context.document(received.document, asOf: asOf, provision: received.provision)
                        html.element(.a, [.href(link)], text: "《\(received.title)》\(received.label)")
                    }
                }
            }
        }
    }
}
