import InvertedIndex
import LegalDocuments

/// Makes hits of candidates: reads what a list shows of each document and cuts a snippet.
struct HitDresser {
    let snapshot: IndexSnapshot
    let standings: DocumentStandings
    let phrases: [Phrase]
    let explains: Bool
    let sort: SortOrder
    /// Documents of earlier hits: several hits are often of one.
    private var known: [DocumentAddress: (headings: [String], summary: DocumentSummary)] = [:]

    init(snapshot: IndexSnapshot, standings: DocumentStandings, phrases: [Phrase], explains: Bool, sort: SortOrder) {
        self.snapshot = snapshot
        self.standings = standings
        self.phrases = phrases
        self.explains = explains
        self.sort = sort
    }

    mutating func hit(_ candidate: Candidate, rank: Int) throws(IndexError) -> Hit {
        let (headings, summary) = try document(candidate.document)
        var scalars: [UInt32] = []
        try snapshot.appendText(of: candidate.unit, to: &scalars)
        let record = try snapshot.record(of: candidate.unit)
        guard let found = StoredProvision.summary(scalars: scalars, record: record, headings: headings) else {
            throw IndexError(file: "", reason: .damaged(part: "unit record"))
        }
        scalars.removeFirst(found?.textStart ?? scalars.count)
        var hit = Hit(
            rank: rank, score: Double(candidate.score), document: summary,
            provision: candidate.isDocument ? nil : found?.provision,
            snippet: SnippetMaker(phrases: phrases).snippet(of: scalars))
        if explains { hit.explanation = explanation(candidate) }
        return hit
    }

    private mutating func document(
        _ address: DocumentAddress
    ) throws(IndexError) -> (headings: [String], summary: DocumentSummary) {
        if let found = known[address] { return found }
        let stored = try DocumentCoding.stored(address, in: snapshot)
        let summary = DocumentSummaries.summary(stored, address, standings: standings, snapshot: snapshot)
        known[address] = (stored.headings, summary)
        return (stored.headings, summary)
    }

    private func explanation(_ candidate: Candidate) -> [ScorePart] {
        if sort != .relevance { return [ScorePart(name: sort.rawValue, value: Double(candidate.score))] }
        if candidate.isNamed { return [ScorePart(name: "named", value: Double(candidate.score))] }
        let learned = candidate.learned
        let pairs = (candidate.score / learned.factor - candidate.lawShare) / candidate.prior - candidate.characters
        var parts = [ScorePart(name: "text", value: Double(pairs))]
        if candidate.characters > 0 { parts.append(ScorePart(name: "characters", value: Double(candidate.characters))) }
        parts.append(ScorePart(name: "prior", value: Double(candidate.prior)))
        if candidate.lawShare > 0 { parts.append(ScorePart(name: "law", value: Double(candidate.lawShare))) }
        guard candidate.length > 0 else { return parts }
        parts.append(ScorePart(name: "learned", value: Double(learned.factor)))
        parts.append(ScorePart(name: "coverage", value: Double(candidate.coverage)))
        parts.append(ScorePart(name: "neighbour", value: Double(learned.neighbour)))
        parts.append(ScorePart(name: "authority", value: Double(learned.authority)))
        parts.append(ScorePart(name: "length", value: Double(candidate.length)))
        return parts
    }
}

/// What lists tell of documents.
enum DocumentSummaries {
    static func summary(
        _ stored: StoredDocument, _ address: DocumentAddress, standings: DocumentStandings, snapshot: IndexSnapshot
    ) -> DocumentSummary {
        let document = stored.document
        let (status, evidence) = status(of: document, address, standings: standings, snapshot: snapshot)
        return DocumentSummary(
            id: document.id, title: document.title, number: document.number, issuer: document.issuer,
            kind: document.kind, region: document.region, dates: document.dates, status: status,
            statusEvidence: evidence, textKind: document.textKind, source: document.sources.first ?? "",
            changedAt: try? snapshot.column(DocumentColumn.changed.rawValue, of: address))
    }

    static func status(
        of document: LegalDocument, _ address: DocumentAddress, standings: DocumentStandings, snapshot: IndexSnapshot
    ) -> (LegalStatus, [StatusEvidence]) {
        let successor = standings[address].successor.flatMap { successor in
            (try? snapshot.id(of: successor.address)).map { (id: $0, on: successor.on) }
        }
        let repeal = standings[address].repeal.flatMap { repeal in
            (try? snapshot.id(of: repeal.by)).map { (id: $0, on: repeal.on) }
        }
        var (dates, origins) = (document.dates, document.origins)
        if let whole = standings[address].wholeEffective {
            dates.effective = whole.on
            origins["effective"] = try? snapshot.id(of: whole.address)
        }
        let result = StatusRules.status(
            kind: document.kind, textKind: document.textKind, dates: dates, origins: origins,
            supersededBy: successor, repealedBy: repeal, on: standings.day)
        if standings[address].isUndated, result.status == .inForce { return (.unknown, []) }
        return (result.status, result.evidence)
    }
}
