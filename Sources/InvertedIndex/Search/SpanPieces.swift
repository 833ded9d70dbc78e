/// Neighbouring units under the same spans, with what these spans add to the score of each.
struct SpanPiece: Equatable {
    var units: Range<UInt32>
    /// In 1/4096.
    var score: UInt32
    /// The clauses that the spans hold, a bit for each.
    var clauses: UInt64
}

/// Cuts the units of a segment where spans begin and end.
enum SpanPieces {
    /// Pieces under at least one span, ascending and apart from one another.
    ///
    /// - Complexity: O(*n* log *n*) in spans, O(*n*) where they come sorted and hardly nest.
    static func pieces(of spans: [SpanPiece]) -> [SpanPiece] {
        var isSorted = true
        var isApart = true
        var end: UInt32 = 0
        var start: UInt32 = 0
        for span in spans {
            if span.units.lowerBound < start { isSorted = false }
            if span.units.lowerBound < end || span.units.isEmpty { isApart = false }
            start = span.units.lowerBound
            end = span.units.upperBound
        }
        if isSorted && isApart { return spans }
        var sorted = spans
        if !isSorted { sorted.sort { $0.units.lowerBound < $1.units.lowerBound } }
        var result: [SpanPiece] = []
        result.reserveCapacity(sorted.count)
        var open: [SpanPiece] = []
        var place: UInt32 = 0
        for span in sorted where !span.units.isEmpty {
            emit(&open, from: &place, to: span.units.lowerBound, &result)
            place = span.units.lowerBound
            open.append(span)
        }
        emit(&open, from: &place, to: .max, &result)
        return result
    }

    /// Writes what lies between two places under the open spans, and drops those that end there.
    private static func emit(
        _ open: inout [SpanPiece], from place: inout UInt32, to limit: UInt32, _ result: inout [SpanPiece]
    ) {
        while !open.isEmpty, place < limit {
            var piece = SpanPiece(units: place..<limit, score: 0, clauses: 0)
            var end = limit
            for span in open {
                end = min(end, span.units.upperBound)
                piece.score &+= span.score
                piece.clauses |= span.clauses
            }
            piece.units = place..<end
            if place < end { result.append(piece) }
            place = end
            open.removeAll { $0.units.upperBound <= end }
        }
    }
}
