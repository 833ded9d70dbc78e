import LegalDocuments
import LegalSearch

/// One box, some ways to ask, and what is held.
struct HomePage {
    let context: PageContext

    private var phrases: Phrases { context.phrases }

    var html: HTML {
        let feed = PageAlternate(mediaType: "application/atom+xml", link: context.link(["feed.atom"]))
        return PageFrame(context: context, title: phrases.homeTitle, hasSearchBox: false, alternates: [feed]).html { html in
            html.element(.main, [.id("main"), .class("wrap flow home"), .plain(.tabindex, "-1")]) { html in
                html.element(.h1, text: phrases.homeTitle)
                html.element(.p, text: phrases.homeLead)
                form(&html)
                ways(&html)
                kinds(&html)
            }
        }
    }

    private func form(_ html: inout HTML) {
        html.element(.form, [.plain(.role, "search"), .action(Link(path: ["search"]))]) { html in
            html.element(.div, [.class("find")]) { html in
                SearchBox(context: context, takesFocus: true).write(to: &html)
            }
            html.element(.details) { html in
                html.element(.summary, text: phrases.narrowAtOnce)
                html.element(.div, [.class("bar")]) { html in
                    html.element(.label) { html in
                        html.text(phrases.whichDay + " ")
                        html.void(.input, [.plain(.type, "date"), .plain(.name, "as_of")])
                    }
                    statusChoice(&html)
                    kindChoice(&html)
                }
            }
        }
    }

    private func statusChoice(_ html: inout HTML) {
        choice(&html, key: .status, any: phrases.anyStatus, values: LegalStatus.allCases.map(\.rawValue))
    }

    private func kindChoice(_ html: inout HTML) {
        choice(&html, key: .kind, any: phrases.allKinds, values: context.statistics.kinds.prefix(30).map(\.kind))
    }

    /// A `select` whose values are filters; the first, empty, filters nothing.
    private func choice(_ html: inout HTML, key: SearchFilter.Key, any: String, values: [String]) {
        html.element(.label) { html in
            html.text(phrases.facetName(key) + " ")
            html.element(.select, [.plain(.name, "filter")]) { html in
                html.element(.option, [.plain(.value, "")], text: any)
                for value in values {
                    html.element(
                        .option, [.plain(.value, "\(key.rawValue):\(value)")], text: phrases.facetValue(key, value))
                }
            }
        }
    }

    private func ways(_ html: inout HTML) {
        html.element(.h2, text: phrases.waysTitle)
        html.element(.dl, [.class("ways")]) { html in
            for way in phrases.ways {
                html.element(.div) { html in
                    html.element(.dt, text: way.name)
                    html.element(.dd) { html in
                        html.element(.a, [.class("no"), .href(context.search(way.example))], text: way.example)
                    }
                    html.element(.dd) { $0.element(.small, text: way.note) }
                }
            }
        }
    }

    private func kinds(_ html: inout HTML) {
        let kinds = context.statistics.kinds
        guard !kinds.isEmpty else { return }
        html.element(.h2, text: phrases.kindsTitle)
        html.element(.ul, [.class("kinds num")]) { html in
            for (kind, count) in kinds.prefix(30) {
                html.element(.li) { html in
                    let link = context.link(["search"], [QueryItem("filter", "kind:\(kind)"), QueryItem("group", "document")])
                    html.element(.a, [.href(link)], text: phrases.facetValue(.kind, kind))
                    html.text(" ")
                    html.element(.small, text: Phrases.grouped(count))
                }
            }
        }
    }
}
