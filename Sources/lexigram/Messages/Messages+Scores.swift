internal import Glibc
import LegalSearch

/// How a score came about, in words: each part with its name, put together as it was reckoned.
extension Messages {
    /// The sum, and for a question what the learned factor looked at.
    func explanation(of hit: Hit) -> [String] {
        let parts = hit.explanation ?? []
        let values = Dictionary(parts.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        guard let text = values["text"], let prior = values["prior"] else {
            return parts.map { scorePart($0.name) + " " + rounded($0.value) }
        }
        var sum = named("text", text)
        if let characters = values["characters"] { sum = "(\(sum) + \(named("characters", characters)))" }
        sum += " × " + named("prior", prior)
        if let law = values["law"] { sum += " + " + named("law", law) }
        if let learned = values["learned"] { sum = "(\(sum)) × " + named("learned", learned) }
        let total = pick("得分 ", "Score ") + rounded(hit.score) + " = " + sum
        return values["learned"] == nil ? [total] : [total, facts(values)]
    }

    /// What the learned factor looked at.
    private func facts(_ values: [String: Double]) -> String {
        let share = Int(((values["coverage"] ?? 0) * 100).rounded())
        let neighbour = rounded(values["neighbour"] ?? 0)
        let naming = documents(values["authority"] ?? 0)
        let length = Int(values["length"] ?? 0)
        return pick(
            "经验所看的：问话的字这一条有 \(share)%，前后条最好的得分是全部最好的 \(neighbour) 倍，提到这部法的文件 \(naming) 份，这一条 \(length) 字。",
            "Looked at: \(share)% of the question's characters are here; the best neighbour has \(neighbour) of the best score; "
                + "\(naming) documents name the law; \(length) characters.")
    }

    private func named(_ part: String, _ value: Double) -> String { scorePart(part) + " " + rounded(value) }

    /// A part of a score has the logarithm of one more than the number of documents.
    private func documents(_ logarithm: Double) -> Int { Int((exp(min(logarithm, 20)) - 1).rounded()) }

    private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

    /// The name of a part of a score.
    private func scorePart(_ name: String) -> String {
        switch name {
        case "text": pick("字词", "words")
        case "characters": pick("单字", "characters")
        case "prior": pick("效力层级和时效", "authority and currency")
        case "law": pick("同一部法的其他条", "its law's other provisions")
        case "learned": pick("已答问题的经验", "what answered questions taught")
        case "named": pick("点名", "named by the query")
        case "newest", "oldest": pick("日期", "date")
        case "changed": pick("编入的时间", "when it was added")
        default: name
        }
    }
}
