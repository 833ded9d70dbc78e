import InvertedIndex
import LegalDocuments

/// What was found for a query before filters, versions and paging: units by their text, and documents or units that
/// the query names outright.
struct Findings {
    var matches: [SegmentMatches] = []
    /// Named by number, title or article; they come first.
    var named: [Candidate] = []
    /// Units of a document that is named count only by naming it themselves: their document's number is no text of theirs.
    var namedStandAlone = false
    var notes: [QueryNote] = []
    /// What to mark in snippets.
    var highlights: [Phrase] = []
    var suggestions: [String] = []
}

/// Finds what a query asks for, from the strictest reading to the most lenient that finds anything.
struct QueryFinder {
    let snapshot: IndexSnapshot
    let lookup: ReferenceLookup

    func find(_ query: String, as read: ReadQuery) throws(IndexError) -> Findings {
        var findings = Findings()
        if !read.ignored.isEmpty { findings.notes.append(.ignored(read.ignored)) }
        if let number = DocumentNumber(query) {
            try findNumbered(number, typed: query, into: &findings)
            try findMentions(of: number, typed: query, into: &findings)
            return findings
        }
        try findReferred(query, into: &findings)
        guard !read.parts.isEmpty else { return findings }
        let excluded = read.excluded.map(\.clause)
        if read.isQuestion && findings.named.isEmpty {
            try findAny(read, excluded, note: .readAsQuestion, into: &findings)
            return findings
        }
        findings.matches = try snapshot.matches(
            all: read.parts.map(\.clause), excluding: excluded, parameters: RankingPriors.words)
        findings.highlights = read.parts.flatMap(\.phrases)
        if findings.named.isEmpty && findings.isEmpty { try relax(read, excluded, into: &findings) }
        return findings
    }

    /// Texts that name the number, in its standard spelling or as typed. A number is never relaxed.
    private func findMentions(
        of number: DocumentNumber, typed: String, into findings: inout Findings
    ) throws(IndexError) {
        findings.namedStandAlone = true
        findings.highlights = [Phrase(number.canonical), Phrase(typed)]
        findings.matches = try snapshot.matches(all: [Clause(findings.highlights)], parameters: RankingPriors.words)
    }

    /// Words that are nowhere as they stand are matched by their pairs of characters; if that finds nothing either, any will do.
    private func relax(_ read: ReadQuery, _ excluded: [Clause], into findings: inout Findings) throws(IndexError) {
        var relaxed: [String] = []
        var clauses: [Clause] = []
        for part in read.parts {
            if part.isQuoted || part.phrases[0].scalars.count < 3 {
                clauses.append(part.clause)
            } else if try snapshot.count(part.clause) == 0 || read.parts.count == 1 {
                relaxed.append(part.text)
                clauses += QuestionWords.clauses(of: [part], functionWeight: 1)
            } else {
                clauses.append(part.clause)
            }
        }
        if !relaxed.isEmpty {
            findings.matches = try snapshot.matches(
                all: clauses, excluding: excluded, parameters: RankingPriors.words)
            if !findings.isEmpty {
                findings.notes.append(.relaxedPhrases(relaxed))
                findings.highlights += clauses.flatMap(\.alternatives)
                return
            }
        }
        if !read.parts.contains(where: \.isQuoted) {
            try findAny(read, excluded, note: .relaxedToAnyWord, into: &findings)
        }
    }

    private func findAny(
        _ read: ReadQuery, _ excluded: [Clause], note: QueryNote, into findings: inout Findings
    ) throws(IndexError) {
        let pieces = QuestionWords.clauses(of: read.parts, functionWeight: RankingPriors.functionWord)
        // What a sentence sets off in quotation marks is not required, but lifts what holds it as it stands.
        let clauses = pieces + read.parts.filter(\.isQuoted).map(\.clause)
        findings.matches = try snapshot.matches(
            any: clauses, excluding: excluded,
            parameters: note == .readAsQuestion ? RankingPriors.questions : RankingPriors.words)
        findings.highlights = clauses.filter { $0.weight == 1 }.flatMap(\.alternatives)
        if !findings.isEmpty { findings.notes.append(note) }
    }

    /// Documents that carry the number, or near ones to suggest.
    private func findNumbered(
        _ number: DocumentNumber, typed: String, into findings: inout Findings
    ) throws(IndexError) {
        findings.notes.append(.readAsNumber(number.canonical))
        for address in try lookup.documents(numbered: number) { findings.named.append(try candidate(address)) }
        if findings.named.isEmpty {
            findings.suggestions = try lookup.near(PartialDocumentNumber(typed)).prefix(3).compactMap(\.number)
        }
    }

    /// A title, or an article of a law: found in the look-ups, not in the text.
    private func findReferred(_ query: String, into findings: inout Findings) throws(IndexError) {
        guard let reference = LawReference(query) else { return }
        let titled = try lookup.documents(titled: reference.title)
        guard !titled.isEmpty else { return }
        guard let article = reference.article else {
            for address in titled { findings.named.append(try candidate(address)) }
            return
        }
        for address in titled {
            guard let unit = try lookup.unit(article.provisionID, of: address) else { continue }
            findings.named.append(
                Candidate(score: RankingPriors.exactTitle, unit: unit, document: address, isNamed: true))
        }
        if !findings.named.isEmpty {
            findings.notes.append(.readAsReference(title: reference.title, article: article.label))
        }
    }

    private func candidate(_ address: DocumentAddress) throws(IndexError) -> Candidate {
        let first = try snapshot.units(of: address).lowerBound
        return Candidate(
            score: RankingPriors.exactTitle, unit: UnitAddress(segment: address.segment, unit: first),
            document: address, isDocument: true, isNamed: true)
    }
}

extension Findings {
    var isEmpty: Bool { matches.allSatisfy { $0.units.isEmpty } }
}
