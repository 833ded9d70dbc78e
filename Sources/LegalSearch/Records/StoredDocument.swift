import LegalDocuments

/// What the index keeps of a document besides its texts.
struct StoredDocument: Sendable, Equatable {
    /// Without provisions; its id is the index's.
    var document: LegalDocument
    var sources: [SourceStamp]
    /// Every heading of the document once; units name them by place.
    var headings: [String]
    /// Read only on request: lists of hits do not need them.
    var citations: [StoredCitation] = []

    /// Without the files of annexes that were joined.
    var ownSources: [SourceStamp] {
        let attachments = document.attachments
        return attachments.isEmpty ? sources : sources.filter { !attachments.contains($0.path) }
    }

    private static let dateFields: [WritableKeyPath<DocumentDates, LegalDate?> & Sendable] = [
        \.written, \.published, \.adopted, \.approved, \.effective, \.expires, \.repealed, \.version,
    ]
    /// Stands for a date that is not known.
    private static let noDay = 1 << 40

    func encoded() -> [UInt8] {
        var writer = RecordWriter()
        writer.string(document.title)
        for text in [document.number, document.issuer, document.region, document.indexNumber, document.url] {
            writer.optional(text)
        }
        writer.string(document.kind.rawValue)
        writer.string(document.textKind.rawValue)
        for field in Self.dateFields {
            writer.number(document.dates[keyPath: field].map { $0.dayNumber + 400_000 } ?? Self.noDay)
        }
        writer.number(document.origins.count)
        for (field, origin) in document.origins.sorted(by: { $0.key < $1.key }) {
            writer.string(field)
            writer.string(origin)
        }
        writer.number(sources.count)
        for source in sources {
            writer.string(source.path)
            writer.number(source.size)
            writer.number(Int(source.modified))
            writer.number(source.file.utf8.count)
            writer.number(Int(bitPattern: UInt(source.contentHash)))
        }
        writer.number(headings.count)
        for heading in headings { writer.string(heading) }
        citations.write(to: &writer)
        return writer.bytes
    }

    init(document: LegalDocument, sources: [SourceStamp], headings: [String], citations: [StoredCitation] = []) {
        self.document = document
        self.sources = sources
        self.headings = headings
        self.citations = citations
    }

    init?(id: String, _ bytes: [UInt8], readingCitations: Bool = false) {
        var reader = RecordReader(bytes)
        guard let title = reader.string(), let number = reader.optional(), let issuer = reader.optional(),
            let region = reader.optional(), let indexNumber = reader.optional(), let url = reader.optional(),
            let kind = reader.string(), let textKind = reader.string().flatMap(TextKind.init(rawValue:))
        else { return nil }
        var dates = DocumentDates()
        for field in Self.dateFields {
            guard let day = reader.number() else { return nil }
            if day != Self.noDay { dates[keyPath: field] = LegalDate(dayNumber: day - 400_000) }
        }
        let origins = reader.list { reader in reader.string().flatMap { key in reader.string().map { (key, $0) } } }
        let sources = reader.list(Self.stamp)
        guard let origins, let sources, let headings = reader.list({ $0.string() }) else { return nil }
        document = LegalDocument(
            id: id, title: title, number: number, issuer: issuer, kind: DocumentKind(rawValue: kind), region: region,
            textKind: textKind, dates: dates, indexNumber: indexNumber, url: url,
            origins: Dictionary(origins, uniquingKeysWith: { $1 }), sources: sources.map(\.path))
        self.sources = sources
        self.headings = headings
        guard readingCitations else { return }
        guard let citations = [StoredCitation](&reader) else { return nil }
        self.citations = citations
    }

    private static func stamp(_ reader: inout RecordReader) -> SourceStamp? {
        guard let path = reader.string(), let size = reader.number(), let modified = reader.number(),
            let fileLength = reader.number(), let hash = reader.number(), (0...path.utf8.count).contains(fileLength)
        else { return nil }
        return SourceStamp(
            path: path, size: size, modified: Int64(modified), file: String(decoding: path.utf8.prefix(fileLength), as: UTF8.self),
            contentHash: UInt64(UInt(bitPattern: hash)))
    }
}
