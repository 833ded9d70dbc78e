/// Numbers of the frequent bigrams, by their codes.
struct BigramTable {
    /// Where the row of each first code begins, and the column of each second one; row 0 and column 0 for those that begin or end
    /// none.
    private var axes: [SIMD2<UInt32>]
    private var numbers: [UInt16]

    /// No bigram's number.
    static let none = UInt16.max

    /// - Parameter codeCount: codes are below that.
    /// - Precondition: there are fewer bigrams than ``none``.
    init(_ bigrams: [(first: UInt16, second: UInt16)], codeCount: Int) {
        precondition(bigrams.count < Int(Self.none))
        axes = [SIMD2](repeating: .zero, count: codeCount)
        var (rowCount, columnCount): (UInt32, UInt32) = (1, 1)
        for (first, second) in bigrams {
            if axes[Int(first)].x == 0 {
                axes[Int(first)].x = rowCount
                rowCount += 1
            }
            if axes[Int(second)].y == 0 {
                axes[Int(second)].y = columnCount
                columnCount += 1
            }
        }
        for code in axes.indices { axes[code].x *= columnCount }
        numbers = [UInt16](repeating: Self.none, count: Int(rowCount * columnCount))
        for (number, bigram) in bigrams.enumerated() {
            numbers[Int(axes[Int(bigram.first)].x + axes[Int(bigram.second)].y)] = UInt16(number)
        }
    }

    /// Finds places where two bigrams of the table overlap, and writes them down with the numbers of both, the first in the upper
    /// half; returns how many they are. Most places are none, some are, which no branch hangs on.
    ///
    /// - Parameter range: the codes of one unit; the last of them is 0, which begins no bigram.
    /// - Precondition: there is room for as many places and pairs as there are codes.
    func findPairs(
        in codes: Span<UInt16>, _ range: Range<Int>, _ places: inout [UInt32], _ pairs: inout [UInt32]
    ) -> Int {
        precondition(places.count >= range.count && pairs.count >= range.count && range.upperBound <= codes.count)
        guard range.count > 3 else { return 0 }
        return unsafe axes.withUnsafeBufferPointer { axes in
            unsafe numbers.withUnsafeBufferPointer { numbers in
                unsafe places.withUnsafeMutableBufferPointer { places in
                    unsafe pairs.withUnsafeMutableBufferPointer { pairs in
                        // Safety: every code has axes, and each row with each column a number; no more is found than there are codes.
                        var found = 0
                        var first = unsafe axes[Int(codes[unchecked: range.lowerBound])]
                        var second = unsafe axes[Int(codes[unchecked: range.lowerBound + 1])]
                        var left = unsafe numbers[Int(first.x &+ second.y)]
                        for place in range.lowerBound..<(range.upperBound - 2) {
                            first = second
                            second = unsafe axes[Int(codes[unchecked: place &+ 2])]
                            let right = unsafe numbers[Int(first.x &+ second.y)]
                            unsafe places[found] = UInt32(truncatingIfNeeded: place)
                            unsafe pairs[found] = UInt32(left) << 16 | UInt32(right)
                            found &+= (left != Self.none ? 1 : 0) & (right != Self.none ? 1 : 0)
                            left = right
                        }
                        return found
                    }
                }
            }
        }
    }
}

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
