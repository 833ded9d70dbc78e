import LegalDocuments
import LegalSearch

/// The ledger (台账) as a table, with links to the same as CSV.
struct LedgerPage {
    let context: PageContext
    let parameters: LedgerParameters
    let entries: [LedgerEntry]

    private var phrases: Phrases { context.phrases }
    private var shown: ArraySlice<LedgerEntry> { entries.dropFirst(parameters.offset).prefix(LedgerParameters.pageSize) }

    var html: HTML {
        PageFrame(context: context, title: phrases.ledger).html { html in
            html.element(.main, [.id("main"), .class("wrap"), .plain(.tabindex, "-1")]) { html in
                html.element(.h1, text: phrases.ledger)
                html.element(.p, say: phrases.ledgerLead(entries.count))
                html.element(.ul, [.class("meta")]) { html in
                    choice(&html, phrases.changedBasesOnly, [QueryItem("basis_changed", "1")])
                    choice(&html, phrases.everything, [])
                    html.element(.li) { html in
                        html.element(
                            .a, [.href(context.link(["list"], parameters.items + [QueryItem("format", "csv")]))], text: "CSV")
                    }
                }
                table(&html)
                next(&html)
            }
        }
    }

    private func choice(_ html: inout HTML, _ label: String, _ items: [QueryItem]) {
        html.element(.li) { $0.element(.a, [.href(context.link(["list"], items))], text: label) }
    }

    private func table(_ html: inout HTML) {
        html.element(.table) { html in
            html.element(.caption, [.class("vh")], text: phrases.ledger)
            html.element(.thead) { html in
                html.element(.tr) { html in
                    for heading in phrases.ledgerColumns { html.element(.th, [.plain(.scope, "col")], text: heading) }
                }
            }
            html.element(.tbody) { html in for entry in shown { row(&html, entry) } }
        }
    }

    private func row(_ html: inout HTML, _ entry: LedgerEntry) {
        let document = entry.document
        html.newline()
        html.element(.tr) { html in
            html.element(.td) { $0.element(.span, [.class("no")], text: document.number ?? "") }
            html.element(.th, [.plain(.scope, "row")]) { html in
                html.element(.a, [.href(context.document(document.id, asOf: parameters.request.asOf))], text: document.title)
            }
            html.element(.td, text: document.issuer ?? "")
            for date in [document.dates.published ?? document.dates.written, document.dates.effective, document.dates.expires] {
                html.element(.td) { html in if let date { html.time(date) } }
            }
            html.element(.td) { html in
                html.status(.span, document.status)
                for evidence in document.statusEvidence {
                    html.element(.p, [.class("soft")], text: "\(phrases.field(evidence.field)) \(evidence.value)")
                }
                for basis in entry.changedBases { html.element(.p, [.class("soft")], say: phrases.changedBasis(basis, context)) }
            }
        }
    }

    private func next(_ html: inout HTML) {
        let next = parameters.offset + LedgerParameters.pageSize
        guard next < entries.count else { return }
        html.element(.p, [.class("more")]) { html in
            html.element(
                .a, [.href(context.link(["list"], parameters.items + [QueryItem("offset", "\(next)")]))], text: phrases.furtherLines)
        }
    }
}
