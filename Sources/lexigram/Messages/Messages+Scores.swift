import LegalSearch

/// How a score came about, in words: each part with its name, put together as it was reckoned.
extension Messages {
    /// The sum, and for a question what the learned factor looked at; empty where no explanation was asked for.
    func explanation(of hit: Hit) -> [String] {
        switch ScoreBreakdown(hit) {
        case nil: []
        case .named: [pick("点名 ", "named by the query ") + rounded(hit.score)]
        case .byDate: [pick("日期 ", "date ") + rounded(hit.score)]
        case .byChange: [pick("编入的时间 ", "added ") + WallClock.timestamp(hit.document.changedAt ?? 0)]
        case .text(let parts): [sum(parts, hit.score)] + (parts.learned.map { [facts($0)] } ?? [])
        }
    }

    private func sum(_ parts: ScoreBreakdown.Parts, _ score: Double) -> String {
        var sum = pick("字词 ", "words ") + rounded(parts.text)
        if let characters = parts.characters { sum = "(\(sum) + \(pick("单字", "characters")) \(rounded(characters)))" }
        sum += pick(" × 效力层级和时效 ", " × authority and currency ") + rounded(parts.prior)
        if let law = parts.law { sum += pick(" + 同一部法的其他条 ", " + its law's other provisions ") + rounded(law) }
        if let learned = parts.learned {
            sum = "(\(sum)) × \(pick("已答问题的经验", "what answered questions taught")) \(rounded(learned.factor))"
        }
        return pick("得分 ", "Score ") + rounded(score) + " = " + sum
    }

    /// What the learned factor looked at.
    private func facts(_ learned: ScoreBreakdown.Learned) -> String {
        let (share, naming, length) = (learned.coverage, learned.namingDocuments, learned.length)
        let neighbour = rounded(learned.neighbour)
        return pick(
            "经验所看的：问话的字这一条有 \(share)%，前后条最好的得分是全部最好的 \(neighbour) 倍，提到这部法的文件 \(naming) 份，这一条 \(length) 字。",
            "Looked at: \(share)% of the question's characters are here; the best neighbour has \(neighbour) of the best score; "
                + "\(naming) documents name the law; \(length) characters.")
    }

    private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
