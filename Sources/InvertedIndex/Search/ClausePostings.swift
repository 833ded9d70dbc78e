/// One clause in one segment: the postings in which it is found, and the spans that hold it.
struct ClausePostings {
    /// Units that are in all of these may hold the clause; without one, none does. The rarest first.
    var cursors: [PostingCursor] = []
    /// What the postings do not prove, to be looked for in the text.
    private(set) var check: PhraseCheck?
    /// Units that hold each term of the phrase, known before any text is read; of several phrases, units that hold any.
    private(set) var termCounts = TermCounts(0)
    /// Spans that hold the clause, by where their units begin.
    private(set) var spans: [MatchedSpan] = []

    struct MatchedSpan {
        /// Number of the span in the segment.
        let ordinal: UInt32
        let span: SegmentReader.Span
        let frequency: UInt32
    }

    init(_ clause: Clause, in segment: SegmentReader) throws(IndexError) {
        if let term = clause.term {
            try look(for: term, segment)
        } else {
            let phrase = clause.alternatives.count == 1 ? clause.alternatives[0] : nil
            if let phrase, phrase.plan.partialWords.isEmpty, phrase.plan.openCharacters.isEmpty {
                try cover(phrase, segment)
            } else {
                try fix(clause, segment)
            }
            try findSpans(clause, segment)
        }
    }

    /// Of a clause that is one term.
    init(_ term: PhrasePlan.Term, in segment: SegmentReader) throws(IndexError) { try look(for: term, segment) }

    /// No text and no title holds it: it is met in some units, ascending and apart, and nowhere else.
    init(under units: [Range<UInt32>]) {
        spans = units.map {
            MatchedSpan(ordinal: 0, span: SegmentReader.Span(units: $0, field: .title, lengthCode: 0), frequency: 0)
        }
    }

    /// A phrase that is one term needs no more than its two lists.
    private mutating func look(for term: PhrasePlan.Term, _ segment: SegmentReader) throws(IndexError) {
        if let pointer = segment.body.pointer(of: term) {
            let cursor = try segment.body.cursor(pointer)
            termCounts = TermCounts(cursor.documentFrequency)
            cursors = [cursor]
        }
        spans = try Self.spans(holding: term, in: segment)
    }

    /// The spans that hold a term.
    static func spans(holding term: PhrasePlan.Term, in segment: SegmentReader) throws(IndexError) -> [MatchedSpan] {
        guard let pointer = segment.spans.pointer(of: term) else { return [] }
        var cursor = try segment.spans.cursor(pointer)
        var spans: [MatchedSpan] = []
        spans.reserveCapacity(cursor.documentFrequency)
        if cursor.blockCount == 0 {
            try cursor.forEachOfFew { ordinal, frequency throws(IndexError) in
                spans.append(MatchedSpan(ordinal: ordinal, span: try segment.span(ordinal), frequency: frequency))
            }
            return spans
        }
        for block in 0...cursor.blockCount {
            try cursor.load(block)
            cursor.unpackFrequencies()
            for index in 0..<cursor.loaded {
                let ordinal = unsafe cursor.ordinals[index]
                spans.append(
                    unsafe MatchedSpan(
                        ordinal: ordinal, span: try segment.span(ordinal), frequency: cursor.frequencies[index]))
            }
        }
        return spans
    }

    private mutating func cover(_ phrase: Phrase, _ segment: SegmentReader) throws(IndexError) {
        let cover = try PhraseCover(phrase.plan, of: phrase, in: segment.body, grams: segment.grams, countsTerms: true)
        termCounts = TermCounts(cover.termCounts)
        guard !cover.isImpossible, !cover.lists.isEmpty else { return }
        var lists = cover.lists
        if lists.count > 1 { lists.sort { $0.count < $1.count } }
        if !cover.isExact {
            check = try PhraseCheck(phrase, in: segment, isSpan: false)
            lists.removeLast(lists.count - Self.listsWorthReading(lists[0].count, of: lists.count))
        }
        cursors.reserveCapacity(lists.count)
        for list in lists { cursors.append(try segment.body.cursor(list.pointer)) }
    }

