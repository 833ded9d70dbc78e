/// Gives each key that it meets a running number: open addressing with linear probing, at most half full.
struct KeyNumbers {
    /// The keys, by number.
    private(set) var keys: [UInt64] = []
    private var slots = [UInt64](repeating: .max, count: 1 << 10)
    private var numbers = [UInt32](repeating: 0, count: 1 << 10)

    /// The number of `key`, which is the next one where the key was not there. `UInt64.max` is no key.
    @inline(__always)
    mutating func number(of key: UInt64) -> Int {
        let slot = slot(of: key)
        if slots[slot] == key { return Int(numbers[slot]) }
        return insert(key)
    }

    private mutating func insert(_ key: UInt64) -> Int {
        if keys.count * 2 >= slots.count { grow() }
        let slot = slot(of: key)
        slots[slot] = key
        numbers[slot] = UInt32(keys.count)
        keys.append(key)
        return keys.count - 1
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the high bits of a product with 2^64/φ are well mixed.
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
        while slots[slot] != key && slots[slot] != .max { slot = (slot &+ 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [UInt64](repeating: .max, count: slots.count * 4)
        numbers = [UInt32](repeating: 0, count: slots.count)
        for (number, key) in keys.enumerated() {
            let slot = slot(of: key)
            slots[slot] = key
            numbers[slot] = UInt32(number)
        }
    }
}
