/// The few small JSON objects that the service itself says; answers of the search are encoded by `AnswerEncoder`.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ content: (inout JSONText) -> Void) { nested("{", "}", content) }

    mutating func array(_ content: (inout JSONText) -> Void) { nested("[", "]", content) }

    private mutating func nested(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONText) -> Void) {
        bytes.append(UInt8(ascii: open))
        needsComma = false
        content(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    // MARK: Elements of an array

    mutating func element(_ value: String) {
        separate()
        string(value)
    }

    mutating func element(_ values: [String]) { element { $0.array { for value in values { $0.element(value) } } } }

    /// An object or an array in an array.
    mutating func element(_ content: (inout JSONText) -> Void) {
        separate()
        content(&self)
    }

    // MARK: Members of an object

    /// An object or an array as a member.
    mutating func member(_ name: String, _ content: (inout JSONText) -> Void) {
        key(name)
        content(&self)
    }

    mutating func member(_ name: String, _ value: Bool) {
        key(name)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// JSON as another encoder made it.
    mutating func member(_ name: String, json: [UInt8]) {
        key(name)
        bytes.append(contentsOf: json)
    }

    mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    mutating func member(_ name: String, _ value: Int) {
        key(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    /// A member that may be null.
    mutating func member(_ name: String, orNull value: String?) {
        key(name)
        if let value { string(value) } else { bytes.append(contentsOf: "null".utf8) }
    }

    mutating func member(_ name: String, _ values: [String]) {
        member(name) { $0.array { for value in values { $0.element(value) } } }
    }

    private mutating func key(_ name: String) {
        separate()
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
            case 0x00...0x1F:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: (digits.utf8.count == 1 ? #"\u000"# : #"\u00"#).utf8)
                bytes.append(contentsOf: digits.utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
