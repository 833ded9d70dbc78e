import LegalDocuments
import LegalSearch

/// One provision with its anchors, its paragraphs and how to cite it.
struct ProvisionView {
    let context: PageContext
    let document: LegalDocument
    let provision: Provision
    let matches: DocumentMatches?
    /// `h2` to `h6`: one below the headings it stands under.
    let heading: HTML.Tag

    private var phrases: Phrases { context.phrases }
    private var isFound: Bool { matches?.contains(provision: provision.id) ?? false }

    func write(to html: inout HTML) {
        let labelID = "\(provision.id)-h"
        let name: Attribute = provision.label.isEmpty ? .ariaLabel(phrases.untitledProvision) : .ariaLabelledBy(labelID)
        html.newline()
        html.element(.article, [.class(isFound ? "prov row found" : "prov row"), .id(provision.id), name]) { html in
            html.element(.div, [.class("text")]) { html in
                if !provision.label.isEmpty { header(&html, labelID) }
                paragraphs(&html)
            }
        }
    }

    private func header(_ html: inout HTML, _ labelID: String) {
        html.element(.header) { html in
            html.element(heading, [.id(labelID)] + html.lawLanguage) { html in
                html.element(.a, [.href(.anchor(provision.id))], text: provision.label)
            }
            if document.textKind == .full { citation(&html) }
        }
    }

    private func citation(_ html: inout HTML) {
        let citation = Citation(document: document, label: provision.label)
        html.element(.details, [.class("cite")]) { html in
            html.element(.summary) { html in
                html.text(phrases.cite)
                html.element(.span, [.class("vh")], text: provision.label)
            }
            html.element(.dl) { html in
                html.element(.dt, text: phrases.fullCitation)
                html.element(.dd, text: citation.full(phrases))
                html.element(.dt, text: phrases.shortCitation)
                html.element(.dd, text: citation.short)
                html.element(.dt, text: phrases.permanentAddress)
                html.element(.dd, text: "/d/\(document.id)#\(provision.id)")
            }
        }
    }

    private func paragraphs(_ html: inout HTML) {
        let numbering = ParagraphNumbering(provision.text)
        for paragraph in numbering.paragraphs {
            guard let number = paragraph.number else {
                html.element(.p, html.lawLanguage) { text(&$0, paragraph.text) }
                continue
            }
            let id = "\(provision.id)__para_\(number)"
            html.element(.p, [.id(id)] + html.lawLanguage) { html in
                if numbering.count > 1 { paragraphNumber(&html, number, id) }
                text(&html, paragraph.text)
            }
        }
    }

    private func paragraphNumber(_ html: inout HTML, _ number: Int, _ id: String) {
        let title = phrases.paragraph(provision.label, number)
        html.element(.a, [.class("k"), .href(.anchor(id)), .title(title)]) { html in
            html.text(String(number))
            html.element(.span, [.class("vh")], text: phrases.paragraphUnit)
        }
    }

    private func text(_ html: inout HTML, _ text: String) {
        if isFound, let matches { html.snippet(matches.marked(text)) } else { html.text(text) }
    }
}
