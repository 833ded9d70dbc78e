import InvertedIndex
import LegalDocuments

/// The hits of one page in their order, and how many there are in all.
struct HitPage {
    private let findings: Findings
    private let request: SearchRequest
    private let state: LibraryState
    private let table: DocumentTable
    private let standings: DocumentStandings
    private let filter: DocumentFilter
    private let priors: DocumentPriors
    /// Looks at the best of a question closely.
    private let scorer: QuestionScorer?

    /// The page's, best first.
    private(set) var candidates: [Candidate] = []
    private(set) var total = 0
    private(set) var totalIsExact = true
    private(set) var hidden = 0
    /// Hits of each document that has any; a document may come twice.
    private(set) var hitCounts: [(document: DocumentAddress, count: Int)] = []

    init(
        _ findings: Findings, _ request: SearchRequest, state: LibraryState, table: DocumentTable,
        standings: DocumentStandings, filter: DocumentFilter, priors: DocumentPriors, scorer: QuestionScorer?
    ) {
        self.findings = findings
        self.request = request
        self.state = state
        self.table = table
        self.standings = standings
        self.filter = filter
        self.priors = priors
        self.scorer = scorer
    }

    /// So many of a question's best are found before older versions among them are left out.
    static func closeLook(_ settings: RankingSettings) -> Int { Int(settings.closeDepth) * 6 / 5 }

    private var wanted: Int { request.offset + request.limit }

    mutating func collect() throws(IndexError) {
        var documents: Set<DocumentAddress> = []
        var units: Set<UnitAddress> = []
        var named: [Candidate] = []
        for var candidate in findings.named where filter.allows(candidate.document) {
            let relevance = candidate.score
            place(&candidate, by: relevance)
            let isFirst = documents.insert(candidate.document).inserted
            if !candidate.isDocument { units.insert(candidate.unit) }
            if isFirst || !request.groupsByDocument { named.append(candidate) }
        }
        var tally = MatchTally(
            table, standings, filter, request,
            closed: request.groupsByDocument || findings.namedStandAlone ? documents : [], named: units)
        for candidate in named { tally.add(1, of: candidate.document) }
        var best = BestCandidates(limit: wanted)
        for candidate in named { best.add(candidate) }
        switch findings.text {
        case .none: break
        case .scored(let matches): try collect(matches, &tally, &best)
        case .ranked(let ranking): try collect(ranking, &tally, &best)
        }
        candidates = Array(best.ordered().dropFirst(request.offset))
        total = tally.total
        hidden = tally.hidden
        hitCounts = tally.hitCounts
    }

    // MARK: Ranked matches

    private mutating func collect(
        _ ranking: TextRanking, _ tally: inout MatchTally, _ best: inout BestCandidates
    ) throws(IndexError) {
        if let units = ranking.units {
            for segment in units.indices { try tally.add(units[segment], segment: segment) }
            if request.sort != .relevance { return addAll(units, tally, &best) }
        }
        var ranking = ranking
        var shown = shown(of: ranking, tally)
        while shown.candidates.count < wanted, !ranking.isExhausted, !SearchTime.isOver {
            try ranking.deepen()
            shown = self.shown(of: ranking, tally)
        }
        if let scorer { try scorer.rescore(&shown.candidates, first: shown.closeCount) }
        for candidate in shown.candidates { best.add(candidate) }
        guard ranking.units == nil else { return }
        for candidate in shown.candidates { tally.add(1, of: candidate.document) }
        tally.hide(shown.hidden)
        totalIsExact = ranking.isExhausted
    }

    /// The best that may be shown, in their order; how many of these a close look takes; and how many are hidden.
    private func shown(
        of ranking: TextRanking, _ tally: MatchTally
    ) -> (candidates: [Candidate], closeCount: Int, hidden: Int) {
        let closeLook = Self.closeLook(request.ranking)
        var result: [Candidate] = []
        result.reserveCapacity(ranking.best.count)
        var (closeCount, hidden) = (0, 0)
        var seen: Set<DocumentAddress> = []
        for (place, found) in ranking.best.enumerated() {
            let document = table.document(of: found.unit)
            guard tally.admits(document), !tally.named.contains(found.unit) else { continue }
            if standings[document].isHidden && !request.allVersions {
                hidden += 1
                continue
            }
            if request.groupsByDocument, !seen.insert(document).inserted { continue }
            var candidate = Candidate(score: found.score, unit: found.unit, document: document)
            candidate.prior = priors[document]
            result.append(candidate)
            if place < closeLook { closeCount = min(result.count, Int(request.ranking.closeDepth)) }
        }
        return (result, closeCount, hidden)
    }

    /// Every match, by the day of its version.
    private func addAll(_ units: [[UInt32]], _ tally: MatchTally, _ best: inout BestCandidates) {
        for segment in units.indices {
            var document = DocumentAddress(segment: segment, document: 0)
            for (place, unit) in units[segment].enumerated() {
                let address = UnitAddress(segment: segment, unit: unit)
                if place == 0 || unit >= table[document].units.upperBound {
                    document = table.document(of: address)
                } else if request.groupsByDocument {
                    continue
                }
                guard tally.admits(document), !tally.named.contains(address),
                    request.allVersions || !standings[document].isHidden
                else { continue }
                var candidate = Candidate(score: 0, unit: address, document: document)
                self.place(&candidate, by: 0)
                candidate.prior = priors[document]
                best.add(candidate)
            }
        }
    }

    // MARK: Scored matches

    private mutating func collect(
        _ matches: [SegmentMatches], _ tally: inout MatchTally, _ best: inout BestCandidates
    ) throws(IndexError) {
        for matches in matches {
            try tally.add(matches.units, segment: matches.segment)
            let counting = tally
            try table.forEachDocument(of: matches.units, segment: matches.segment) { document, places throws(IndexError) in
                guard counting.admits(document), request.allVersions || !standings[document].isHidden else { return }
                var bestOfDocument: Candidate?
                for place in places {
                    let unit = UnitAddress(segment: matches.segment, unit: matches.units[place])
                    if counting.named.contains(unit) { continue }
                    let prior = priors[document]
                    var candidate = Candidate(score: 0, unit: unit, document: document)
                    self.place(&candidate, by: matches.scores[place] * prior)
                    candidate.prior = prior
                    if !request.groupsByDocument {
                        best.add(candidate)
                    } else if bestOfDocument.map({ candidate.score > $0.score }) ?? true {
                        bestOfDocument = candidate
                    }
                }
                if let bestOfDocument { best.add(bestOfDocument) }
            }
        }
    }

    /// Gives the candidate its place: by relevance, or by the date that the request sorts by. Undated ones come last.
    private func place(_ candidate: inout Candidate, by relevance: Float) {
        let row = table[candidate.document]
        let isDated = row.version != DocumentColumn.none
        switch request.sort {
        case .relevance: candidate.score = relevance
        case .newest: candidate.score = isDated ? Float(row.version) : -.greatestFiniteMagnitude
        case .oldest: candidate.score = isDated ? -Float(row.version) : -.greatestFiniteMagnitude
        case .changed:
            candidate.score = Float((row.changed - Self.firstMoment) / 60)
            candidate.day = isDated ? Float(row.version) : -.greatestFiniteMagnitude
        }
    }

    /// The first second of 2024: minutes since then are exact in a `Float` for 31 years.
    private static let firstMoment: Int64 = 1_704_067_200
}
