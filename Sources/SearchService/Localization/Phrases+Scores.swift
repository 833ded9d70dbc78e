import LegalDocuments
import LegalSearch

/// Why a hit stands where it does.
extension Phrases {
    var whyHere: String { pick("为什么排在这里", "Why here") }
    /// For who hears the summaries one after the other: which hit it is about.
    func whyHere(of name: String) -> String { pick("：\(name)", ": \(name)") }

    var explainOrder: String { pick("为什么这样排？", "Why this order?") }
    var explainNoMore: String { pick("不再说明排序", "Hide the reasons") }

    var namedByTheQuery: Sentence {
        sentence("检索的内容点了它的名称、文号或者条号，所以排在前面。", "The query names it by title, number or article, so it comes first.")
    }

    func byDate(_ date: LegalDate?, _ order: SortOrder) -> Sentence {
        guard let date else {
            return sentence("按日期排：它的文本没有载明日期，排在最后。", "By date: its text bears none, so it comes last.")
        }
        return order == .oldest
            ? sentence("按日期排，旧的在前：这是 \(date: date)的文本。", "By date, the oldest first: this text is of \(date: date).")
            : sentence("按日期排，新的在前：这是 \(date: date)的文本。", "By date, the newest first: this text is of \(date: date).")
    }

    func byChange(_ day: LegalDate?) -> Sentence {
        guard let day else { return sentence("按编入的先后排，新编入的在前。", "By when it was added or changed, the latest first.") }
        return sentence(
            "按编入的先后排，新编入的在前：它在 \(date: day)编入，或者那时有变化。",
            "By when it was added or changed, the latest first: that was on \(date: day).")
    }

    /// The parts in the order in which they are reckoned.
    func steps(_ parts: ScoreBreakdown.Parts, score: Double) -> [Sentence] {
        var steps: [Sentence] = [
            sentence(
                "字词得 \(points(parts.text)) 分：检索的字词写在条文、标题或者章节名里。词越少见、写到的次数越多、这一条越短，分越高。",
                """
                Words: \(points(parts.text)) points, for those of the query that stand in the text, the title or a heading. \
                Rare words, more mentions and a short text count for more.
                """)
        ]
        if let characters = parts.characters {
            steps.append(
                sentence(
                    "单字加 \(points(characters)) 分：问话里的字一个一个地看，条文里有的。",
                    "Single characters: \(points(characters)) points more, for those of the question that the text holds."))
        }
        steps.append(
            sentence(
                "效力乘以 \(points(parts.prior))：看文件的种类、是否现行、是不是本地的\(parts.characters == nil ? "" : "、有多少文件提到它")。",
                """
                Authority: times \(points(parts.prior)), by its kind, whether it is in force, whether it is of the place asked for\
                \(parts.characters == nil ? "" : ", and how many documents name it").
                """))
        if let law = parts.law {
            steps.append(
                sentence(
                    "同一部法加 \(points(law)) 分：这部法最相符的几条得分高，各条都沾光。",
                    "Its law: \(points(law)) points more, a share of what the best provisions of the law have."))
        }
        if let learned = parts.learned { steps.append(step(learned)) }
        steps.append(sentence("合计 \(points(score)) 分。", "In all \(points(score)) points."))
        return steps
    }

    private func step(_ learned: ScoreBreakdown.Learned) -> Sentence {
        let (share, naming, length) = (learned.coverage, learned.namingDocuments, learned.length)
        return sentence(
            """
            经验乘以 \(points(learned.factor))，这是从已经答好的问题学来的。所看的是：问话的字这一条有 \(String(share))%，\
            前后几条里最好的得分是全部最好的 \(points(learned.neighbour)) 倍，有 \(count: naming) 份文件提到这部法，这一条 \(count: length) 字。
            """,
            """
            Experience: times \(points(learned.factor)), as answered questions taught. It looks at this: \(String(share))% of the \
            question's characters are here, the best provision nearby has \(points(learned.neighbour)) of the best score, \
            \(count: naming) \(naming == 1 ? "document names" : "documents name") the law, and the text has \(count: length) characters.
            """)
    }

    /// 12.34
    private func points(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
