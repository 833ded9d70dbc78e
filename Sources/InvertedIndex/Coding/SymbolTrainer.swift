internal import TextAnalysis

/// Chooses the symbols of a segment from a sample of its text.
///
/// Begins with the characters and lets neighbouring symbols grow together, a few rounds over, as FSST does: each round codes
/// the sample with the symbols so far, counts symbols and pairs of neighbours, and keeps those that cover most characters.
package struct SymbolTrainer {
    private static let rounds = 4
    /// Characters of the sample at most.
    package static let sampleSize = 400_000

    private var sample: [UInt16] = []
    /// Whether the sample is everything; then a symbol must save what its place in the table costs.
    private let isWhole: Bool

    /// - Parameter texts: all texts that will be coded.
    package init(_ texts: [String]) {
        let bytes = texts.reduce(0) { $0 + $1.utf8.count }
        // A character takes about three bytes.
        let stride = max(1, bytes / 3 / Self.sampleSize)
        for number in Swift.stride(from: 0, to: texts.count, by: stride) {
            for scalar in texts[number].unicodeScalars {
                sample.append(scalar.value < 0x1_0000 ? UInt16(scalar.value) : 0)
            }
            sample.append(0)
        }
        isWhole = stride == 1
    }

    /// The symbols, the most frequent first.
    package consuming func table() -> SymbolTable {
        var symbols = characters().map { [$0] }
        let characterCount = symbols.count
        let room = TextCode.capacity - symbols.count
        var usage: [UInt32] = []
        for round in 0...Self.rounds {
            let trie = SymbolTrie(symbols)
            var count = SymbolCount(symbolCount: symbols.count)
            count.code(sample, with: trie, countingPairs: round < Self.rounds)
            usage = count.symbols
            if round == Self.rounds { break }
            symbols = Self.grown(symbols, characters: characterCount, count, room: room, least: isWhole ? 4 : 3)
        }
        return SymbolTable(symbols: Self.ordered(symbols, usage))
    }

    /// The distinct characters, the commonest first; a NUL stands for what no symbol holds.
    private func characters() -> [UInt16] {
        var counts = [UInt32](repeating: 0, count: 0x1_0000)
        for character in sample { counts[Int(character)] += 1 }
        let used = (1..<0x1_0000).filter { counts[$0] > 0 }.map { UInt16($0) }
        let ordered = used.sorted { left, right in
            let (leftCount, rightCount) = (counts[Int(left)], counts[Int(right)])
            return leftCount != rightCount ? leftCount > rightCount : left < right
        }
        return Array(ordered.prefix(TextCode.capacity))
    }

    /// The characters, and the strings that cover most of the sample: of those there are, and of neighbours joined.
    private static func grown(
        _ symbols: [[UInt16]], characters: Int, _ count: SymbolCount, room: Int, least: UInt32
    ) -> [[UInt16]] {
        var candidates: [(gain: UInt32, symbol: [UInt16])] = []
        for index in characters..<symbols.count where count.symbols[index] >= least {
            candidates.append((count.symbols[index] * UInt32(symbols[index].count), symbols[index]))
        }
        count.forEachPair { left, right, times in
            let length = symbols[left].count + symbols[right].count
            guard times >= least, length <= TextCode.longest else { return }
            let joined = symbols[left] + symbols[right]
            guard joined.allSatisfy(isPlain) else { return }
            candidates.append((times * UInt32(length), joined))
        }
        candidates.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.symbol.lexicographicallyPrecedes($1.symbol) }
        var chosen: Set<[UInt16]> = []
        var result = Array(symbols[..<characters])
        for candidate in candidates where result.count < characters + room {
            if chosen.insert(candidate.symbol).inserted { result.append(candidate.symbol) }
        }
        return result
    }

    /// Strings are made of characters that fold to one character and never join with their like, so that a string folds to
    /// a string of the same length.
    private static func isPlain(_ character: UInt16) -> Bool { FoldedSymbols.isPlain(character) }

    /// The commonest symbols have the short codes.
    private static func ordered(_ symbols: [[UInt16]], _ usage: [UInt32]) -> [[UInt16]] {
        let order = symbols.indices.sorted { left, right in
            if usage[left] != usage[right] { return usage[left] > usage[right] }
            return symbols[left].lexicographicallyPrecedes(symbols[right])
        }
        return order.map { symbols[$0] }
    }
}

/// How often symbols, and pairs of neighbouring ones, occur in a coded sample.
private struct SymbolCount {
    private(set) var symbols: [UInt32]
    private var keys = [UInt32](repeating: .max, count: 1 << 12)
    private var times = [UInt32](repeating: 0, count: 1 << 12)
    private var used = 0

    init(symbolCount: Int) { symbols = [UInt32](repeating: 0, count: symbolCount) }

    mutating func code(_ sample: [UInt16], with trie: SymbolTrie, countingPairs: Bool) {
        var previous: Int?
        trie.forEachSymbol(in: sample.span) { symbol, _ in
            guard let symbol else {
                previous = nil
                return
            }
            symbols[symbol] += 1
            if countingPairs, let previous { add(UInt32(previous) << 16 | UInt32(symbol)) }
            previous = symbol
        }
    }

    func forEachPair(_ body: (Int, Int, UInt32) -> Void) {
        for slot in keys.indices where keys[slot] != .max {
            body(Int(keys[slot] >> 16), Int(keys[slot] & 0xFFFF), times[slot])
        }
    }

    private mutating func add(_ key: UInt32) {
        if used * 2 >= keys.count { grow() }
        let slot = place(of: key)
        if keys[slot] == .max {
            keys[slot] = key
            used += 1
        }
        times[slot] += 1
    }

    @inline(__always)
    private func place(of key: UInt32) -> Int {
        let mask = keys.count - 1
        var slot = Int((UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while keys[slot] != key && keys[slot] != .max { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldTimes) = (keys, times)
        keys = [UInt32](repeating: .max, count: oldKeys.count * 4)
        times = [UInt32](repeating: 0, count: oldKeys.count * 4)
        for index in oldKeys.indices where oldKeys[index] != .max {
            let slot = place(of: oldKeys[index])
            keys[slot] = oldKeys[index]
            times[slot] = oldTimes[index]
        }
    }
}
