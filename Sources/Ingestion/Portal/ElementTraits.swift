/// What is asked of each element of a page again and again, found out once.
struct ElementTraits: OptionSet, Sendable {
    let rawValue: UInt8

    /// Nothing in it is shown to a reader.
    static let hidden = ElementTraits(rawValue: 1)
    /// Begins and ends a line.
    static let block = ElementTraits(rawValue: 2)
    /// Its name alone sets it in bold.
    static let bold = ElementTraits(rawValue: 4)
    /// Around every document and part of none: ``PageChrome``.
    static let chrome = ElementTraits(rawValue: 8)
    /// All it says is 相关文件 or the like.
    static let relatedHeading = ElementTraits(rawValue: 16)
    /// Without text.
    static let blank = ElementTraits(rawValue: 32)
}

/// Finds the traits of a page's elements. Names and classes come back all through a page, so what they say is kept.
struct ElementTraitReader {
    private var byName: [String: ElementTraits] = [:]
    /// By the value of a class or id.
    private var chromeNames: [String: Bool] = [:]

    mutating func traits(name: String, attributes: [MarkupElement.Attribute], children: [MarkupNode]) -> ElementTraits {
        var traits = self.traits(ofName: name).union(RelatedPart.traits(of: name, children))
        guard !attributes.isEmpty else { return traits }
        if ElementStyle.isHidden(by: attributes) { traits.insert(.hidden) }
        if !traits.contains(.chrome), isChrome(attributes) { traits.insert(.chrome) }
        return traits
    }

    private mutating func traits(ofName name: String) -> ElementTraits {
        if let known = byName[name] { return known }
        var traits: ElementTraits = []
        if ElementStyle.silentNames.contains(name) { traits.insert(.hidden) }
        if ElementStyle.blockNames.contains(name) { traits.insert(.block) }
        if ElementStyle.boldNames.contains(name) { traits.insert(.bold) }
        if PageChrome.tags.contains(name) { traits.insert(.chrome) }
        byName[name] = traits
        return traits
    }

    private mutating func isChrome(_ attributes: [MarkupElement.Attribute]) -> Bool {
        var answer = false
        for attribute in attributes where attribute.name == "class" || attribute.name == "id" {
            if attribute.name == "class", PageChrome.isContainer(attribute.value) { return false }
            if isChromeName(attribute.value) { answer = true }
        }
        return answer
    }

    private mutating func isChromeName(_ value: String) -> Bool {
        if let known = chromeNames[value] { return known }
        let answer = PageChrome.isNamed(value)
        chromeNames[value] = answer
        return answer
    }
}
