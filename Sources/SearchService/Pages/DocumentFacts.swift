import LegalDocuments
import LegalSearch

/// What is known of a document, each value with where it was read.
struct DocumentFacts {
    let document: LegalDocument
    let phrases: Phrases

    func write(to html: inout HTML) {
        html.element(.aside, [.class("notes"), .ariaLabel(phrases.description)]) { html in
            html.element(.dl, [.class("facts")]) { html in
                value(&html, "issuer", document.issuer.map { Sentence(text: $0) })
                value(&html, "number", document.number.map { "\(number: $0)" })
                value(&html, "kind", Sentence(text: phrases.kind(document.kind)))
                if let region = document.region { value(&html, "region", Sentence(text: region)) }
                for (field, date) in dates { value(&html, field, "\(date: date)") }
                if let index = document.indexNumber { plain(&html, phrases.indexNumber) { $0.text(index) } }
                if let address = document.url { plain(&html, phrases.webAddress) { webAddress(&$0, address) } }
                if !document.sources.isEmpty { sources(&html) }
            }
        }
    }

    /// Those the source gives; 施行 is always shown, for its absence matters.
    private var dates: [(field: String, date: LegalDate)] {
        let dates = document.dates
        let all = [
            ("written", dates.written), ("adopted", dates.adopted), ("approved", dates.approved),
            ("published", dates.published), ("version", dates.version), ("effective", dates.effective),
            ("expires", dates.expires), ("repealed", dates.repealed),
        ]
        return all.compactMap { field, date in date.map { (field, $0) } }
    }

    private func value(_ html: inout HTML, _ field: String, _ value: Sentence?) {
        plain(&html, phrases.field(field)) { html in
            guard let value else {
                html.text(phrases.notStated)
                return
            }
            html.say(value)
            if let origin = document.origins[field] {
                html.element(.small, say: phrases.origin(origin, provision: place))
            }
        }
    }

    private func plain(_ html: inout HTML, _ name: String, _ content: (inout HTML) -> Void) {
        html.element(.dt, text: name)
        html.element(.dd, [], content)
    }

    private func webAddress(_ html: inout HTML, _ address: String) {
        guard let link = Link.web(address) else { return html.text(address) }
        html.element(.a, [.href(link), .plain(.rel, "noreferrer")], text: address)
    }

    private func sources(_ html: inout HTML) {
        plain(&html, phrases.sourceFiles) { html in
            html.text(document.sources[0])
            for source in document.sources.dropFirst() { html.element(.small, text: source) }
        }
    }

    /// The label and anchor of a provision by its id.
    func place(_ id: String) -> (label: String, link: Link)? {
        guard let provision = document.provisions.first(where: { $0.id == id }), !provision.label.isEmpty else { return nil }
        return (provision.label, .anchor(id))
    }
}
