/// The symbols of a long segment, for the texts of new ones: a long text is coded with them as they are, and of a short one
/// they say at once what it is likely to repeat.
package final class KnownSymbols: Sendable {
    package let table: SymbolTable
    private let trie: SymbolTrie

    /// - Complexity: about 10 ms for as many symbols as there can be.
    package init(_ table: SymbolTable) {
        self.table = table
        trie = SymbolTrie(table.symbols)
    }

    /// The symbols of several characters that occur `least` times or more in texts, each ended by a NUL.
    func used(in texts: [UInt16], least: UInt32) -> [PackedSymbol] {
        var batch = LaneBatch(texts)
        var count = SymbolCount()
        count.reset(symbolCount: table.symbols.count)
        batch.code(by: trie)
        batch.forEachCode { count.add($0, countingPairs: false) }
        return table.symbols.indices.compactMap { index in
            guard count.symbols[index] >= least, table.symbols[index].count > 1 else { return nil }
            return PackedSymbol(table.symbols[index])
        }
    }
}
