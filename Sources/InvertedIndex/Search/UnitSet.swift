/// Units of one segment, a bit for each.
struct UnitSet {
    private var words: [UInt64]

    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    /// Units under spans.
    init(under spans: [ClausePostings.MatchedSpan], count: Int) {
        self.init(count: count)
        for match in spans { insert(match.span.units) }
    }

    /// The units from 64 times `index` on, a bit for each, the first one the lowest.
    ///
    /// - Precondition: the segment has one of them.
    @inline(__always)
    func word(_ index: Int) -> UInt64 { words[index] }

    /// Ordinals beyond the segment, as damage may have them, are left out.
    mutating func insert(_ unit: UInt32) {
        let word = Int(unit >> 6)
        if word < words.count { words[word] |= 1 << UInt64(unit & 63) }
    }

    mutating func insert(_ units: Range<UInt32>) {
        let end = min(Int(units.upperBound), words.count * 64)
        var unit = Int(units.lowerBound)
        while unit < end {
            let bits = min(64 - unit & 63, end - unit)
            words[unit >> 6] |= (UInt64.max >> UInt64(64 - bits)) << UInt64(unit & 63)
            unit += bits
        }
    }

    @inline(__always)
    func contains(_ unit: UInt32) -> Bool {
        let word = Int(unit >> 6)
        return word < words.count && words[word] >> UInt64(unit & 63) & 1 == 1
    }

    /// 1 for a unit of the set, else 0.
    @inline(__always)
    func bit(of unit: UInt32) -> UInt64 {
        let word = Int(unit >> 6)
        return word < words.count ? words[word] &>> UInt64(unit & 63) & 1 : 0
    }

    func live(in segment: IndexSnapshot.LiveSegment) throws(IndexError) -> [UInt32] {
        var gate = UnitGate(segment, factors: nil, highest: 1)
        let isOpen = gate.isOpen
        var result: [UInt32] = []
        result.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
        for index in words.indices {
            var word = words[index]
            while word != 0 {
                let unit = UInt32(truncatingIfNeeded: index * 64 + word.trailingZeroBitCount)
                word &= word - 1
                if isOpen { result.append(unit) } else if try gate.factor(of: unit) > 0 { result.append(unit) }
            }
        }
        return result
    }
}
