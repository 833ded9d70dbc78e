/// For every 64 units of a segment how many documents begin at or before the first of them: the document of any unit is then one
/// of a few.
struct DocumentDirectory: Sendable {
    private static let step: UInt32 = 64

    /// Where each document's units begin, ascending; behind them the number of all units.
    private let documentUnits: MappedBytes
    private let unitCount: Int
    private let starts = MadeOnce<UInt32>()

    init(_ documentUnits: MappedBytes, unitCount: Int) {
        self.documentUnits = documentUnits
        self.unitCount = unitCount
    }

    /// Among which places the first document stands that begins behind a unit, or its end.
    ///
    /// - Precondition: the segment has the unit.
    @inline(__always)
    func places(behind unit: UInt32) -> Range<Int> {
        let starts = unsafe starts.known ?? starts.keep(makeStarts())
        let stretch = Int(unit / Self.step)
        let (start, end) = unsafe (Int(starts[stretch]), Int(starts[stretch + 1]))
        return start..<max(start, end)
    }

    private func makeStarts() -> [UInt32] {
        var starts: [UInt32] = []
        let count = unitCount / Int(Self.step) + 2
        starts.reserveCapacity(count)
        for place in 0..<(documentUnits.count / 4) {
            guard let unit = documentUnits.uint32(place) else { break }
            // A document counts for all stretches that begin at or behind its first unit.
            while starts.count < count, UInt64(starts.count) * UInt64(Self.step) < UInt64(unit) { starts.append(UInt32(place)) }
        }
        while starts.count < count { starts.append(UInt32(documentUnits.count / 4)) }
        return starts
    }
}
