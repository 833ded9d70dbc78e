import InvertedIndex
import LegalDocuments

/// One search on one commit: finds, filters, folds versions, orders, counts, and dresses the hits of the page.
struct SearchRun {
    let state: LibraryState
    let request: SearchRequest
    private let query: ReadQuery
    let standings: DocumentStandings
    let filter: DocumentFilter
    private var priors: DocumentPriors
    private var best: BestCandidates
    private var total = 0
    private var hidden = 0
    /// Hits of each document, where facets or groups ask for them.
    private var hitCounts: [DocumentAddress: Int] = [:]

    init(
        _ request: SearchRequest, read query: ReadQuery, state: LibraryState, today: LegalDate
    ) throws(IndexError) {
        self.state = state
        self.query = query
        self.request = request
        standings = try state.standings(on: request.asOf ?? today)
        filter = try DocumentFilter(request.filters, query.conditions, in: state, standings: standings)
        priors = DocumentPriors(
            snapshot: state.snapshot, standings: standings, settings: request.ranking,
            ofPlace: try state.placeNames().documents(ofPlacesIn: request.query + " " + (request.region ?? "")),
            authority: query.isQuestion ? try state.authority() : nil)
        // The best of a question are looked at closely, however few the page shows: pages must not depend on their size.
        let wanted = request.offset + request.limit
        best = BestCandidates(limit: query.isQuestion ? max(wanted, Int(request.ranking.closeDepth)) : wanted)
    }

    /// The query taken apart, if the request may be answered.
    static func read(_ request: SearchRequest) throws(SearchError) -> ReadQuery {
        let length = request.query.unicodeScalars.count
        guard length <= SearchLimits.queryLength else {
            throw .queryTooLong(characters: length, limit: SearchLimits.queryLength)
        }
        guard SearchLimits.hits.contains(request.limit) else {
            throw .limitOutOfRange(request.limit, allowed: SearchLimits.hits)
        }
        guard SearchLimits.offsets.contains(request.offset) else {
            throw .offsetOutOfRange(request.offset, allowed: SearchLimits.offsets)
        }
        let read: ReadQuery
        do throws(QuerySyntaxError) { read = try ReadQuery(request.query) } catch { throw .syntax(error) }
        let hasFilters = !request.filters.isEmpty || !read.conditions.isEmpty
        let isBlank = !request.query.contains { !$0.isWhitespace }
        let asksNothing = read.parts.isEmpty && read.tree == nil
        if asksNothing, !hasFilters || (read.conditions.isEmpty && !isBlank) {
            throw .nothingToSearch(query: request.query)
        }
        return read
    }

    mutating func answer() throws(IndexError) -> SearchAnswer {
        let finder = QueryFinder(
            snapshot: state.snapshot,
            lookup: ReferenceLookup(state: state, standings: standings, allVersions: request.allVersions),
            synonyms: state.synonyms, settings: request.ranking, titles: try state.titleIndex(),
            ofPlace: priors.ofPlace)
        var findings = try finder.find(query)
        if request.wantsRelated { findings = try related(to: findings) }
        try collect(findings)
        var answer = SearchAnswer(query: request.query, asOf: standings.day)
        answer.total = total
        answer.totalIsExact = !request.wantsRelated
        answer.notes = findings.notes
        answer.suggestions = findings.suggestions
        answer.hiddenVersions = hidden
        if request.wantsFacets { answer.facets = try state.facetTable().facets(of: hitCounts, standings: standings) }
        let dresser = HitDresser(
            snapshot: state.snapshot, standings: standings, phrases: findings.highlights,
            explains: request.wantsExplanation, sort: request.sort)
        let page = try ordered(findings).dropFirst(request.offset).prefix(request.limit)
        for (index, candidate) in page.enumerated() {
            answer.hits.append(try dresser.hit(candidate, rank: request.offset + index + 1))
        }
        return answer
    }

