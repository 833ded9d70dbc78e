/// How far a row of bytes is UTF-8.
struct UTF8Survey {
    /// Well-formed characters of two to four bytes.
    private(set) var multibyteCharacters = 0
    /// Bytes that belong to no well-formed character.
    private(set) var strayBytes = 0
    /// Control characters that no text has: all below a blank but tab, line feed, form feed, return and escape.
    private(set) var controlBytes = 0

    var isValid: Bool { strayBytes == 0 }

    /// - Complexity: O(*n*)
    init(_ bytes: [UInt8]) {
        var at = 0
        let count = bytes.count
        let bytes = bytes.span
        while at < count {
            let byte = bytes[at]
            if byte >= 0xE4, byte <= 0xE9, at + 2 < count, bytes[at + 1] & 0xC0 == 0x80, bytes[at + 2] & 0xC0 == 0x80 {
                // Han characters, most of what is read.
                multibyteCharacters += 1
                at += 3
                continue
            }
            if byte < 0x80 {
                if byte < 0x20, !Self.isTextControl(byte) { controlBytes += 1 }
                at += 1
                continue
            }
            let length = Self.length(at: at, in: bytes)
            if length > 0 {
                multibyteCharacters += 1
                at += length
            } else {
                strayBytes += 1
                at += 1
            }
        }
    }

    static func isTextControl(_ byte: UInt8) -> Bool {
        byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D || byte == 0x1B
    }

    /// The length of the well-formed character that starts here, or 0. Source: Unicode 15, table 3-7.
    private static func length(at start: Int, in bytes: Span<UInt8>) -> Int {
        let lead = bytes[start]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard start + length <= bytes.count, second.contains(bytes[start + 1]) else { return 0 }
        for index in (start + 2)..<(start + max(length, 2)) where !(0x80...0xBF).contains(bytes[index]) { return 0 }
        return length
    }
}
