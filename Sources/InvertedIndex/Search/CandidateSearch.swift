/// Finds the units that all lists of an order hold, a batch at a time.
///
/// The units are taken stretch by stretch: in each stretch every list that has neither a bitmap nor ranges stands in one block.
final class CandidateSearch {
    /// The batch: at most ``CandidateBuffer/room`` units, ascending.
    let candidates = CandidateBuffer()

    /// Calls `body` with each batch of the units.
    ///
    /// - Parameter isWorthwhile: whether a stretch can hold anything that is wanted.
    @inline(__always)
    func forEachBatch(
        of units: Range<UInt32>, in order: CursorOrder, isWorthwhile: (ClosedRange<UInt32>) -> Bool = { _ in true },
        body: (CandidateBuffer) throws(IndexError) -> Void
    ) throws(IndexError) {
        guard order.count > 0 else {
            guard !units.isEmpty, isWorthwhile(units.lowerBound...(units.upperBound - 1)) else { return }
            return try forEachBatch(of: units, body)
        }
        let lead = unsafe order.cursor(0)
        let end = units.upperBound
        var target = units.lowerBound
        while target < end {
            if !order.isDense, unsafe lead.pointee.block >= 0, unsafe lead.pointee.lastOrdinal(of: lead.pointee.block) >= target {
                target = unsafe try lead.pointee.advance(to: target)
                if target >= end { return }
            }
            var last = order.look(for: target, through: end - 1)
            if isWorthwhile(target...last) {
                if order.isDense {
                    try forEachCommonBatch(in: target...last, of: order, body)
                } else {
                    let unit = unsafe try lead.pointee.advance(to: target)
                    if unit > last {
                        target = unit
                        continue
                    }
                    last = unsafe candidates.fill(from: lead, through: last)
                    try reduceCandidates(order)
                    if candidates.count > 0 { try body(candidates) }
                }
            }
            if last == .max { return }
            target = last + 1
        }
    }

    /// All units.
    private func forEachBatch(
        of units: Range<UInt32>, _ body: (CandidateBuffer) throws(IndexError) -> Void
    ) throws(IndexError) {
        var rest = units
        while !rest.isEmpty {
            candidates.fill(rest)
            rest = (rest.lowerBound + UInt32(candidates.count))..<rest.upperBound
            try body(candidates)
        }
    }

    /// Takes the candidates out that one of the other lists does not hold.
    private func reduceCandidates(_ order: CursorOrder) throws(IndexError) {
        var place = 1
        while place < order.count, candidates.count > 0 {
            let cursor = unsafe order.cursor(place)
            if unsafe cursor.pointee.canLookUp {
                unsafe candidates.keep(inListOf: cursor)
            } else {
                unsafe try cursor.pointee.loadLooked()
                unsafe candidates.keep(inBlockOf: cursor)
            }
            place += 1
        }
    }

    /// Units that all bitmaps have.
    @inline(__always)
    private func forEachCommonBatch(
        in units: ClosedRange<UInt32>, of order: CursorOrder, _ body: (CandidateBuffer) throws(IndexError) -> Void
    ) throws(IndexError) {
        let (first, last) = (Int(units.lowerBound >> 6), Int(units.upperBound >> 6))
        candidates.removeAll()
        for index in first...last {
            var word = UInt64.max
            for place in 0..<order.count { unsafe word &= order.cursor(place).pointee.bitmapWord(index) }
            if index == first { word &= .max << UInt64(units.lowerBound & 63) }
            if index == last { word &= .max >> UInt64(63 - units.upperBound & 63) }
            candidates.append(word, ofWord: index)
            if candidates.count > CandidateBuffer.room - 64 {
                try body(candidates)
                candidates.removeAll()
            }
        }
        if candidates.count > 0 { try body(candidates) }
    }
}
