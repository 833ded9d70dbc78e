/// Finds the longest symbol at a place of a text.
struct SymbolTrie {
    /// The symbol of each character alone, plus 1; 0 where there is none.
    private var singles = [UInt16](repeating: 0, count: 0x1_0000)
    /// From two characters on. They are looked up together, so that a search begins with what the text has and waits for no node.
    private var pairs: StepTable
    /// From a node on.
    private var steps: StepTable

    /// Symbols beyond the 65,535 nodes that a trie has are left out. Of equal ones the first counts.
    init(_ symbols: [[UInt16]]) {
        pairs = StepTable(count: symbols.count)
        steps = StepTable(count: symbols.count)
        var nodeCount = 0
        for (number, symbol) in symbols.enumerated() where nodeCount + symbol.count < 0x1_0000 {
            let name = UInt16(number + 1)
            if symbol.count == 1, singles[Int(symbol[0])] == 0 { singles[Int(symbol[0])] = name }
            var from = symbol.first ?? 0
            for place in symbol.indices.dropFirst() {
                func enter(_ step: inout Step) {
                    if step.node == 0 {
                        nodeCount += 1
                        step.node = UInt16(nodeCount)
                    }
                    if place == symbol.count - 1, step.end == 0 { step.end = name }
                    from = step.node
                }
                if place == 1 { pairs.change(from, symbol[1], enter) } else { steps.change(from, symbol[place], enter) }
            }
        }
        // A node from which no step leads is 0, so that nothing is looked up behind it.
        let hasSteps = steps.startingNodes(of: nodeCount)
        pairs.forgetNodes { !hasSteps[Int($0)] }
        steps.forgetNodes { !hasSteps[Int($0)] }
    }

    /// Cuts a text into the longest symbols from place to place, and calls `body` with each; with nil for a character that
    /// begins none.
    @inline(__always)
    func forEachSymbol(in text: [UInt16], _ body: (Int?, UInt16) -> Void) {
        unsafe withTables { tables in
            unsafe text.withUnsafeBufferPointer { text in
                var place = 0
                while place < text.count {
                    let first = unsafe text[place]
                    let symbol = unsafe tables.longest(in: text, at: &place)
                    body(symbol == 0 ? nil : Int(symbol) &- 1, first)
                }
            }
        }
    }

    @inline(__always)
    @unsafe func withTables<Result>(_ body: (Tables) -> Result) -> Result {
        unsafe singles.withUnsafeBufferPointer { singles in
            unsafe pairs.withSlots { pairs in
                unsafe steps.withSlots { steps in unsafe body(Tables(singles: singles, pairs: pairs, steps: steps)) }
            }
        }
    }

    /// Safety: `singles` has an entry for every character.
    @unsafe struct Tables {
        fileprivate let singles: UnsafeBufferPointer<UInt16>
        fileprivate let pairs: StepTable.Slots
        fileprivate let steps: StepTable.Slots

        /// The longest symbol at a place, its number plus 1, or 0 where none begins; and the place behind it.
        ///
        /// Safety: the place is within the text.
        @inline(__always)
        func longest(in text: UnsafeBufferPointer<UInt16>, at place: inout Int) -> UInt16 {
            let first = unsafe text[place]
            place &+= 1
            var next = place
            var symbol: UInt16 = 0
            var step = Step()
            if next < text.count { step = unsafe pairs[first, text[next]] }
            while true {
                next &+= 1
                if step.end != 0 {
                    symbol = step.end
                    place = next
                }
                guard step.node != 0, next < text.count else { break }
                step = unsafe steps[step.node, text[next]]
            }
            return symbol != 0 ? symbol : unsafe singles[Int(first)]
        }
    }
}

/// Where a step leads: to a node, 0 where nothing follows, and to the end of a symbol, its number plus 1, 0 where none ends.
struct Step {
    var node: UInt16 = 0
    var end: UInt16 = 0
}

/// (node or first character, character) → step, by open addressing, at most half full.
struct StepTable {
    /// The node and the character that it leaves by in the upper half, where it leads in the lower; 0 where nothing is.
    private var entries: [UInt64]
    private var used = 0

    init(count: Int) { entries = [UInt64](repeating: 0, count: max(64, count).nextPowerOfTwo) }

    @inline(__always)
    private static func key(_ node: UInt16, _ character: UInt16) -> UInt32 { UInt32(node) << 16 | UInt32(character) }

    @inline(__always)
    private static func entry(_ key: UInt32, _ step: Step) -> UInt64 {
        UInt64(key) << 32 | UInt64(step.node) << 16 | UInt64(step.end)
    }

    @inline(__always)
    private static func step(_ entry: UInt64) -> Step {
        Step(node: UInt16(truncatingIfNeeded: entry >> 16), end: UInt16(truncatingIfNeeded: entry))
    }

    /// Where a key is first looked for among so many slots. Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    @inline(__always)
    private static func firstSlot(_ key: UInt32, _ count: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 40) & (count &- 1)
    }

    /// No step is entered for node 0, so that no entry is 0.
    mutating func change(_ node: UInt16, _ character: UInt16, _ body: (inout Step) -> Void) {
        if used * 2 >= entries.count { grow() }
        let key = Self.key(node, character)
        let slot = slot(of: key)
        if entries[slot] == 0 { used += 1 }
        var step = Self.step(entries[slot])
        body(&step)
        entries[slot] = Self.entry(key, step)
    }

    /// For each node whether a step leaves it.
    func startingNodes(of count: Int) -> [Bool] {
        var result = [Bool](repeating: false, count: count + 1)
        for entry in entries where entry != 0 { result[Int(entry >> 48)] = true }
        return result
    }

    mutating func forgetNodes(_ isForgotten: (UInt16) -> Bool) {
        for slot in entries.indices {
            let step = Self.step(entries[slot])
            guard step.node != 0, isForgotten(step.node) else { continue }
            entries[slot] = Self.entry(UInt32(truncatingIfNeeded: entries[slot] >> 32), Step(node: 0, end: step.end))
        }
    }

    private mutating func grow() {
        let old = entries
        entries = [UInt64](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 { entries[slot(of: UInt32(truncatingIfNeeded: entry >> 32))] = entry }
    }

    private func slot(of key: UInt32) -> Int {
        var slot = Self.firstSlot(key, entries.count)
        while entries[slot] != 0, UInt32(truncatingIfNeeded: entries[slot] >> 32) != key {
            slot = (slot + 1) & (entries.count - 1)
        }
        return slot
    }

    @inline(__always)
    @unsafe func withSlots<Result>(_ body: (Slots) -> Result) -> Result {
        unsafe entries.withUnsafeBufferPointer { unsafe body(Slots(entries: $0)) }
    }

    /// Safety: the buffer has a power of two of entries, at least one of them 0.
    @unsafe struct Slots {
        let entries: UnsafeBufferPointer<UInt64>

        @inline(__always)
        subscript(node: UInt16, character: UInt16) -> Step {
            let key = StepTable.key(node, character)
            var slot = unsafe StepTable.firstSlot(key, entries.count)
            while true {
                let entry = unsafe entries[slot]
                if UInt32(truncatingIfNeeded: entry >> 32) == key { return StepTable.step(entry) }
                if entry == 0 { return Step() }
                slot = unsafe (slot &+ 1) & (entries.count &- 1)
            }
        }
    }
}

extension Int {
    /// The least power of two that is not below it.
    fileprivate var nextPowerOfTwo: Int { 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
