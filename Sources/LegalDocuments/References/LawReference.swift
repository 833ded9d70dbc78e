/// A reference to law as people type it: a title and perhaps an article.
///
///     LawReference("行政复议法23条")                  // title 行政复议法, article 23
///     LawReference("《民法典》第一千零四十二条第二款")   // title 民法典, article 1042, paragraph 2
public struct LawReference: Equatable, Sendable {
    /// As typed, without marks and without the article part. Empty where only an article was typed.
    public var title: String
    public var article: ArticleNumber?
    /// 款, from 1.
    public var paragraph: Int?
    /// 项, from 1.
    public var item: Int?
    /// 目, from 1.
    public var subitem: Int?
    /// Whether the title stood in 《》.
    public var hasTitleMarks: Bool

    /// Nil for blank text. Any other text is a reference: without an article part all of it is the title.
    ///
    /// Of a list or range (第三条、第五条至第八条) the first article counts.
    public init?(_ text: String) {
        let compact = CompactText(text)
        guard compact.count > 0 else { return nil }
        let place = ArticlePart.find(in: compact)
        let titleEnd = place?.start ?? compact.count
        article = place?.article
        paragraph = place?.paragraph
        item = place?.item
        subitem = place?.subitem
        (title, hasTitleMarks) = Self.title(compact, before: titleEnd, original: text)
        if title.isEmpty, article == nil { return nil }
    }

    /// The article with its parts; nil where none was typed.
    public var place: ProvisionPlace? {
        article.map { ProvisionPlace(article: $0, paragraph: paragraph, item: item, subitem: subitem) }
    }

    /// Nil unless the text clearly is a reference: it has a title and an article part, or stands in title marks.
    public static func explicit(_ text: String) -> LawReference? {
        guard let reference = LawReference(text), !reference.title.isEmpty,
            reference.article != nil || reference.hasTitleMarks
        else { return nil }
        return reference
    }

    /// The title without the marks around it. Marks inside it (关于适用《民法典》的解释) stay.
    private static func title(_ text: CompactText, before end: Int, original: String) -> (String, Bool) {
        var range = 0..<end
        while let last = range.last, ",.;:、?!的".unicodeScalars.contains(text.scalars[last]) {
            range = range.lowerBound..<last
        }
        guard text.at(0) == "《" else {
            if let first = range.first, let last = range.last, last > first, text.scalars[first] == "\"",
                text.scalars[last] == "\""
            {
                range = first + 1..<last
            }
            return (original.slice(scalars: text.originalSpan(of: range)), false)
        }
        guard let close = closingMark(in: text, range) else {
            return (original.slice(scalars: text.originalSpan(of: 1..<max(range.upperBound, 1))), true)
        }
        let rest = close + 1..<range.upperBound
        let inner = original.slice(scalars: text.originalSpan(of: 1..<close))
        if rest.isEmpty { return (inner, true) }
        // 《行政复议法》（2023年修订）: the bracket belongs to the title.
        if text.at(rest.lowerBound) == "(", text.at(rest.upperBound - 1) == ")" {
            return (inner + original.slice(scalars: text.originalSpan(of: rest)), true)
        }
        return (original.slice(scalars: text.originalSpan(of: range)), false)
    }

    private static func closingMark(in text: CompactText, _ range: Range<Int>) -> Int? {
        var depth = 0
        for place in range {
            if text.scalars[place] == "《" { depth += 1 }
            if text.scalars[place] == "》" {
                depth -= 1
                if depth == 0 { return place }
            }
        }
        return nil
    }
}

/// The part of a reference after the title: 第三编第二章第四百六十三条第二款第（三）项.
struct ArticlePart {
    var start: Int
    var article: ArticleNumber
    var paragraph: Int?
    var item: Int?
    var subitem: Int?

    /// The part that the text ends with, from its earliest start.
    static func find(in text: CompactText) -> ArticlePart? {
        for start in 0..<text.count {
            guard text.scalars[start] == "第" || CompactText.isNumeral(text.scalars[start]) else { continue }
            if let before = text.at(start - 1), before == "第" || CompactText.isNumeral(before) { continue }
            if let part = read(text, at: start) { return part }
        }
        return nil
    }

    private static func read(_ text: CompactText, at start: Int) -> ArticlePart? {
        var place = start
        for word in ["编", "章", "节"] as [Unicode.Scalar] {
            if let (_, end) = CompactText.counted(word, in: text, at: place) { place = end }
        }
        guard let (article, articleEnd) = ArticleNumber.read(text, at: place) else { return nil }
        var part = ArticlePart(start: start, article: article)
        place = articleEnd
        if let (value, end) = CompactText.counted("款", in: text, at: place), value > 0 {
            (part.paragraph, place) = (value, end)
        }
        if let (value, end) = CompactText.counted("项", in: text, at: place), value > 0 {
            (part.item, place) = (value, end)
        }
        if let (value, end) = CompactText.counted("目", in: text, at: place), value > 0 {
            (part.subitem, place) = (value, end)
        }
        if let mark = text.at(place), "、,至到和及-~".unicodeScalars.contains(mark), read(text, at: place + 1) != nil {
            return part
        }
        while let mark = text.at(place), ".,;:?!)》\"".unicodeScalars.contains(mark) { place += 1 }
        return place == text.count ? part : nil
    }
}
