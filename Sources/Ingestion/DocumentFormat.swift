/// The format of a file, judged by its content and not by its name.
public enum DocumentFormat: Equatable, Sendable {
    case html
    case akomaNtoso
    /// XML of another vocabulary.
    case otherXML
    case markdown
    case plainText
    /// JSON or JSON Lines.
    case json

    /// Judges a text in UTF-8. A name ending in `.md` decides only between Markdown and plain text.
    ///
    /// - Complexity: looks at the first 4,096 bytes.
    public init(utf8: [UInt8], source: String) {
        let head = MarkupSniff(utf8: utf8)
        if head.isJSON {
            self = .json
        } else if head.startsWithMarkdownHeading || (source.lowercased().hasSuffix(".md") && !head.startsWithDocument) {
            self = .markdown
        } else if head.rootName == "akomantoso" {
            self = .akomaNtoso
        } else if head.rootName == "html" || head.hasHTMLDoctype {
            self = .html
        } else if head.hasXMLDeclaration {
            self = .otherXML
        } else if let root = head.rootName, head.hasNamespace, !MarkupSniff.isHTMLName(root) {
            self = .otherXML
        } else if head.holdsHTMLTags {
            self = .html
        } else {
            self = .plainText
        }
    }
}

/// The first bytes of a text, looked at for marks of markup.
struct MarkupSniff {
    /// Local name of the first element, in lower case; nil where the text does not begin with markup.
    private(set) var rootName: String?
    private(set) var hasXMLDeclaration = false
    private(set) var hasHTMLDoctype = false
    private(set) var hasNamespace = false
    private(set) var holdsHTMLTags = false
    private(set) var startsWithMarkdownHeading = false
    /// Begins as an object with a quoted key, or a list of such.
    private(set) var isJSON = false

    var startsWithDocument: Bool { hasXMLDeclaration || hasHTMLDoctype || rootName == "html" || rootName == "akomantoso" }

    private static let htmlNames: Set<String> = [
        "a", "article", "b", "body", "br", "center", "div", "dl", "font", "frame", "frameset", "h1", "h2", "h3", "head", "hr", "li", "link",
        "main", "meta", "ol", "p", "script", "section", "span", "strong", "style", "table", "tbody", "td", "title",
        "tr", "ul",
    ]

    static func isHTMLName(_ name: String) -> Bool { htmlNames.contains(name) }

    init(utf8: [UInt8]) {
        let head = utf8.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        var at = 0
        while at < head.count {
            if head[at] <= 0x20 {
                at += 1
            } else if head[at...].starts(with: "<!--".utf8) {
                at = Self.index(after: "-->", in: head, from: at) ?? head.count
            } else if head[at...].starts(with: "<?".utf8) {
                if head[at...].starts(with: "<?xml".utf8) { hasXMLDeclaration = true }
                at = Self.index(after: ">", in: head, from: at) ?? head.count
            } else if head[at...].starts(with: "<!doctype".utf8) {
                if head[at...].dropFirst(9).drop(while: { $0 <= 0x20 }).starts(with: "html".utf8) { hasHTMLDoctype = true }
                at = Self.index(after: ">", in: head, from: at) ?? head.count
            } else {
                break
            }
        }
        readFirstElement(head, at)
        startsWithMarkdownHeading = at < head.count && head[at...].starts(with: "# ".utf8)
        holdsHTMLTags = Self.holdsHTMLTag(head)
        let marks = head.lazy.filter { $0 > 0x20 }.prefix(3)
        isJSON = marks.starts(with: "{\"".utf8) || marks.starts(with: "[{\"".utf8)
    }

    private mutating func readFirstElement(_ head: [UInt8], _ start: Int) {
        guard start + 1 < head.count, head[start] == UInt8(ascii: "<") else { return }
        let tag = head[(start + 1)...].prefix { $0 != UInt8(ascii: ">") }
        let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
        guard let first = name.first, (0x61...0x7A).contains(first) else { return }
        let local = name.split(separator: UInt8(ascii: ":")).last ?? name
        rootName = String(decoding: local, as: UTF8.self)
        hasNamespace = String(decoding: tag, as: UTF8.self).contains("xmlns")
    }

    private static func holdsHTMLTag(_ head: [UInt8]) -> Bool {
        for at in head.indices where head[at] == UInt8(ascii: "<") {
            let name = head[(at + 1)...].prefix(8).prefix { (0x61...0x7A).contains($0) || (0x31...0x36).contains($0) }
            if !name.isEmpty, isHTMLName(String(decoding: name, as: UTF8.self)) { return true }
        }
        return false
    }

    private static func index(after mark: String, in bytes: [UInt8], from start: Int) -> Int? {
        let wanted = Array(mark.utf8)
        var at = start
        while at + wanted.count <= bytes.count {
            if bytes[at..<at + wanted.count].elementsEqual(wanted) { return at + wanted.count }
            at += 1
        }
        return nil
    }
}
