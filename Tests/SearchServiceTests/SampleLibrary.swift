import LegalDocuments
import LegalSearch
import SearchService
import Synchronization

/// Answers from ``SampleDocuments`` as plainly as can be: every word must stand in the provision.
final class SampleLibrary: SearchProvider {
    let notes: [QueryNote]
    let suggestions: [String]
    let problem: String?
    /// Of every hit, where it is asked for.
    let explanation: [ScorePart]
    /// Counts no more hits than a page holds, as for a question.
    let countsOnlyThePage: Bool
    /// What every search is answered with, where it is given.
    let answer: SearchAnswer?
    /// What every look-up meets instead of an answer.
    let damage: LibraryError?
    private let refreshes = Mutex(0)
    private let current = Mutex<UInt64>(7)

    init(
        notes: [QueryNote] = [], suggestions: [String] = [], problem: String? = nil, damage: LibraryError? = nil,
        explanation: [ScorePart] = [], countsOnlyThePage: Bool = false, answer: SearchAnswer? = nil
    ) {
        self.answer = answer
        self.countsOnlyThePage = countsOnlyThePage
        self.explanation = explanation
        self.damage = damage
        self.notes = notes
        self.suggestions = suggestions
        self.problem = problem
    }

    var refreshCount: Int { refreshes.withLock { $0 } }
    var generation: UInt64 { current.withLock { $0 } }
    func refresh() { refreshes.withLock { $0 += 1 } }
    func commit() { current.withLock { $0 += 1 } }

    /// The same documents, at the generation of now.
    func pinnedProvider() -> any SearchProvider {
        let copy = SampleLibrary(notes: notes, suggestions: suggestions, problem: problem, damage: damage, explanation: explanation,
            countsOnlyThePage: countsOnlyThePage, answer: answer)
        let now = generation
        copy.current.withLock { $0 = now }
        return copy
    }

    func search(_ request: SearchRequest) throws(SearchError) -> SearchAnswer {
        if let answer { return answer }
        if request.query == "(" { throw .nothingToSearch(query: "(") }
        let words = request.query.split(separator: " ").map { String($0.filter { $0 != "\"" }) }
        var matching: [(LegalDocument, Provision)] = []
        var hidden = 0
        for document in SampleDocuments.all where passes(document, request.filters) {
            for provision in document.provisions
            where words.allSatisfy({ provision.text.contains($0) || document.title.contains($0) }) {
                if document.id == SampleDocuments.older.id, !request.allVersions {
                    hidden += 1
                } else {
                    matching.append((document, provision))
                }
            }
        }
        let hits = matching.dropFirst(request.offset).prefix(request.limit).enumerated().map { index, match in
            var hit = hit(match.0, match.1, words: words, rank: request.offset + index + 1)
            if request.wantsExplanation { hit.explanation = explanation }
            return hit
        }
        let counted = countsOnlyThePage ? min(matching.count, request.offset + request.limit) : matching.count
        return SearchAnswer(
            query: request.query, total: counted, totalIsExact: counted < request.offset + request.limit || !countsOnlyThePage,
            tookMicroseconds: 1, hits: hits,
            facets: request.wantsFacets ? facets(matching.map(\.0)) : nil, suggestions: suggestions, notes: notes,
            hiddenVersions: hidden, asOf: request.asOf ?? SampleDocuments.day)
    }

    private func passes(_ document: LegalDocument, _ filters: [SearchFilter]) -> Bool {
        filters.allSatisfy { filter in
            switch filter.key {
            case .kind: document.kind.rawValue == filter.value
            case .document: document.id == filter.value
            case .status: SampleDocuments.status(of: document).rawValue == filter.value
            default: true
            }
        }
    }

