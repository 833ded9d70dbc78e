import Glibc
import Ingestion
import LegalDocuments
import LegalSearch

typealias IngestionProblem = IngestionError

/// Every sentence the command line says, Chinese and English side by side.
struct Messages: Sendable {
    let isChinese: Bool

    /// Chinese in a zh locale, English otherwise (POSIX: LC_ALL, then LC_MESSAGES, then LANG).
    static let current: Messages = {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            // Safety: the string is copied at once; nothing here changes the environment.
            guard let value = unsafe getenv(name) else { continue }
            let locale = unsafe String(cString: value)
            if !locale.isEmpty { return Messages(isChinese: locale.hasPrefix("zh")) }
        }
        return Messages(isChinese: false)
    }()

    func pick(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        isChinese ? chinese() : english()
    }

    // MARK: Usage

    func notADate(_ text: String) -> String {
        pick("“\(text)”不是日期。请写成 2024-01-01 的样子。", "“\(text)” is not a date. Write it as 2024-01-01.")
    }

    func notInRange(_ name: String, _ range: ClosedRange<Int>) -> String {
        pick(
            "\(name) 应当在 \(range.lowerBound) 到 \(range.upperBound) 之间。",
            "\(name) must be from \(range.lowerBound) to \(range.upperBound).")
    }

    func notASetting(_ text: String) -> String {
        let names = RankingSettings.names.joined(separator: " ")
        return pick("“\(text)”不是排序参数。可用：\(names)", "“\(text)” is not a setting. Use one of: \(names)")
    }

    var noQuery: String { pick("请写出要检索的内容。", "Say what to search for.") }
    var batchNeedsJSON: String {
        pick("--batch 要与 --json 同用，且不另写检索内容。", "--batch goes with --json and takes no query of its own.")
    }

    func sentence(_ error: SearchFilter.Invalid) -> String {
        let keys = SearchFilter.Key.allCases.map(\.rawValue).joined(separator: " ")
        return switch error {
        case .noValue(let text): pick("筛选“\(text)”应当写成 K=V。", "The filter “\(text)” must be K=V.")
        case .unknownKey(let key): pick("没有“\(key)”这种筛选。可用：\(keys)", "There is no filter “\(key)”. Use one of: \(keys)")
        case .badValue(let key, let value, let allowed):
            pick(
                "筛选“\(key)”不能是“\(value)”。例如：\(allowed.joined(separator: "、"))。",
                "The filter “\(key)” cannot be “\(value)”. For example: \(allowed.joined(separator: ", ")).")
        }
    }

    // MARK: Indexing

    func progress(done: Int, total: Int, megabytesPerSecond: Double, secondsLeft: Double) -> String {
        let rate = "\((megabytesPerSecond * 10).rounded() / 10) MB/s"
        return pick(
            "已读 \(done)/\(total)，\(rate)，还需约 \(Int(secondsLeft)) 秒", "\(done)/\(total) read, \(rate), about \(Int(secondsLeft)) s left")
    }

    func indexed(_ report: IndexingReport) -> String {
        let seconds = "\((report.seconds * 100).rounded() / 100)"
        return pick(
            "新增 \(report.added) 份，更新 \(report.updated) 份，未变 \(report.unchanged) 个文件，去掉 \(report.removed) 份，"
                + "并为同一份的 \(report.copies) 个，跳过 \(report.skipped.count) 个文件。\n"
                + "索引现有文件 \(report.documents) 份、条款 \(report.provisions) 条。用时 \(seconds) 秒。",
            "Added \(report.added), updated \(report.updated), unchanged files \(report.unchanged), removed \(report.removed), "
                + "joined copies \(report.copies), skipped files \(report.skipped.count).\n"
                + "The index holds \(report.documents) documents, \(report.provisions) provisions. Took \(seconds) s.")
    }

    /// Where the processor time of a long run went; nil for a short one.
    func stages(_ report: IndexingReport) -> String? {
        guard report.seconds >= 1 else { return nil }
        let names: [StageTimes.Stage: String] = [
            .decode: pick("读出解码", "decode"), .parse: pick("解析标记", "parse"), .structure: pick("识别结构", "structure"),
            .citations: pick("查找引用", "citations"), .index: pick("编入索引", "index"),
        ]
        let parts = StageTimes.Stage.allCases.map { "\(names[$0] ?? "") \((report.stages.seconds($0) * 100).rounded() / 100)" }
        return pick("处理器用时（秒，各线程合计）：", "Processor seconds, all threads: ") + parts.joined(separator: pick("，", ", ")) + pick("。", ".")
    }

    func skipped(_ problem: IngestionProblem) -> String {
        pick("跳过 \(problem.source)：", "skipped \(problem.source): ") + reason(problem.reason)
    }

    func removed(_ document: LegalDocument) -> String {
        pick("已去掉：\(document.title)（\(document.id)）", "Removed: \(document.title) (\(document.id))")
    }

    func severalToRemove(_ ids: [String]) -> String {
        let ids = ids.joined(separator: "\n  ")
        return pick("有几份文件都符合，请写编号：\n  \(ids)", "Several documents fit. Name one by its id:\n  \(ids)")
    }

    var onlyWholeDocuments: String {
        pick("只能去掉整份文件，不能去掉一条。请写文号、名称或编号。", "Only whole documents can be removed. Give a number, a title or an id.")
    }

    // MARK: Answers

    /// How many there are, and how many in other versions were left out.
    func total(_ answer: SearchAnswer, countsDocuments: Bool) -> String {
        let count = answer.total
        let unit = countsDocuments
            ? pick("份文件", count == 1 ? "document" : "documents") : pick("条", count == 1 ? "hit" : "hits")
        let total = answer.totalIsExact
            ? pick("共 \(count) \(unit)", "\(count) \(unit)") : pick("至少 \(count) \(unit)", "At least \(count) \(unit)")
        guard answer.hiddenVersions > 0 else { return total + pick("。", ".") }
        return total
            + pick(
                "；另有旧的或者尚未施行的文本 \(answer.hiddenVersions) 条未列，加 --all-versions 显示。",
                "; \(answer.hiddenVersions) in other versions not shown (--all-versions shows them).")
    }

    func sentence(_ note: QueryNote) -> String {
        switch note {
        case .readAsNumber(let number): pick("按文号读作 \(number)。", "Read as the document number \(number).")
        case .readAsReference(let title, let article):
            pick("按出处读作 \(title)\(article ?? "")。", "Read as a reference to \(title)\(article.map { " \($0)" } ?? "").")
        case .relaxedPhrases(let words):
            pick(
                "没有连着出现的“\(words.joined(separator: "”“"))”，改为拆开检索。",
                "“\(words.joined(separator: "”, “"))” does not occur as it stands; its parts were searched for.")
        case .relaxedToAnyWord: pick("没有同时含有全部字词的条款，含有其一的也列出。", "No provision holds every word; those with any of them are listed.")
        case .readAsQuestion: pick("按一句问话检索，列出最接近的条款。", "Read as a question; the closest provisions are listed.")
        case .ignored(let words):
            pick("略去没有字词的“\(words.joined(separator: "”“"))”。", "Ignored: “\(words.joined(separator: "”, “"))”.")
        case .droppedWord(let dropped):
            pick(
                "没有同时含有全部字词的条款，去掉了“\(dropped.word)”（单查它有 \(dropped.hits) 条）。",
                "No provision holds every word; “\(dropped.word)” was left out (alone it has \(dropped.hits) hits).")
        case .hitsOfWords(let words):
            pick("各词单查：", "Each word alone: ")
                + words.map { "\($0.word) \($0.hits)" }.joined(separator: pick("，", ", ")) + pick("。", ".")
        case .widened(let widenings):
            pick("同时查了法律上的说法：", "Also searched, as the law says it: ")
                + widenings.map { "\($0.word) → \($0.added.joined(separator: pick("、", ", ")))" }
                .joined(separator: pick("；", "; ")) + pick("。", ".")
        }
    }

    func suggestions(_ texts: [String]) -> String { pick("相近的：", "Near: ") + texts.joined(separator: pick("、", ", ")) }

    func status(_ status: LegalStatus) -> String {
        switch status {
        case .inForce: pick("现行有效", "in force")
        case .notYet: pick("尚未施行", "not yet in force")
        case .superseded: pick("已被修改", "superseded")
        case .repealed: pick("已废止", "repealed")
        case .expired: pick("已失效", "expired")
        case .unknown: pick("效力不明", "status unknown")
        }
    }

    var digest: String { pick("提要（非正文）", "digest, not the text") }

    func version(_ date: LegalDate) -> String { pick("\(date.chinese)文本", "text of \(date)") }

    func effective(_ date: LegalDate) -> String { pick("\(date.chinese)施行", "effective \(date)") }

    func severalFit(_ reference: String) -> String {
        pick("有几份文件符合“\(reference)”：", "Several documents fit “\(reference)”:")
    }

    func notHeld(_ reference: String) -> String {
        pick("本库没有“\(reference)”。未收不等于没有这份文件。", "“\(reference)” is not held here; that does not mean it does not exist.")
    }

    var nearOnes: String { pick("相近的有：", "Near ones:") }

    func noSuchProvision(_ asked: String, in document: LegalDocument) -> String {
        if document.textKind == .digest {
            return pick(
                "《\(document.title)》本库只收提要，没有条文，不能打开\(asked)。",
                "Only a digest of 《\(document.title)》 is held: it has no articles, so \(asked) cannot be opened.")
        }
        return pick("《\(document.title)》里没有\(asked)。", "《\(document.title)》 has no \(asked).")
    }

    func serving(_ address: String) -> String {
        pick("正在 \(address) 提供检索，按 Ctrl-C 结束。", "Serving at \(address); Ctrl-C ends it.")
    }

    var sound: String { pick("索引完好。", "The index is sound.") }
}
