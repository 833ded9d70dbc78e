import LegalDocuments
import LegalSearch

/// The hits of one page, those of a document together, in the order in which each document comes first.
struct HitList {
    let context: PageContext
    let parameters: SearchParameters
    let hits: [Hit]

    /// Provisions of one document that are shown at once; a long law should not push the others off the page.
    private static let shown = 3

    private var phrases: Phrases { context.phrases }

    func write(to html: inout HTML) {
        guard !hits.isEmpty else { return }
        html.element(.ol, [.class("hits")]) { html in
            for group in Self.grouped(hits) {
                html.newline()
                html.element(.li, [.class("hit")]) { html in document(&html, group) }
            }
        }
    }

    static func grouped(_ hits: [Hit]) -> [[Hit]] {
        var groups: [[Hit]] = []
        var places: [String: Int] = [:]
        for hit in hits {
            if let place = places[hit.document.id] {
                groups[place].append(hit)
            } else {
                places[hit.document.id] = groups.count
                groups.append([hit])
            }
        }
        return groups
    }

    private func document(_ html: inout HTML, _ group: [Hit]) {
        let document = group[0].document
        let marked = MarkedWords(query: parameters.query, hits: group).query
        let link = context.document(document.id, query: marked, asOf: parameters.asOf)
        html.element(.h2, html.lawLanguage) { $0.element(.a, [.href(link)], text: document.title) }
        DocumentLine(document: document, phrases: phrases).write(to: &html)
        list(&html, group.prefix(Self.shown), marked: marked)
        let more = group.dropFirst(Self.shown)
        if !more.isEmpty {
            html.element(.details) { html in
                html.element(.summary, text: phrases.moreProvisions(more.count))
                list(&html, more, marked: marked)
            }
        }
        if !parameters.query.isEmpty, group.contains(where: { $0.provision != nil }) {
            html.element(.p, [.class("more")], say: phrases.seeInDocument(link))
        }
    }

    private func list(_ html: inout HTML, _ hits: ArraySlice<Hit>, marked: String) {
        html.element(.ol, [.class("provs")] + html.lawLanguage) { html in
            for hit in hits { provision(&html, hit, marked: marked) }
        }
    }

    private func provision(_ html: inout HTML, _ hit: Hit, marked: String) {
        html.element(.li) { html in
            if let provision = hit.provision {
                let link = context.document(
                    hit.document.id, query: marked, asOf: parameters.asOf, provision: provision.id)
                html.element(.h3) { html in
                    let label = provision.label.isEmpty ? phrases.untitledProvision : provision.label
                    html.element(.a, [.href(link)], text: label)
                    if !provision.headings.isEmpty {
                        html.text(" ")
                        html.element(.small, text: provision.headings.joined(separator: " › "))
                    }
                }
            }
            if !hit.snippet.text.isEmpty { html.element(.p) { $0.snippet(hit.snippet) } }
            ScoreExplanation(hit: hit, sort: parameters.sort, phrases: phrases).write(to: &html)
        }
    }
}

extension HTML {
    /// Text with what matched in `mark`. Ranges that do not fit the text are passed over, so a wrong one costs a mark only.
    mutating func snippet(_ snippet: Snippet) {
        let scalars = Array(snippet.text.unicodeScalars)
        var position = 0
        for range in snippet.highlights where range.lowerBound >= position && range.upperBound <= scalars.count && !range.isEmpty {
            text(scalars[position..<range.lowerBound])
            element(.mark) { $0.text(scalars[range]) }
            position = range.upperBound
        }
        text(scalars[position...])
    }

    private mutating func text(_ scalars: ArraySlice<Unicode.Scalar>) {
        text(String(String.UnicodeScalarView(scalars)))
    }
}
