/// An address that a page may point to: one of ours, an anchor, or a web page a document was saved from.
struct Link: Equatable, Sendable {
    /// As a page carries it, an IRI (RFC 3987): Chinese stands as it is, at a third of its length encoded.
    /// `/d/鄂尔多斯…?q=1#art_2`; all but letters, digits and Chinese is encoded.
    let reference: String

    /// As header fields and feeds carry it, a URI (RFC 3986): `/d/%E9%84%82…?q=1#art_2`.
    var target: String {
        var target = ""
        target.reserveCapacity(reference.utf8.count * 3)
        for byte in reference.utf8 {
            if byte < 0x80 { target.unicodeScalars.append(Unicode.Scalar(byte)) } else { Self.encode(byte, into: &target) }
        }
        return target
    }

    private init(reference: String) { self.reference = reference }

    /// A path of this service. Each segment and item is encoded here, so they are given as they are.
    init(path segments: [String], items: [QueryItem] = [], fragment: String? = nil) {
        var reference = ""
        for segment in segments {
            reference += "/"
            Self.encode(segment, into: &reference)
        }
        if segments.isEmpty { reference = "/" }
        for (index, item) in items.enumerated() {
            reference += index == 0 ? "?" : "&"
            Self.encode(item.name, into: &reference)
            reference += "="
            Self.encode(item.value, into: &reference)
        }
        if let fragment {
            reference += "#"
            Self.encode(fragment, into: &reference)
        }
        self.init(reference: reference)
    }

    /// A place on the same page.
    static func anchor(_ id: String) -> Link {
        var reference = "#"
        encode(id, into: &reference)
        return Link(reference: reference)
    }

    /// A page of the web; nil unless it is plainly http or https, so that `javascript:` never becomes a link.
    static func web(_ address: String) -> Link? {
        let lowercased = address.lowercased()
        guard lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://"),
            address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { return nil }
        return Link(reference: address)
    }

    /// Letters, digits and `-._~` stay (and `:` and `,`, which are plain in paths and queries), and so do Chinese characters
    /// with their punctuation and full-width forms, which look like nothing else; all other bytes are `%XX`.
    private static func encode(_ value: String, into reference: inout String) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", ":", ",", "\u{3001}"..."\u{9FFF}", "\u{FF01}"..."\u{FF5E}":
                reference.unicodeScalars.append(scalar)
            default:
                for byte in String(scalar).utf8 { encode(byte, into: &reference) }
            }
        }
    }

    private static func encode(_ byte: UInt8, into text: inout String) {
        text += "%"
        text.unicodeScalars.append(hexadecimalDigit(byte >> 4))
        text.unicodeScalars.append(hexadecimalDigit(byte & 15))
    }

    private static func hexadecimalDigit(_ value: UInt8) -> Unicode.Scalar {
        Unicode.Scalar(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10)
    }
}

/// `name=value` of a query string, decoded.
struct QueryItem: Equatable, Sendable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
