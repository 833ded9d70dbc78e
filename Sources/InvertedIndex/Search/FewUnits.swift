/// A segment of so few units that no list of them has a block, as commits leave them: to read all of its lists takes less than to find
/// out what could be passed over.
struct FewUnits {
    private let segment: SegmentReader

    /// Nil where there are more.
    init?(_ segment: SegmentReader) {
        guard segment.counts.units < PackedBlock.count else { return nil }
        self.segment = segment
    }

    /// Adds the best units that match any clause to the collector.
    ///
    /// - Precondition: every clause has one cursor at most, and nothing to be checked; the sums have room for all units.
    func collect(
        anyOf clauses: [ClausePostings], _ weights: [ClauseWeights], _ table: ScoreTable, _ spanTable: ScoreTable,
        adding sums: WindowSums, into collector: inout ScoreCollector
    ) throws(IndexError) {
        if SearchTime.isOver { return }
        let window = 0..<UInt32(segment.counts.units)
        let least = max(1, try collector.minimum(in: window))
        let lengths = segment.lengthCodes
        sums.begin(window)
        for clause in clauses.indices {
            for match in clauses[clause].spans {
                sums.add(weights[clause].span(match, spanTable), to: match.span.units)
            }
            let weight = weights[clause].body
            for cursor in clauses[clause].cursors.indices {
                try clauses[clause].cursors[cursor].forEachOfFew { unit, frequency in
                    sums.add(weight * table[frequency, lengths.byte(Int(unit)) ?? .max], to: unit)
                }
            }
        }
        sums.find(least)
        try sums.collect(into: &collector)
    }

    /// Whether a unit can match every clause, before any text is looked at.
    func canMatch(allOf clauses: [ClausePostings]) throws(IndexError) -> Bool {
        var all = UInt128.max
        for clause in clauses.indices {
            var listed = clauses[clause].cursors.isEmpty ? 0 : UInt128.max
            for cursor in clauses[clause].cursors.indices {
                var units: UInt128 = 0
                try clauses[clause].cursors[cursor].forEachOfFew { unit, _ in units |= 1 << UInt128(unit) }
                listed &= units
            }
            for match in clauses[clause].spans { listed |= Self.bits(match.span.units) }
            all &= listed
            if all == 0 { return false }
        }
        return true
    }

    private static func bits(_ units: Range<UInt32>) -> UInt128 {
        let below = { (unit: UInt32) in (1 << UInt128(unit)) &- 1 as UInt128 }
        return below(units.upperBound) & ~below(units.lowerBound)
    }
}
