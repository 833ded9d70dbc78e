/// XML that the program itself says: Akoma Ntoso, and the service's feed, site map and search description.
package struct XMLText: Sendable {
    package private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

    package init() {}

    /// Names are ours; only values can be anything, and they are escaped.
    package typealias Attributes = [(name: StaticString, value: String)]

    package mutating func element(_ name: StaticString, _ attributes: Attributes = [], _ content: (inout XMLText) -> Void) {
        open(name, attributes, end: ">")
        content(&self)
        bytes.append(contentsOf: "</\(name)>\n".utf8)
    }

    package mutating func element(_ name: StaticString, _ attributes: Attributes = [], text: String) {
        element(name, attributes) { $0.escape(text) }
    }

    /// One without content.
    package mutating func void(_ name: StaticString, _ attributes: Attributes) {
        open(name, attributes, end: "/>\n")
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes, end: String) {
        bytes.append(contentsOf: "<\(name)".utf8)
        for attribute in attributes {
            bytes.append(contentsOf: " \(attribute.name)=\"".utf8)
            escape(attribute.value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: end.utf8)
    }

    /// Characters that XML 1.0 forbids become U+FFFD.
    private mutating func escape(_ value: String) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "\"": bytes.append(contentsOf: "&quot;".utf8)
            case "\u{00}"..."\u{08}", "\u{0B}", "\u{0C}", "\u{0E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
                bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
    }
}
