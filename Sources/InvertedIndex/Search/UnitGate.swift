/// What counts of a segment's units, and by how much: deleted documents do not, and a caller may weigh documents.
struct UnitGate {
    private let segment: IndexSnapshot.LiveSegment
    private let factors: [Float]?
    /// The highest factor.
    let highest: Float
    private var end: UInt32 = 0
    private var start: UInt32 = 0
    private var factor: Float = 1

    init(_ segment: IndexSnapshot.LiveSegment, factors: [Float]?, highest: Float) {
        self.segment = segment
        self.factors = factors
        self.highest = factors == nil ? 1 : highest
    }

    /// Whether every unit counts for 1.
    var isOpen: Bool { factors == nil && segment.deleted.count == 0 }

    /// 0 where the unit does not count.
    @inline(__always)
    mutating func factor(of unit: UInt32) throws(IndexError) -> Float {
        if unit < end && unit >= start { return factor }
        if isOpen { return 1 }
        let document = try segment.reader.document(ofUnit: unit)
        let units = try segment.reader.units(ofDocument: document)
        (start, end) = (units.lowerBound, units.upperBound)
        factor = segment.deleted.contains(document) ? 0 : factors.map { document < $0.count ? $0[document] : 0 } ?? 1
        return factor
    }
}

/// The best units of one segment, told apart by scores in 1/4096 that are weighed only where they might get in.
struct ScoreCollector {
    private(set) var best: BestUnits
    private var gate: UnitGate
    /// Sums below this cannot get in.
    private(set) var minimum: UInt32 = 0

    init(_ best: BestUnits, _ gate: UnitGate) {
        self.best = best
        self.gate = gate
        raise()
    }

    @inline(__always)
    mutating func add(_ sum: UInt32, unit: UInt32) throws(IndexError) {
        if sum >= minimum { try weigh(sum, unit) }
    }

    private mutating func weigh(_ sum: UInt32, _ unit: UInt32) throws(IndexError) {
        let factor = try gate.factor(of: unit)
        guard factor > 0 else { return }
        best.add(Float(sum) / ScoreTable.unit * factor, unit: unit)
        raise()
    }

    /// Leaves out what scores no more than that.
    mutating func require(_ score: Float) {
        guard gate.highest > 0 else { return }
        // One less than the exact bound: rounding must not keep an equal score out.
        let bound = score / gate.highest * ScoreTable.unit - 1
        if bound > 0 { minimum = max(minimum, UInt32(min(bound, Float(UInt32.max / 2)))) }
    }

    private mutating func raise() {
        if best.isFull { require(best.threshold) }
    }
}
