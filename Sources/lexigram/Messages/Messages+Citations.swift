import LegalDocuments
import LegalSearch

/// What the commands say of citations.
extension Messages {
    var uncheckedCitations: String {
        pick("没有索引，只找出引用，不核对。", "There is no index: citations are found, not checked.")
    }

    func cites(_ made: [CitationMade]) -> String {
        let held = made.count { $0.target != nil }
        let names = Self.distinct(made.compactMap { $0.target?.title ?? $0.citation.title ?? $0.citation.number?.canonical })
        return pick("引用 \(made.count) 处，其中 \(held) 处本库有：", "Cites \(made.count) times, \(held) of them held here: ") + names
    }

    func citedBy(_ received: [CitationReceived]) -> String {
        pick("被引用 \(received.count) 处：", "Cited \(received.count) times: ") + Self.distinct(received.map(\.title))
    }

    /// The first ten names, each once.
    private static func distinct(_ names: [String]) -> String {
        var seen: Set<String> = []
        let different = names.filter { seen.insert($0).inserted }
        return different.prefix(10).map { "《\($0)》" }.joined(separator: "、") + (different.count > 10 ? "……" : "")
    }

    func line(_ number: Int) -> String { pick("第 \(number) 行", "line \(number)") }

    func verdict(_ verdict: CitationVerdict) -> String {
        switch verdict {
        case .inForce: pick("现行有效", "in force")
        case .notYet: pick("尚未施行", "not yet in force")
        case .superseded: pick("已被修改", "superseded")
        case .repealed: pick("已废止", "repealed")
        case .expired: pick("已失效", "expired")
        case .noSuchArticle: pick("没有这一条", "no such article")
        case .notHere: pick("本库未收", "not held here")
        case .mismatch: pick("文号与名称不符", "number and title disagree")
        case .unknown: pick("效力不明", "status unknown")
        case .unchecked: pick("未核对", "unchecked")
        }
    }

    var notInThisText: String { pick("这份文稿自己没有这一条、款或项。", "The text itself has no such article, paragraph or item.") }

    func suggestedForm(_ form: String) -> String { pick("应作：", "Write: ") + form }

    func quotationDiffers(expected: String) -> String {
        pick("引文与原文不同。原文：", "The quoted words differ. The article says: ") + expected
    }

    func evidence(_ evidence: StatusEvidence) -> String {
        let name = switch evidence.field {
        case "repealed": pick("废止", "repealed")
        case "superseded": pick("被修改", "superseded")
        case "expires": pick("有效期至", "expires")
        case "effective": pick("施行", "effective")
        default: evidence.field
        }
        return "\(name) \(evidence.value)" + pick("，依据 ", ", from ") + evidence.from
    }

    func citations(_ count: Int, _ verdicts: [(key: CitationVerdict, value: Int)]) -> String {
        let parts = verdicts.map { "\(verdict($0.key)) \($0.value)" }.joined(separator: pick("，", ", "))
        return pick("共 \(count) 处引用", "\(count) citations") + (parts.isEmpty ? "" : pick("：", ": ") + parts) + pick("。", ".")
    }
}
