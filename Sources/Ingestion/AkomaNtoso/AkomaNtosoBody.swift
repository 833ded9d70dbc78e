import LegalDocuments

/// The text of an Akoma Ntoso document as lines: its hierarchy says what each of them is.
struct AkomaNtosoBody {
    private var lines: [OutlineLine] = []

    private static let divisions: [String: HeadingRank] = [
        "book": .part, "part": .part, "title": .part, "subpart": .subpart, "subtitle": .subpart, "chapter": .chapter,
        "subchapter": .section, "division": .chapter, "section": .section, "subsection": .section, "subdivision": .section,
        "hcontainer": .chapter, "attachment": .attachment,
    ]

    private static let bodyNames = ["preamble", "body", "mainBody", "judgmentBody", "portionBody", "conclusions", "attachments"]

    static func lines(of document: MarkupElement) -> [OutlineLine] {
        var reader = AkomaNtosoBody()
        for name in bodyNames {
            if let part = document.child(name) { reader.read(part, depth: 0) }
        }
        return reader.lines
    }

    private mutating func read(_ element: MarkupElement, depth: Int) {
        if element.name == "article" {
            readArticle(element)
            return
        }
        if let rank = Self.divisions[element.name], hasHeading(element) {
            let parts = [element.child("num")?.text, element.child("heading")?.text].compactMap { $0?.onOneLine }
            let text = parts.filter { !$0.isEmpty }.joined(separator: " ")
            if !text.isEmpty { lines.append(.heading(text, rank: Self.rank(text, rank), level: 0)) }
        }
        for inner in element.elements where !["num", "heading", "subheading", "meta", "components"].contains(inner.name) {
            if Self.isParagraph(inner) {
                addText(inner)
            } else {
                read(inner, depth: depth + 1)
            }
        }
    }

    private func hasHeading(_ element: MarkupElement) -> Bool {
        element.child("heading") != nil || element.child("num") != nil
    }

    /// A heading without a number of its own is ranked as in any other source.
    private static func rank(_ text: String, _ rank: HeadingRank) -> HeadingRank {
        if let division = HeadingLabel.division(text) { return division }
        if HeadingLabel.numbered(text) != nil { return .numbered }
        return rank
    }

    private mutating func readArticle(_ article: MarkupElement) {
        let label = article.child("num")?.text.squeezed ?? ""
        lines.append(.article(label: label, number: ArticleNumber(label: label), rest: article.child("heading")?.text.onOneLine ?? ""))
        for inner in article.elements where inner.name != "num" && inner.name != "heading" { readInner(inner, prefix: "") }
    }

    /// Paragraphs, items and lists inside an article; a number stands before the text it belongs to.
    private mutating func readInner(_ element: MarkupElement, prefix: String) {
        if Self.isParagraph(element) {
            addText(element, prefix: prefix)
            return
        }
        var prefix = prefix + (element.child("num")?.text.trimmedBlanks ?? "")
        for inner in element.elements where inner.name != "num" {
            let before = lines.count
            readInner(inner, prefix: prefix)
            if lines.count > before { prefix = "" }
        }
    }

    private static func isParagraph(_ element: MarkupElement) -> Bool {
        ["p", "block", "heading", "subheading", "longTitle", "tr", "li"].contains(element.name)
    }

    private mutating func addText(_ element: MarkupElement, prefix: String = "") {
        let text = element.name == "tr"
            ? element.elements.map { $0.text.onOneLine }.filter { !$0.isEmpty }.joined(separator: "　")
            : element.text.onOneLine
        if !(prefix + text).isEmpty { lines.append(.text(prefix + text)) }
    }
}
