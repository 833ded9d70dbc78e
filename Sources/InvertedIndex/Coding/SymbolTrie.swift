/// Finds the longest symbol at a place of a text.
///
/// The tree of the symbols' characters is kept in one array: a node is an offset, and where a character leads from it stands
/// at the offset plus the character (the double array of Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array
/// Structure", 1989). So a step takes one load, whatever is found.
struct SymbolTrie {
    /// The root is offset 0. Behind the highest offset there is an entry for every character below the limit.
    let entries: [UInt64]

    /// Symbols that are empty, too long or hold a NUL are left out. Of equal ones the first counts.
    init(_ symbols: [[UInt16]]) { entries = SymbolTrieBuilder(symbols.map { PackedSymbol($0) }).entries() }

    /// - Parameter characterLimit: all characters, those of the texts too, are below that.
    init(_ symbols: [PackedSymbol], characterLimit: Int) {
        entries = SymbolTrieBuilder(symbols, characterLimit: characterLimit).entries()
    }

    /// Where a character leads. An entry of 0 belongs to no character.
    struct Entry {
        let bits: UInt64

        init(bits: UInt64) { self.bits = bits }

        /// - Parameters:
        ///   - symbol: the symbol that ends with the character, if one does.
        ///   - node: the offset it leads to, 0 where nothing follows.
        init(character: UInt16, symbol: Int?, node: Int) {
            let code = symbol.map { TextCode.bytes(of: $0) } ?? (bytes: 0, length: 0)
            bits = UInt64(character) << 48 | UInt64(code.bytes) << 32 | UInt64(code.length) << 30 | UInt64(node)
        }

        /// Offsets are below that.
        static let nodeLimit = 1 << 30

        /// The character that the entry belongs to; others that come to its place are led nowhere.
        @inline(__always) var character: UInt64 { bits &>> 48 }
        /// The code of the symbol that ends here, the first byte lowest.
        @inline(__always) var code: UInt16 { UInt16(truncatingIfNeeded: bits &>> 32) }
        /// Bytes of the code; 0 where no symbol ends.
        @inline(__always) var codeLength: Int { Int(truncatingIfNeeded: bits &>> 30) & 3 }
        @inline(__always) var node: Int { Int(truncatingIfNeeded: bits) & (Self.nodeLimit &- 1) }
    }

    /// Cuts a text into the longest symbols from place to place, and calls `body` with each; with nil for a character that
    /// begins none.
    @inline(__always)
    func forEachSymbol(in text: Span<UInt16>, _ body: (Int?, UInt16) -> Void) {
        let entries = entries.span
        var place = 0
        while place < text.count {
            let first = text[place]
            let found = Self.longest(in: text, at: &place, entries)
            body(found.codeLength == 0 ? nil : TextCode.symbol(of: found.code), first)
        }
    }

    /// The entry that ends the longest symbol at a place, and the place behind that; an empty entry, and the next place, where
    /// no symbol begins.
    @inline(__always)
    private static func longest(in text: Span<UInt16>, at place: inout Int, _ entries: Span<UInt64>) -> Entry {
        var next = place
        var node = 0
        var found = Entry(bits: 0)
        place &+= 1
        repeat {
            let character = Int(text[next])
            let entry = Entry(bits: entries[node &+ character])
            guard entry.bits != 0, entry.character == character else { break }
            next &+= 1
            if entry.codeLength != 0 {
                found = entry
                place = next
            }
            node = entry.node
        } while node != 0 && next < text.count
        return found
    }
}
