/// Writes JSON (RFC 8259) with keys in the order in which they are given and every unknown value as null.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ body: (inout JSONWriter) -> Void) { nested(0x7B, 0x7D, body) }

    mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void) {
        nested(0x5B, 0x5D) { writer in
            for element in elements { body(&writer, element) }
        }
    }

    mutating func key(_ name: String) {
        separate()
        append(quoted: name)
        bytes.append(0x3A)
        needsComma = false
    }

    mutating func string(_ value: String?) {
        separate()
        if let value { append(quoted: value) } else { bytes.append(contentsOf: "null".utf8) }
    }

    mutating func integer(_ value: Int) { literal("\(value)") }

    /// Three decimals, enough to tell scores apart.
    mutating func decimal(_ value: Double) {
        guard value.isFinite, abs(value) < 1e15 else { return literal("0") }
        let thousandths = Int((value * 1_000).rounded())
        let fraction = String(abs(thousandths) % 1_000)
        let sign = thousandths < 0 ? "-" : ""
        literal("\(sign)\(abs(thousandths) / 1_000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)")
    }

    mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func nested(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(open)
        needsComma = false
        body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }

    private mutating func append(quoted text: String) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x0D: bytes += [0x5C, 0x72]
            case 0x09: bytes += [0x5C, 0x74]
            case 0..<0x20: bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "1")\(String(byte % 16, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
