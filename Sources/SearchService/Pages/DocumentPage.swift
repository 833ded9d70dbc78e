import LegalDocuments
import LegalSearch

/// A whole document: outline, status and its reason, versions, facts, text.
struct DocumentPage {
    let context: PageContext
    let answer: DocumentAnswer
    /// Nil for today.
    let asOf: LegalDate?
    /// What the query found; nil where there is none.
    let matches: DocumentMatches?

    /// Matches that are listed above the text.
    private static let listedMatches = 15

    private var phrases: Phrases { context.phrases }
    private var document: LegalDocument { answer.document }

    var html: HTML {
        let path = ["api", "documents", document.id]
        let alternates = [
            PageAlternate(mediaType: "application/json", link: Link(path: path)),
            PageAlternate(mediaType: AkomaNtosoDocument.mediaType, link: Link(path: path, items: [QueryItem("format", "akn")])),
        ]
        return PageFrame(context: context, title: document.title, alternates: alternates).html { html in
            html.element(.main, [.id("main"), .class("wrap cols law"), .plain(.tabindex, "-1")]) { html in
                DocumentOutline(of: document.provisions).write(to: &html, phrases: phrases)
                html.element(.div, [.class("body")]) { html in
                    html.element(.p, [.class("only-print")], say: phrases.printedFrom("/d/\(document.id)"))
                    html.element(.div, [.class("row")]) { html in
                        html.element(.header, [.class("flow")]) { html in header(&html) }
                        DocumentFacts(document: document, phrases: phrases).write(to: &html)
                    }
                    text(&html)
                    CitationLists(context: context, answer: answer, asOf: asOf).write(to: &html)
                }
                html.linkedData(LegislationData(answer).bytes)
            }
        }
    }

    // MARK: Head

    private func header(_ html: inout HTML) {
        html.element(.h1, html.lawLanguage, text: document.title)
        html.element(.ul, [.class("meta")]) { html in
            html.status(.li, answer.status)
            if let asOf { html.element(.li, say: phrases.statusOn(asOf)) }
            if document.textKind == .digest {
                html.element(.li) { $0.element(.span, [.class("tag")], text: phrases.digest) }
            }
            if let number = document.number { html.element(.li) { $0.element(.span, [.class("no")], text: number) } }
            html.element(.li, text: phrases.kind(document.kind))
            if let version = document.dates.version { html.element(.li, say: phrases.versionOf(version)) }
            if let effective = document.dates.effective { html.element(.li, say: phrases.effectiveFrom(effective)) }
        }
        html.element(.p, [.class("soft")], say: StatusReason(context: context, answer: answer, asOf: asOf).sentence)
        if answer.versions.count > 1 { versions(&html) }
        if document.textKind == .digest {
            html.element(.div, [.class("said")]) { $0.element(.p, say: phrases.digestHasNoText) }
        } else {
            citation(&html)
        }
        downloads(&html)
        matchList(&html)
    }

    /// The document to keep, in each form in which it can be had.
    private func downloads(_ html: inout HTML) {
        let path = ["api", "documents", document.id]
        let forms = [
            (phrases.plainText, Link(path: path, items: [QueryItem("format", "text"), QueryItem("download", "1")] + context.languageItems)),
            ("JSON", Link(path: path, items: [QueryItem("download", "1")])),
            ("Akoma Ntoso", Link(path: path, items: [QueryItem("format", "akn"), QueryItem("download", "1")])),
        ]
        html.element(.ul, [.class("tools"), .ariaLabel(phrases.download)]) { html in
            html.element(.li, [.class("soft")], text: phrases.download)
            for (name, link) in forms { html.element(.li) { $0.element(.a, [.href(link)], text: name) } }
        }
    }

    private func versions(_ html: inout HTML) {
        html.element(.table) { html in
            html.element(.caption, [.class("vh")], text: phrases.versions)
            html.element(.thead) { html in
                html.element(.tr) { html in
                    html.element(.th, [.plain(.scope, "col")], text: phrases.version)
                    html.element(.th, [.plain(.scope, "col")], text: phrases.statusColumn)
                    html.element(.th, [.plain(.scope, "col")]) { html in
                        html.element(.span, [.class("vh")], text: phrases.action)
                    }
                }
            }
            html.element(.tbody) { html in
                for version in answer.versions.reversed() { row(&html, version) }
            }
        }
    }

    private func row(_ html: inout HTML, _ version: DocumentVersion) {
        html.element(.tr) { html in
            html.element(.th, [.plain(.scope, "row")]) { html in
                if let date = version.version { html.time(date) } else { html.text(phrases.undated) }
            }
            html.element(.td) { $0.status(.span, version.status) }
            html.element(.td) { html in
                if version.id == document.id {
                    html.text(phrases.reading)
                } else {
                    html.element(
                        .a, [.href(context.document(version.id, query: context.query, asOf: asOf))], text: phrases.open)
                    html.text(" ")
                    html.element(.a, [.href(context.comparison(of: version, with: document))], text: phrases.compared)
                }
            }
        }
    }

    private func citation(_ html: inout HTML) {
        let citation = Citation(document: document, label: "")
        html.element(.details, [.class("cite")]) { html in
            html.element(.summary, text: phrases.cite)
            html.element(.dl) { html in
                html.element(.dt, text: phrases.fullCitation)
                html.element(.dd, text: citation.full(phrases))
                if let number = document.number {
                    html.element(.dt, text: phrases.field("number"))
                    html.element(.dd, text: number)
                }
                html.element(.dt, text: phrases.permanentAddress)
                html.element(.dd, text: "/d/\(document.id)")
            }
        }
    }

    private func matchList(_ html: inout HTML) {
        guard let matches else { return }
        let found = document.provisions.filter { matches.contains(provision: $0.id) }
        let listed = found.prefix(Self.listedMatches).map { provision in
            (provision.label.isEmpty ? phrases.untitledProvision : provision.label, Link.anchor(provision.id))
        }
        html.element(.div, [.class("said")]) { html in
            if listed.isEmpty {
                html.element(.p, say: phrases.noMatches(matches.query))
            } else {
                html.element(
                    .p, say: phrases.matches(matches.query, listed, more: max(found.count, matches.total) - listed.count))
            }
        }
    }

    // MARK: Text

    private func text(_ html: inout HTML) {
        var previous: [String] = []
        for provision in document.provisions {
            headings(&html, provision.headings, after: previous)
            previous = provision.headings
            ProvisionView(
                context: context, document: document, provision: provision, matches: matches,
                heading: Self.tag(level: provision.headings.count)
            ).write(to: &html)
        }
    }

    /// Those that the provision before did not stand under.
    private func headings(_ html: inout HTML, _ headings: [String], after previous: [String]) {
        let same = zip(headings, previous).prefix { $0 == $1 }.count
        for (level, heading) in headings.enumerated().dropFirst(same) {
            html.newline()
            html.element(.div, [.class("row")]) { html in
                html.element(
                    Self.tag(level: level), [.class(level == 0 ? "chapter" : "sect")] + html.lawLanguage, text: heading)
            }
        }
    }

    /// `h2` for the outermost, one deeper for each level, at most `h6`.
    private static func tag(level: Int) -> HTML.Tag {
        let tags: [HTML.Tag] = [.h2, .h3, .h4, .h5, .h6]
        return tags[min(level, tags.count - 1)]
    }
}
