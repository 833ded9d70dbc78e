import InvertedIndex
import LegalDocuments

/// Finds what a query asks for, from the strictest reading to the most lenient that finds anything.
struct QueryFinder {
    let snapshot: IndexSnapshot
    let lookup: ReferenceLookup
    let synonyms: SynonymTable
    let settings: RankingSettings
    let ranker: TextRanker
    /// Documents of the place that the query or the reader names.
    let ofPlace: Set<DocumentAddress>

    func find(_ read: ReadQuery) throws(IndexError) -> Findings {
        var findings = Findings()
        if !read.ignored.isEmpty { findings.notes.append(.ignored(read.ignored)) }
        if let tree = read.tree {
            findings.text = .scored(try snapshot.matches(tree, parameters: settings.words))
            findings.highlights = read.parts.flatMap(\.phrases)
            return findings
        }
        if let number = DocumentNumber(read.words) {
            try findNumbered(number, typed: read.words, into: &findings)
            try findMentions(of: number, in: read, into: &findings)
            return findings
        }
        try findReferred(read.words, into: &findings)
        if findings.named.isEmpty, read.parts.count == 1, !read.parts[0].isQuoted, read.excluded.isEmpty {
            try findAbbreviated(read.parts[0], into: &findings)
        }
        guard !read.parts.isEmpty else {
            try findTheRest(read, into: &findings)
            return findings
        }
        if read.isQuestion && findings.named.isEmpty {
            try findAny(read, note: .readAsQuestion, into: &findings)
            return findings
        }
        findings.text = try all(read.parts.map(\.clause), read)
        findings.highlights = read.parts.flatMap(\.phrases)
        if findings.named.isEmpty && findings.isEmpty {
            findings.suggestions = try corrections(of: read)
            try relax(read, into: &findings)
        }
        return findings
    }

    /// The provision that a query names, whatever else it may ask for.
    func named(by read: ReadQuery) throws(IndexError) -> Findings {
        var findings = Findings()
        try findReferred(read.words, into: &findings)
        return findings
    }

    /// What matches all of the clauses and nothing that the query excludes.
    private func all(_ clauses: [Clause], _ read: ReadQuery) throws(IndexError) -> TextMatches {
        .ranked(try .all(clauses, excluding: read.excluded.map(\.clause), by: ranker))
    }

    /// Where nothing is looked for: everything, without what is excluded.
    private func findTheRest(_ read: ReadQuery, into findings: inout Findings) throws(IndexError) {
        guard findings.named.isEmpty else { return }
        let excluded = read.excluded.map { BooleanQuery.clause($0.clause) }
        findings.text = .scored(try snapshot.matches(excluded.isEmpty ? .everything : .excluding(.everything, excluded)))
    }

    /// Texts that name the number, in its standard spelling or as typed. A number is never relaxed. What stands between
    /// quotation marks is found as it stands even so: “本法自2023年1” reads like a number and is none.
    private func findMentions(
        of number: DocumentNumber, in read: ReadQuery, into findings: inout Findings
    ) throws(IndexError) {
        findings.namedStandAlone = true
        findings.highlights = [Phrase(number.canonical), Phrase(read.words)]
            + read.parts.filter(\.isQuoted).flatMap(\.phrases)
        findings.text = .ranked(try .all([Clause(findings.highlights)], excluding: [], by: ranker))
    }

    /// The query with every unquoted word corrected that titles spell otherwise; empty where there is none.
    private func corrections(of read: ReadQuery) throws(IndexError) -> [String] {
        guard read.parts.count <= 4, read.excluded.isEmpty else { return [] }
        let speller = DidYouMean(index: try lookup.state.titleIndex())
        let corrected = read.parts.map { $0.isQuoted ? nil : speller.correction(of: $0.text) }
        guard corrected.contains(where: { $0 != nil }) else { return [] }
        return [zip(read.parts, corrected).map { $1 ?? $0.text }.joined(separator: " ")]
    }

    // MARK: Relaxing

    /// Words that are nowhere together: one of several is dropped; what stands nowhere is matched by its pairs of
    /// characters; if that finds nothing either, any will do.
    private func relax(_ read: ReadQuery, into findings: inout Findings) throws(IndexError) {
        var counts: [Int] = []
        for part in read.parts { counts.append(try snapshot.count(part.clause)) }
        if read.parts.count > 2, try dropOne(read, counts, into: &findings) { return }
        if try takeApart(read, counts, into: &findings) { return }
        guard !read.parts.contains(where: \.isQuoted) else { return }
        try findAny(read, note: .relaxedToAnyWord, into: &findings)
        if read.parts.count > 1, !findings.isEmpty {
            findings.notes.append(.hitsOfWords(zip(read.parts, counts).map { QueryNote.WordHits(word: $0.text, hits: $1) }))
        }
    }

