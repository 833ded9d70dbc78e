/// A page in the making: the only way from a value to bytes of markup.
///
///     var html = HTML(language: .chinese)
///     html.element(.p, [.class("soft")]) { $0.text("5 < 6") }    // <p class="soft">5 &lt; 6</p>
///
/// Tags and attribute names are closed sets, and every value passes ``text(_:)`` or an ``Attribute``, which escape it.
/// There is no call that takes markup, so none can be slipped in.
struct HTML {
    let language: Language
    private(set) var bytes: [UInt8] = []

    init(language: Language) {
        self.language = language
        bytes.reserveCapacity(32_768)
    }

    enum Tag: String {
        case a, article, aside, body, button, caption, code, dd, del, details, div, dl, dt, footer, form, h1, h2, h3, h4, h5, h6
        case head, header, html, input, ins, label, li, link, main, mark, meta, nav, ol, option, p, script, select, small, span
        case strong
        case summary, table, tbody, td, th, thead, time, title, tr, ul
    }

    mutating func doctype() {
        bytes.append(contentsOf: "<!doctype html>\n".utf8)
    }

    /// An element with what `content` writes into it.
    mutating func element(_ tag: Tag, _ attributes: [Attribute] = [], _ content: (inout HTML) -> Void) {
        open(tag, attributes)
        content(&self)
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: tag.rawValue.utf8)
        bytes.append(UInt8(ascii: ">"))
    }

    /// An element that holds only text.
    mutating func element(_ tag: Tag, _ attributes: [Attribute] = [], text value: String) {
        element(tag, attributes) { $0.text(value) }
    }

    /// An element that holds a sentence.
    mutating func element(_ tag: Tag, _ attributes: [Attribute] = [], say sentence: Sentence) {
        element(tag, attributes) { $0.say(sentence) }
    }

    /// An element that has no content and no end tag: `input`, `meta`, `link`.
    mutating func void(_ tag: Tag, _ attributes: [Attribute]) {
        open(tag, attributes)
    }

    /// JSON-LD for programs that read the page. A data block: no browser runs it, so the content security policy lets it be.
    mutating func linkedData(_ json: [UInt8]) {
        bytes.append(contentsOf: "<script type=\"application/ld+json\">".utf8)
        // In JSON these three stand in strings only, where the escape means the same; so no tag can end the block.
        for byte in json {
            switch byte {
            case UInt8(ascii: "<"): bytes.append(contentsOf: "\\u003c".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "\\u003e".utf8)
            case UInt8(ascii: "&"): bytes.append(contentsOf: "\\u0026".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(contentsOf: "</script>".utf8)
    }

    mutating func text(_ value: String) {
        Self.escape(value, into: &bytes)
    }

    /// A line feed in the source, where people may read it.
    mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func open(_ tag: Tag, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: tag.rawValue.utf8)
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: attribute.name.rawValue.utf8)
            guard let value = attribute.value else { continue }
            bytes.append(contentsOf: "=\"".utf8)
            Self.escape(value, into: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    /// One escape for text and for quoted attribute values: `& < > " '`. Characters that HTML forbids become U+FFFD.
    private static func escape(_ value: String, into bytes: inout [UInt8]) {
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
