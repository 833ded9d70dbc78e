import InvertedIndex
import LegalDocuments

/// Follows a reference as people type it to a document or to one of its provisions.
struct ReferenceResolution {
    let state: LibraryState
    let standings: DocumentStandings

    private var lookup: ReferenceLookup { ReferenceLookup(state: state, standings: standings) }

    func resolve(_ typed: String) throws(IndexError) -> ReferenceAnswer {
        let reference = typed.trimmed
        if let answer = try resolveID(reference) { return answer }
        if let number = DocumentNumber(reference) {
            let found = try lookup.documents(numbered: number)
            return found.isEmpty
                ? .none(suggestions: try lookup.near(PartialDocumentNumber(reference)))
                : try answer(found, place: nil)
        }
        let listed = try lookup.documents(listedIn: reference)
        if !listed.isEmpty { return try answer(listed, place: nil) }
        if let law = LawReference(reference) {
            let found = try lookup.documents(titled: law.title)
            if !found.isEmpty { return try answer(found, place: law.place) }
            if let missing = try unreadableArticle(law.title) { return missing }
        }
        let near = try lookup.near(PartialDocumentNumber(reference))
        if !near.isEmpty { return .several(near) }
        return .none(suggestions: try similarTitles(reference))
    }

    /// 行政复议法第零条, 刑法第三十二条之之一: the law is held, and what follows its name is the number of no article.
    private func unreadableArticle(_ title: String) throws(IndexError) -> ReferenceAnswer? {
        guard let start = title.lastIndex(of: "第"), start > title.startIndex, title[start...].contains("条"),
            let first = try lookup.documents(titled: String(title[..<start])).first
        else { return nil }
        return .noSuchProvision(try answer(first), asked: String(title[start...]))
    }

    /// An id, alone or with a provision behind `#` or `/`.
    private func resolveID(_ reference: String) throws(IndexError) -> ReferenceAnswer? {
        if let address = try state.snapshot.document(withID: reference) {
            return .document(try answer(address), provision: nil)
        }
        guard let separator = reference.lastIndex(where: { $0 == "#" || $0 == "/" }),
            let address = try state.snapshot.document(withID: String(reference[..<separator]))
        else { return nil }
        let provision = String(reference[reference.index(after: separator)...])
        let document = try answer(address)
        let isHeld = document.document.provisions.contains { $0.id == provision }
        return isHeld ? .document(document, provision: provision) : .noSuchProvision(document, asked: provision)
    }

    private func answer(_ found: [DocumentAddress], place: ProvisionPlace?) throws(IndexError) -> ReferenceAnswer {
        guard let place else {
            guard found.count > 1 else { return .document(try answer(found[0]), provision: nil) }
            var summaries: [DocumentSummary] = []
            for address in found { summaries.append(try lookup.summary(address)) }
            return .several(summaries)
        }
        let article = place.article
        var holders: [DocumentAddress] = []
        for address in found where try lookup.unit(article.provisionID, of: address) != nil { holders.append(address) }
        guard let first = holders.first else { return .noSuchProvision(try answer(found[0]), asked: article.label) }
        guard holders.count > 1 else { return part(place, of: try answer(first)) }
        var summaries: [DocumentSummary] = []
        for address in holders { summaries.append(try lookup.summary(address)) }
        return .several(summaries)
    }

    /// The article, with the words of the paragraph or item asked for.
    private func part(_ place: ProvisionPlace, of answer: DocumentAnswer) -> ReferenceAnswer {
        let id = place.article.provisionID
        guard place.paragraph != nil || place.item != nil || place.subitem != nil,
            let provision = answer.document.provisions.first(where: { $0.id == id })
        else { return .document(answer, provision: id) }
        let parts = ProvisionParts(provision.text)
        guard let words = parts.text(paragraph: place.paragraph, item: place.item, subitem: place.subitem) else {
            return .noSuchProvision(answer, asked: place.label)
        }
        var answer = answer
        answer.part = ProvisionPart(place: place, text: words)
        return .document(answer, provision: id)
    }

    /// A document with all that `show` tells of it.
    func answer(_ address: DocumentAddress, withCitations: Bool = true) throws(IndexError) -> DocumentAnswer {
        let document = try DocumentCoding.document(address, in: state.snapshot)
        let (status, evidence) = DocumentSummaries.status(
            of: document, address, standings: standings, snapshot: state.snapshot)
        var answer = DocumentAnswer(
            document: document, status: status, statusEvidence: evidence, versions: try versions(of: address, document))
        guard withCitations else { return answer }
        let graph = CitationGraph(state: state, standings: standings)
        answer.hasCitations = true
        answer.cites = try graph.cites(address, document)
        answer.citedBy = try graph.citedBy(address, document)
        answer.statusEvidence = try EvidenceQuotes(state: state).quoted(evidence, of: document)
        return answer
    }

    private func versions(of address: DocumentAddress, _ document: LegalDocument) throws(IndexError) -> [DocumentVersion] {
        let me = try DocumentStandings.Member(address, in: state.snapshot)
        let key = DocumentKeyword.title(TitleKey.key(of: document.title))
        var versions: [DocumentVersion] = []
        for other in try state.snapshot.documents(withKeyword: key) {
            let member = try DocumentStandings.Member(other, in: state.snapshot)
            guard other == address || member.isVersion(of: me) else { continue }
            versions.append(
                DocumentVersion(
                    id: try state.snapshot.id(of: other), version: member.dates.version,
                    status: standings[other].status))
        }
        return versions.sorted { ($0.version?.dayNumber ?? .min, $0.id) < ($1.version?.dayNumber ?? .min, $1.id) }
    }

    /// Documents whose title holds what was typed, at most ten.
    private func similarTitles(_ typed: String) throws(IndexError) -> [DocumentSummary] {
        let wanted = TitleKey.key(of: LawReference(typed)?.title ?? typed)
        guard !wanted.isEmpty else { return [] }
        var result: [DocumentSummary] = []
        var seen: Set<DocumentAddress> = []
        let prefix = DocumentKeyword.title("")
        for (keyword, documents) in try state.snapshot.keywords(withPrefix: prefix, limit: .max)
        where keyword.dropFirst(prefix.count).contains(wanted) {
            for address in documents where result.count < 10 && seen.insert(address).inserted {
                result.append(try lookup.summary(address))
            }
        }
        return result
    }
}

extension String {
    /// Without blanks at the ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return String(self[first...last])
    }
}
