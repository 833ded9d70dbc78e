/// Finds the units of one segment that match every clause, each in their own text or in a span over them.
///
/// Where spans hold some of the clauses, only the others are asked for in the text; so the units are taken piece by piece
/// between the places where spans begin and end.
final class Conjunction {
    private let segment: SegmentReader
    private let clauses: [ClausePostings]
    /// All cursors of all clauses.
    private let cursors: CursorArray
    private let firstCursor: [Int]
    private let pieces: [SpanPiece]
    private let lengths: MappedBytes

    /// - Precondition: at most 64 clauses.
    init(_ clauses: [ClausePostings], spans: [SpanPiece], in segment: SegmentReader) {
        self.segment = segment
        self.clauses = clauses
        lengths = segment.lengthCodes
        var all: [PostingCursor] = []
        var first: [Int] = []
        for clause in clauses {
            first.append(all.count)
            all += clause.cursors
        }
        first.append(all.count)
        firstCursor = first
        cursors = CursorArray(all)
        pieces = spans.isEmpty ? [] : SpanPieces.pieces(of: spans)
    }

    /// The best units, added to the collector.
    func collect(
        into collector: inout ScoreCollector, weights: [ClauseWeights], table: ScoreTable
    ) throws(IndexError) {
        let scorer = ConjunctionScorer(clauses, cursors, firstCursor, weights, table)
        var orders = CursorOrders(cursors, firstCursor)
        try forEachPiece { piece throws(IndexError) in
            let order = orders.order(without: piece.clauses)
            var blocks = -1
            var bound: UInt32 = 0
            try forEachCandidate(of: piece, in: order) { unit throws(IndexError) -> UInt32 in
                // Where the blocks around cannot hold one of the best together, all of them are passed over.
                if collector.minimum > 0 {
                    let looked = lookedBlocks(order, for: unit)
                    if looked != blocks {
                        blocks = looked
                        bound = scorer.bound(of: piece)
                    }
                    if bound < collector.minimum { return behindLookedBlocks(order) }
                }
                guard let length = lengths.byte(Int(unit)) else { throw segment.damage("unitLengths") }
                if let sum = try scorer.score(unit, length, under: piece, atLeast: collector.minimum) {
                    try collector.add(sum, unit: unit)
                }
                return unit &+ 1
            }
        }
    }

    /// Calls `body` with each unit that matches, ascending, and adds the best ones to the collector.
    func collectAll(
        into collector: inout ScoreCollector, weights: [ClauseWeights], table: ScoreTable,
        _ body: (UInt32) throws(IndexError) -> Void
    ) throws(IndexError) {
        let scorer = ConjunctionScorer(clauses, cursors, firstCursor, weights, table)
        var orders = CursorOrders(cursors, firstCursor)
        try forEachPiece { piece throws(IndexError) in
            let order = orders.order(without: piece.clauses)
            try forEachCandidate(of: piece, in: order) { unit throws(IndexError) -> UInt32 in
                guard let length = lengths.byte(Int(unit)) else { throw segment.damage("unitLengths") }
                if let sum = try scorer.score(unit, length, under: piece, atLeast: 0) {
                    try body(unit)
                    try collector.add(sum, unit: unit)
                }
                return unit &+ 1
            }
        }
    }

    /// Calls `body` with each unit that matches, ascending.
    func forEachMatch(_ body: (UInt32) throws(IndexError) -> Void) throws(IndexError) {
        var orders = CursorOrders(cursors, firstCursor)
        let checked = clauses.indices.filter { clauses[$0].check != nil }
        try forEachPiece { piece throws(IndexError) in
            let order = orders.order(without: piece.clauses)
            try forEachCandidate(of: piece, in: order) { unit throws(IndexError) -> UInt32 in
                for clause in checked where piece.clauses >> UInt64(clause) & 1 == 0 {
                    if let check = clauses[clause].check, try check.count(in: unit, justOnce: true) == 0 {
                        return unit &+ 1
                    }
                }
                try body(unit)
                return unit &+ 1
            }
        }
    }

    // MARK: Candidates

