internal import TextAnalysis

/// Chooses the symbols of a segment from a sample of its text.
///
/// Begins with the characters and lets neighbouring symbols grow together, a few rounds over, as FSST does: each round codes
/// the sample with the symbols so far, counts symbols and pairs of neighbours, and keeps those that cover most characters. Where the
/// symbols of a long text are known, those of them that the sample repeats are as good at once.
package struct SymbolTrainer {
    private static let rounds = 4
    /// Characters of the sample at most.
    package static let sampleSize = 400_000

    /// Texts, each ended by a NUL, their characters by number; a NUL stands for what no symbol holds, too.
    private var sample: [UInt16] = []
    private let alphabet: SampleAlphabet
    /// The known symbols that the sample repeats; nil where none are known.
    private let known: [PackedSymbol]?
    /// Occurrences that a symbol must have.
    private let least: UInt32

    package init(_ texts: [String], known: KnownSymbols? = nil) { self.init([texts], known: known) }

    /// - Parameters:
    ///   - batches: all texts that will be coded, in batches.
    ///   - known: the symbols of a long text of the same kind.
    init(_ batches: [[String]], known: KnownSymbols?) {
        let bytes = batches.reduce(0) { $1.reduce($0) { $0 + $1.utf8.count } }
        // A character takes about three bytes.
        let stride = max(1, bytes / 3 / Self.sampleSize)
        var next = 0
        for texts in batches {
            while next < texts.count {
                for scalar in texts[next].unicodeScalars {
                    sample.append(scalar.value < 0x1_0000 ? UInt16(scalar.value) : 0)
                }
                sample.append(0)
                next += stride
            }
            next -= texts.count
        }
        // Where the sample is everything, a symbol must save what its place in the table costs.
        least = stride == 1 ? 4 : 3
        let alphabet = SampleAlphabet(of: sample)
        self.alphabet = alphabet
        self.known = known?.used(in: sample, least: least).map { $0.map(alphabet.number) }
        for place in sample.indices { sample[place] = alphabet.number(of: sample[place]) }
    }

    /// The symbols, the most frequent first.
    package consuming func table() -> SymbolTable {
        var symbols = characters().map { PackedSymbol($0) }
        let arePlain = symbols.map { FoldedSymbols.isPlain(alphabet.character($0[0])) }
        let room = TextCode.capacity - symbols.count
        symbols += known?.prefix(room) ?? []
        let rounds = known == nil ? Self.rounds : 0
        var batch = LaneBatch(sample)
        var count = SymbolCount()
        for round in 0...rounds {
            count.reset(symbolCount: symbols.count)
            batch.code(by: SymbolTrie(symbols, characterLimit: alphabet.limit))
            batch.forEachCode { count.add($0, countingPairs: round < rounds) }
            if round == rounds { break }
            symbols = Self.grown(symbols, arePlain: arePlain, count, room: room, least: least)
        }
        let ordered = Self.ordered(symbols, count.symbols)
        return SymbolTable(symbols: ordered.map { $0.unpacked.map(alphabet.character) })
    }

    /// The distinct characters by number, the commonest first.
    private func characters() -> [UInt16] {
        var counts = [UInt32](repeating: 0, count: alphabet.limit)
        for character in sample { counts[Int(character)] += 1 }
        let ordered = (1..<alphabet.limit).map { UInt16($0) }.sorted { left, right in
            let (leftCount, rightCount) = (counts[Int(left)], counts[Int(right)])
            return leftCount != rightCount ? leftCount > rightCount : left < right
        }
        return Array(ordered.prefix(TextCode.capacity))
    }

    /// The characters, and the strings that cover most of the sample: of those there are, and of neighbours joined.
    ///
    /// Strings are made of characters that fold to one character and never join with their like, so that a string folds to
    /// a string of the same length.
    ///
    /// - Parameter arePlain: whether each character, which are the first of the symbols, is such.
    private static func grown(
        _ symbols: [PackedSymbol], arePlain: [Bool], _ count: SymbolCount, room: Int, least: UInt32
    ) -> [PackedSymbol] {
        let characters = arePlain.count
        var candidates: [(gain: UInt32, symbol: PackedSymbol)] = []
        for index in characters..<symbols.count where count.symbols[index] >= least {
            candidates.append((count.symbols[index] * UInt32(symbols[index].count), symbols[index]))
        }
        func isPlain(_ index: Int) -> Bool { index >= characters || arePlain[index] }
        count.forEachPair { left, right, times in
            guard times >= least, isPlain(left), isPlain(right) else { return }
            let length = symbols[left].count + symbols[right].count
            guard length <= TextCode.longest else { return }
            candidates.append((times * UInt32(length), symbols[left].joined(with: symbols[right])))
        }
        candidates.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.symbol < $1.symbol }
        var chosen: Set<PackedSymbol> = []
        var result = Array(symbols[..<characters])
        for candidate in candidates where result.count < characters + room {
            if chosen.insert(candidate.symbol).inserted { result.append(candidate.symbol) }
        }
        return result
    }

    /// The commonest symbols have the short codes.
    private static func ordered(_ symbols: [PackedSymbol], _ usage: [UInt32]) -> [PackedSymbol] {
        let order = symbols.indices.sorted { left, right in
            usage[left] != usage[right] ? usage[left] > usage[right] : symbols[left] < symbols[right]
        }
        return order.map { symbols[$0] }
    }
}
