/// Lays the tree of symbols out as a ``SymbolTrie`` has it.
struct SymbolTrieBuilder {
    /// The characters after each node, and the nodes these lead to.
    private struct Branch {
        let character: UInt16
        let symbol: Int?
        /// 0 where nothing follows.
        var node = 0
    }

    private var branches: [Branch] = []
    /// The branches of each node, the root first.
    private var nodes: [Range<Int>] = []
    private let characterLimit: Int

    /// - Parameters:
    ///   - symbols: nil for one that is left out.
    ///   - characterLimit: there are entries for all characters below that at any node.
    init(_ symbols: [PackedSymbol?], characterLimit: Int = 0x1_0000) {
        self.characterLimit = characterLimit
        let keys = Self.sortedKeys(symbols)
        // What is left to do of each node: its keys, and how many characters lead to it.
        var ranges: [(keys: Range<Int>, depth: Int)] = [(keys.indices, 0)]
        var node = 0
        while node < ranges.count {
            let (range, depth) = ranges[node]
            let start = branches.count
            var place = range.lowerBound
            while place < range.upperBound {
                let first = place
                let character = keys[first].symbol[depth]
                repeat { place += 1 } while place < range.upperBound && keys[place].symbol[depth] == character
                // Of keys with the same beginning the one that is no more than it comes first.
                let ends = keys[first].symbol[depth + 1] == 0
                var branch = Branch(character: character, symbol: ends ? keys[first].number : nil)
                let rest = (ends ? first + 1 : first)..<place
                if !rest.isEmpty {
                    branch.node = ranges.count
                    ranges.append((rest, depth + 1))
                }
                branches.append(branch)
            }
            nodes.append(start..<branches.count)
            node += 1
        }
    }

    /// The symbols in the order of their characters, each once, with their numbers.
    private static func sortedKeys(_ symbols: [PackedSymbol?]) -> [(symbol: PackedSymbol, number: Int)] {
        var keys: [(symbol: PackedSymbol, number: Int)] = []
        keys.reserveCapacity(symbols.count)
        for (number, symbol) in symbols.enumerated() {
            if let symbol { keys.append((symbol, number)) }
        }
        keys.sort { $0.symbol != $1.symbol ? $0.symbol < $1.symbol : $0.number < $1.number }
        var kept: [(symbol: PackedSymbol, number: Int)] = []
        kept.reserveCapacity(keys.count)
        for key in keys where kept.last?.symbol != key.symbol { kept.append(key) }
        return kept
    }

    func entries() -> [UInt64] {
        let offsets = placedNodes()
        let highest = offsets.max() ?? 0
        precondition(highest < SymbolTrie.Entry.nodeLimit)
        var entries = [UInt64](repeating: 0, count: highest + characterLimit)
        for (node, range) in nodes.enumerated() {
            for branch in branches[range] {
                let entry = SymbolTrie.Entry(
                    character: branch.character, symbol: branch.symbol, node: branch.node == 0 ? 0 : offsets[branch.node])
                entries[offsets[node] + Int(branch.character)] = entry.bits
            }
        }
        return entries
    }

    /// The offset of each node, no two alike. Those with most branches are placed first; the others fill the gaps.
    private func placedNodes() -> [Int] {
        var offsets = [Int](repeating: 0, count: nodes.count)
        var room = TrieRoom(characterLimit: characterLimit)
        if let root = nodes.first { room.take(0, branches[root].map(\.character)) }
        let order = nodes.indices.dropFirst().sorted { left, right in
            nodes[left].count != nodes[right].count ? nodes[left].count > nodes[right].count : left < right
        }
        for node in order {
            let characters = branches[nodes[node]].map(\.character)
            offsets[node] = room.offset(for: characters)
            room.take(offsets[node], characters)
        }
        return offsets
    }
}

/// Which places of a trie's array are taken, and which offsets.
private struct TrieRoom {
    private var takenPlaces: [UInt64] = []
    private var takenOffsets: [UInt64] = []
    /// Words that hold a place for every character, from any bit of the first on.
    private let characterWords: Int
    /// Where the last node went, in words of 64 offsets.
    private var last = 0

    init(characterLimit: Int) { characterWords = (characterLimit + 63) / 64 + 1 }

    /// Words before the last node's in which the next one is looked for too.
    private static let stepBack = 8

    /// The first offset at which all characters are free, from a little before the last one on: what stands
    /// far before it is full, or nearly so.
    mutating func offset(for characters: [UInt16]) -> Int {
        var word = max(0, last - Self.stepBack)
        while true {
            makeRoom(word)
            var free = ~takenOffsets[word]
            for character in characters {
                free &= ~places(from: word * 64 + Int(character))
                if free == 0 { break }
            }
            if free != 0 {
                last = word
                return word * 64 + free.trailingZeroBitCount
            }
            word += 1
        }
    }

    mutating func take(_ offset: Int, _ characters: [UInt16]) {
        makeRoom(offset / 64)
        takenOffsets[offset / 64] |= 1 << UInt64(offset % 64)
        for character in characters {
            let place = offset + Int(character)
            takenPlaces[place / 64] |= 1 << UInt64(place % 64)
        }
    }

    /// A bit for each of 64 places.
    private func places(from start: Int) -> UInt64 {
        let shift = UInt64(start % 64)
        return takenPlaces[start / 64] >> shift | (shift == 0 ? 0 : takenPlaces[start / 64 + 1] << (64 - shift))
    }

    /// Makes sure that there are places for all characters at the offsets of a word.
    private mutating func makeRoom(_ word: Int) {
        let needed = word + characterWords + 1
        guard takenPlaces.count < needed else { return }
        let more = [UInt64](repeating: 0, count: needed)
        takenPlaces += more
        takenOffsets += more
    }
}