    @inline(__always)
    private func forEachPiece(_ body: (SpanPiece) throws(IndexError) -> Void) throws(IndexError) {
        // A clause that no posting holds can only be met where a span does.
        var needed: UInt64 = 0
        for clause in clauses.indices where clauses[clause].cursors.isEmpty { needed |= 1 << UInt64(clause) }
        var place: UInt32 = 0
        for piece in pieces {
            if place < piece.units.lowerBound, needed == 0 {
                try body(SpanPiece(units: place..<piece.units.lowerBound, score: 0, clauses: 0))
            }
            if needed & ~piece.clauses == 0 { try body(piece) }
            place = piece.units.upperBound
        }
        if needed == 0, place < UInt32(segment.counts.units) {
            try body(SpanPiece(units: place..<UInt32(segment.counts.units), score: 0, clauses: 0))
        }
    }

    /// Calls `body` with each unit of the piece that is in all postings of `order`; it says where to go on.
    @inline(__always)
    private func forEachCandidate(
        of piece: SpanPiece, in order: [Int], _ body: (UInt32) throws(IndexError) -> UInt32
    ) throws(IndexError) {
        var target = piece.units.lowerBound
        let end = piece.units.upperBound
        guard let lead = order.first else {
            while target < end { target = try body(target) }
            return
        }
        if order.allSatisfy({ unsafe cursors.base[$0].hasBitmap }) {
            try forEachCommonBit(from: target, to: end, in: order, body)
            return
        }
        search: while target < end {
            let unit = unsafe try cursors.base[lead].advance(to: target)
            if unit >= end { return }
            var index = 1
            while index < order.count {
                let cursor = unsafe cursors.base + order[index]
                if unsafe cursor.pointee.hasBitmap {
                    if unsafe !cursor.pointee.contains(unit) {
                        target = unit &+ 1
                        continue search
                    }
                } else {
                    let found = unsafe try cursor.pointee.advance(to: unit)
                    if found != unit {
                        target = found
                        continue search
                    }
                }
                index &+= 1
            }
            target = try body(unit)
        }
    }

    /// The same where all postings have bitmaps.
    @inline(__always)
    private func forEachCommonBit(
        from start: UInt32, to end: UInt32, in order: [Int], _ body: (UInt32) throws(IndexError) -> UInt32
    ) throws(IndexError) {
        var target = start
        while target < end {
            let index = Int(target >> 6)
            var word = UInt64.max << UInt64(target & 63)
            for cursor in order { unsafe word &= cursors.base[cursor].bitmapWord(index) }
            target = UInt32(truncatingIfNeeded: (index + 1) * 64)
            while word != 0 {
                let unit = UInt32(truncatingIfNeeded: index * 64 + word.trailingZeroBitCount)
                if unit >= end { return }
                word &= word - 1
                let next = try body(unit)
                if next > unit &+ 1 {
                    if next >= target {
                        target = next
                        break
                    }
                    word &= UInt64.max << UInt64(next & 63)
                }
            }
        }
    }

    /// Makes every cursor look for the unit's block. The sum of the blocks' numbers changes when any does: they only go up.
    @inline(__always)
    private func lookedBlocks(_ order: [Int], for unit: UInt32) -> Int {
        var sum = 0
        for index in order { unsafe sum &+= cursors.base[index].look(for: unit) }
        return sum
    }

    /// The first unit that is not in one of the blocks looked for.
    private func behindLookedBlocks(_ order: [Int]) -> UInt32 {
        var last = UInt32.max
        for index in order { unsafe last = min(last, cursors.base[index].lastOrdinal(of: cursors.base[index].looked)) }
        return last == .max ? .max : last + 1
    }
}

/// In which order cursors are asked, for each set of clauses that spans hold.
private struct CursorOrders {
    private let cursors: CursorArray
    private let firstCursor: [Int]
    private var known: [(held: UInt64, order: [Int])] = []

    init(_ cursors: CursorArray, _ firstCursor: [Int]) {
        self.cursors = cursors
        self.firstCursor = firstCursor
    }

    /// Cursors of all clauses but those in `held`, the rarest first.
    @inline(__always)
    mutating func order(without held: UInt64) -> [Int] {
        for entry in known where entry.held == held { return entry.order }
        return add(held)
    }

