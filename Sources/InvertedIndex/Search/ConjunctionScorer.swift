/// Works out scores of units that all cursors of a conjunction hold.
///
/// Safety: `parts` has one part a clause from `init` to `deinit`; cursors' numbers in them are below their number.
@safe final class ConjunctionScorer {
    /// What of a clause each unit is asked for.
    private struct Part {
        let weight: ScoreWeight
        let cursors: Range<Int>
        /// Whether its text must be looked at.
        let isDoubtful: Bool
    }

    private let clauses: [ClausePostings]
    private let cursors: CursorArray
    private let parts: UnsafeMutablePointer<Part>
    private let table: ScoreTable
    init(
        _ clauses: [ClausePostings], _ cursors: CursorArray, _ firstCursor: [Int], _ weights: [ClauseWeights],
        _ table: ScoreTable
    ) {
        self.clauses = clauses
        self.cursors = cursors
        self.table = table
        unsafe parts = .allocate(capacity: max(1, clauses.count))
        for clause in clauses.indices {
            unsafe (parts + clause).initialize(
                to: Part(
                    weight: weights[clause].body, cursors: firstCursor[clause]..<firstCursor[clause + 1],
                    isDoubtful: clauses[clause].check != nil))
        }
    }

    deinit { unsafe parts.deallocate() }

    /// The unit's score; nil where it is below `minimum`, or where the text does not hold what the postings promise.
    @inline(__always)
    func score(
        _ unit: UInt32, _ length: UInt8, under piece: SpanPiece, atLeast minimum: UInt32
    ) throws(IndexError) -> UInt32? {
        var sum = piece.score
        var doubtful: UInt64 = 0
        for clause in 0..<clauses.count {
            let part = unsafe parts[clause]
            guard let frequency = try frequency(of: part, in: unit) else { continue }
            sum &+= part.weight * table[frequency, length]
            if part.isDoubtful { doubtful |= 1 << UInt64(clause) }
        }
        if sum < minimum { return nil }
        return doubtful == 0 ? sum : try proven(doubtful, unit, length, piece)
    }

    /// The frequency of a clause, or the most that it can be; nil where the unit's own text does not hold it.
    @inline(__always)
    private func frequency(of part: Part, in unit: UInt32) throws(IndexError) -> UInt32? {
        var least = UInt32.max
        for index in part.cursors {
            let cursor = unsafe cursors.base + index
            if unsafe cursor.pointee.canLookUp {
                let frequency = unsafe try cursor.pointee.lookedUpFrequency(at: unit)
                guard frequency > 0 else { return nil }
                least = min(least, frequency)
            } else {
                guard unsafe try cursor.pointee.advance(to: unit) == unit else { return nil }
                unsafe least = min(least, cursor.pointee.frequency)
            }
        }
        return least == .max ? nil : least
    }

    /// The score with the doubtful clauses looked for in the text; nil where one that is required is not there.
    private func proven(
        _ doubtful: UInt64, _ unit: UInt32, _ length: UInt8, _ piece: SpanPiece
    ) throws(IndexError) -> UInt32? {
        var sum = piece.score
        for clause in clauses.indices {
            let part = unsafe parts[clause]
            guard var frequency = try frequency(of: part, in: unit) else { continue }
            if doubtful >> UInt64(clause) & 1 == 1, let check = clauses[clause].check {
                // It begins no oftener than any of its parts does.
                frequency = try check.count(in: unit, atMost: frequency)
                if frequency == 0, piece.clauses >> UInt64(clause) & 1 == 0 { return nil }
            }
            sum &+= part.weight * table[frequency, length]
        }
        return sum
    }
}
