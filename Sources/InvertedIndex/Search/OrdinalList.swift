/// Ordinals that match, ascending, with how often each does.
struct OrdinalList: Sendable, Equatable {
    var ordinals: [UInt32] = []
    var frequencies: [UInt32] = []

    var count: Int { ordinals.count }
    var isEmpty: Bool { ordinals.isEmpty }

    mutating func append(_ ordinal: UInt32, _ frequency: UInt32) {
        ordinals.append(ordinal)
        frequencies.append(frequency)
    }

    /// All of a term's postings.
    init(_ cursor: consuming PostingCursor) throws(IndexError) {
        ordinals.reserveCapacity(cursor.documentFrequency)
        frequencies.reserveCapacity(cursor.documentFrequency)
        try cursor.appendAll(to: &ordinals, &frequencies)
    }

    init() {}

    /// Keeps what the cursor has too, with the smaller frequency.
    mutating func intersect(_ cursor: consuming PostingCursor) throws(IndexError) {
        var cursor = cursor
        var kept = 0
        for index in ordinals.indices {
            let found = try cursor.advance(to: ordinals[index])
            if found == .max { break }
            guard found == ordinals[index] else { continue }
            ordinals[kept] = found
            frequencies[kept] = min(frequencies[index], cursor.frequency)
            kept += 1
        }
        ordinals.removeLast(ordinals.count - kept)
        frequencies.removeLast(frequencies.count - kept)
    }

    /// Keeps what the other list has too.
    mutating func intersect(_ other: OrdinalList) {
        var kept = 0
        var place = 0
        for index in ordinals.indices {
            while place < other.count && other.ordinals[place] < ordinals[index] { place += 1 }
            if place == other.count { break }
            guard other.ordinals[place] == ordinals[index] else { continue }
            ordinals[kept] = ordinals[index]
            frequencies[kept] = min(frequencies[index], other.frequencies[place])
            kept += 1
        }
        ordinals.removeLast(ordinals.count - kept)
        frequencies.removeLast(frequencies.count - kept)
    }

    /// Everything in either; where both have an ordinal, `combine` makes one frequency of two.
    func union(_ other: OrdinalList, combine: (UInt32, UInt32) -> UInt32) -> OrdinalList {
        if isEmpty { return other }
        if other.isEmpty { return self }
        var result = OrdinalList()
        result.ordinals.reserveCapacity(count + other.count)
        result.frequencies.reserveCapacity(count + other.count)
        var (left, right) = (0, 0)
        while left < count || right < other.count {
            let leftOrdinal = left < count ? ordinals[left] : .max
            let rightOrdinal = right < other.count ? other.ordinals[right] : .max
            if leftOrdinal < rightOrdinal {
                result.append(leftOrdinal, frequencies[left])
                left += 1
            } else if rightOrdinal < leftOrdinal {
                result.append(rightOrdinal, other.frequencies[right])
                right += 1
            } else {
                result.append(leftOrdinal, combine(frequencies[left], other.frequencies[right]))
                left += 1
                right += 1
            }
        }
        return result
    }
}
