import LegalDocuments

/// What an HTML element does to the text in it.
enum ElementStyle {
    static let blockNames: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav",
        "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]

    static let silentNames: Set<String> = [
        "script", "style", "noscript", "template", "head", "select", "button", "textarea", "input", "iframe", "svg",
        "object", "embed", "audio", "video", "canvas", "map", "title",
    ]

    static let boldNames: Set<String> = ["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"]

    /// Nothing in it is shown to a reader.
    static func isHidden(_ element: MarkupElement) -> Bool { element.traits.contains(.hidden) }

    /// Whether attributes hide the element that they stand in.
    static func isHidden(by attributes: [MarkupElement.Attribute]) -> Bool {
        for attribute in attributes {
            switch attribute.name {
            case "hidden": return true
            case "style" where attribute.value.utf8.count > 8:
                if hides(attribute.value) { return true }
            default: break
            }
        }
        return false
    }

    private static func hides(_ style: String) -> Bool {
        guard style.holds("isplay") || style.holds("ISPLAY") || style.holds("isibility") || style.holds("ISIBILITY") else {
            return false
        }
        let bare = style.squeezed.lowercased()
        return bare.holds("display:none") || bare.holds("visibility:hidden")
    }

    /// True or false where the element sets it, nil where it leaves it as it is.
    static func centring(_ element: MarkupElement) -> Bool? {
        if element.name == "center" { return true }
        // A table in the middle of the page has its text where tables have it, and pages of old begin anew in each.
        let isTable = element.name == "table"
        var answer: Bool? = isTable ? false : nil
        for attribute in element.attributes {
            if attribute.name == "align" {
                if isTable { continue }
                answer = attribute.value.lowercased() == "center"
            } else if attribute.name == "style", attribute.value.holds("lign") || attribute.value.holds("LIGN") {
                let bare = attribute.value.squeezed.lowercased()
                if bare.holds("text-align:") { answer = bare.holds("text-align:center") }
            }
        }
        return answer
    }

    static func isBold(_ element: MarkupElement) -> Bool {
        if element.traits.contains(.bold) { return true }
        guard let style = element["style"], style.holds("font-weight") else { return false }
        let bare = style.squeezed.lowercased()
        return ["font-weight:bold", "font-weight:700", "font-weight:800", "font-weight:900"].contains { bare.contains($0) }
    }

    /// 1 through 6 for `h1` through `h6`, else 0.
    static func headingLevel(_ element: MarkupElement) -> Int {
        let name = element.name.utf8
        guard name.count == 2, name.first == UInt8(ascii: "h"), let digit = name.last, (0x31...0x36).contains(digit) else { return 0 }
        return Int(digit - 0x30)
    }

    /// Class and id in lower case, cut at blanks, hyphens and underscores and where small letters meet a capital.
    static func nameTokens(_ element: MarkupElement) -> [String] {
        element.attributes.flatMap { $0.name == "class" || $0.name == "id" ? tokens(of: $0.value) : [] }
    }

    static func tokens(of value: String) -> [String] {
        var tokens: [String] = []
        var token = ""
        var wasSmall = false
        for character in value.unicodeScalars {
            let isLetter = isAlphabetic(character)
            let isCapital = (0x41...0x5A).contains(character.value)
            if !isLetter || isCapital && wasSmall {
                if !token.isEmpty { tokens.append(token.lowercased()) }
                token = ""
            }
            if isLetter { token.unicodeScalars.append(character) }
            wasSmall = isLetter && !isCapital
        }
        if !token.isEmpty { tokens.append(token.lowercased()) }
        return tokens
    }

    private static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
    }
}

extension MarkupElement {
    /// The text that a reader sees; blocks and line breaks leave nothing between, as a title split by `<br>` needs.
    var visibleText: String {
        var text = ""
        appendVisibleText(to: &text)
        return text
    }

    private func appendVisibleText(to text: inout String) {
        guard !ElementStyle.isHidden(self) else { return }
        for child in children {
            switch child {
            case .text(let part): text += part
            case .element(let element): element.appendVisibleText(to: &text)
            }
        }
    }
}
