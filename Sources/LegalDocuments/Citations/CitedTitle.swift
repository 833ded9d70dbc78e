import TextAnalysis

/// Judges whether words in title marks name a document, and where a title ends that lost its closing mark.
enum CitedTitle {
    /// What the names of laws, rules and official documents end in.
    private static let endings = CompactText.words(
        """
        法 法典 宪法 条例 规定 办法 细则 规则 规程 规范 决定 决议 意见 通知 通告 通报 公告 布告 公报 批复 复函 答复 函 命令 令 方案 计划 规划 纲要 要点
        指引 范本 标准 目录 名录 清单 公约 协定 议定书 条约 宪章 规约 准则 守则 解释 修正案 修正草案 制度 法案 大纲 指南 导则 基准
        规例 通则 总则 通例 措施 政策 批准书 备忘录 联合声明 宣言 章程 实施方案 预案 补充规定 工作报告 税则 定额 图则 须知 机制 安排 法律 行动 案例
        规章 条规 通函 的说明 纪要 会议纪要 建议书 对照表 税率表 税目税率表 税目税率
        """)
    /// Words of a page, a form or an agreement that end like a document's and are none.
    private static let others = CompactText.words(
        """
        看法 用法 做法 书法 说法 想法 手法 司法 执法 立法 守法 普法 方法 技法 疗法 语法 算法 章程 公司章程 检查通知 征求意见 审计意见
        鉴定意见 验收意见 处罚决定 听证通知
        """)
    /// What may stand behind the name inside the marks: （试行）, （2023年修订）, （一）, （2023—2025年）.
    private static let longestTitle = 160

    /// Whether the words name a document. They are folded.
    static func isDocument(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = withoutBrackets(words)
        guard name.count >= 2, name.count <= longestTitle else { return false }
        let text = String(folded: name)
        if others.contains(text) { return false }
        if name.count == 2 { return text == "宪法" || text.hasSuffix("法") && text != "办法" }
        return endings.contains(where: text.hasSuffix) || endsInVersion(text)
    }

    /// Short for a document that the text must have introduced: 《办法》, 《条例》, 《解释》.
    static func isGeneric(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = withoutBrackets(words)
        return name.count <= 2 && String(folded: name) != "宪法" && !(name.last == "法" && name.first != "办")
    }

    /// 实施方案4.0版, 国民经济行业分类2017: what a version number stands behind is a document.
    private static func endsInVersion(_ text: String) -> Bool {
        guard text.hasSuffix("版") else { return false }
        let stem = text.dropLast().unicodeScalars.reversed().drop { CompactText.digit($0) != nil || $0 == "." || $0 == "年" || $0 == "(" }
        let bare = String(folded: stem.reversed())
        return endings.contains(where: bare.hasSuffix)
    }

    /// Without brackets that close the words.
    static func withoutBrackets(_ words: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var name = words
        while name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex { name = name[..<open] }
        return name
    }

    /// The end of a title whose closing mark is missing: behind the first document word that no Han character follows.
    static func end(in text: CompactText, from start: Int, limit: Int) -> Int? {
        for place in start + 4..<max(start + 4, min(limit + 1, text.count + 1)) {
            guard isStrongEnding(text, start, place) else { continue }
            let next = text.at(place)
            if next == nil || next.map({ CharacterClass.of($0.value) != .han || "等和及第的".unicodeScalars.contains($0) }) == true {
                return place
            }
        }
        return nil
    }

    private static let strong = ["条例", "办法", "规定", "细则", "法", "决定", "通知", "意见", "方案", "规则", "解释", "公告", "批复"]

    private static func isStrongEnding(_ text: CompactText, _ start: Int, _ end: Int) -> Bool {
        strong.contains { word in
            let length = word.unicodeScalars.count
            return end - length > start && text.has(word, at: end - length)
        }
    }

    /// Whether the text from a place is a whole title already, so that an opening mark after it starts another.
    static func isWhole(_ text: CompactText, _ start: Int, _ end: Int) -> Bool {
        end - start >= 4 && isStrongEnding(text, start, end)
    }
}
