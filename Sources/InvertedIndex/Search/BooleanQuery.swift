internal import TextAnalysis

/// Clauses joined by all, any, not and near.
///
/// It is evaluated exhaustively, from the sets that its clauses match: exact, and as slow as its commonest clause.
public indirect enum BooleanQuery: Sendable, Equatable {
    /// Every unit.
    case everything
    case clause(Clause)
    case all([BooleanQuery])
    case any([BooleanQuery])
    /// What the first matches and none of the others does.
    case excluding(BooleanQuery, [BooleanQuery])
    /// The clauses in one unit's text, each at most so many folded scalars from the one before it in the list, on
    /// either side. Titles and headings do not count.
    case near([Clause], within: Int)
    /// Units whose text begins with the phrase, no Han character or letter right behind it.
    case opening(Phrase)
}

extension IndexSnapshot {
    /// Live units that match, with the scores of their clauses added.
    ///
    /// - Complexity: O(*p*) in the postings of all clauses; near and opening read the texts that hold their phrases.
    public func matches(
        _ query: BooleanQuery, parameters: RankingParameters = RankingParameters()
    ) throws(IndexError) -> [SegmentMatches] {
        switch query {
        case .everything: return try allMatches()
        case .clause(let clause): return try matches(all: [clause], parameters: parameters)
        case .all(let parts):
            guard let first = parts.first else { return [] }
            var result = try matches(first, parameters: parameters)
            for part in parts.dropFirst() {
                let other = try matches(part, parameters: parameters)
                result.combine(with: other) { $0.intersect($1) }
            }
            return result
        case .any(let parts):
            guard let first = parts.first else { return [] }
            var result = try matches(first, parameters: parameters)
            for part in parts.dropFirst() {
                let other = try matches(part, parameters: parameters)
                result.combine(with: other) { $0 = $0.adding($1) }
            }
            return result
        case .excluding(let base, let excluded):
            var result = try matches(base, parameters: parameters)
            for part in excluded {
                let other = try matches(part, parameters: parameters)
                result.combine(with: other) { $0.subtract($1) }
            }
            return result
        case .near(let clauses, let distance):
            let together = try matches(all: clauses, parameters: parameters)
            return try keeping(together) { Self.stand(clauses, within: distance, in: $0) }
        case .opening(let phrase):
            let holding = try matches(all: [Clause([phrase])], parameters: parameters)
            return try keeping(holding) { Self.opens($0, with: phrase) }
        }
    }

    /// The matches whose folded text passes.
    private func keeping(
        _ matches: [SegmentMatches], where passes: ([UInt32]) -> Bool
    ) throws(IndexError) -> [SegmentMatches] {
        var result = matches
        var time = TimeCheck()
        for index in result.indices {
            var failing = SegmentMatches(segment: result[index].segment, units: [], scores: [])
            for unit in result[index].units where !time.stops() {
                var folded: [UInt32] = []
                Folding.append(try text(of: UnitAddress(segment: result[index].segment, unit: unit)), to: &folded)
                if !passes(folded) { failing = failing.appending(unit) }
            }
            result[index].subtract(failing)
        }
        return result
    }

    private static func stand(_ clauses: [Clause], within distance: Int, in text: [UInt32]) -> Bool {
        var reached: [Range<Int>]?
        for clause in clauses {
            var here: [Range<Int>] = []
            for phrase in clause.alternatives { PhraseOccurrences.forEach(phrase, in: text) { here.append($0) } }
            if let before = reached {
                here = here.filter { range in before.contains { Self.gap($0, range) <= distance } }
            }
            if here.isEmpty { return false }
            reached = here
        }
        return true
    }

    /// Scalars between two ranges; more than any distance where they overlap, since one character is not near itself.
    private static func gap(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        if left.upperBound <= right.lowerBound { return right.lowerBound - left.upperBound }
        if right.upperBound <= left.lowerBound { return left.lowerBound - right.upperBound }
        return .max
    }

    private static func opens(_ text: [UInt32], with phrase: Phrase) -> Bool {
        guard text.starts(with: phrase.scalars) else { return false }
        return text.count == phrase.scalars.count || CharacterClass.of(text[phrase.scalars.count]) == .other
    }
}

extension [SegmentMatches] {
    /// Joins with what other segments hold, segment by segment.
    fileprivate mutating func combine(
        with other: [SegmentMatches], _ join: (inout SegmentMatches, SegmentMatches) -> Void
    ) {
        for index in indices where index < other.count { join(&self[index], other[index]) }
    }
}

extension SegmentMatches {
    fileprivate func appending(_ unit: UInt32) -> SegmentMatches {
        SegmentMatches(segment: segment, units: units + [unit], scores: scores + [0])
    }
}
