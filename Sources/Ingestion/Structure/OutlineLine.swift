import LegalDocuments

/// A line of a document, once it is known what it is.
enum OutlineLine: Equatable, Sendable {
    /// `level` is the source's own (1 through 6), 0 where it has none.
    case heading(String, rank: HeadingRank, level: Int)
    /// `number` is nil where the label is no number, as in foreign XML.
    case article(label: String, number: ArticleNumber?, rest: String)
    case text(String)
    /// A table of contents: says nothing that the headings do not say.
    case contentsList
    /// What follows belongs to no article: the signature.
    case articlesEnd
}

extension OutlineLine {
    private static let fullLine = 12
    private static let longestRest = 30

    /// Puts a heading together that was broken over two lines, as narrow columns do:
    /// 第五章 听取和审议人民政府、人民法院和 / 人民检察院的专项工作报告.
    static func joiningBrokenHeadings(_ lines: [OutlineLine]) -> [OutlineLine] {
        var joined: [OutlineLine] = []
        joined.reserveCapacity(lines.count)
        for (index, line) in lines.enumerated() {
            if case .text(let rest) = line, index + 1 < lines.count, !lines[index + 1].isText,
                case .heading(let text, let rank, let level)? = joined.last, HeadingLabel.division(text) != nil,
                text.unicodeScalars.count >= fullLine, rest.unicodeScalars.count <= longestRest,
                HeadingLabel.endsAsHeading(rest) {
                joined[joined.count - 1] = .heading(text + rest, rank: rank, level: level)
            } else {
                joined.append(line)
            }
        }
        return joined
    }

    /// Without the headings of a table of contents. One that stands before the first article comes again anywhere,
    /// one further down comes again before the next article.
    static func droppingContentsList(_ lines: [OutlineLine]) -> [OutlineLine] {
        let firstArticle = lines.firstIndex { $0.isArticle } ?? 0
        var everLater: Set<String> = []
        var beforeNextArticle: Set<String> = []
        let leading = headingsLeading(to: firstArticle, in: lines)
        var kept: [OutlineLine] = []
        kept.reserveCapacity(lines.count)
        for (index, line) in lines.enumerated().reversed() {
            if line.isArticle { beforeNextArticle.removeAll(keepingCapacity: true) }
            if case .heading(let text, let rank, _) = line, rank >= .part {
                let name = text.squeezed
                let isRepeated = !everLater.insert(name).inserted
                let isNear = !beforeNextArticle.insert(name).inserted
                if isNear || isRepeated && index < firstArticle && !leading.contains(index) { continue }
            }
            kept.append(line)
        }
        return kept.reversed()
    }

    /// The headings right above an article, each of a higher rank than the one below it: 第一编, 第一章, 第一节.
    private static func headingsLeading(to article: Int, in lines: [OutlineLine]) -> Range<Int> {
        var start = article
        var rankBelow: HeadingRank?
        while start > 0, case .heading(_, let rank, _) = lines[start - 1], rankBelow.map({ rank < $0 }) ?? true {
            rankBelow = rank
            start -= 1
        }
        return start..<article
    }

    private var isArticle: Bool {
        if case .article = self { true } else { false }
    }

    private var isText: Bool {
        if case .text = self { true } else { false }
    }
}
