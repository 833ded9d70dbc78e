/// Numbers of the frequent bigrams, by their codes.
struct BigramTable {
    /// The row of each first code and the column of each second one; 0 where it begins or ends none.
    private var axes: [(row: UInt16, column: UInt16)]
    private var numbers: [UInt16]
    /// A bit for each number there is: most bigrams of a text are not frequent, and the bits stay near.
    private var bits: [UInt64]
    private let width: Int
    private let wordsInRow: Int

    /// - Parameter codeCount: codes are below that.
    init(_ bigrams: [(first: UInt16, second: UInt16)], codeCount: Int) {
        axes = Array(repeating: (0, 0), count: codeCount)
        var (rowCount, columnCount): (UInt16, UInt16) = (1, 1)
        for (first, second) in bigrams {
            if axes[Int(first)].row == 0 {
                axes[Int(first)].row = rowCount
                rowCount += 1
            }
            if axes[Int(second)].column == 0 {
                axes[Int(second)].column = columnCount
                columnCount += 1
            }
        }
        width = Int(columnCount)
        wordsInRow = (width + 63) / 64
        numbers = [UInt16](repeating: 0, count: Int(rowCount) * width)
        bits = [UInt64](repeating: 0, count: Int(rowCount) * wordsInRow)
        for (number, bigram) in bigrams.enumerated() {
            let (row, column) = (Int(axes[Int(bigram.first)].row), Int(axes[Int(bigram.second)].column))
            numbers[row * width + column] = UInt16(number)
            bits[row * wordsInRow + column >> 6] |= 1 << UInt64(column & 63)
        }
    }

    @inline(__always)
    func contains(_ first: UInt16, _ second: UInt16) -> Bool {
        let (row, column) = (Int(axes[Int(first)].row), Int(axes[Int(second)].column))
        return bits[row &* wordsInRow &+ column >> 6] >> UInt64(column & 63) & 1 != 0
    }

    /// The first place from `start` on where a bigram of the table begins; the last place but one where none does.
    func firstPlace(in codes: Span<UInt16>, from start: Int) -> Int {
        let (axes, bits) = (axes.span, bits.span)
        var place = start
        var first = axes[Int(codes[start])]
        while place < codes.count - 2 {
            let second = axes[Int(codes[place + 1])]
            let (row, column) = (Int(first.row), Int(second.column))
            if bits[row &* wordsInRow &+ column >> 6] >> UInt64(column & 63) & 1 != 0 { break }
            first = second
            place += 1
        }
        return place
    }

    /// The number of a bigram that the table contains.
    @inline(__always)
    func number(_ first: UInt16, _ second: UInt16) -> UInt16 {
        numbers[Int(axes[Int(first)].row) * width + Int(axes[Int(second)].column)]
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

    @inline(__always)
    mutating func number(of left: UInt16, _ right: UInt16) -> UInt16 {
        let key = UInt32(left) << 16 | UInt32(right)
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
