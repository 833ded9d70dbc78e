internal import TextAnalysis

/// The symbols that hold each folded character, so that whoever looks for a few characters passes over all others.
struct SymbolsByCharacter: Sendable {
    /// Ascending, each once.
    private var characters: [UInt16] = []
    /// Where each character's symbols begin; one more at the end.
    private var starts: [Int] = []
    private var symbols: [UInt16] = []

    /// - Complexity: O(*n* log *n*) in the characters of all symbols.
    init(_ folded: FoldedSymbols) {
        var pairs: [UInt32] = []
        for symbol in 0..<folded.count {
            for index in 0..<Int(folded.length(of: symbol)) {
                pairs.append(UInt32(folded.characters(of: symbol)[index]) << 16 | UInt32(UInt16(truncatingIfNeeded: symbol)))
            }
        }
        pairs.sort()
        for pair in pairs {
            let character = UInt16(pair >> 16)
            if characters.last != character {
                characters.append(character)
                starts.append(symbols.count)
            }
            symbols.append(UInt16(truncatingIfNeeded: pair))
        }
        starts.append(symbols.count)
    }

    /// Calls `body` with each symbol that holds the character, as often as it does.
    func forEachSymbol(holding character: UInt32, _ body: (Int) -> Void) {
        var low = 0
        var high = characters.count
        while low < high {
            let middle = (low + high) / 2
            if characters[middle] < character { low = middle + 1 } else { high = middle }
        }
        guard low < characters.count, characters[low] == character else { return }
        for place in starts[low]..<starts[low + 1] { body(Int(symbols[place])) }
    }
}
