internal import TextAnalysis

/// Turns texts into codes.
package struct SymbolEncoder {
    private let trie: SymbolTrie
    private var characters: [UInt16] = []
    private var coded: [UInt8] = []

    package init(_ table: SymbolTable) { trie = SymbolTrie(table.symbols) }

    package mutating func append(_ text: String, to writer: inout ByteWriter) {
        let bytes = text.utf8.span
        if characters.count < bytes.count { characters = [UInt16](repeating: 0, count: bytes.count * 2) }
        var position = 0
        var count = 0
        while position < bytes.count {
            let scalar = ScalarScan.next(in: bytes, &position)
            if scalar < 0x1_0000 {
                characters[count] = UInt16(truncatingIfNeeded: scalar)
                count += 1
            } else {
                write(count, to: &writer)
                count = 0
                writer.byte(TextCode.escape)
                writer.uint24(scalar)
            }
        }
        write(count, to: &writer)
    }

    /// Writes the codes of so many characters. One takes four bytes at most, a symbol two.
    private mutating func write(_ count: Int, to writer: inout ByteWriter) {
        let room = count * 4
        if coded.count < room { coded = [UInt8](repeating: 0, count: room * 2) }
        var end = 0
        unsafe characters.withUnsafeBufferPointer { all in
            let characters = unsafe UnsafeBufferPointer(rebasing: all[..<count])
            unsafe coded.withUnsafeMutableBufferPointer { coded in
                unsafe trie.withTables { tables in
                    var place = 0
                    while place < characters.count {
                        let first = unsafe characters[place]
                        let found = unsafe Int(tables.longest(in: characters, at: &place))
                        // Safety: no more than four bytes for each character, and there is room for them.
                        end = unsafe Self.write(found, first, to: coded, at: end)
                    }
                }
            }
        }
        writer.append(coded[..<end])
    }

    /// Writes the code of a symbol, given by its number plus 1, or of a character that has none; returns the place behind it.
    @inline(__always)
    @unsafe private static func write(
        _ found: Int, _ character: UInt16, to coded: UnsafeMutableBufferPointer<UInt8>, at place: Int
    ) -> Int {
        let symbol = found &- 1
        if symbol >= TextCode.singles {
            let rest = symbol &- TextCode.singles
            unsafe coded[place] = UInt8(truncatingIfNeeded: TextCode.singles &+ rest >> 8)
            unsafe coded[place &+ 1] = UInt8(truncatingIfNeeded: rest)
            return place &+ 2
        }
        if symbol >= 0 {
            unsafe coded[place] = UInt8(truncatingIfNeeded: symbol)
            return place &+ 1
        }
        unsafe coded[place] = TextCode.escape
        unsafe coded[place &+ 1] = UInt8(truncatingIfNeeded: character)
        unsafe coded[place &+ 2] = UInt8(truncatingIfNeeded: character >> 8)
        unsafe coded[place &+ 3] = 0
        return place &+ 4
    }
}
