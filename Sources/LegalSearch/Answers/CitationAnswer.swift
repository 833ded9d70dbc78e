public import LegalDocuments

/// A citation that a held document makes.
public struct CitationMade: Sendable, Equatable {
    /// The provision in which it stands.
    public var provision: String
    public var citation: Citation
    /// What it leads to on the day asked; nil where that is not held.
    public var target: CitationTarget?

    public init(provision: String, citation: Citation, target: CitationTarget?) {
        self.provision = provision
        self.citation = citation
        self.target = target
    }
}

/// The document, and perhaps the article, that a citation leads to.
public struct CitationTarget: Sendable, Equatable {
    public var document: String
    public var title: String
    public var status: LegalStatus
    /// Id of the article cited; nil where none is, or the document has none of this number.
    public var provision: String?

    public init(document: String, title: String, status: LegalStatus, provision: String?) {
        self.document = document
        self.title = title
        self.status = status
        self.provision = provision
    }
}

/// A held document that cites the one asked about.
public struct CitationReceived: Sendable, Equatable {
    public var document: String
    public var title: String
    public var status: LegalStatus
    /// The provision in which it cites, with its label.
    public var provision: String
    public var label: String
    public var relation: Citation.Relation
    /// The article that is cited; nil for the document as a whole.
    public var place: ProvisionPlace?

    public init(
        document: String, title: String, status: LegalStatus, provision: String, label: String,
        relation: Citation.Relation, place: ProvisionPlace?
    ) {
        self.document = document
        self.title = title
        self.status = status
        self.provision = provision
        self.label = label
        self.relation = relation
        self.place = place
    }
}

/// Whether a citation is right, and what it cites still good law, on a day.
public enum CitationVerdict: String, Sendable, Codable, CaseIterable {
    case inForce = "in-force"
    case notYet = "not-yet"
    case superseded
    case repealed
    case expired
    /// The document is held, but this version of it has no such article, paragraph or item.
    case noSuchArticle = "no-such-article"
    case notHere = "not-here"
    /// Number and title name two documents.
    case mismatch
    /// What is held does not tell: a digest, or a text of unknown status.
    case unknown
    /// There is no index to check against.
    case unchecked

    public init(_ status: LegalStatus) {
        self =
            switch status {
            case .inForce: .inForce
            case .notYet: .notYet
            case .superseded: .superseded
            case .repealed: .repealed
            case .expired: .expired
            case .unknown: .unknown
            }
    }
}

/// A citation of a text that was checked.
public struct CheckedCitation: Sendable, Equatable {
    /// With its span in Unicode scalars of the text checked.
    public var citation: Citation
    /// The words of the span.
    public var text: String
    /// Line of the text checked, from 1.
    public var line: Int
    public var verdict: CitationVerdict
    /// What it leads to; nil where that is not held.
    public var document: DocumentSummary?
    /// Id of the article, where it exists.
    public var provision: String?
    /// A corrected form, where the citation is wrong or the document is cited otherwise than by its name.
    public var suggestion: String?
    /// How words quoted after the citation compare with the article; nil where none are, or the article is not held.
    public var quotation: Quotation?
    /// Whether it is of an article of the text itself (本办法第十条): reported only where there is none.
    public var isOwn: Bool

    public struct Quotation: Sendable, Equatable {
        /// As quoted, without the quotation marks.
        public var text: String
        public var matches: Bool
        /// The article's own words where the quoted ones differ.
        public var expected: String?

        public init(text: String, matches: Bool, expected: String?) {
            self.text = text
            self.matches = matches
            self.expected = expected
        }
    }

    public init(
        citation: Citation, text: String, line: Int, verdict: CitationVerdict, document: DocumentSummary? = nil,
        provision: String? = nil, suggestion: String? = nil, quotation: Quotation? = nil, isOwn: Bool = false
    ) {
        self.citation = citation
        self.text = text
        self.line = line
        self.verdict = verdict
        self.document = document
        self.provision = provision
        self.suggestion = suggestion
        self.quotation = quotation
        self.isOwn = isOwn
    }
}
