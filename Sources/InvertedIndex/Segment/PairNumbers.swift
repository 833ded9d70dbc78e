/// Numbers pairs of numbers in the order in which they are first met.
struct PairNumbers {
    /// The pairs, by number.
    private(set) var pairs: [(left: UInt16, right: UInt16)] = []
    /// False once there were more pairs than numbers.
    private(set) var isWhole = true
    /// A pair in the upper half, its number plus 1 in the lower; 0 where nothing is. At most half of it is used.
    private var entries = [UInt64](repeating: 0, count: 1 << 10)

    /// - Parameter key: the left number in the upper half, the right one in the lower.
    @inline(__always)
    mutating func number(of key: UInt32) -> UInt16 {
        let slot = slot(of: key)
        let entry = entries[slot]
        return entry != 0 ? UInt16(truncatingIfNeeded: entry &- 1) : insert(key, slot)
    }

    private mutating func insert(_ key: UInt32, _ slot: Int) -> UInt16 {
        guard pairs.count < Int(UInt16.max) else {
            isWhole = false
            return 0
        }
        pairs.append((UInt16(key >> 16), UInt16(truncatingIfNeeded: key)))
        entries[slot] = UInt64(key) << 32 | UInt64(pairs.count)
        if pairs.count * 2 >= entries.count { grow() }
        return UInt16(pairs.count - 1)
    }

    private mutating func grow() {
        let old = entries
        entries = [UInt64](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 { entries[slot(of: UInt32(truncatingIfNeeded: entry >> 32))] = entry }
    }

    /// Where the pair is, or would be. Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    @inline(__always)
    private func slot(of key: UInt32) -> Int {
        let mask = entries.count - 1
        var slot = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while entries[slot] != 0, UInt32(truncatingIfNeeded: entries[slot] >> 32) != key { slot = (slot &+ 1) & mask }
        return slot
    }
}
