/// Turns texts into codes.
package struct SymbolEncoder {
    private let trie: SymbolTrie
    private var characters: [UInt16] = []

    package init(_ table: SymbolTable) { trie = SymbolTrie(table.symbols) }

    package mutating func append(_ text: String, to writer: inout ByteWriter) {
        characters.removeAll(keepingCapacity: true)
        for scalar in text.unicodeScalars {
            if scalar.value < 0x1_0000 {
                characters.append(UInt16(scalar.value))
            } else {
                flush(to: &writer)
                writer.byte(TextCode.escape)
                writer.uint24(scalar.value)
            }
        }
        flush(to: &writer)
    }

    private mutating func flush(to writer: inout ByteWriter) {
        trie.forEachSymbol(in: characters) { symbol, character in
            guard let symbol else {
                writer.byte(TextCode.escape)
                writer.uint24(UInt32(character))
                return
            }
            if symbol < TextCode.singles {
                writer.byte(UInt8(truncatingIfNeeded: symbol))
            } else {
                let rest = symbol &- TextCode.singles
                writer.integer(
                    UInt16(truncatingIfNeeded: TextCode.singles &+ rest >> 8) | UInt16(truncatingIfNeeded: rest) << 8)
            }
        }
        characters.removeAll(keepingCapacity: true)
    }
}
