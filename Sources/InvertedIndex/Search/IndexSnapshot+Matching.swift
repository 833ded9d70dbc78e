/// One thing asked for: any of several phrases, which count as one (spellings of the same numeral, say).
public struct Clause: Sendable, Equatable {
    public var alternatives: [Phrase]
    /// How much it counts in the score.
    public var weight: Float

    public init(_ alternatives: [Phrase], weight: Float = 1) {
        self.alternatives = alternatives
        self.weight = weight
    }

    /// The one term of the dictionaries that it is, if it is one.
    var term: PhrasePlan.Term? { alternatives.count == 1 ? alternatives[0].plan.term : nil }
}

/// Units of one segment that match, ascending, with their scores.
public struct SegmentMatches: Sendable, Equatable {
    public let segment: Int
    public fileprivate(set) var units: [UInt32]
    public fileprivate(set) var scores: [Float]
}

extension IndexSnapshot {
    /// Live units that match every clause and none of `excluded`, in their own text or in a span over them.
    ///
    /// - Complexity: O(*p*) in the postings of the rarest term of each clause, and the texts that must be checked.
    public func matches(
        all clauses: [Clause], excluding excluded: [Clause] = [], parameters: RankingParameters = RankingParameters()
    ) throws(IndexError) -> [SegmentMatches] {
        guard let first = clauses.first else { return [] }
        var result = try scored(first, parameters)
        for clause in clauses.dropFirst() where !SearchTime.isOver {
            let other = try scored(clause, parameters)
            for index in result.indices { result[index].intersect(other[index]) }
        }
        for clause in excluded {
            let other = try scored(clause, parameters)
            for index in result.indices { result[index].subtract(other[index]) }
        }
        return try live(result)
    }

    /// Live units that match any of the clauses; their scores are added.
    public func matches(
        any clauses: [Clause], excluding excluded: [Clause] = [], parameters: RankingParameters = RankingParameters()
    ) throws(IndexError) -> [SegmentMatches] {
        var sums = segments.map { UnitScores(first: 0, count: $0.reader.counts.units) }
        for clause in clauses where !SearchTime.isOver {
            for match in try scored(clause, parameters) {
                for index in match.units.indices { sums[match.segment].add(match.scores[index], to: match.units[index]) }
            }
        }
        var result = sums.indices.map { sums[$0].matches(segment: $0) }
        for clause in excluded {
            let other = try scored(clause, parameters)
            for index in result.indices { result[index].subtract(other[index]) }
        }
        return try live(result)
    }

    /// Every live unit, with score 0.
    public func allMatches() throws(IndexError) -> [SegmentMatches] {
        try live(
            segments.indices.map {
                let units = UInt32(segments[$0].reader.counts.units)
                return SegmentMatches(
                    segment: $0, units: Array(0..<units), scores: [Float](repeating: 0, count: Int(units)))
            })
    }

    /// Number of units that match a clause, deleted ones among them.
    public func count(_ clause: Clause) throws(IndexError) -> Int {
        try scored(clause, RankingParameters()).reduce(0) { $0 + $1.units.count }
    }

    // MARK: One clause

    /// Matches of one clause in each segment. What makes a term rare is counted over all segments first.
    private func scored(_ clause: Clause, _ parameters: RankingParameters) throws(IndexError) -> [SegmentMatches] {
        var weighed = try WeighedClauses([clause], in: self, parameters)
        var result: [SegmentMatches] = []
        for index in segments.indices {
            let list = try weighed.list(segment: index, clause: 0, in: segments[index].reader)
            let scorer = ClauseScorer(weighed: weighed, segment: segments[index].reader, number: index)
            result.append(try scorer.matches(list))
        }
        return result
    }

    private func live(_ matches: [SegmentMatches]) throws(IndexError) -> [SegmentMatches] {
        var result = matches
        for index in result.indices {
            let segment = segments[result[index].segment]
            guard segment.deleted.count > 0 else { continue }
            try result[index].removeDeleted(segment)
        }
        return result
    }
}

/// Gives each unit of a segment its score for one clause.
struct ClauseScorer {
    let weighed: WeighedClauses
    let segment: SegmentReader
    let number: Int

