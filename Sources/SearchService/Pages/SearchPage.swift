import LegalDocuments
import LegalSearch

/// Hits grouped by document, with what was done to the query and ways to narrow it.
struct SearchPage {
    let context: PageContext
    let parameters: SearchParameters
    let answer: SearchAnswer
    let limits: ServiceConfiguration.Limits

    private var phrases: Phrases { context.phrases }

    var html: HTML {
        let title = phrases.resultsTitle(parameters.query.shortened)
        let feed = Link(path: ["feed.atom"], items: parameters.with { ($0.offset, $0.wantsExplanation) = (0, false) }.items)
        let frame = PageFrame(
            context: context, title: title, keptSettings: parameters.settings,
            alternates: [PageAlternate(mediaType: "application/atom+xml", link: feed)])
        return frame.html { html in
            html.element(.main, [.id("main"), .class("wrap cols"), .plain(.tabindex, "-1")]) { html in
                FacetRail(context: context, parameters: parameters, facets: answer.facets ?? []).write(to: &html)
                html.element(.div, [.class("body")]) { html in
                    html.element(.h1, [.class("vh")], text: title)
                    SearchSettings(context: context, parameters: parameters, answer: answer).write(to: &html)
                    QueryNotes(context: context, parameters: parameters, answer: answer).write(to: &html)
                    if answer.hits.isEmpty { pastTheEnd(&html) }
                    HitList(context: context, parameters: parameters, hits: answer.hits).write(to: &html)
                    Pager(context: context, parameters: parameters, total: answer.total, lastOffset: limits.offset)
                        .write(to: &html)
                }
            }
        }
    }

    private func pastTheEnd(_ html: inout HTML) {
        html.element(.p, say: phrases.pastTheEnd)
        html.element(.p, say: phrases.backToFirst(context.search(parameters.with { $0.offset = 0 })))
    }
}
