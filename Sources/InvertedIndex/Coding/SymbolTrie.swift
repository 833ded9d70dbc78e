/// Finds the longest symbol at a place of a text.
struct SymbolTrie {
    /// The node of each first character; 0 where no symbol begins with it.
    private var roots = [UInt16](repeating: 0, count: 0x1_0000)
    /// The symbol that ends at a node, plus 1; 0 where none does.
    private var ends: [UInt16] = [0]
    private var steps: StepTable

    /// Symbols beyond the 65,535 nodes that a trie has are left out. Of equal ones the first counts.
    init(_ symbols: [[UInt16]]) {
        steps = StepTable(count: symbols.reduce(0) { $0 + $1.count })
        for (number, symbol) in symbols.enumerated() { insert(symbol, number: number) }
    }

    private mutating func insert(_ symbol: [UInt16], number: Int) {
        guard let first = symbol.first, ends.count + symbol.count < 0x1_0000 else { return }
        var node = Int(roots[Int(first)])
        if node == 0 {
            node = newNode()
            roots[Int(first)] = UInt16(node)
        }
        for character in symbol.dropFirst() {
            var next = steps[node, character]
            if next == 0 {
                next = newNode()
                steps[node, character] = next
            }
            node = next
        }
        if ends[node] == 0 { ends[node] = UInt16(number + 1) }
    }

    private mutating func newNode() -> Int {
        ends.append(0)
        return ends.count - 1
    }

    /// Cuts a text into the longest symbols from place to place, and calls `body` with each; with nil for a character that
    /// begins none.
    @inline(__always)
    func forEachSymbol(in text: [UInt16], _ body: (Int?, UInt16) -> Void) {
        unsafe text.withUnsafeBufferPointer { text in
            unsafe roots.withUnsafeBufferPointer { roots in
                unsafe ends.withUnsafeBufferPointer { ends in
                    unsafe steps.withSlots { slots in
                        // Nodes in the tables are those that were made, so each has its entry in `ends`.
                        var place = 0
                        while place < text.count {
                            let first = unsafe text[place]
                            var node = unsafe Int(roots[Int(first)])
                            var symbol = unsafe Int(ends[node])
                            var end = place + 1
                            var next = end
                            while node != 0, next < text.count {
                                node = unsafe slots[node, text[next]]
                                next += 1
                                let found = unsafe Int(ends[node])
                                if found != 0 {
                                    symbol = found
                                    end = next
                                }
                            }
                            body(symbol == 0 ? nil : symbol - 1, first)
                            place = end
                        }
                    }
                }
            }
        }
    }
}

/// (node, character) → node, by open addressing, at most half full.
private struct StepTable {
    /// The node in the low 16 bits, the character and the node that it leads from above them; 0 where nothing is.
    private var entries: [UInt64]
    private let shift: UInt32

    init(count: Int) {
        let bits = max(6, Int.bitWidth - (2 * count).leadingZeroBitCount)
        entries = [UInt64](repeating: 0, count: 1 << bits)
        shift = UInt32(32 - min(bits, 31))
    }

    @inline(__always)
    static func key(_ node: Int, _ character: UInt16) -> UInt32 {
        UInt32(truncatingIfNeeded: node) << 16 | UInt32(character)
    }

    /// 0 where there is none. No step leaves node 0, so that no entry is 0.
    subscript(node: Int, character: UInt16) -> Int {
        get { unsafe withSlots { slots in unsafe slots[node, character] } }
        set {
            let key = Self.key(node, character)
            var slot = Int((key &* 0x9E37_79B1) >> shift)
            while entries[slot] != 0 && UInt32(truncatingIfNeeded: entries[slot] >> 16) != key {
                slot = (slot + 1) & (entries.count - 1)
            }
            entries[slot] = UInt64(key) << 16 | UInt64(newValue)
        }
    }

    @inline(__always)
    @unsafe func withSlots<Result>(_ body: (Slots) -> Result) -> Result {
        unsafe entries.withUnsafeBufferPointer { unsafe body(Slots(entries: $0, shift: shift)) }
    }

    /// Safety: the buffer has a power of two of entries, at least one of them 0, and is as large as `shift` says.
    @unsafe struct Slots {
        let entries: UnsafeBufferPointer<UInt64>
        let shift: UInt32

        @inline(__always)
        subscript(node: Int, character: UInt16) -> Int {
            let key = StepTable.key(node, character)
            // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
            var slot = unsafe Int((key &* 0x9E37_79B1) >> shift)
            while true {
                let entry = unsafe entries[slot]
                if UInt32(truncatingIfNeeded: entry >> 16) == key { return Int(entry & 0xFFFF) }
                if entry == 0 { return 0 }
                slot = unsafe (slot &+ 1) & (entries.count &- 1)
            }
        }
    }
}
