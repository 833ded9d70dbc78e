/// An attribute of an element. Its value is escaped when it is written.
///
/// An address (`href`, `action`, `src`) is made only from a ``Link``, so that no value of a document can become a script.
struct Attribute {
    enum Name: String {
        case action, autocomplete, autofocus, charset, checked, content, datetime, enterkeyhint, href, hreflang, id, lang, name
        case placeholder, rel, role, scope, selected, spellcheck, tabindex, title, type, value
        case `class`, `for`
        case ariaCurrent = "aria-current"
        case ariaHidden = "aria-hidden"
        case ariaLabel = "aria-label"
        case ariaLabelledBy = "aria-labelledby"
        case dataCopied = "data-copied"
        case dataCopy = "data-copy"
        case dataSeparator = "data-separator"
        case dataSuggestionCount = "data-suggestion-count"
        case dataSuggestions = "data-suggestions"
        case `defer`, download, media, src
    }

    let name: Name
    /// Nil for one that is only there or not: `selected`.
    let value: String?

    private init(_ name: Name, _ value: String?) {
        self.name = name
        self.value = value
    }

    static func `class`(_ value: String) -> Attribute { Attribute(.class, value) }
    static func id(_ value: String) -> Attribute { Attribute(.id, value) }
    static func href(_ link: Link) -> Attribute { Attribute(.href, link.reference) }
    static func src(_ link: Link) -> Attribute { Attribute(.src, link.reference) }
    static func action(_ link: Link) -> Attribute { Attribute(.action, link.reference) }
    static func lang(_ language: Language) -> Attribute { Attribute(.lang, language.rawValue) }
    static func title(_ value: String) -> Attribute { Attribute(.title, value) }
    static func ariaLabel(_ value: String) -> Attribute { Attribute(.ariaLabel, value) }
    static func ariaLabelledBy(_ id: String) -> Attribute { Attribute(.ariaLabelledBy, id) }
    static let ariaCurrentPage = Attribute(.ariaCurrent, "page")
    static let ariaCurrent = Attribute(.ariaCurrent, "true")
    static let ariaHidden = Attribute(.ariaHidden, "true")
    static let selected = Attribute(.selected, nil)
    static let `defer` = Attribute(.defer, nil)
    static let autofocus = Attribute(.autofocus, nil)

    /// Any other; addresses excepted.
    static func plain(_ name: Name, _ value: String) -> Attribute {
        precondition(name != .href && name != .action && name != .src, "an address is made from a Link")
        return Attribute(name, value)
    }
}