    /// Where the text is looked at anyhow, a few texts more cost less than another list.
    private static func listsWorthReading(_ rarest: Int, of count: Int) -> Int {
        switch rarest {
        case ..<8: 1
        case ..<64: min(count, 2)
        case ..<512: min(count, 3)
        default: count
        }
    }

    /// What takes several look-ups is worked out beforehand.
    private mutating func fix(_ clause: Clause, _ segment: SegmentReader) throws(IndexError) {
        var list = OrdinalList()
        for phrase in clause.alternatives {
            // Frequencies of a damaged file can be anything: their sum must not trap.
            list = list.union(try PhraseMatcher(unitsOf: segment).matches(phrase), combine: &+)
        }
        termCounts = TermCounts(list.count)
        guard !list.isEmpty else { return }
        cursors = [segment.body.cursor(of: list)]
    }

    private mutating func findSpans(_ clause: Clause, _ segment: SegmentReader) throws(IndexError) {
        var list = OrdinalList()
        let matcher = PhraseMatcher(spansOf: segment)
        for phrase in clause.alternatives {
            let found = try matcher.matches(phrase)
            if !found.isEmpty { list = list.union(found, combine: &+) }
        }
        guard !list.isEmpty else { return }
        spans.reserveCapacity(list.count)
        for index in list.ordinals.indices {
            spans.append(
                MatchedSpan(
                    ordinal: list.ordinals[index], span: try segment.span(list.ordinals[index]),
                    frequency: list.frequencies[index]))
        }
    }

    var spanUnitCount: Int { spans.reduce(0) { $0 + $1.span.units.count } }

    /// Whether no unit of the segment can hold it.
    var isNowhere: Bool { cursors.isEmpty && spans.isEmpty }

    /// Whether one cursor proves it.
    var isJoined: Bool { cursors.count < 2 && check == nil }

    /// Makes one cursor of several, the text checked, for a search that takes each clause on its own.
    mutating func join(in segment: SegmentReader) throws(IndexError) {
        guard !isJoined else { return }
        var list = try OrdinalList(cursors[0])
        for cursor in cursors.dropFirst() { try list.intersect(cursor) }
        if let check {
            var checked = OrdinalList()
            for ordinal in list.ordinals {
                let count = try check.count(in: ordinal)
                if count > 0 { checked.append(ordinal, count) }
            }
            list = checked
        }
        cursors = list.isEmpty ? [] : [segment.body.cursor(of: list)]
        check = nil
    }
}

/// In how many units each term of a clause is. That of a single term needs no memory of its own.
struct TermCounts {
    let count: Int
    private let only: Int
    private let several: [Int]

    init(_ only: Int) {
        count = 1
        self.only = only
        several = []
    }

    init(_ counts: [Int]) {
        count = counts.count
        only = 0
        several = counts
    }

    subscript(term: Int) -> Int { several.isEmpty ? only : several[term] }
}

/// How a clause is weighed in all segments.
struct ClauseWeights {
    let body: ScoreWeight
    private let title: ScoreWeight
    private let heading: ScoreWeight

    /// For a clause that does not count.
    static let nothing = Self(body: ScoreWeight(0), title: ScoreWeight(0), heading: ScoreWeight(0))

    private init(body: ScoreWeight, title: ScoreWeight, heading: ScoreWeight) {
        self.body = body
        self.title = title
        self.heading = heading
    }

    /// - Parameters:
    ///   - matching: units whose own text holds the clause, and units under spans that do, at most, in all segments.
    ///   - total: units of all segments.
    init(_ clause: Clause, matching: (body: Int, spans: Int), of total: Int, _ parameters: RankingParameters) {
        func rarity(_ count: Int) -> Float {
            clause.weight * RankingParameters.inverseFrequency(matching: min(total, max(count, 1)), of: total)
        }
        body = ScoreWeight(rarity(matching.body))
        let spans = matching.spans == 0 ? 0 : rarity(matching.spans)
        title = ScoreWeight(spans * parameters.weight(of: .title))
        heading = ScoreWeight(spans * parameters.weight(of: .heading))
    }

    @inline(__always)
    func span(_ match: ClausePostings.MatchedSpan, _ table: ScoreTable) -> UInt32 {
        let weight = match.span.field == .title ? title : heading
        return weight * table[match.frequency, match.span.lengthCode]
    }
}
