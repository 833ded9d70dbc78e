internal import TextAnalysis

/// Turns texts into codes.
package struct SymbolEncoder {
    let trie: SymbolTrie
    private var characters: [UInt16] = []

    package init(_ table: SymbolTable) { trie = SymbolTrie(table.symbols) }

    /// Appends the code of one text, whatever its characters.
    package mutating func append(_ text: String, to writer: inout ByteWriter) {
        let bytes = text.utf8.span
        characters.removeAll(keepingCapacity: true)
        var position = 0
        while position < bytes.count {
            let scalar = ScalarScan.next(in: bytes, &position)
            if scalar < 0x1_0000 {
                characters.append(UInt16(truncatingIfNeeded: scalar))
            } else {
                writeCharacters(to: &writer)
                writer.byte(TextCode.escape)
                writer.uint24(scalar)
            }
        }
        writeCharacters(to: &writer)
    }

    /// Writes the codes of the characters that were gathered.
    private mutating func writeCharacters(to writer: inout ByteWriter) {
        trie.forEachSymbol(in: characters.span) { symbol, character in
            guard let symbol else {
                writer.byte(TextCode.escape)
                writer.uint24(UInt32(character))
                return
            }
            let code = TextCode.bytes(of: symbol)
            writer.byte(UInt8(truncatingIfNeeded: code.bytes))
            if code.length == 2 { writer.byte(UInt8(truncatingIfNeeded: code.bytes >> 8)) }
        }
        characters.removeAll(keepingCapacity: true)
    }
}
