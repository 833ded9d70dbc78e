import LegalDocuments
import LegalSearch

/// What stands around every page: head, search box, foot.
struct PageFrame {
    let context: PageContext
    let title: String
    /// The home page has its own, larger box.
    var hasSearchBox = true
    /// Search settings that a new query from the box keeps.
    var keptSettings: [QueryItem] = []
    /// What of the page a reader of feeds, or a program, would take instead.
    var alternates: [PageAlternate] = []

    private var phrases: Phrases { context.phrases }

    /// The page with what `content` writes between head and foot: one `main` element.
    func html(_ content: (inout HTML) -> Void) -> HTML {
        var html = HTML(language: context.language)
        html.doctype()
        html.element(.html, [.lang(context.language)]) { html in
            head(&html)
            html.element(.body, scriptWords) { html in
                html.element(.a, [.class("vh"), .href(.anchor("main"))], text: phrases.skipToText)
                top(&html)
                html.newline()
                content(&html)
                html.newline()
                foot(&html)
            }
        }
        html.newline()
        return html
    }

    private func head(_ html: inout HTML) {
        html.element(.head) { html in
            html.void(.meta, [.plain(.charset, "utf-8")])
            html.void(.meta, [.plain(.name, "viewport"), .plain(.content, "width=device-width, initial-scale=1")])
            html.void(.meta, [.plain(.name, "color-scheme"), .plain(.content, "light dark")])
            html.element(.title, text: "\(title) – \(phrases.productName)")
            html.void(.link, [.plain(.rel, "stylesheet"), .href(Link(path: ["style.css"]))])
            html.void(.link, [.plain(.rel, "icon"), .plain(.type, "image/svg+xml"), .href(Link(path: ["icon.svg"]))])
            html.void(.link, [
                .plain(.rel, "search"), .plain(.type, "application/opensearchdescription+xml"), .title(phrases.productName),
                .href(context.link(["opensearch.xml"])),
            ])
            for alternate in alternates {
                html.void(.link, [.plain(.rel, "alternate"), .plain(.type, alternate.mediaType), .href(alternate.link)])
            }
            html.element(.script, [.src(Link(path: ["script.js"])), .defer]) { _ in }
        }
        html.newline()
    }

    /// The script speaks as the page does, from the same catalogue.
    private var scriptWords: [Attribute] {
        [
            .plain(.dataCopy, phrases.copy), .plain(.dataCopied, phrases.copied), .plain(.dataSeparator, phrases.pick("：", ": ")),
            .plain(.dataSuggestions, phrases.suggestions), .plain(.dataSuggestionCount, phrases.suggestionCount),
        ]
    }

    private func top(_ html: inout HTML) {
        html.element(.header, [.class("top")]) { html in
            html.element(.div, [.class("wrap")]) { html in
                html.element(.a, [.class("brand"), .href(context.link([]))]) { html in
                    html.element(.span, [.class("seal"), .ariaHidden], text: "法")
                    html.element(.span, [.lang(.english)], text: phrases.productName)
                }
                if hasSearchBox {
                    html.element(
                        .form, [.class("find"), .plain(.role, "search"), .action(Link(path: ["search"]))]
                    ) { html in
                        SearchBox(context: context, settings: keptSettings).write(to: &html)
                    }
                }
                navigation(&html)
            }
        }
    }

    private func navigation(_ html: inout HTML) {
        let other = context.language.other
        html.element(.nav, [.ariaLabel(phrases.wholeSite)]) { html in
            html.element(.ul) { html in
                html.element(.li) { $0.element(.a, [.href(context.link(["n"]))], text: phrases.lookUpNumber) }
                html.element(.li) { html in
                    html.element(
                        .a, [.href(context.inOtherLanguage), .lang(other), .plain(.hreflang, other.rawValue)],
                        text: other.ownName)
                }
            }
        }
    }

    private func foot(_ html: inout HTML) {
        let held = context.statistics
        let indexed = held.committedAt > 0 ? LocalDay.of(secondsSince1970: held.committedAt) : nil
        html.element(.footer, [.class("foot")]) { html in
            html.element(.div, [.class("wrap")]) { html in
                html.element(
                    .p, say: phrases.holdings(documents: held.documents, provisions: held.provisions, on: indexed))
                html.element(.ul) { html in
                    html.element(.li) { $0.element(.a, [.href(Link(path: ["api", "stats"]))], text: phrases.figures) }
                    html.element(.li) { $0.element(.a, [.href(context.link(["feed.atom"]))], text: phrases.feed) }
                    html.element(.li) { $0.element(.a, [.href(Link(path: ["openapi.json"]))], text: phrases.programInterface) }
                }
                html.element(.p, text: phrases.nothingSent)
            }
        }
    }
}

/// The same content in another form.
struct PageAlternate {
    let mediaType: String
    let link: Link
}
