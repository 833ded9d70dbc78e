/// Cuts compact text into sentences and tells whether a clause is about the document it stands in.
enum ClauseScan {
    /// What a document calls itself after 本.
    private static let names = CompactText.words(
        """
        法 条例 办法 规定 规则 规程 细则 决定 解释 通知 意见 方案 通告 公告 批复 章程 标准 措施 政策 文件 守则 准则 若干规定
        若干措施 实施细则 实施办法 实施意见 暂行规定 暂行办法 试行办法 议事规则 规范 指引 制度 计划 纲要 修正案 法典 目录 清单
        规范性文件 导则 基准 命令 令 预案 安排
        """)

    /// The sentences, cut at full stops.
    static func sentences(of text: CompactText) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for (place, scalar) in text.scalars.enumerated() where isFullStop(text, at: place, scalar) {
            if place > start { ranges.append(start..<place) }
            start = place + 1
        }
        if start < text.count { ranges.append(start..<text.count) }
        return ranges
    }

    /// 2024.1.1 and 3.5 hold no full stop.
    private static func isFullStop(_ text: CompactText, at place: Int, _ scalar: Unicode.Scalar) -> Bool {
        guard scalar == "." || scalar == "!" || scalar == "?" else { return false }
        guard let next = text.at(place + 1), let before = text.at(place - 1) else { return true }
        return CompactText.digit(next) == nil || CompactText.digit(before) == nil
    }

    /// Whether a statement such as 自…起施行 that follows these words is about the document: its subject is 本办法 and the like,
    /// or there is none (现予公布，自…起施行).
    static func isAboutDocument(_ text: CompactText, from start: Int, to end: Int) -> Bool {
        if start == end || namesDocument(text, from: start, to: end, directly: false) {
            return !namesArticle(text, start, end)
        }
        let clause = lastClause(text, start, end)
        if clause.isEmpty { return !namesArticle(text, start, end) }
        return clause.contains { text.end(ofAny: ["公布", "发布", "印发"], at: $0) != nil } && !namesArticle(text, start, end)
    }

    /// Whether 本办法 stands in the words; directly: as their end, but for 的 and 自.
    static func namesDocument(_ text: CompactText, from start: Int, to end: Int, directly: Bool) -> Bool {
        for place in start..<max(start, end) where text.at(place) == "本" {
            // 本《办法》 as well.
            let isMarked = text.at(place + 1) == "《"
            let first = isMarked ? place + 2 : place + 1
            let ends = names.filter { text.has($0, at: first) }.map { first + $0.unicodeScalars.count }
            guard var longest = ends.max() else { continue }
            if isMarked, text.at(longest) == "》" { longest += 1 }
            guard longest <= end else { continue }
            let rest = text.string(longest..<end)
            if !directly || rest.isEmpty || rest == "的" || rest.hasSuffix("起施行,") || rest.hasSuffix("起执行,")
                || rest.hasSuffix("起实施,")
                || rest == "(试行)"
            {
                return true
            }
        }
        return false
    }

    /// 第五条自…起施行 is about one article only.
    private static func namesArticle(_ text: CompactText, _ start: Int, _ end: Int) -> Bool {
        let clause = lastClause(text, start, end)
        return clause.contains { text.at($0) == "第" && ArticleNumber.read(text, at: $0) != nil }
            && !clause.contains { text.at($0) == "本" && namesDocument(text, from: $0, to: end, directly: true) }
    }

    private static func lastClause(_ text: CompactText, _ start: Int, _ end: Int) -> Range<Int> {
        var first = end
        while first > start, ![",", ";", ":"].contains(text.scalars[first - 1]) { first -= 1 }
        return first..<end
    }
}
