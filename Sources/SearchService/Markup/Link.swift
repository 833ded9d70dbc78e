/// An address that a page may point to: one of ours, an anchor, or a web page a document was saved from.
struct Link: Equatable, Sendable {
    /// Percent-encoded: `/d/%E9%84%82…?q=1#art_2`.
    let target: String

    private init(target: String) { self.target = target }

    /// A path of this service. Each segment and item is encoded here, so they are given as they are.
    init(path segments: [String], items: [QueryItem] = [], fragment: String? = nil) {
        var target = ""
        for segment in segments {
            target += "/"
            Self.encode(segment, into: &target)
        }
        if segments.isEmpty { target = "/" }
        for (index, item) in items.enumerated() {
            target += index == 0 ? "?" : "&"
            Self.encode(item.name, into: &target)
            target += "="
            Self.encode(item.value, into: &target)
        }
        if let fragment {
            target += "#"
            Self.encode(fragment, into: &target)
        }
        self.init(target: target)
    }

    /// A place on the same page.
    static func anchor(_ id: String) -> Link {
        var target = "#"
        encode(id, into: &target)
        return Link(target: target)
    }

    /// A page of the web; nil unless it is plainly http or https, so that `javascript:` never becomes a link.
    static func web(_ address: String) -> Link? {
        let lowercased = address.lowercased()
        guard lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://"),
            address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { return nil }
        return Link(target: address)
    }

    /// RFC 3986: letters, digits and `-._~` stay (and `:` and `,`, which are plain in paths and queries), all else is `%XX`.
    private static func encode(_ value: String, into target: inout String) {
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: ","):
                target.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                target += "%"
                target.unicodeScalars.append(hexadecimalDigit(byte >> 4))
                target.unicodeScalars.append(hexadecimalDigit(byte & 15))
            }
        }
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
