import TextAnalysis

/// A place in a text where another document is named.
///
///     Citation.matches(in: "依照《行政处罚法》第九条、第十条的规定")
///     // 行政处罚法, article 9, applies; 行政处罚法, article 10, applies
///
/// Of a list of articles each is a citation of its own; a range (第三条至第八条) is one.
public struct Citation: Hashable, Sendable {
    /// What the text does with the document it names.
    public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
        /// 根据《…》，制定本办法
        case basis
        /// 依照《…》的规定处理
        case applies
        /// 修改《…》, 《…》作如下修改; also where only some articles of it are repealed
        case amends
        /// 《…》同时废止
        case repeals
        /// 参照《…》执行
        case refers
        /// 印发《…》
        case prints
        case mentions
    }

    /// As written, without the marks around it. Where the text gave it a short form (以下简称《办法》), the title that stands for.
    /// Nil where only a number names the document.
    public var title: String?
    public var number: DocumentNumber?
    public var place: ProvisionPlace?
    public var relation: Relation
    /// Where it stands, in Unicode scalars of the text as given. Of a list of articles, the first has the title in its
    /// span, the others only their own words.
    public var span: Range<Int>

    public init(
        title: String?, number: DocumentNumber? = nil, place: ProvisionPlace? = nil, relation: Relation = .mentions,
        span: Range<Int>
    ) {
        self.title = title
        self.number = number
        self.place = place
        self.relation = relation
        self.span = span
    }

    /// The citations in a text, in their order.
    ///
    /// Strict: a title in marks must end as documents' titles do (《法视界》 is none), and a bare one must be a known law's,
    /// or be followed by an article or a number.
    ///
    /// - Complexity: O(*n*) in the text.
    public static func matches(in text: String) -> [Citation] {
        var finder = CitationFinder()
        return finder.citations(in: text)
    }
}

/// Which words of a document are meant: an article, or some of it.
public struct ProvisionPlace: Hashable, Sendable {
    public var article: ArticleNumber
    /// The last article of a range: 第三条至第八条.
    public var last: ArticleNumber?
    /// 款, from 1.
    public var paragraph: Int?
    /// 项, from 1.
    public var item: Int?
    /// 目, from 1.
    public var subitem: Int?

    public init(
        article: ArticleNumber, last: ArticleNumber? = nil, paragraph: Int? = nil, item: Int? = nil, subitem: Int? = nil
    ) {
        self.article = article
        self.last = last
        self.paragraph = paragraph
        self.item = item
        self.subitem = subitem
    }

    /// 第三条至第八条, 第二十三条第二款第三项.
    public var label: String {
        func part(_ value: Int?, _ word: String) -> String { value.map { "第\(ChineseNumeral.spelled($0))\(word)" } ?? "" }
        return article.label + (last.map { "至" + $0.label } ?? "") + part(paragraph, "款") + part(item, "项") + part(subitem, "目")
    }
}
