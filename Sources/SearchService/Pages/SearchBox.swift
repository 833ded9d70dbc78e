import LegalDocuments

/// The field and button that stand in a search form.
struct SearchBox {
    let context: PageContext
    var settings: [QueryItem] = []
    /// The home page is for typing at once.
    var takesFocus = false

    func write(to html: inout HTML) {
        let phrases = context.phrases
        html.element(.label, [.class("vh"), .plain(.for, "q")], text: phrases.searchLaws)
        var attributes: [Attribute] = [
            .id("q"), .plain(.name, "q"), .plain(.type, "search"), .plain(.value, context.query),
            .plain(.autocomplete, "off"), .plain(.spellcheck, "false"), .plain(.enterkeyhint, "search"),
            .plain(.placeholder, phrases.placeholder),
        ]
        if takesFocus { attributes.append(.autofocus) }
        html.void(.input, attributes)
        html.hiddenFields(settings + context.languageItems)
        html.element(.button, text: phrases.search)
    }
}

extension HTML {
    mutating func hiddenFields(_ items: [QueryItem]) {
        for item in items {
            void(.input, [.plain(.type, "hidden"), .plain(.name, item.name), .plain(.value, item.value)])
        }
    }

    /// The texts are Chinese in whatever language a page speaks; readers aloud and fonts need to know.
    var lawLanguage: [Attribute] { language == .chinese ? [] : [.lang(.chinese)] }

    /// A word and, before it by the style sheet, its sign.
    mutating func status(_ tag: Tag, _ status: LegalStatus) {
        element(tag, [.class("st \(status.rawValue)")], text: Phrases(language: language).status(status))
    }
}
