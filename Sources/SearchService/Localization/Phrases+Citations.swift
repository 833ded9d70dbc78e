import LegalDocuments
import LegalSearch

/// Citations, versions and the ledger.
extension Phrases {
    func citesHeading(_ count: Int) -> String { pick("引用的文件（\(count) 处）", "What it cites (\(count))") }
    func citedByHeading(_ count: Int) -> String { pick("被哪些文件引用（\(count) 处）", "What cites it (\(count))") }
    var notHeldHere: String { pick("（本库未收）", " (not held here)") }

    func relation(_ relation: LegalDocuments.Citation.Relation) -> String {
        switch relation {
        case .basis: pick("依据", "based on")
        case .applies: pick("依照", "applies")
        case .amends: pick("修改", "amends")
        case .repeals: pick("废止", "repeals")
        case .refers: pick("参照", "refers to")
        case .prints: pick("印发", "issues")
        case .mentions: pick("提到", "mentions")
        }
    }

    var ledger: String { pick("文件台账", "Ledger") }
    func ledgerLead(_ count: Int) -> Sentence { sentence("共 \(count: count) 份。", "\(count: count) documents.") }
    var changedBasesOnly: String { pick("只看制定依据已变的", "Only those whose basis has changed") }
    var everything: String { pick("全部", "All") }
    var furtherLines: String { pick("往下看", "Further lines") }

    var ledgerColumns: [String] {
        language == .chinese
            ? ["文号", "名称", "制定机关", "发布", "施行", "有效期至", "效力"]
            : ["Number", "Title", "Issuer", "Published", "Effective", "Expires", "Status"]
    }

    /// In the order of ``LedgerTable``'s columns.
    var ledgerHeadings: [String] {
        language == .chinese
            ? ["文号", "名称", "制定机关", "类别", "成文", "发布", "施行", "有效期至", "废止", "效力", "效力依据", "已变的制定依据", "编号"]
            : [
                "Number", "Title", "Issuer", "Kind", "Written", "Published", "Effective", "Expires", "Repealed", "Status",
                "Evidence", "Changed bases", "Id",
            ]
    }

    func changedBasis(_ basis: ChangedBasis, _ context: PageContext) -> Sentence {
        let since: Sentence = basis.since.map { sentence("（\(date: $0)）", " (\(date: $0))") } ?? ""
        let link = context.document(basis.document)
        return sentence(
            "依据\("《\(basis.title)》", to: link)\(status(basis.status))\(since)",
            "Its basis \("《\(basis.title)》", to: link): \(status(basis.status))\(since)")
    }

    func comparison(_ title: String) -> String { pick("版本对照：\(title)", "Versions of \(title) compared") }

    func comparedVersions(_ comparison: VersionComparison, _ context: PageContext) -> Sentence {
        let old = comparison.old.dates.version.map { date($0) } ?? comparison.old.id
        let new = comparison.new.dates.version.map { date($0) } ?? comparison.new.id
        let oldLink = context.document(comparison.old.id)
        let newLink = context.document(comparison.new.id)
        return sentence(
            "从\("\(old)文本", to: oldLink)到\("\(new)文本", to: newLink)。",
            "From \("the text of \(old)", to: oldLink) to \("the text of \(new)", to: newLink).")
    }

    var comparisonKey: Sentence {
        sentence(
            "加删除线的字只在旧文本，加下划线的字只在新文本。条文按内容对应，不按条号。",
            "Words struck through stand only in the older text, underlined ones only in the newer. Articles are matched by their words, not their numbers.")
    }
    var noSuchArticleThere: String { pick("这个文本没有对应的条文。", "This text has no such article.") }

    func change(_ kind: ArticleChange.Kind) -> String {
        switch kind {
        case .unchanged: pick("未变", "Unchanged")
        case .added: pick("新增", "Added")
        case .removed: pick("删去", "Removed")
        case .changed: pick("有改动", "Changed")
        case .renumbered: pick("仅改条号", "Renumbered")
        }
    }

    var compared: String { pick("逐条对照", "Compare") }
}
