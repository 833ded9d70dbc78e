/// How often symbols, and pairs of neighbouring ones, occur in a coded sample.
struct SymbolCount {
    private(set) var symbols: [UInt32] = []
    /// A pair, the left symbol highest, and how often it occurs; 0 where nothing is. At most half of it is used.
    private var pairs = [UInt64](repeating: 0, count: 1 << 12)
    private var used = 0

    /// Begins anew.
    mutating func reset(symbolCount: Int) {
        symbols = [UInt32](repeating: 0, count: symbolCount)
        for slot in pairs.indices { pairs[slot] = 0 }
        used = 0
    }

    /// Counts in a text's code.
    mutating func add(_ code: ArraySlice<UInt8>, countingPairs: Bool) {
        let code = code.span
        var place = 0
        var previous: UInt64?
        while place < code.count {
            let first = code[place]
            if first == TextCode.escape {
                previous = nil
                place += 4
                continue
            }
            let isSingle = first < TextCode.singles
            let symbol = TextCode.symbol(of: UInt16(first) | (isSingle ? 0 : UInt16(code[place + 1]) << 8))
            place += isSingle ? 1 : 2
            symbols[symbol] += 1
            if countingPairs, let previous { add(previous << 16 | UInt64(symbol)) }
            previous = UInt64(symbol)
        }
    }

    func forEachPair(_ body: (Int, Int, UInt32) -> Void) {
        for pair in pairs where pair != 0 { body(Int(pair >> 48), Int(pair >> 32 & 0xFFFF), UInt32(truncatingIfNeeded: pair)) }
    }

    @inline(__always)
    private mutating func add(_ key: UInt64) {
        let slot = slot(of: key)
        if pairs[slot] != 0 {
            pairs[slot] += 1
        } else {
            pairs[slot] = key << 32 | 1
            used += 1
            if used * 2 > pairs.count { grow() }
        }
    }

    /// Where a pair is, or would be. Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        let mask = pairs.count - 1
        var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while pairs[slot] != 0, pairs[slot] >> 32 != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = pairs
        pairs = [UInt64](repeating: 0, count: old.count * 4)
        for pair in old where pair != 0 { pairs[slot(of: pair >> 32)] = pair }
    }
}
