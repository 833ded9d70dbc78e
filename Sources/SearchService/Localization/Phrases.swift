import LegalDocuments

/// Every word the pages and problem details say, Chinese first and English beside it.
///
/// One line holds both, so that neither can be forgotten. Pages have their own files of phrases.
struct Phrases: Sendable {
    let language: Language

    func pick(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .chinese ? chinese() : english()
    }

    func sentence(_ chinese: @autoclosure () -> Sentence, _ english: @autoclosure () -> Sentence) -> Sentence {
        language == .chinese ? chinese() : english()
    }

    // MARK: Values

    /// 2023年9月1日, 1 September 2023.
    func date(_ date: LegalDate) -> String {
        pick(date.chinese, "\(date.day) \(Self.englishMonths[date.month - 1]) \(date.year)")
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// 150763 → 150,763.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    func status(_ status: LegalStatus) -> String {
        switch status {
        case .inForce: pick("现行有效", "In force")
        case .notYet: pick("尚未施行", "Not yet in force")
        case .superseded: pick("已被修改", "Superseded")
        case .repealed: pick("已废止", "Repealed")
        case .expired: pick("已失效", "Expired")
        case .unknown: pick("效力不明", "Status unknown")
        }
    }

    func kind(_ kind: DocumentKind) -> String {
        guard language == .english else { return kind.rawValue }
        return switch kind {
        case .constitution: "Constitution"
        case .law: "Law"
        case .administrativeRegulation: "Administrative regulation"
        case .judicialInterpretation: "Judicial interpretation"
        case .localRegulation: "Local regulation"
        case .departmentalRule: "Departmental rule"
        case .localRule: "Local government rule"
        case .normativeDocument: "Normative document"
        case .judicialCase: "Case"
        case .draft: "Draft for comment"
        case .explanation: "Explanation"
        case .news: "News"
        case .listPage: "List page"
        case .other: "Other"
        default: kind.rawValue
        }
    }

    var digest: String { pick("提要（非正文）", "Digest, not the text") }
    var full: String { pick("正文", "Full text") }

    // MARK: Every page

    var productName: String { "Lexigram" }
    var skipToText: String { pick("跳到正文", "Skip to the text") }
    var searchLaws: String { pick("检索法规", "Search the law") }
    var search: String { pick("检索", "Search") }
    var placeholder: String { pick("关键词、文号、某法某条", "Words, a document number, a law and article") }
    var wholeSite: String { pick("全站", "Site") }
    var lookUpNumber: String { pick("查文号", "Find a number") }
    var figures: String { pick("收录统计", "Figures") }

    func holdings(documents: Int, provisions: Int, on date: LegalDate?) -> Sentence {
        var sentence = self.sentence(
            "收录文件 \(count: documents) 部、条款 \(count: provisions) 条",
            "\(count: documents) documents with \(count: provisions) provisions are held"
        )
        if let date {
            sentence.append(self.sentence("，索引更新于 \(date: date)", ", indexed on \(date: date)"))
        }
        sentence.append(
            self.sentence("。引用前请以制定机关公布的标准文本为准。", ". Before you cite, check the issuing body's official text."))
        return sentence
    }

    func feedTitle(_ query: String) -> String {
        query.isEmpty ? pick("Lexigram：新编入和有变化的文件", "Lexigram: new and changed documents") : pick("Lexigram：\(query)", "Lexigram: \(query)")
    }
    var copy: String { pick("复制", "Copy") }
    var copied: String { pick("已复制", "Copied") }
    var suggestions: String { pick("建议", "Suggestions") }
    /// `%` is where the script puts the number.
    var suggestionCount: String { pick("有 % 条建议，按上下键选", "% suggestions; use the arrow keys") }
    var programInterface: String { pick("程序接口", "Interface for programs") }
    var feed: String { pick("订阅", "Feed") }
    var engineDescription: String { pick("本机的中国法律文件全文检索", "Full-text search of Chinese legal documents on this machine") }

    var nothingSent: String {
        pick("这一页由本机生成，没有向外发送任何请求。", "This page was made on this machine. No request was sent anywhere.")
    }

    /// 、 between parts of a list.
    var listSeparator: String { pick("、", ", ") }
    func quoted(_ text: String) -> String { pick("“\(text)”", "“\(text)”") }
}
