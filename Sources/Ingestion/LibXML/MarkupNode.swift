/// A piece of a parsed page or XML document: an immutable copy of what libxml2 read.
enum MarkupNode: Sendable {
    case element(MarkupElement)
    case text(String)
}

/// An element with its attributes and children. Names of HTML are in lower case, names of XML without prefix.
final class MarkupElement: Sendable {
    struct Attribute: Sendable {
        let name: String
        let value: String

        /// Compares letters of ASCII whatever their case.
        fileprivate func isNamed(_ wanted: String) -> Bool {
            name.utf8.count == wanted.utf8.count
                && zip(name.utf8, wanted.utf8).allSatisfy { $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 }
        }
    }

    let name: String
    let attributes: [Attribute]
    let children: [MarkupNode]
    /// The line of the source where it starts, from 1; 0 where unknown.
    let line: Int
    /// How many elements begin before it.
    let place: Int
    let traits: ElementTraits

    init(name: String, attributes: [Attribute], children: [MarkupNode], line: Int, place: Int, traits: ElementTraits) {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.line = line
        self.place = place
        self.traits = traits
    }

    /// The same element with other children or traits.
    func copy(children: [MarkupNode]? = nil, traits: ElementTraits? = nil) -> MarkupElement {
        MarkupElement(
            name: name, attributes: attributes, children: children ?? self.children, line: line, place: place,
            traits: traits ?? self.traits)
    }

    /// The value of an attribute, whatever the case of its name; `name` is in lower case.
    subscript(name: String) -> String? {
        for attribute in attributes where attribute.name == name { return attribute.value }
        return attributes.first { $0.isNamed(name) }?.value
    }

    var elements: [MarkupElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    func child(_ name: String) -> MarkupElement? {
        for case .element(let element) in children where element.name == name { return element }
        return nil
    }

    /// The first element of that name below this one, in document order.
    func descendant(_ name: String) -> MarkupElement? {
        for case .element(let element) in children {
            if element.name == name { return element }
            if let found = element.descendant(name) { return found }
        }
        return nil
    }

    /// Calls `body` for this element and all below it, in document order; a false answer skips what is below.
    func visit(_ body: (MarkupElement) -> Bool) {
        guard body(self) else { return }
        for case .element(let element) in children { element.visit(body) }
    }

    /// All text below, joined as it stands.
    var text: String {
        var text = ""
        appendText(to: &text)
        return text
    }

    private func appendText(to text: inout String) {
        for child in children {
            switch child {
            case .text(let part): text += part
            case .element(let element): element.appendText(to: &text)
            }
        }
    }
}
