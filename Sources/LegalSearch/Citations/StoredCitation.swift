import LegalDocuments

/// A citation as the index keeps it: what ``Citation`` says, and in which provision it stands.
struct StoredCitation: Sendable, Equatable {
    /// Place of the provision in the document.
    var provision: Int
    /// Its span is in Unicode scalars of the provision's text.
    var citation: Citation

    /// The citations of a document in reading order, without those of itself.
    static func all(in document: LegalDocument) -> [StoredCitation] {
        guard document.textKind == .full else { return [] }
        let ownTitle = TitleKey.key(of: document.title)
        let ownNumber = document.number.flatMap { DocumentNumber($0) }
        var finder = CitationFinder()
        var found: [StoredCitation] = []
        for (index, provision) in document.provisions.enumerated() {
            for citation in finder.citations(in: provision.text) {
                let namesItself = citation.title.map { TitleKey.key(of: $0) == ownTitle } ?? true
                    && (citation.number == nil || citation.number == ownNumber)
                if namesItself, citation.relation != .repeals { continue }
                found.append(StoredCitation(provision: index, citation: citation))
            }
        }
        return found
    }
}

extension [StoredCitation] {
    /// Titles and numbers stand once, before the citations that name them by place.
    func write(to writer: inout RecordWriter) {
        var targets: [Target] = []
        var places: [Target: Int] = [:]
        for stored in self {
            let target = Target(stored.citation)
            if places[target] == nil {
                places[target] = targets.count
                targets.append(target)
            }
        }
        writer.number(targets.count)
        for target in targets {
            writer.optional(target.title)
            writer.optional(target.number?.canonical)
        }
        writer.number(count)
        var before = 0
        for stored in self {
            let citation = stored.citation
            writer.number(places[Target(citation)] ?? 0)
            writer.number(stored.provision - before)
            before = stored.provision
            writer.number(citation.span.lowerBound)
            writer.number(citation.span.count)
            writer.number(Citation.Relation.allCases.firstIndex(of: citation.relation) ?? 0)
            writer.place(citation.place)
        }
    }

    init?(_ reader: inout RecordReader) {
        let targets = reader.list { reader -> Target? in
            guard let title = reader.optional(), let number = reader.optional() else { return nil }
            return Target(title: title, number: number.flatMap { DocumentNumber($0) })
        }
        guard let targets else { return nil }
        var before = 0
        let citations = reader.list { reader -> StoredCitation? in
            guard let target = reader.number(), targets.indices.contains(target), let step = reader.number(),
                let start = reader.number(), let length = reader.number(), let relation = reader.number(),
                Citation.Relation.allCases.indices.contains(relation), let place = reader.place(),
                (0...Int(Int32.max)).contains(start), (0...Int(Int32.max)).contains(length), (0...Int(Int32.max)).contains(step)
            else { return nil }
            before += step
            return StoredCitation(
                provision: before,
                citation: Citation(
                    title: targets[target].title, number: targets[target].number, place: place,
                    relation: Citation.Relation.allCases[relation], span: start..<start + length))
        }
        guard let citations else { return nil }
        self = citations
    }
}

private struct Target: Hashable {
    var title: String?
    var number: DocumentNumber?

    init(title: String?, number: DocumentNumber?) {
        self.title = title
        self.number = number
    }

    init(_ citation: Citation) { self.init(title: citation.title, number: citation.number) }
}

extension RecordWriter {
    /// 0 for no article; else how many numbers follow.
    fileprivate mutating func place(_ place: ProvisionPlace?) {
        guard let place else { return number(0) }
        let parts = [
            place.article.insertion, place.last?.number ?? 0, place.last?.insertion ?? 0, place.paragraph ?? 0,
            place.item ?? 0, place.subitem ?? 0,
        ]
        let kept = parts.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
        number(kept + 1)
        number(place.article.number)
        for part in parts.prefix(kept) { number(part) }
    }
}

extension RecordReader {
    /// Outer nil: damage. Inner nil: no article.
    fileprivate mutating func place() -> ProvisionPlace?? {
        guard let count = number(), (0...7).contains(count) else { return nil }
        guard count > 0 else { return .some(nil) }
        guard let article = number() else { return nil }
        var parts = [0, 0, 0, 0, 0, 0]
        for index in 0..<count - 1 {
            guard let part = number() else { return nil }
            parts[index] = part
        }
        func known(_ value: Int) -> Int? { value == 0 ? nil : value }
        return ProvisionPlace(
            article: ArticleNumber(article, insertion: parts[0]),
            last: known(parts[1]).map { ArticleNumber($0, insertion: parts[2]) }, paragraph: known(parts[3]),
            item: known(parts[4]), subitem: known(parts[5]))
    }
}
