/// A law, regulation or official document with its text, as read from one source or several copies.
///
/// Values are what the source says. Where a value was read stands in ``origins``; what the source
/// does not say is nil, never a guess.
public struct LegalDocument: Equatable, Sendable, Codable {
    /// Stable and readable; empty until an index gives it one.
    public var id: String
    /// The full title, in one line, as the source writes it.
    public var title: String
    /// 发文字号 in its standard spelling where it could be parsed, else as written.
    public var number: String?
    /// 发文机关 or 制定机关.
    public var issuer: String?
    public var kind: DocumentKind
    /// The province or city whose rule this is; nil for national law and where unknown.
    public var region: String?
    public var textKind: TextKind
    public var dates: DocumentDates
    /// 索引号 as written.
    public var indexNumber: String?
    /// The address the page was saved from, if it names one.
    public var url: String?
    /// Field name → where its value was read: `title`, `number`, `issuer`, `kind`, `region` and the names of
    /// ``DocumentDates``. Values such as `page table: 成文日期`, `meta: PubDate`, `preface`, `text: art_90`,
    /// `FRBRdate`, `file name`.
    public var origins: [String: String]
    /// In reading order. A document without articles has numbered sections or one provision that holds the whole text.
    public var provisions: [Provision]
    /// The files this document was read from, as given to the indexer; more than one where copies became one, or annexes
    /// were joined to it.
    public var sources: [String]

    public init(
        id: String = "", title: String, number: String? = nil, issuer: String? = nil, kind: DocumentKind = .other,
        region: String? = nil, textKind: TextKind = .full, dates: DocumentDates = DocumentDates(),
        indexNumber: String? = nil, url: String? = nil, origins: [String: String] = [:],
        provisions: [Provision] = [], sources: [String] = []
    ) {
        self.id = id
        self.title = title
        self.number = number
        self.issuer = issuer
        self.kind = kind
        self.region = region
        self.textKind = textKind
        self.dates = dates
        self.indexNumber = indexNumber
        self.url = url
        self.origins = origins
        self.provisions = provisions
        self.sources = sources
    }
}

/// The unit of retrieval: an article (条), or a numbered section where a document has no articles.
public struct Provision: Equatable, Sendable, Codable {
    /// Akoma Ntoso style, unique within the document: `art_23`, `art_23_1` for 第二十三条之一, `sec_2`, `preamble`.
    public var id: String
    /// 第二十三条, 一、 or an empty string where the unit has no label.
    public var label: String
    /// From the outermost: 第二编 …, 第三章 …, 第一节 ….
    public var headings: [String]
    /// The text without the label; paragraphs (款) are separated by one line feed.
    public var text: String

    public init(id: String, label: String, headings: [String] = [], text: String) {
        self.id = id
        self.label = label
        self.headings = headings
        self.text = text
    }
}

extension LegalDocument {
    private static let attachmentMark = "attachment: "

    /// The key in ``origins`` of a file that was joined as an annex; its value is the heading above the annex.
    public static func attachmentOrigin(_ file: String) -> String { attachmentMark + file }

    /// Those of ``sources`` that are annexes.
    public var attachments: Set<String> { Set(sources.filter { origins[Self.attachmentOrigin($0)] != nil }) }
}

/// The days in a document's life. Each is nil where the source does not give it.
public struct DocumentDates: Equatable, Sendable, Codable {
    /// 成文日期: when the document was signed.
    public var written: LegalDate?
    /// 发布日期 or 公布: when it was made public.
    public var published: LegalDate?
    /// 通过: when an assembly or meeting passed it.
    public var adopted: LegalDate?
    /// 批准: when a higher body approved it.
    public var approved: LegalDate?
    /// 施行日期: from when it applies.
    public var effective: LegalDate?
    /// The last day on which it applies.
    public var expires: LegalDate?
    /// 废止: from when it no longer applies.
    public var repealed: LegalDate?
    /// The day that tells this text from its other versions: its last enactment or amendment.
    public var version: LegalDate?

    public init(
        written: LegalDate? = nil, published: LegalDate? = nil, adopted: LegalDate? = nil, approved: LegalDate? = nil,
        effective: LegalDate? = nil, expires: LegalDate? = nil, repealed: LegalDate? = nil, version: LegalDate? = nil
    ) {
        self.written = written
        self.published = published
        self.adopted = adopted
        self.approved = approved
        self.effective = effective
        self.expires = expires
        self.repealed = repealed
        self.version = version
    }
}
