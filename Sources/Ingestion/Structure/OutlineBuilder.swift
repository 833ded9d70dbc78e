import LegalDocuments

/// Builds the provisions of a document from its lines, in reading order.
///
/// A heading ends the article before it and stands above all that follows, until a heading of its rank or a higher one.
struct OutlineBuilder {
    private struct Heading {
        let text: String
        let rank: HeadingRank
        let level: Int
        var isUsed = false
    }

    private let hasArticles: Bool
    private var stack: [Heading] = []
    private var provisions: [Provision] = []
    private var article: Provision?
    private var paragraphs: [String] = []
    private var names = ProvisionNames()
    private var nextSection = 1

    init(hasArticles: Bool) {
        self.hasArticles = hasArticles
    }

    /// - Throws: `tooManyProvisions`.
    static func provisions(
        of lines: [OutlineLine], hasArticles: Bool
    ) throws(IngestionError.Reason) -> [Provision] {
        var builder = OutlineBuilder(hasArticles: hasArticles)
        for line in lines {
            builder.add(line)
            if builder.provisions.count > IngestionLimits.provisions {
                throw .tooManyProvisions(limit: IngestionLimits.provisions)
            }
        }
        return builder.finish()
    }

    private mutating func add(_ line: OutlineLine) {
        switch line {
        case .heading(let text, let rank, let level):
            closeParagraphs()
            push(Heading(text: text, rank: rank, level: level))
        case .article(let label, let number, let rest):
            closeParagraphs()
            let id = names.unique(number?.provisionID ?? "art_\(label.squeezed)")
            article = Provision(id: id, label: label, headings: useHeadings(), text: "")
            if !rest.isEmpty { paragraphs.append(rest) }
        case .text(let text):
            paragraphs.append(text)
        case .contentsList, .articlesEnd:
            closeParagraphs()
        }
    }

    private mutating func finish() -> [Provision] {
        closeParagraphs()
        while !stack.isEmpty { pop() }
        closeParagraphs()
        return provisions
    }

    private mutating func push(_ heading: Heading) {
        while let top = stack.last, Self.ends(top, at: heading) { pop() }
        closeParagraphs()
        if heading.rank <= .work { nextSection = 1 }
        stack.append(heading)
    }

    private static func ends(_ top: Heading, at next: Heading) -> Bool {
        let areDivisions = isDivision(top.rank) && isDivision(next.rank)
        if !areDivisions, top.level > 0, next.level > 0, next.rank != .attachment { return top.level >= next.level }
        return top.rank >= next.rank
    }

    private static func isDivision(_ rank: HeadingRank) -> Bool { (HeadingRank.part...HeadingRank.section).contains(rank) }

    /// A line taken for a heading though nothing stands below it is text after all; a bare 第三章 is a table of contents.
    private mutating func pop() {
        let top = stack.removeLast()
        if !top.isUsed, !Self.isDivision(top.rank), top.rank != .attachment { paragraphs.append(top.text) }
    }

    private mutating func useHeadings() -> [String] {
        for index in stack.indices { stack[index].isUsed = true }
        return stack.map(\.text)
    }

    private mutating func closeParagraphs() {
        if var article {
            article.text = paragraphs.joined(separator: "\n")
            provisions.append(article)
            self.article = nil
        } else if !paragraphs.isEmpty {
            closeFreeText()
        }
        paragraphs.removeAll(keepingCapacity: true)
    }

    private mutating func closeFreeText() {
        let headings = useHeadings()
        let pieces = FreeText.pieces(of: paragraphs, nextSection: &nextSection)
        let isPreamble = hasArticles && provisions.isEmpty && pieces.allSatisfy { $0.section == nil }
        if isPreamble {
            let text = paragraphs.joined(separator: "\n")
            provisions.append(Provision(id: names.unique("preamble"), label: "", headings: headings, text: text))
            return
        }
        for piece in pieces {
            let id = piece.section.map { names.unique("sec_\($0)") } ?? names.nextParagraphs()
            provisions.append(Provision(id: id, label: piece.label, headings: headings, text: piece.text))
        }
    }
}

/// Hands out the ids of one document's provisions: `art_23`, and `art_23__2` where the label comes again.
struct ProvisionNames {
    private var uses: [String: Int] = [:]
    private var paragraphCount = 0

    mutating func unique(_ name: String) -> String {
        let count = (uses[name] ?? 0) + 1
        uses[name] = count
        return count == 1 ? name : unique("\(name)__\(count)")
    }

    /// `para_1`, `para_2` …
    mutating func nextParagraphs() -> String {
        paragraphCount += 1
        return unique("para_\(paragraphCount)")
    }
}
