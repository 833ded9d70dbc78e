import InvertedIndex
import LegalDocuments
import OrderedCollections
import TextAnalysis

/// Turns a legal document into what the index takes, and back.
enum DocumentCoding {
    static let configuration = IndexConfiguration(contentVersion: 3, columnCount: DocumentColumn.allCases.count)
    /// Shorter texts are never taken for copies of one another, in Unicode scalars.
    static let shortestCopy = 200

    /// - Parameters:
    ///   - known: what its text holds, where that has been found already.
    ///   - changedAt: when its content last changed, in seconds since 1970.
    static func indexDocument(
        _ document: LegalDocument, sources: [SourceStamp], findings known: DocumentFindings? = nil, changedAt: Int64
    ) -> IndexDocument {
        let findings = known ?? DocumentFindings(document)
        let headings = OrderedSet(document.provisions.flatMap(\.headings))
        let units = document.provisions.map { provision in
            IndexUnit(
                text: StoredProvision.text(provision),
                record: StoredProvision.record(provision, headings: provision.headings.compactMap { headings.firstIndex(of: $0) }))
        }
        var bare = document
        bare.provisions = []
        return IndexDocument(
            id: document.id,
            keywords: DocumentKeyword.all(of: document, sources: sources, textHash: findings.textHash)
                + findings.namedTitles
                + CitationKeyword.all(of: findings.citations).sorted(),
            columns: DocumentColumn.values(of: document, changedAt: changedAt),
            record: StoredDocument(document: bare, sources: sources, headings: Array(headings), citations: findings.citations)
                .encoded(),
            spans: spans(of: document, unitCount: max(1, units.count)),
            units: units.isEmpty ? [IndexUnit(text: "")] : units)
    }

    /// The title and the number over all units, each heading over those below it.
    private static func spans(of document: LegalDocument, unitCount: Int) -> [IndexSpan] {
        var spans = [IndexSpan(field: .title, units: 0..<unitCount, text: document.title)]
        if let number = document.number { spans.append(IndexSpan(field: .title, units: 0..<unitCount, text: number)) }
        var open: [(heading: String, start: Int)] = []
        func close(to depth: Int, at end: Int) {
            while open.count > depth {
                let (heading, start) = open.removeLast()
                spans.append(IndexSpan(field: .heading, units: start..<end, text: heading))
            }
        }
        for (index, provision) in document.provisions.enumerated() {
            let shared = zip(open, provision.headings).prefix { $0.0.heading == $0.1 }.count
            close(to: shared, at: index)
            for heading in provision.headings.dropFirst(shared) { open.append((heading, index)) }
        }
        close(to: 0, at: document.provisions.count)
        return spans
    }

    /// Of title and folded text without blanks; nil for a text too short to be told from another.
    ///
    /// What stands before the first article (the issuer, the number, the title once more) does not make another text.
    static func textHash(of document: LegalDocument) -> UInt64? {
        var hash = StableHash.value(TitleKey.key(of: document.title).utf8)
        var count = 0
        var folded: [UInt32] = []
        let hasArticles = document.provisions.contains { $0.id.hasPrefix("art_") }
        for provision in document.provisions where !(hasArticles && provision.id == "preamble") {
            folded.removeAll(keepingCapacity: true)
            // Label and text may be folded apart, as the blank between them does not count.
            Folding.append(provision.label, to: &folded)
            Folding.append(provision.text, to: &folded)
            for scalar in folded where scalar != 0x20 && scalar != 0x0A {
                hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
                count += 1
            }
        }
        return count >= shortestCopy ? hash : nil
    }

    // MARK: Back

    static func stored(_ address: DocumentAddress, in snapshot: IndexSnapshot) throws(IndexError) -> StoredDocument {
        let (id, record) = try snapshot.record(of: address)
        guard let stored = StoredDocument(id: id, record) else {
            throw IndexError(file: id, reason: .damaged(part: "document record"))
        }
        return stored
    }

    static func citations(of address: DocumentAddress, in snapshot: IndexSnapshot) throws(IndexError) -> [StoredCitation] {
        let (id, record) = try snapshot.record(of: address)
        guard let stored = StoredDocument(id: id, record, readingCitations: true) else {
            throw IndexError(file: id, reason: .damaged(part: "citations of a document"))
        }
        return stored.citations
    }

    /// The provision of a unit; nil for the unit of a document that has none.
    static func provision(
        _ unit: UnitAddress, headings: [String], in snapshot: IndexSnapshot
    ) throws(IndexError) -> Provision? {
        let text = try snapshot.text(of: unit)
        guard let provision = StoredProvision.provision(text: text, record: try snapshot.record(of: unit), headings: headings)
        else { throw IndexError(file: "", reason: .damaged(part: "unit record")) }
        return provision
    }

    static func document(_ address: DocumentAddress, in snapshot: IndexSnapshot) throws(IndexError) -> LegalDocument {
        let stored = try stored(address, in: snapshot)
        var document = stored.document
        for unit in try snapshot.units(of: address) {
            let address = UnitAddress(segment: address.segment, unit: unit)
            if let provision = try provision(address, headings: stored.headings, in: snapshot) {
                document.provisions.append(provision)
            }
        }
        return document
    }
}
