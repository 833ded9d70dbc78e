/// A byte code for the texts of one segment: symbols stand for characters and for the strings that laws repeat.
///
/// | First byte | Meaning                                                        |
/// |------------|----------------------------------------------------------------|
/// | 0–190      | the symbol of that number                                      |
/// | 191–254    | with the next byte *t*: symbol 191 + (first − 191)·256 + *t*   |
/// | 255        | the next three bytes are a Unicode scalar itself               |
///
/// A static table of strings found greedily, as FSST has it (Boncz, Neumann and Leis, "FSST: Fast Random Access String
/// Compression", VLDB 2020), but with two-byte symbols, because Chinese has thousands of characters. Any text can be
/// decoded alone. On Chinese law it needs about a quarter of the bytes that UTF-8 does.
package enum TextCode {
    package static let singles = 191
    package static let escape: UInt8 = 255
    /// Symbols that have a code.
    package static let capacity = singles + 64 * 256
    /// Characters of a symbol at most.
    package static let longest = 8

    /// The bytes of a symbol, the first one lowest, and how many they are.
    static func bytes(of symbol: Int) -> (bytes: UInt16, length: Int) {
        guard symbol >= singles else { return (UInt16(symbol), 1) }
        let rest = symbol - singles
        return (UInt16(singles + rest >> 8) | UInt16(truncatingIfNeeded: rest) << 8, 2)
    }

    /// The symbol that has these bytes; the second does not matter where the first does without.
    @inline(__always)
    static func symbol(of bytes: UInt16) -> Int {
        let first = Int(bytes & 0xFF)
        return first < singles ? first : singles &+ (first &- singles) &* 256 &+ Int(bytes >> 8)
    }
}

/// The symbols of one segment, by number.
package struct SymbolTable: Equatable, Sendable {
    /// Each one's characters, all of the basic plane.
    package var symbols: [[UInt16]]

    package init(symbols: [[UInt16]]) { self.symbols = symbols }

    /// For each symbol a byte with its number of characters, then all characters, 16 bits each.
    package func encoded() -> ByteWriter {
        var writer = ByteWriter()
        for symbol in symbols { writer.byte(UInt8(symbol.count)) }
        for symbol in symbols { for character in symbol { writer.integer(character) } }
        return writer
    }
}
