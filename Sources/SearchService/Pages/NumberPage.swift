import LegalDocuments
import LegalSearch

/// How a document number was read, what carries it, and what is near.
struct NumberPage {
    let context: PageContext
    let answer: NumberAnswer
    let asOf: LegalDate?

    private var phrases: Phrases { context.phrases }

    var html: HTML {
        let title = answer.number?.canonical ?? answer.typed
        return PageFrame(context: context, title: title).html { html in
            html.element(.main, [.id("main"), .class("wrap cols"), .plain(.tabindex, "-1")]) { html in
                html.element(.div, [.class("body flow")]) { html in
                    html.element(.h1) { $0.element(.span, [.class("no")], text: title) }
                    parts(&html)
                    reading(&html)
                    matches(&html)
                    near(&html)
                }
            }
        }
    }

    private func parts(_ html: inout HTML) {
        guard let number = answer.number else { return }
        html.element(.dl, [.class("parts")]) { html in
            for (name, value) in [
                (phrases.issuingCode, number.code), (phrases.year, number.year), (phrases.serial, number.serial),
            ] where !value.isEmpty {
                html.element(.div) { html in
                    html.element(.dt, text: name)
                    html.element(.dd, [.class("num")], text: value)
                }
            }
        }
    }

    private func reading(_ html: inout HTML) {
        let literally = context.literalSearch(answer.typed)
        html.element(.div, [.class("said")]) { html in
            if let number = answer.number {
                if number.canonical != answer.typed {
                    html.element(.p, say: phrases.readAs(answer.typed, number.canonical, literally: literally))
                }
            } else {
                html.element(.p, say: phrases.notRead(answer.typed, literally: literally))
            }
            if answer.matches.isEmpty {
                html.element(.p, say: phrases.numberNotHeld(answer.number?.canonical ?? answer.typed))
            }
        }
    }

    private func matches(_ html: inout HTML) {
        guard !answer.matches.isEmpty else { return }
        html.element(.h2, text: phrases.exactMatches)
        html.element(.ol, [.class("hits")]) { html in
            for document in answer.matches {
                html.element(.li, [.class("hit")]) { html in
                    let link = Attribute.href(context.document(document.id, asOf: asOf))
                    html.element(.h3) { $0.element(.a, [link], text: document.title) }
                    DocumentLine(document: document, phrases: phrases).write(to: &html)
                }
            }
        }
    }

    private func near(_ html: inout HTML) {
        guard !answer.near.isEmpty else { return }
        html.element(.h2, text: phrases.nearNumbers)
        html.element(.ul, [.class("plain near")]) { html in
            for document in answer.near {
                html.element(.li) { html in
                    html.element(.span, [.class("no")], text: document.number ?? "")
                    html.text(" ")
                    html.element(.a, [.href(context.document(document.id, asOf: asOf))], text: document.title)
                    html.text(" ")
                    html.status(.small, document.status)
                }
            }
        }
    }
}

/// Asks for a number.
struct NumberForm {
    let context: PageContext

    var html: HTML {
        let phrases = context.phrases
        return PageFrame(context: context, title: phrases.lookUpNumber).html { html in
            html.element(.main, [.id("main"), .class("wrap cols"), .plain(.tabindex, "-1")]) { html in
                html.element(.div, [.class("body flow")]) { html in
                    html.element(.h1, text: phrases.lookUpNumber)
                    html.element(.p, text: phrases.numberLead)
                    html.element(.form, [.class("find"), .action(Link(path: ["n"]))]) { html in
                        html.element(.label, [.class("vh"), .plain(.for, "number")], text: phrases.numberLabel)
                        html.void(
                            .input,
                            [
                                .id("number"), .plain(.name, "q"), .plain(.type, "search"), .plain(.autocomplete, "off"),
                                .plain(.spellcheck, "false"), .plain(.placeholder, phrases.numberPlaceholder),
                            ])
                        html.hiddenFields(context.languageItems)
                        html.element(.button, text: phrases.lookUpNumber)
                    }
                }
            }
        }
    }
}
