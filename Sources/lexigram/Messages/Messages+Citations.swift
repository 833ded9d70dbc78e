import LegalDocuments
import LegalSearch

/// What the commands say of citations.
extension Messages {
    var uncheckedCitations: String {
        pick("没有索引，只找出引用，不核对。", "There is no index: citations are found, not checked.")
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
