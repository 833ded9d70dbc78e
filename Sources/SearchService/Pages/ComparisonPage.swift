import LegalDocuments
import LegalSearch

/// Two versions side by side, article by article; what did not change is only counted.
struct ComparisonPage {
    let context: PageContext
    let comparison: VersionComparison

    private var phrases: Phrases { context.phrases }
    private var changed: [ArticleChange] { comparison.articles.filter { $0.kind != .unchanged } }

    var html: HTML {
        PageFrame(context: context, title: phrases.comparison(comparison.new.title)).html { html in
            html.element(.main, [.id("main"), .class("wrap law"), .plain(.tabindex, "-1")]) { html in
                html.element(.h1, html.lawLanguage, text: comparison.new.title)
                html.element(.p, say: phrases.comparedVersions(comparison, context))
                html.element(.p, say: phrases.comparisonKey)
                html.element(.ul, [.class("meta")]) { html in
                    for kind in [ArticleChange.Kind.changed, .added, .removed, .renumbered, .unchanged] {
                        html.element(.li, text: "\(phrases.change(kind)) \(comparison.count(kind))")
                    }
                }
                html.element(.div, [.class("pairs")]) { html in for change in changed { pair(&html, change) } }
            }
        }
    }

    private func pair(_ html: inout HTML, _ change: ArticleChange) {
        html.newline()
        html.element(.div, [.class("pair")]) { html in
            html.element(.h2) { html in
                html.text((change.new ?? change.old)?.label ?? "")
                html.text(" ")
                html.element(.span, [.class("tag")], text: phrases.change(change.kind))
            }
            html.element(.div, [.class("two")]) { html in
                side(&html, comparison.old, change.old, change, hides: .added)
                side(&html, comparison.new, change.new, change, hides: .removed)
            }
        }
    }

    private func side(
        _ html: inout HTML, _ document: DocumentSummary, _ provision: Provision?, _ change: ArticleChange, hides: WordRun.Kind
    ) {
        html.element(.div) { html in
            html.element(.p, [.class("ver soft")]) { html in
                html.text(document.dates.version.map { phrases.date($0) } ?? document.id)
                if let provision { html.text("　" + provision.label) }
            }
            guard let provision else { return html.element(.p, [.class("none")], text: phrases.noSuchArticleThere) }
            switch change.kind {
            case .changed: words(&html, change.words.filter { $0.kind != hides })
            case .added: lines(&html, provision.text) { $0.element(.ins, text: $1) }
            case .removed: lines(&html, provision.text) { $0.element(.del, text: $1) }
            case .renumbered, .unchanged: lines(&html, provision.text) { $0.text($1) }
            }
        }
    }

    /// A paragraph for each line, marks and all.
    private func words(_ html: inout HTML, _ runs: [WordRun]) {
        var paragraphs: [[WordRun]] = [[]]
        for run in runs {
            for (index, piece) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { paragraphs.append([]) }
                if !piece.isEmpty { paragraphs[paragraphs.count - 1].append(WordRun(kind: run.kind, text: String(piece))) }
            }
        }
        for paragraph in paragraphs where !paragraph.isEmpty {
            html.element(.p, html.lawLanguage) { html in
                for run in paragraph {
                    switch run.kind {
                    case .kept: html.text(run.text)
                    case .removed: html.element(.del, text: run.text)
                    case .added: html.element(.ins, text: run.text)
                    }
                }
            }
        }
    }

    private func lines(_ html: inout HTML, _ text: String, _ write: (inout HTML, String) -> Void) {
        for line in text.split(separator: "\n") { html.element(.p, html.lawLanguage) { write(&$0, String(line)) } }
    }
}

extension PageContext {
    /// The older of the two first.
    func comparison(of version: DocumentVersion, with document: LegalDocument) -> Link {
        let isOlder = (version.version?.dayNumber ?? .min) <= (document.dates.version?.dayNumber ?? .min)
        let (old, new) = isOlder ? (version.id, document.id) : (document.id, version.id)
        return link(["compare"], [QueryItem("old", old), QueryItem("new", new)])
    }
}