    private func facets(_ documents: [LegalDocument]) -> [Facet] {
        let kinds = Dictionary(grouping: documents, by: \.kind.rawValue).map { (value: $0.key, count: $0.value.count) }
        let statuses = Dictionary(grouping: documents) { SampleDocuments.status(of: $0).rawValue }
            .map { (value: $0.key, count: $0.value.count) }
        return [
            Facet(field: "kind", values: kinds.sorted { ($1.count, $0.value) < ($0.count, $1.value) }),
            Facet(field: "status", values: statuses.sorted { ($1.count, $0.value) < ($0.count, $1.value) }),
        ]
    }

    private func hit(_ document: LegalDocument, _ provision: Provision, words: [String], rank: Int) -> Hit {
        let scalars = Array(provision.text.unicodeScalars)
        var highlights: [Range<Int>] = []
        var position = 0
        while position < scalars.count {
            let word = words.first { !$0.isEmpty && scalars[position...].starts(with: $0.unicodeScalars) }
            if let word { highlights.append(position..<position + word.unicodeScalars.count) }
            position += word?.unicodeScalars.count ?? 1
        }
        return Hit(
            rank: rank, score: 1, document: summary(document),
            provision: ProvisionSummary(id: provision.id, label: provision.label, headings: provision.headings),
            snippet: Snippet(text: provision.text, highlights: highlights))
    }

    func summary(_ document: LegalDocument) -> DocumentSummary {
        DocumentSummary(
            id: document.id, title: document.title, number: document.number, issuer: document.issuer, kind: document.kind,
            region: document.region, dates: document.dates, status: SampleDocuments.status(of: document),
            statusEvidence: [], textKind: document.textKind, source: document.sources[0])
    }

    func document(id: String, asOf: LegalDate?) throws(LibraryError) -> DocumentAnswer? {
        if let damage { throw damage }
        guard let document = SampleDocuments.all.first(where: { $0.id == id }) else { return nil }
        let versions = SampleDocuments.all.filter { $0.title == document.title }
            .sorted { ($0.dates.version?.dayNumber ?? 0) < ($1.dates.version?.dayNumber ?? 0) }
        var evidence: [StatusEvidence] = []
        if document.id == SampleDocuments.current.id {
            evidence = [StatusEvidence(field: "effective", value: "2024-06-01", from: "text: art_5", quote: "本条例自2024年6月1日起施行")]
        } else if document.id == SampleDocuments.older.id {
            evidence = [StatusEvidence(field: "supersededBy", value: "2024-03-01", from: SampleDocuments.current.id)]
        }
        return DocumentAnswer(
            document: document, status: SampleDocuments.status(of: document), statusEvidence: evidence,
            versions: versions.map {
                DocumentVersion(id: $0.id, version: $0.dates.version, status: SampleDocuments.status(of: $0))
            })
    }

    func lookUp(number typed: String, asOf: LegalDate?) throws(LibraryError) -> NumberAnswer {
        if let damage { throw damage }
        let number = DocumentNumber(typed)
        let numbered = SampleDocuments.all.filter { $0.number != nil }
        let matches = numbered.filter { $0.number == number?.canonical }
        let near = numbered.filter { document in !matches.contains { $0.id == document.id } }
        return NumberAnswer(
            typed: typed, number: number, matches: matches.map { summary($0) }, near: near.map { summary($0) })
    }

    func resolve(_ reference: String, asOf: LegalDate?) throws(LibraryError) -> ReferenceAnswer {
        if let damage { throw damage }
        return .none(suggestions: [])
    }

    func statistics() -> LibraryStatistics {
        LibraryStatistics(
            documents: 3_475, provisions: 150_763, segments: 1, terms: 272_802,
            kinds: [("法律", 359), ("行政法规", 683), ("地方性法规", 1_911)], committedAt: 1_795_500_000,
            bytes: .init(total: 9, dictionary: 1, postings: 2, positions: 0, text: 5, other: 1))
    }

    func suggestions(for prefix: String, limit: Int) -> [String] {
        Array(SampleDocuments.all.map(\.title).filter { $0.hasPrefix(prefix) }.prefix(limit))
    }
}
