import InvertedIndex
import LegalDocuments

/// One search on one commit: finds, filters, folds versions, orders, counts, and dresses the hits of the page.
struct SearchRun {
    let state: LibraryState
    let request: SearchRequest
    private let query: ReadQuery
    let standings: DocumentStandings
    private let filter: DocumentFilter
    private let table: DocumentTable
    private let priors: DocumentPriors
    private let ofPlace: Set<DocumentAddress>

    init(
        _ request: SearchRequest, read query: ReadQuery, state: LibraryState, today: LegalDate
    ) throws(IndexError) {
        self.state = state
        self.query = query
        self.request = request
        standings = try state.standings(on: request.asOf ?? today)
        filter = try DocumentFilter(request.filters, query.conditions, in: state, standings: standings)
        table = try state.documentTable()
        ofPlace = try state.placeNames().documents(ofPlacesIn: request.query + " " + (request.region ?? ""))
        let basis = DocumentPriors.Basis(
            day: standings.day, settings: request.ranking, isQuestion: query.isQuestion)
        priors = try state.priors(basis).adapted(
            toPlace: ofPlace, filter: filter, table: table, standings: standings,
            authority: query.isQuestion ? try state.authority() : nil)
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

    func answer() throws(IndexError) -> SearchAnswer {
        let finder = QueryFinder(
            snapshot: state.snapshot,
            lookup: ReferenceLookup(state: state, standings: standings, allVersions: request.allVersions),
            synonyms: state.synonyms, settings: request.ranking, ranker: ranker, ofPlace: ofPlace)
        let findings = request.wantsRelated ? try related(to: finder.named(by: query)) : try finder.find(query)
        var page = HitPage(
            findings, request, state: state, table: table, standings: standings, filter: filter, priors: priors,
            scorer: try questionScorer(findings))
        try page.collect()
        var answer = SearchAnswer(query: request.query, asOf: standings.day)
        answer.total = page.total
        answer.totalIsExact = page.totalIsExact && !request.wantsRelated
        answer.notes = findings.notes
        answer.suggestions = findings.suggestions
        answer.hiddenVersions = page.hidden
        if request.wantsFacets {
            answer.facets = try state.facetTable().facets(of: page.hitCounts, standings: standings)
        }
        var dresser = HitDresser(
            snapshot: state.snapshot, standings: standings, phrases: findings.highlights,
            explains: request.wantsExplanation, sort: request.sort)
        for (index, candidate) in page.candidates.enumerated() {
            answer.hits.append(try dresser.hit(candidate, rank: request.offset + index + 1))
        }
        return answer
    }

    /// How deep the first look goes: as far as the page reaches, for a question as far as its best are looked at closely,
    /// however few the page shows. Of a day's order the texts know nothing.
    private var ranker: TextRanker {
        let wanted = request.offset + request.limit
        let depth: Int
        if request.sort != .relevance {
            depth = 0
        } else if query.isQuestion {
            depth = max(HitPage.closeLook(request.ranking), request.groupsByDocument ? wanted * 4 : wanted + 1)
        } else {
            depth = request.groupsByDocument ? wanted * 4 : wanted
        }
        let hidesNothing = request.allVersions || query.isQuestion
        return TextRanker(
            snapshot: state.snapshot, words: request.ranking.words, questions: request.ranking.questions,
            factors: hidesNothing ? priors.everyVersion : priors.shownVersions, depth: depth,
            countsAll: request.wantsFacets || request.sort != .relevance)
    }

    private func questionScorer(_ findings: Findings) throws(IndexError) -> QuestionScorer? {
        guard query.isQuestion, let clauses = findings.question, request.sort == .relevance else { return nil }
        return QuestionScorer(
            clauses, settings: request.ranking, rarity: try state.characterRarity(), table: table, snapshot: state.snapshot,
            authority: ofPlace.isEmpty ? try state.authority() : nil)
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
}
