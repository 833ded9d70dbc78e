import LegalDocuments
import LegalSearch

/// Why a hit stands where it does, folded away below it; nothing where that was not asked for.
struct ScoreExplanation {
    let hit: Hit
    let sort: SortOrder
    let phrases: Phrases

    func write(to html: inout HTML) {
        guard let breakdown = ScoreBreakdown(hit) else { return }
        // Hits on an English page are marked as Chinese; this is not.
        let language: [Attribute] = phrases.language == .chinese ? [] : [.lang(phrases.language)]
        html.element(.details, [.class("why")] + language) { html in
            html.element(.summary) { html in
                html.text(phrases.whyHere)
                html.element(.span, [.class("vh")], text: phrases.whyHere(of: name))
            }
            switch breakdown {
            case .named: html.element(.p, say: phrases.namedByTheQuery)
            case .byDate: html.element(.p, say: phrases.byDate(hit.document.dates.version, sort))
            case .byChange: html.element(.p, say: phrases.byChange(LocalDay.of(secondsSince1970: hit.document.changedAt ?? 0)))
            case .text(let parts):
                html.element(.ol) { html in
                    for step in phrases.steps(parts, score: hit.score) { html.element(.li, say: step) }
                }
            }
        }
    }

    private var name: String {
        let label = hit.provision?.label ?? ""
        return label.isEmpty ? hit.document.title : label
    }
}
