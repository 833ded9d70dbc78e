import LegalDocuments

/// What a text says itself of its kind, where its title does not: a draft put out for comment, a news report, an
/// explanation.
enum KindSigns {
    /// Blocks above the first article that are looked at.
    private static let mostBlocks = 8

    private static let draftSentences: [StaticString] = [
        "现向社会公开征求意见", "现公开征求意见", "面向社会公开征求意见", "现面向社会征求意见", "向社会公开征集意见", "现予公布，征求社会各界意见", "公开征求社会各界意见",
    ]
    private static let reportWords: [StaticString] = ["本报讯", "本报记者", "（记者", "(记者", "新华社", "记者从", "（通讯员", "本网讯"]
    private static let explanationTitles: [StaticString] = ["一图读懂", "图解", "问答", "答记者问", "专家解读", "政策解读", "解读"]

    /// Nil where nothing says so.
    static func kind(
        title: String, blocks: [Block], hasArticles: Bool, hasNumber: Bool
    ) -> DocumentKind? {
        let head = blocks.prefix(mostBlocks).prefix { ArticleLabel($0.text) == nil }.map(\.text)
        let saysDraft = head.contains { line in
            line.unicodeScalars.count <= 40 && line.holdsAny(["征求意见稿", "草案）"])
                || line.holdsAny(draftSentences)
        }
        if saysDraft { return .draft }
        guard !hasArticles, !hasNumber else { return nil }
        if title.holdsAny(explanationTitles) { return .explanation }
        if head.prefix(4).contains(where: { $0.holdsAny(reportWords) }) { return .news }
        return nil
    }

    /// What the column that a portal prints a page in says of its kind; nil for columns that hold documents.
    static func kind(ofColumn name: String) -> DocumentKind? {
        if name.holdsAny(["解读", "回应关切"]) { return .explanation }
        if name.holdsAny(["征求意见", "意见征集", "征集调查", "草案"]) { return .draft }
        if name.holdsAny(["新闻", "要闻", "动态", "资讯"]) { return .news }
        return nil
    }
}