    /// Leaves out the one word, never a quoted one, without which the rest finds something; the rarest such word.
    private func dropOne(
        _ read: ReadQuery, _ counts: [Int], into findings: inout Findings
    ) throws(IndexError) -> Bool {
        guard read.parts.count <= 8 else { return false }
        for index in read.parts.indices.sorted(by: { counts[$0] < counts[$1] }) where !read.parts[index].isQuoted {
            var kept = read.parts
            let dropped = kept.remove(at: index)
            findings.text = try all(kept.map(\.clause), read)
            if findings.isEmpty { continue }
            findings.highlights = kept.flatMap(\.phrases)
            findings.notes.append(.droppedWord(QueryNote.WordHits(word: dropped.text, hits: counts[index])))
            return true
        }
        return false
    }

    private func takeApart(
        _ read: ReadQuery, _ counts: [Int], into findings: inout Findings
    ) throws(IndexError) -> Bool {
        var relaxed: [String] = []
        var clauses: [Clause] = []
        for (index, part) in read.parts.enumerated() {
            if part.isQuoted || part.phrases[0].scalars.count < 3 || (counts[index] > 0 && read.parts.count > 1) {
                clauses.append(part.clause)
            } else {
                relaxed.append(part.text)
                clauses += QuestionWords.clauses(of: [part], functionWeight: 1)
            }
        }
        guard !relaxed.isEmpty else { return false }
        findings.text = try all(clauses, read)
        guard !findings.isEmpty else { return false }
        findings.notes.append(.relaxedPhrases(relaxed))
        findings.highlights += clauses.flatMap(\.alternatives)
        return true
    }

    /// The best matches of any of the query's pieces, and of what its everyday words mean in law.
    private func findAny(_ read: ReadQuery, note: QueryNote, into findings: inout Findings) throws(IndexError) {
        let pieces = QuestionWords.clauses(of: read.parts, functionWeight: settings.functionWords)
        let expansions = settings.synonyms > 0 ? read.parts.flatMap { synonyms.expansions(of: $0.phrases[0].scalars) } : []
        let legal = expansions.flatMap(\.added).map { Phrase($0).scalars }
        let added = QuestionWords.clauses(
            of: legal, weight: settings.synonyms, functionWeight: 1, besides: pieces)
        // What a sentence sets off in quotation marks is not required, but lifts what holds it as it stands.
        let clauses = pieces + read.parts.filter(\.isQuoted).map(\.clause) + added
        findings.text = .ranked(try .any(clauses, excluding: read.excluded.map(\.clause), by: ranker))
        findings.highlights = pieces.filter { $0.weight == 1 }.flatMap(\.alternatives) + legal.map { Phrase(folded: $0) }
        guard !findings.isEmpty else { return }
        findings.question = clauses
        findings.notes.append(note)
        if !expansions.isEmpty {
            findings.notes.append(.widened(expansions.map { QueryNote.Widening(word: $0.typed, added: $0.added) }))
        }
    }

    // MARK: Look-ups

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
                Candidate(score: RankingSettings.exactTitle, unit: unit, document: address, isNamed: true))
        }
        if !findings.named.isEmpty {
            findings.notes.append(.readAsReference(title: reference.title, article: article.label))
        }
    }

    /// A title that the query abbreviates.
    private func findAbbreviated(_ part: QueryPart, into findings: inout Findings) throws(IndexError) {
        let abbreviation = TitleAbbreviation(index: try lookup.state.titleIndex(), ofPlace: ofPlace)
        let documents = abbreviation.documents(for: part.text)
            .filter { lookup.allVersions || !lookup.standings[$0].isHidden }
        guard let first = documents.first else { return }
        for address in documents { findings.named.append(try candidate(address)) }
        findings.notes.append(.readAsReference(title: try lookup.summary(first).title, article: nil))
    }

    private func candidate(_ address: DocumentAddress) throws(IndexError) -> Candidate {
        let first = try snapshot.units(of: address).lowerBound
        return Candidate(
            score: RankingSettings.exactTitle, unit: UnitAddress(segment: address.segment, unit: first),
            document: address, isDocument: true, isNamed: true)
    }
}
