/// What counts of a segment's units, and by how much: deleted documents do not, and a caller may weigh documents.
struct UnitGate {
    private let segment: IndexSnapshot.LiveSegment
    private let factors: [Float]?
    /// The highest factor.
    let highest: Float
    /// The document that was asked for last: its units, and what it counts for.
    private var document = -1
    private var start: UInt32 = 0
    private(set) var end: UInt32 = 0
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
        if isOpen {
            end = .max
            return 1
        }
        if let next = try nextDocument(holding: unit) {
            document = next
        } else {
            document = try segment.reader.document(ofUnit: unit)
        }
        let units = try segment.reader.units(ofDocument: document)
        (start, end) = (units.lowerBound, units.upperBound)
        factor = segment.deleted.contains(document) ? 0 : factors.map { document < $0.count ? $0[document] : 0 } ?? 1
        return factor
    }

    /// The highest factor of any document with one of the units.
    func highestFactor(in units: Range<UInt32>) throws(IndexError) -> Float {
        guard let factors, !units.isEmpty else { return 1 }
        let first = try segment.reader.document(ofUnit: units.lowerBound)
        let last = try segment.reader.document(ofUnit: units.upperBound - 1)
        guard first <= last, last < factors.count else { return highest }
        return factors[first...last].reduce(0) { max($0, $1) }
    }

    /// The document behind the last one, if it holds the unit: units come one after the other.
    private func nextDocument(holding unit: UInt32) throws(IndexError) -> Int? {
        guard unit == end, document >= 0, document + 1 < segment.reader.counts.documents else { return nil }
        return try segment.reader.units(ofDocument: document + 1).contains(unit) ? document + 1 : nil
    }
}

/// The best units of one segment, told apart by scores in 1/4096 that are weighed only where they might get in.
struct ScoreCollector {
    var best: BestUnits
    private var gate: UnitGate
    /// Sums below this cannot get in.
    private(set) var minimum: UInt32 = 0
    /// Scores below this cannot get in.
    private var floor: Float = 0

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

    /// Sums of these units below this cannot get in: only what the documents there count for matters.
    func minimum(in units: Range<UInt32>) throws(IndexError) -> UInt32 {
        guard floor > 0 else { return minimum }
        return max(minimum, bound(floor, try gate.highestFactor(in: units)))
    }

    /// Leaves out what scores no more than that.
    mutating func require(_ score: Float) {
        guard gate.highest > 0, score > floor else { return }
        floor = score
        minimum = max(minimum, bound(score, gate.highest))
    }

    /// What a sum must reach to score so much in a document that counts for `factor`.
    private func bound(_ score: Float, _ factor: Float) -> UInt32 {
        guard factor > 0 else { return UInt32.max / 2 }
        // One less than the exact bound: rounding must not keep an equal score out.
        let bound = score / factor * ScoreTable.unit - 1
        return bound > 0 ? UInt32(min(bound, Float(UInt32.max / 2))) : 0
    }

    @inline(__always)
    private mutating func raise() {
        if best.isFull, best.threshold > floor { require(best.threshold) }
    }
}
