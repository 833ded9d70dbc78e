public import LegalDocuments

/// What a search found: the same value for command line, service and page.
///
/// Its JSON form is the contract of `search --json` and `/api/search`; see ``AnswerEncoder``.
public struct SearchAnswer: Sendable, Equatable {
    /// The query as typed.
    public var query: String
    /// Provisions that match after versions are folded; documents where the request groups by document.
    public var total: Int
    /// False where `total` is only a lower bound.
    public var totalIsExact: Bool
    /// Time spent on the answer, in microseconds.
    public var tookMicroseconds: Int
    /// Best first.
    public var hits: [Hit]
    /// Asked-for facets, exact over all hits; nil when not asked for.
    public var facets: [Facet]?
    /// Other queries worth trying.
    public var suggestions: [String]
    /// What was done to the query, in the order it was done.
    public var notes: [QueryNote]
    /// Hits left out because their text is an older version, or not yet in force, on the day asked.
    public var hiddenVersions: Int
    /// The day whose versions are shown.
    public var asOf: LegalDate

    public init(
        query: String, total: Int = 0, totalIsExact: Bool = true, tookMicroseconds: Int = 0, hits: [Hit] = [],
        facets: [Facet]? = nil, suggestions: [String] = [], notes: [QueryNote] = [], hiddenVersions: Int = 0,
        asOf: LegalDate
    ) {
        self.query = query
        self.total = total
        self.totalIsExact = totalIsExact
        self.tookMicroseconds = tookMicroseconds
        self.hits = hits
        self.facets = facets
        self.suggestions = suggestions
        self.notes = notes
        self.hiddenVersions = hiddenVersions
        self.asOf = asOf
    }
}

/// One provision, or one document where hits are grouped or a document matches as a whole.
public struct Hit: Sendable, Equatable {
    /// From 1, counted from the first hit of all, not of the page.
    public var rank: Int
    public var score: Double
    public var document: DocumentSummary
    /// Nil where the document itself is the hit.
    public var provision: ProvisionSummary?
    public var snippet: Snippet
    /// The parts of the score by name, when asked for.
    public var explanation: [ScorePart]?

    public init(
        rank: Int, score: Double, document: DocumentSummary, provision: ProvisionSummary?, snippet: Snippet,
        explanation: [ScorePart]? = nil
    ) {
        self.rank = rank
        self.score = score
        self.document = document
        self.provision = provision
        self.snippet = snippet
        self.explanation = explanation
    }
}

/// A named part of a score, for `--explain`.
public struct ScorePart: Sendable, Equatable {
    public var name: String
    public var value: Double

    public init(name: String, value: Double) {
        self.name = name
        self.value = value
    }
}

/// What a list of hits tells of a document.
public struct DocumentSummary: Sendable, Equatable {
    public var id: String
    public var title: String
    public var number: String?
    public var issuer: String?
    public var kind: DocumentKind
    public var region: String?
    public var dates: DocumentDates
    /// On the day asked.
    public var status: LegalStatus
    public var statusEvidence: [StatusEvidence]
    public var textKind: TextKind
    /// The first file it was read from, as given to the indexer.
    public var source: String
    /// When it came into the index, or last came with another content, in seconds since 1970; nil where not known.
    public var changedAt: Int64?

    public init(
        id: String, title: String, number: String?, issuer: String?, kind: DocumentKind, region: String?,
        dates: DocumentDates, status: LegalStatus, statusEvidence: [StatusEvidence], textKind: TextKind, source: String,
        changedAt: Int64? = nil
    ) {
        self.id = id
        self.title = title
        self.number = number
        self.issuer = issuer
        self.kind = kind
        self.region = region
        self.dates = dates
        self.status = status
        self.statusEvidence = statusEvidence
        self.textKind = textKind
        self.source = source
        self.changedAt = changedAt
    }
}

public struct ProvisionSummary: Sendable, Equatable {
    /// `art_23`; the anchor on the document's page.
    public var id: String
    /// 第二十三条, or empty.
    public var label: String
    /// From the outermost.
    public var headings: [String]

    public init(id: String, label: String, headings: [String]) {
        self.id = id
        self.label = label
        self.headings = headings
    }
}

/// A piece of a provision's text with what matched in it.
public struct Snippet: Sendable, Equatable {
    public var text: String
    /// Half-open ranges of Unicode scalars of `text`, ascending, not overlapping.
    public var highlights: [Range<Int>]

    public init(text: String, highlights: [Range<Int>]) {
        self.text = text
        self.highlights = highlights
    }
}

/// Values of one field with the number of hits that have them, most first.
public struct Facet: Sendable, Equatable {
    public var field: String
    public var values: [(value: String, count: Int)]

    public init(field: String, values: [(value: String, count: Int)]) {
        self.field = field
        self.values = values
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.field == right.field && left.values.elementsEqual(right.values, by: ==)
    }
}

/// Something that was done to a query, so that nothing is widened or narrowed in silence.
public enum QueryNote: Sendable, Equatable {
    /// The query was read as a document number, whose standard spelling this is.
    case readAsNumber(String)
    /// The query was read as a reference to an article of a document.
    case readAsReference(title: String, article: String?)
    /// Nothing holds the words as typed; these are matched by their pieces instead.
    case relaxedPhrases([String])
    /// Not all words could be matched together: any of them counts.
    case relaxedToAnyWord
    /// The query was read as a sentence: the best matches count, not all words.
    case readAsQuestion
    /// These parts hold nothing to search for.
    case ignored([String])
    /// No provision holds all words: this one was left out, and would alone have had so many hits.
    case droppedWord(WordHits)
    /// How many provisions hold each word, where no provision holds all; older versions are counted too.
    case hitsOfWords([WordHits])
    /// What everyday words mean in law was searched for beside them, with less weight.
    case widened([Widening])

    public struct WordHits: Sendable, Equatable {
        public var word: String
        public var hits: Int

        public init(word: String, hits: Int) {
            self.word = word
            self.hits = hits
        }
    }

    public struct Widening: Sendable, Equatable {
        public var word: String
        public var added: [String]

        public init(word: String, added: [String]) {
            self.word = word
            self.added = added
        }
    }
}
