import LegalDocuments
import LegalSearch

extension Phrases {
    func resultsTitle(_ query: String) -> String {
        query.isEmpty ? pick("按条件列出的文件", "Documents by filter") : pick("“\(query)”的检索结果", "Results for “\(query)”")
    }
    var narrow: String { pick("缩小范围", "Narrow down") }

    func total(_ total: Int, exact: Bool, documents: Bool) -> Sentence {
        let unit = documents ? pick("部文件", total == 1 ? "document" : "documents") : pick("条", total == 1 ? "provision" : "provisions")
        return exact ? "\(count: total) \(unit)" : sentence("至少 \(count: total) \(unit)", "At least \(count: total) \(unit)")
    }

    var asOfBefore: String { pick("以", "Text as of") }
    var asOfAfter: String { pick("有效的文本为准", "") }
    var order: String { pick("排序", "Order") }
    var update: String { pick("更新", "Update") }

    func sortOrder(_ order: SortOrder) -> String {
        switch order {
        case .relevance: pick("最相关", "Most relevant")
        case .newest: pick("新的在前", "Newest first")
        case .oldest: pick("旧的在前", "Oldest first")
        case .changed: pick("新编入的在前", "Latest added first")
        }
    }

    func facetName(_ key: SearchFilter.Key) -> String {
        switch key {
        case .kind: pick("类别", "Kind")
        case .status: pick("效力", "Status")
        case .region: pick("地区", "Region")
        case .issuer: pick("制定机关", "Issuer")
        case .year: pick("年份", "Year")
        case .textKind: pick("正文或提要", "Text or digest")
        case .number: pick("文号", "Number")
        case .title: pick("标题", "Title")
        case .document: pick("文件", "Document")
        }
    }

    func facetValue(_ key: SearchFilter.Key, _ value: String) -> String {
        switch key {
        case .kind: kind(DocumentKind(rawValue: value))
        case .status: LegalStatus(rawValue: value).map { status($0) } ?? value
        case .textKind: TextKind(rawValue: value).map { $0 == .digest ? digest : full } ?? value
        case .year: value.utf8.count == 4 ? pick("\(value)年", value) : value
        case .region, .issuer, .number, .title, .document: value
        }
    }

    func moreValues(_ count: Int) -> String { pick("另外 \(count) 个", "\(count) more") }
    var removeFilter: String { pick("取消这一限定", "Remove this filter") }

    // MARK: What was done to the query

    func note(_ note: QueryNote, literally: Link, numberPage: (String) -> Link) -> Sentence {
        switch note {
        case .readAsNumber(let number):
            sentence(
                "按文号读作 \(number: number)。\("看这个文号", to: numberPage(number))，或者\("按普通文字检索", to: literally)。",
                "Read as the document number \(number: number). \("Look it up", to: numberPage(number)), or \("search it as text", to: literally)."
            )
        case .readAsReference(let title, nil):
            sentence(
                "读作一部文件：《\(title)》。\("按普通文字检索", to: literally)。",
                "Read as a document: 《\(title)》. \("Search it as text", to: literally)."
            )
        case .readAsReference(let title, let article?):
            sentence(
                "读作《\(title)》\(article)。\("按普通文字检索", to: literally)。",
                "Read as 《\(title)》 \(article). \("Search it as text", to: literally)."
            )
        case .relaxedPhrases(let phrases):
            sentence(
                "没有一条连着写有\(list(phrases))，改为按其中的字词查找。",
                "Nothing holds \(list(phrases)) as written; matched by its pieces instead."
            )
        case .relaxedToAnyWord:
            sentence("没有一条同时有全部的词，含有任何一个词的都列出。", "No provision holds all the words; those with any of them are listed.")
        case .readAsQuestion:
            sentence(
                "当作一句话来查：最相近的排在前面，不要求每个词都出现。",
                "Read as a sentence: the closest come first, and not every word need appear.")
        case .ignored(let parts):
            sentence("没有可供检索的内容，略去：\(list(parts))。", "Left out, for there is nothing in it to search for: \(list(parts)).")
        case .droppedWord(let dropped):
            sentence(
                "没有一条同时有全部的词，去掉了\(list([dropped.word]))，单查它有 \(count: dropped.hits) 条。",
                "No provision holds all the words; \(list([dropped.word])) was left out, which alone has \(count: dropped.hits) hits.")
        case .hitsOfWords(let words):
            sentence(
                "各词单查的条数：\(words.map { "\($0.word) \($0.hits)" }.joined(separator: listSeparator))。",
                "Hits of each word alone: \(words.map { "\($0.word) \($0.hits)" }.joined(separator: listSeparator)).")
        case .widened(let widenings):
            sentence(
                "同时查了法律上的说法：\(widened(widenings))。", "Also searched, as the law says it: \(widened(widenings)).")
        }
    }

