/// The character encoding that a page says it has: `<meta charset=…>`, `<meta … content="text/html; charset=…">` or
/// `<?xml … encoding="…"?>`.
enum EncodingDeclaration {
    /// The declared name in lower case, looked for in the first 4,096 bytes.
    static func name(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for mark in ["charset", "encoding"] {
            if let value = value(after: Array(mark.utf8), in: head) { return value }
        }
        return nil
    }

    private static func value(after mark: [UInt8], in head: [UInt8]) -> String? {
        guard head.count > mark.count else { return nil }
        for start in 0..<(head.count - mark.count) where head[start..<start + mark.count].elementsEqual(mark) {
            var rest = head[(start + mark.count)...].drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let name = rest.prefix { isNameByte($0) }
            if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
}