    func matches(_ list: OrdinalList) throws(IndexError) -> SegmentMatches {
        var result = SegmentMatches(segment: number, units: list.ordinals, scores: [])
        result.scores.reserveCapacity(list.count)
        for index in list.ordinals.indices {
            let length = try segment.lengthCode(list.ordinals[index])
            let sum = weighed.weights[0].body * weighed.bodyTable[list.frequencies[index], length]
            result.scores.append(Float(sum) / ScoreTable.unit)
        }
        let spans = weighed.spans(ofSegment: number)
        return spans.isEmpty ? result : result.adding(spanScores(spans))
    }

    /// Spans may lie over one another (a title over headings), so their scores are laid out flat and added.
    private func spanScores(_ spans: [SpanPiece]) -> SegmentMatches {
        let first = spans.reduce(segment.counts.units) { min($0, Int($1.units.lowerBound)) }
        let last = spans.reduce(0) { max($0, Int($1.units.upperBound)) }
        var flat = UnitScores(first: first, count: max(0, last - first))
        for span in spans {
            for unit in span.units { flat.add(Float(span.score) / ScoreTable.unit, to: unit) }
        }
        return flat.matches(segment: number)
    }
}

/// Scores of neighbouring units, laid out flat to be added up. A unit matches once anything was added, be it 0: a clause
/// without weight is still asked for.
private struct UnitScores {
    private let first: Int
    private var sums: [Float]
    private var isMatch: [Bool]

    init(first: Int, count: Int) {
        self.first = first
        sums = [Float](repeating: 0, count: count)
        isMatch = [Bool](repeating: false, count: count)
    }

    mutating func add(_ score: Float, to unit: UInt32) {
        sums[Int(unit) - first] += score
        isMatch[Int(unit) - first] = true
    }

    func matches(segment: Int) -> SegmentMatches {
        var result = SegmentMatches(segment: segment, units: [], scores: [])
        for index in isMatch.indices where isMatch[index] {
            result.units.append(UInt32(first + index))
            result.scores.append(sums[index])
        }
        return result
    }
}

extension SegmentMatches {
    /// Everything in either, scores added.
    func adding(_ other: SegmentMatches) -> SegmentMatches {
        var result = SegmentMatches(segment: segment, units: [], scores: [])
        result.units.reserveCapacity(units.count + other.units.count)
        result.scores.reserveCapacity(units.count + other.units.count)
        var (left, right) = (0, 0)
        while left < units.count || right < other.units.count {
            let leftUnit = left < units.count ? units[left] : .max
            let rightUnit = right < other.units.count ? other.units[right] : .max
            var score: Float = 0
            if leftUnit <= rightUnit {
                score += scores[left]
                left += 1
            }
            if rightUnit <= leftUnit {
                score += other.scores[right]
                right += 1
            }
            result.units.append(min(leftUnit, rightUnit))
            result.scores.append(score)
        }
        return result
    }

    /// Keeps what both have, scores added.
    mutating func intersect(_ other: SegmentMatches) {
        var kept = 0
        var place = 0
        for index in units.indices {
            let unit = units[index]
            while place < other.units.count && other.units[place] < unit { place += 1 }
            if place == other.units.count { break }
            guard other.units[place] == unit else { continue }
            units[kept] = unit
            scores[kept] = scores[index] + other.scores[place]
            kept += 1
        }
        keepFirst(kept)
    }

    /// Keeps what the other has not.
    mutating func subtract(_ other: SegmentMatches) {
        var kept = 0
        var place = 0
        for index in units.indices {
            while place < other.units.count && other.units[place] < units[index] { place += 1 }
            if place < other.units.count && other.units[place] == units[index] { continue }
            units[kept] = units[index]
            scores[kept] = scores[index]
            kept += 1
        }
        keepFirst(kept)
    }

    mutating func removeDeleted(_ segment: IndexSnapshot.LiveSegment) throws(IndexError) {
        var kept = 0
        var document = -1
        var end: UInt32 = 0
        var isDeleted = false
        for index in units.indices {
            let unit = units[index]
            if unit >= end {
                document = try segment.reader.document(ofUnit: unit)
                end = try segment.reader.units(ofDocument: document).upperBound
                isDeleted = segment.deleted.contains(document)
            }
            if isDeleted { continue }
            units[kept] = unit
            scores[kept] = scores[index]
            kept += 1
        }
        keepFirst(kept)
    }

    private mutating func keepFirst(_ count: Int) {
        units.removeLast(units.count - count)
        scores.removeLast(scores.count - count)
    }
}