    private func widened(_ widenings: [QueryNote.Widening]) -> String {
        widenings.map { "\($0.word) → \($0.added.joined(separator: listSeparator))" }.joined(separator: pick("；", "; "))
    }

    private func list(_ parts: [String]) -> String { parts.map { quoted($0) }.joined(separator: listSeparator) }

    var allWordsNeeded: Sentence {
        sentence("查的是这些词都出现的条款，没有略去任何词。", "Provisions that hold all of these words; none was left out.")
    }

    func hiddenVersions(_ count: Int, show: Link) -> Sentence {
        sentence(
            "另有旧的或者尚未施行的文本 \(count: count) 处不在此列，\("一并显示", to: show)。",
            "\(count: count) \(count == 1 ? "hit" : "hits") in older or future texts not listed; \("show all", to: show).")
    }

    func everyVersionShown(hide: Link) -> Sentence {
        sentence(
            "各个版本都在此列，\("只看当日有效的文本", to: hide)。", "Every version is listed; \("show only the one in force", to: hide).")
    }

    func didYouMean(_ links: [(String, Link)]) -> Sentence {
        var result: Sentence = sentence("是不是要找：", "Did you mean: ")
        for (index, link) in links.enumerated() {
            if index > 0 { result.append(Sentence(text: listSeparator)) }
            result.append("\(link.0, to: link.1)")
        }
        return result
    }

    func moreProvisions(_ count: Int) -> String {
        pick("这份文件里另有 \(count) 条", "\(count) more in this document")
    }

    func seeInDocument(_ link: Link) -> Sentence {
        sentence("\("在全文里看相符的各条", to: link)", "\("See every match in the full text", to: link)")
    }

    // MARK: A document among hits

    func versionOf(_ date: LegalDate) -> Sentence { sentence("\(date: date)文本", "text of \(date: date)") }
    func effectiveFrom(_ date: LegalDate) -> Sentence { sentence("\(date: date)施行", "effective \(date: date)") }
    var effectiveUnknown: Sentence { sentence("施行日期未载明", "effective date not stated") }

    // MARK: Pages of hits

    var paging: String { pick("翻页", "Pages") }
    var next: String { pick("下一页", "Next") }
    var previous: String { pick("上一页", "Previous") }
    var pastTheEnd: Sentence { sentence("后面没有了。", "There is nothing further on.") }
    func backToFirst(_ link: Link) -> Sentence { sentence("\("回到第一页", to: link)", "\("Back to the first page", to: link)") }

    // MARK: Nothing found

    var nothingFound: String { pick("没有找到", "Nothing found") }
    var noProvision: Sentence {
        sentence("本库没有一条符合全部条件。", "No provision held here meets all the conditions.")
    }
    func onDay(_ date: LegalDate) -> Sentence {
        sentence("以 \(date: date) 有效的文本为准。", "Only texts in force on \(date: date) were searched.")
    }
    var onEveryVersion: Sentence { sentence("各个版本都查过了。", "Every version was searched.") }
    var oneByOne: String { pick("分开来看", "One by one") }
    var eachCondition: String { pick("每个条件各自的结果", "Each condition by itself") }
    var condition: String { pick("条件", "Condition") }
    var aloneFinds: String { pick("单独有", "By itself") }
    var action: String { pick("操作", "Action") }
    var none: String { pick("没有", "nothing") }
    var dropWord: String { pick("去掉这个词", "Drop this word") }
    var onlyThisWord: String { pick("只查这个词", "Search only this") }
    var withoutFilter: String { pick("不加这个限定", "Without this filter") }
    var mayBe: String { pick("也可能是", "Or it may be") }
    func notHeld(_ link: Link) -> Sentence {
        sentence(
            "这份文件本库没有收。\("看看收了什么", to: link)，或者把它放进文件夹，再运行一次 \(code: "lexigram index")。",
            "The document is not held. \("See what is", to: link), or put it into the folder and run \(code: "lexigram index") again.")
    }
    func anotherVersion(_ link: Link) -> Sentence {
        sentence(
            "它已被修改，或者尚未施行。\("查全部版本", to: link)。",
            "It was amended, or is not yet in force. \("Search every version", to: link).")
    }
    var otherWords: Sentence {
        sentence("原文用的是另一种说法。试试少写几个字。", "The text says it otherwise. Try fewer or shorter words.")
    }
    var notFoundIsNotNonexistent: String {
        pick("没有查到，不等于没有这样的规定。", "That nothing was found does not mean there is no such rule.")
    }
}
