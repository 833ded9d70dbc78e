import TextAnalysis

/// Finds titles that stand without marks: those of known laws, short forms the text has introduced, and what stands
/// between a word such as 依照 and an article.
struct BareTitleScan {
    let text: CompactText
    let aliases: ShortFormTable

    struct Title {
        var range: Range<Int>
        /// Known by name; another counts only with an article behind it.
        var isKnown: Bool
        var standsFor: String?
    }

    /// What may stand before a known law's name where no mark does: the last characters of 依照, 根据, 违反, 修正后 and the like.
    private static let mayPrecede = Set("照据反用和与及或者合按依由对行施彻的是以正订改后前在为犯除习传守于国新原就循成当到即从将把新现且并援引述如像".unicodeScalars)
    /// What makes another word of a name that ends in 法: 法律, 法院, 法人.
    private static let continuing = Set("律院定庭官人制治学典医理务网系门语委".unicodeScalars)
    static func continues(_ scalar: Unicode.Scalar) -> Bool { continuing.contains(scalar) }

    private static let followers = Set("第的规有关和与及、,.;:()》\"以或等中所施实修草执处追而且并明授对作已自确保增".unicodeScalars)
    private static let leads = WordList(
        """
        依照 根据 按照 违反 适用 依据 参照 比照 符合 执行 触犯 构成 遵守 援引 引用 以及 或者 对照 修改 和 与 及 或 的 在 由 即 按 依 当 受 对 是 为 将 本法 所列 属于
        """)
    /// No title: 本法, 该条例, 前款规定.
    private static let pointers = Set("本该前其此同上下各有相何某法列述新原与".unicodeScalars)

    /// Asked of every character, so that no table is looked into.
    private static func mayEndTitle(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "法", "典", "例", "则", "定", "释", "约": true
        default: false
        }
    }

    static func mayFollow(_ scalar: Unicode.Scalar) -> Bool {
        CharacterClass.of(scalar.value) == .other || followers.contains(scalar)
    }

    /// The bare title that ends before a place.
    func title(endingAt end: Int) -> Title? {
        guard Self.mayEndTitle(text.scalars[end - 1]) else { return nil }
        let named = NamedLaws.start(in: text, endingAt: end)
        if let named, text.at(end) != nil, beginsLongerName(named, end), !text.has("则", at: end - 1) { return nil }
        if let named, isPlain(named..<end) {
            return Title(range: withRepublic(named)..<end, isKnown: isNamed(end), standsFor: nil)
        }
        guard text.at(end).map(Self.mayFollow) ?? true || text.end(ofAny: ["分则", "总则"], at: end) != nil else { return nil }
        if let start = named {
            // 涉嫌刑法分则第四章规定的犯罪: only a law has parts.
            if isFree(before: start) || text.end(ofAny: ["分则", "总则"], at: end) != nil { return Title(range: withRepublic(start)..<end, isKnown: isNamed(end), standsFor: nil) }
            // 具有民法典第五百六十三条规定的情形: the article tells that the name is one.
            if text.at(end) == "第" { return Title(range: start..<end, isKnown: false, standsFor: nil) }
        }
        if let title = alias(endingAt: end) { return title }
        guard text.at(end) == "第", let start = unknownStart(end) else { return nil }
        return Title(range: withRepublic(start)..<end, isKnown: false, standsFor: nil)
    }

    /// Whether a name stands as one, whatever words follow: no other word is made of its end (法律, 法院, 法人), and
    /// before it stands nothing that it might be the end of.
    private func isPlain(_ name: Range<Int>) -> Bool {
        let next = text.at(name.upperBound)
        if let next, Self.continuing.contains(next) || next == "规" && !isNamed(name.upperBound) { return false }
        let last = text.scalars[name.upperBound - 1]
        if last == "约" || last == "定" { return name.count >= 5 }
        guard last == "法" || last == "典" else { return false }
        if ["宪法", "民法典"].contains(text.string(name)) {
            let before = text.at(name.lowerBound - 1)
            return before != "合" && before != "违" && (name.count > 2 || next.map(Self.mayFollow) ?? true)
        }
        return name.count >= 5 || isFree(before: name.lowerBound)
    }

    /// 宪法和法律委员会 is a committee, 民法通则 another law than 民法, and 土地管理法实施条例 than 土地管理法.
    private func beginsLongerName(_ name: Int, _ end: Int) -> Bool {
        text.end(ofAny: ["宪法和法律委员会", "民法通则", "民法总则"], at: name) != nil
            || NamedLaws.isImplemented(text, at: end)
    }

    /// Whether a name without an article is meant as the law's: 民法的规定 is, 海关法规 is not.
    private func isNamed(_ end: Int) -> Bool {
        text.at(end) != "规" || text.has("规定", at: end)
    }

    private func isFree(before start: Int) -> Bool {
        guard let before = text.at(start - 1) else { return true }
        if CharacterClass.of(before.value) != .han { return true }
        return Self.mayPrecede.contains(before)
    }

    private func withRepublic(_ start: Int) -> Int {
        let place = start - IssuingCode.republic.unicodeScalars.count
        return text.has(IssuingCode.republic, at: place) ? place : start
    }

    private func alias(endingAt end: Int) -> Title? {
        guard let (range, title) = aliases.longest(in: text, endingAt: end) else { return nil }
        let before = text.at(range.lowerBound - 1)
        // A short form of two characters (条例) must not be the end of a longer word.
        guard before != "本", before != "该", isFree(before: range.lowerBound) else { return nil }
        return Title(range: range, isKnown: range.count > 2 || text.at(end) == "第", standsFor: title)
    }

    /// Where a title begins that no table knows: behind the last word that leads up to one.
    private func unknownStart(_ end: Int) -> Int? {
        var start = end
        while start > 0, end - start < 40, CharacterClass.of(text.scalars[start - 1].value) == .han { start -= 1 }
        for place in start..<end {
            if let length = Self.leads.start(of: text.scalars[place..<end]), place + length < end - 1 { start = max(start, place + length) }
        }
        guard end - start >= 4, let first = text.at(start), !Self.pointers.contains(first), !CompactText.isNumeral(first) else {
            return nil
        }
        let words = text.scalars[start..<end]
        guard CitedTitle.isDocument(words), !words.contains("本"), !words.contains("该"), !words.contains("款") else { return nil }
        let isRule = text.has("规定", at: end - 2) || text.has("办法", at: end - 2)
        return isRule && end - start < 8 ? nil : start
    }
}