    /// The provisions of other works that say what the named one says; nothing where none is named.
    private func related(to findings: Findings) throws(IndexError) -> Findings {
        var result = Findings()
        result.notes = findings.notes
        guard let named = findings.named.first(where: { !$0.isDocument }) else { return result }
        let provisions = RelatedProvisions(state: state, standings: standings)
        result.named = try provisions.related(to: named.unit, limit: request.offset + request.limit)
        return result
    }

    private func ordered(_ findings: Findings) throws(IndexError) -> [Candidate] {
        let candidates = best.ordered()
        guard query.isQuestion, let clauses = findings.question, request.sort == .relevance else { return candidates }
        let scorer = QuestionScorer(clauses, settings: request.ranking, rarity: try state.characterRarity())
        let scored = try scorer.ordered(candidates, in: state.snapshot) { candidate throws(IndexError) in
            try state.snapshot.column(DocumentColumn.family.rawValue, of: candidate.document)
        }
        // Where a place is named its own law is wanted, of which the answered questions have none.
        guard priors.ofPlace.isEmpty else { return scored }
        return LearnedOrder.standard.corrected(scored, strength: request.ranking.learned, authority: try state.authority())
    }

    // MARK: Collecting

    private mutating func collect(_ findings: Findings) throws(IndexError) {
        var named: Set<DocumentAddress> = []
        var namedUnits: Set<UnitAddress> = []
        for var candidate in findings.named where filter.allows(candidate.document) {
            candidate.score = score(candidate.score, candidate.document)
            let isFirst = named.insert(candidate.document).inserted
            if !candidate.isDocument { namedUnits.insert(candidate.unit) }
            if isFirst || !request.groupsByDocument { count(candidate) }
        }
        let closed = request.groupsByDocument || findings.namedStandAlone ? named : []
        for matches in findings.matches {
            try collect(matches, closed: closed, namedUnits: namedUnits)
        }
    }

    /// - Parameter closed: documents whose hits are counted already.
    private mutating func collect(
        _ matches: SegmentMatches, closed: Set<DocumentAddress>, namedUnits: Set<UnitAddress>
    ) throws(IndexError) {
        let snapshot = state.snapshot
        var address: DocumentAddress?
        var end: UInt32 = 0
        var passes = false
        var prior: Float = 1
        var bestOfDocument: Candidate?
        for index in matches.units.indices {
            let unit = UnitAddress(segment: matches.segment, unit: matches.units[index])
            if unit.unit >= end || address == nil {
                if let candidate = bestOfDocument { count(candidate) }
                bestOfDocument = nil
                let document = try snapshot.document(of: unit)
                end = try snapshot.units(of: document).upperBound
                passes = filter.allows(document) && !closed.contains(document)
                prior = try priors.factor(of: document)
                address = document
            }
            guard passes, let address else { continue }
            if namedUnits.contains(unit) { continue }
            if standings[address].isHidden && !request.allVersions {
                hidden += 1
                continue
            }
            var candidate = Candidate(
                score: score(matches.scores[index] * prior, address), unit: unit, document: address)
            candidate.prior = prior
            if request.groupsByDocument {
                if bestOfDocument.map({ candidate.score > $0.score }) ?? true { bestOfDocument = candidate }
            } else {
                count(candidate)
            }
        }
        if let candidate = bestOfDocument { count(candidate) }
    }

    private mutating func count(_ candidate: Candidate) {
        total += 1
        if request.wantsFacets { hitCounts[candidate.document, default: 0] += 1 }
        best.add(candidate)
    }

    /// By relevance, or by the version's day where the request sorts by date.
    private func score(_ score: Float, _ address: DocumentAddress) -> Float {
        switch request.sort {
        case .relevance: return score
        case .newest, .oldest:
            let day = (try? state.snapshot.column(DocumentColumn.version.rawValue, of: address)) ?? DocumentColumn.none
            guard day != DocumentColumn.none else { return -Float.greatestFiniteMagnitude }
            return request.sort == .newest ? Float(day) : -Float(day)
        }
    }
}
