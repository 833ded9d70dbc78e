public import LegalDocuments

/// A whole document as `show`, `export` and `/api/documents/ID` give it.
public struct DocumentAnswer: Sendable, Equatable {
    public var document: LegalDocument
    /// On the day asked.
    public var status: LegalStatus
    public var statusEvidence: [StatusEvidence]
    /// All versions held of the same law, oldest first, this one among them.
    public var versions: [DocumentVersion]
    /// The words asked for, where a reference named a paragraph, an item or a subitem of an article.
    public var part: ProvisionPart?
    /// Whether citations were looked up; a list of many documents leaves them out.
    public var hasCitations: Bool
    /// What its text cites, in reading order.
    public var cites: [CitationMade]
    /// What cites it, this version or another.
    public var citedBy: [CitationReceived]

    public init(
        document: LegalDocument, status: LegalStatus, statusEvidence: [StatusEvidence], versions: [DocumentVersion],
        hasCitations: Bool = false, cites: [CitationMade] = [], citedBy: [CitationReceived] = []
    ) {
        self.document = document
        self.status = status
        self.statusEvidence = statusEvidence
        self.versions = versions
        self.hasCitations = hasCitations
        self.cites = cites
        self.citedBy = citedBy
    }
}

extension DocumentAnswer {
    /// As Akoma Ntoso 3.0 XML.
    public var akomaNtoso: [UInt8] { AkomaNtosoDocument(document, oldest: oldest).bytes }

    /// Where the document stands in the Akoma Ntoso naming convention.
    public var akomaNtosoAddress: AkomaNtosoAddress { AkomaNtosoAddress(of: document, oldest: oldest) }

    /// The oldest text held of the same law: its id names the work.
    private var oldest: (id: String, version: LegalDate?) {
        versions.first.map { ($0.id, $0.version) } ?? (document.id, document.dates.version)
    }
}

/// Some of an article's words: 第一千零四十二条第二款.
public struct ProvisionPart: Sendable, Equatable {
    public var place: ProvisionPlace
    public var text: String

    public init(place: ProvisionPlace, text: String) {
        self.place = place
        self.text = text
    }
}

/// One of several texts of the same law.
public struct DocumentVersion: Sendable, Equatable {
    public var id: String
    public var version: LegalDate?
    public var status: LegalStatus

    public init(id: String, version: LegalDate?, status: LegalStatus) {
        self.id = id
        self.version = version
        self.status = status
    }
}

/// What a reference (a number, a title, a title and article, an id) led to.
public enum ReferenceAnswer: Sendable, Equatable {
    /// Exactly one document; `provision` is the id of the one asked for, where one was.
    case document(DocumentAnswer, provision: String?)
    /// Several fit, best first.
    case several([DocumentSummary])
    /// The document is held, but not this article; a digest holds no articles at all.
    case noSuchProvision(DocumentAnswer, asked: String)
    /// Nothing fits; near ones, best first.
    case none(suggestions: [DocumentSummary])
}

/// What a look-up by document number found.
public struct NumberAnswer: Sendable, Equatable {
    /// As typed.
    public var typed: String
    /// How it was read; nil where the text is no number.
    public var number: DocumentNumber?
    /// Documents that carry exactly this number.
    public var matches: [DocumentSummary]
    /// Where none does: documents with part of it, or a near one, nearest first, at most ten.
    public var near: [DocumentSummary]

    public init(typed: String, number: DocumentNumber?, matches: [DocumentSummary], near: [DocumentSummary]) {
        self.typed = typed
        self.number = number
        self.matches = matches
        self.near = near
    }
}

/// Sizes of an index.
public struct LibraryStatistics: Sendable, Equatable {
    public var documents: Int
    public var provisions: Int
    public var segments: Int
    /// Distinct terms, counted in each segment.
    public var terms: Int
    /// Number of documents of each kind, most first.
    public var kinds: [(kind: String, count: Int)]
    /// When the commit that is being read was made, in seconds since 1970.
    public var committedAt: Int64
    public var bytes: Bytes

    public struct Bytes: Sendable, Equatable {
        public var total: Int
        public var dictionary: Int
        public var postings: Int
        /// 0: phrases are checked against the text.
        public var positions: Int
        public var text: Int
        public var other: Int

        public init(total: Int, dictionary: Int, postings: Int, positions: Int, text: Int, other: Int) {
            self.total = total
            self.dictionary = dictionary
            self.postings = postings
            self.positions = positions
            self.text = text
            self.other = other
        }
    }

    public init(
        documents: Int, provisions: Int, segments: Int, terms: Int, kinds: [(kind: String, count: Int)],
        committedAt: Int64, bytes: Bytes
    ) {
        self.documents = documents
        self.provisions = provisions
        self.segments = segments
        self.terms = terms
        self.kinds = kinds
        self.committedAt = committedAt
        self.bytes = bytes
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.documents == right.documents && left.provisions == right.provisions && left.segments == right.segments
            && left.terms == right.terms && left.committedAt == right.committedAt && left.bytes == right.bytes
            && left.kinds.elementsEqual(right.kinds, by: ==)
    }
}
