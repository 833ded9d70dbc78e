import LegalDocuments

/// Decides what each block of a document is: heading, beginning of an article, or text.
struct LineClassifier {
    /// The source marks its headings itself (Markdown), so the looks of a line say nothing.
    let hasMarkedHeadings: Bool
    let hasArticles: Bool
    private let printed: PrintedWorks
    private var previous: ArticleNumber?

    private static let longestHeading = 60
    private static let longestBoldHeading = 30

    /// - Parameter title: the document's, which may name what it prints.
    init(blocks: [Block], title: String, hasMarkedHeadings: Bool) {
        printed = PrintedWorks(title: title, blocks: blocks)
        self.hasMarkedHeadings = hasMarkedHeadings
        hasArticles = Self.holdArticles(blocks)
    }

    /// One label that is set off, or the labels 第一条 and 第二条 with text right behind them.
    private static func holdArticles(_ blocks: [Block]) -> Bool {
        var previous: ArticleNumber?
        for block in blocks where !block.isTableRow {
            guard let label = ArticleLabel(block.text) else { continue }
            if label.isSetOff { return true }
            if label.continues(previous) {
                if previous != nil { return true }
                previous = label.number
            }
        }
        return false
    }

    mutating func line(for block: Block) -> OutlineLine {
        let text = block.text
        if block.isTableRow { return .text(text) }
        if let label = ArticleLabel(text), label.isSetOff || label.continues(previous) {
            previous = label.number
            return .article(label: label.label, number: label.number, rest: label.rest)
        }
        if HeadingLabel.isContentsList(text) { return .contentsList }
        if HeadingLabel.isAttachment(text) {
            previous = nil
            return .heading(text, rank: .attachment, level: block.headingLevel)
        }
        guard let rank = headingRank(of: block) else { return .text(text) }
        if rank == .work { previous = nil }
        return .heading(text.onOneLine, rank: rank, level: block.headingLevel)
    }

    private func headingRank(of block: Block) -> HeadingRank? {
        let text = block.text
        if let rank = HeadingLabel.division(text) { return rank }
        if hasArticles, HeadingLabel.isUnnumberedChapter(text) { return .chapter }
        if printed.contains(text) { return .work }
        let isNumbered = HeadingLabel.numbered(text) != nil
        if hasMarkedHeadings {
            if block.headingLevel == 0 || isNumbered && !hasArticles { return nil }
            return rank(of: text, isNumbered: isNumbered)
        }
        // Sections of a notice begin with their heading: it is the section's first line, not a heading above it.
        guard !(isNumbered && !hasArticles), HeadingLabel.endsAsHeading(text) else { return nil }
        let length = text.unicodeScalars.count
        let stands = (block.isCentred || block.headingLevel > 0) && length <= Self.longestHeading
        let isSetInBold = block.isBold && length <= Self.longestBoldHeading && (isNumbered || !hasArticles)
        guard stands || isSetInBold, !Self.isNoHeading(text) else { return nil }
        return rank(of: text, isNumbered: isNumbered)
    }

    private func rank(of text: String, isNumbered: Bool) -> HeadingRank {
        if isNumbered { return .numbered }
        if HeadingLabel.isBracketed(text) { return .bracketed }
        if ["序言", "序 言", "前言", "总则", "附则", "总 则", "附 则"].contains(text.onOneLine) { return .chapter }
        return HeadingLabel.readsAsTitle(text) ? .work : .plain
    }

    /// Dates, document numbers and remarks in brackets stand in the middle too.
    private static func isNoHeading(_ text: String) -> Bool {
        if text.hasPrefix("（") || text.hasPrefix("(") { return !HeadingLabel.isBracketed(text) }
        if LegalDate.matches(in: text).first != nil { return true }
        return text.hasSuffix("号") && (text.contains("〔") || text.contains("["))
    }
}
