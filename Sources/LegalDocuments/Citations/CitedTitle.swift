import TextAnalysis

/// Judges whether words in title marks name a document, and where a title ends that lost its closing mark.
enum CitedTitle {
    /// What the names of laws, rules and official documents end in.
    private static let endings = WordList(
        """
        法 法典 宪法 条例 规定 办法 细则 规则 规程 规范 决定 决议 意见 通知 通告 通报 公告 布告 公报 批复 复函 答复 函 命令 令 方案 计划 规划 纲要 要点
        指引 范本 标准 目录 名录 清单 公约 协定 议定书 条约 宪章 规约 准则 守则 解释 修正案 修正草案 制度 法案 大纲 指南 导则 基准
        规例 通则 总则 通例 措施 政策 批准书 备忘录 联合声明 宣言 章程 实施方案 预案 补充规定 工作报告 税则 定额 图则 须知 机制 安排 法律 行动 案例
        规章 条规 通函 纪要 解答 意见稿 问答 税则 计量单位
        """)
    /// Words of a page, a form or an agreement that end like a document's and are none.
    private static let others = WordList(
        """
        看法 用法 做法 书法 说法 想法 手法 司法 执法 立法 守法 普法 方法 技法 疗法 语法 算法 章程 公司章程 检查通知 征求意见 审计意见
        鉴定意见 验收意见 处罚决定 听证通知 商标公告 专利公告 委托调查函
        """)
    /// What may stand behind the name inside the marks: （试行）, （2023年修订）, （一）, （2023—2025年）.
    private static let longestTitle = 160

    /// Whether the words name a document. They are folded.
    static func isDocument(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = withoutBrackets(words)
        guard name.count >= 2, name.count <= longestTitle else { return false }
        if others.contains(name) { return false }
        if name.count == 2 { return name.last == "法" && name.first != "办" }
        return endings.end(of: name) != nil || endsInVersion(name) || isNationalTable(name)
    }

    /// 中华人民共和国进境物品归类表: a table that the state publishes as a document of its own.
    private static func isNationalTable(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        name.last == "表" && name.starts(with: IssuingCode.republic.unicodeScalars)
    }

    /// Short for a document that the text must have introduced: 《办法》, 《条例》, 《解释》.
    static func isGeneric(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = withoutBrackets(words)
        return name.count <= 2 && !(name.last == "法" && name.first != "办")
    }

    /// 实施方案4.0版: a document's name with the number of its version.
    private static func endsInVersion(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        guard name.last == "版" else { return false }
        var stem = name.dropLast()
        while let last = stem.last, CompactText.digit(last) != nil || last == "." || last == "年" { stem.removeLast() }
        return endings.end(of: stem) != nil
    }

    /// Without brackets that close the words.
    static func withoutBrackets(_ words: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var name = words
        while name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex { name = name[..<open] }
        return name
    }

    /// The end of a title whose closing mark is missing: behind the first document word that no Han character follows.
    static func end(in text: CompactText, from start: Int, limit: Int) -> Int? {
        for place in start + 4..<max(start + 4, min(limit + 1, text.count + 1)) where isWhole(text, start, place) {
            guard let next = text.at(place) else { return place }
            if CharacterClass.of(next.value) != .han || "等和及第的".unicodeScalars.contains(next) { return place }
        }
        return nil
    }

    private static let strong = WordList("条例 办法 规定 细则 法 决定 通知 意见 方案 规则 解释 公告 批复")

    /// Whether the text from a place is a whole title already, so that an opening mark after it starts another.
    static func isWhole(_ text: CompactText, _ start: Int, _ end: Int) -> Bool {
        guard end - start >= 4, let length = strong.end(of: text.scalars[start..<end]) else { return false }
        return end - length > start
    }
}