    private mutating func add(_ held: UInt64) -> [Int] {
        let order = firstCursor.indices.dropLast().filter { held >> UInt64($0) & 1 == 0 }
            .flatMap { firstCursor[$0]..<firstCursor[$0 + 1] }
            .sorted { unsafe cursors.base[$0].documentFrequency < cursors.base[$1].documentFrequency }
        known.append((held, order))
        return order
    }
}

/// Works out scores of units that the cursors of a conjunction stand at.
private final class ConjunctionScorer {
    private let clauses: [ClausePostings]
    private let cursors: CursorArray
    private let firstCursor: [Int]
    private let weights: [ClauseWeights]
    private let table: ScoreTable

    init(
        _ clauses: [ClausePostings], _ cursors: CursorArray, _ firstCursor: [Int], _ weights: [ClauseWeights],
        _ table: ScoreTable
    ) {
        self.clauses = clauses
        self.cursors = cursors
        self.firstCursor = firstCursor
        self.weights = weights
        self.table = table
    }

    /// The most that a unit in the blocks looked for can score under the piece's spans.
    func bound(of piece: SpanPiece) -> UInt32 {
        var sum = piece.score
        for clause in weights.indices {
            var least = UInt32.max
            for index in firstCursor[clause]..<firstCursor[clause + 1] {
                // For a clause that a span holds nobody has looked.
                let isLooked = piece.clauses >> UInt64(clause) & 1 == 0
                let bound = unsafe isLooked && cursors.base[index].blockCount > 0
                    ? table.bound(cursors.base[index].impact(of: cursors.base[index].looked)) : table[.max, 0]
                least = min(least, bound)
            }
            if least < .max { sum &+= weights[clause].body * least }
        }
        return sum
    }

    /// The unit's score; nil where it is below `minimum`, or where the text does not hold what the postings promise.
    @inline(__always)
    func score(
        _ unit: UInt32, _ length: UInt8, under piece: SpanPiece, atLeast minimum: UInt32
    ) throws(IndexError) -> UInt32? {
        var sum = piece.score
        var doubtful: UInt64 = 0
        for clause in weights.indices {
            let isRequired = piece.clauses >> UInt64(clause) & 1 == 0
            guard let frequency = try frequency(of: clause, in: unit, isRequired: isRequired) else { continue }
            sum &+= weights[clause].body * table[frequency, length]
            if clauses[clause].check != nil { doubtful |= 1 << UInt64(clause) }
        }
        if sum < minimum { return nil }
        return doubtful == 0 ? sum : try proven(doubtful, unit, length, piece)
    }

    /// The frequency of a clause, or the most that it can be; nil where the unit's own text does not hold it.
    @inline(__always)
    private func frequency(of clause: Int, in unit: UInt32, isRequired: Bool) throws(IndexError) -> UInt32? {
        var least = UInt32.max
        for index in firstCursor[clause]..<firstCursor[clause + 1] {
            // A required cursor without bitmap stands there already.
            if unsafe !isRequired || cursors.base[index].hasBitmap {
                guard unsafe try cursors.base[index].advance(to: unit) == unit else { return nil }
            }
            unsafe least = min(least, cursors.base[index].frequency)
        }
        return least == .max ? nil : least
    }

    /// The score with the doubtful clauses looked for in the text; nil where one that is required is not there.
    private func proven(
        _ doubtful: UInt64, _ unit: UInt32, _ length: UInt8, _ piece: SpanPiece
    ) throws(IndexError) -> UInt32? {
        var sum = piece.score
        for clause in weights.indices {
            let isRequired = piece.clauses >> UInt64(clause) & 1 == 0
            guard var frequency = try frequency(of: clause, in: unit, isRequired: isRequired) else { continue }
            if doubtful >> UInt64(clause) & 1 == 1, let check = clauses[clause].check {
                frequency = try check.count(in: unit)
                if frequency == 0, isRequired { return nil }
            }
            sum &+= weights[clause].body * table[frequency, length]
        }
        return sum
    }
}
