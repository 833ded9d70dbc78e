import TextAnalysis

/// Finds where an issuing code starts in a sentence, and judges whether the words before a bracket are a code at all.
enum IssuingCodeScan {
    /// What the code of most numbers ends in: 鄂府发, 国函, 沪财规, 税总字, 明电.
    private static let endings: Set<Unicode.Scalar> = Set("发函规字办电令告文释".unicodeScalars)
    /// First characters of codes: the short names of provinces and cities, the State Council and its ministries.
    private static let beginnings = Set(
        "京津冀晋蒙内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新港澳台呼包赤通兴锡乌阿巴深穗杭汉国中财税银人农林水交建工商科教卫民公司法安最高检全发市省区".unicodeScalars)
    /// Words after which a code starts.
    private static let leads = CompactText.words(
        """
        根据 依据 依照 按照 遵照 参照 比照 关于 废止 通知 批复 意见 决定 印发 转发 下发 执行 落实 贯彻 文号 字号 详见 参见 以及
        还有 包括 取代 替代 代替 修改 修订 引用 所附 原件 简称 作出 的 了 见 按 以 由 经 为 在 对
        """)
    /// Words that join a number to what stands before it, and may as well be the first character of a code.
    private static let joints = Set("和与及或将据从原依照并有是".unicodeScalars)
    private static let organs = ["人民政府", "办公厅", "办公室", "委员会", "指挥部", "国务院", "自治区", "总局"]
    /// No issuing code seen is longer, apart from orders and announcements under an issuer's full name.
    private static let longest = 30

    /// The code that ends at a place of running text; nil where none does.
    static func code(in text: CompactText, endingAt end: Int) -> Range<Int>? {
        if let open = departmentStart(in: text, endingAt: end) {
            return code(in: text, endingAt: open).map { $0.lowerBound..<end }
        }
        if let court = courtCode(in: text, endingAt: end) { return court..<end }
        var start = end
        while start > 0, end - start < longest {
            let scalar = text.scalars[start - 1]
            guard IssuingCode.mayContain(scalar), scalar != "号" else { break }
            if scalar == "、", !joinsIssuers(text, at: start - 1, end: end) { break }
            if start < end, text.follows[start], end - start >= 2 { break }
            start -= 1
        }
        start = afterDate(in: text, start..<end)
        start = afterLeads(in: text, start..<end)
        return end - start >= 2 ? start..<end : nil
    }

    /// 法〔1998〕86号: the Supreme People's Court numbers its notices with one character. It must stand alone.
    private static func courtCode(in text: CompactText, endingAt end: Int) -> Int? {
        guard text.at(end - 1) == "法", text.at(end) == "(", text.year(at: end + 1) != nil || text.has(")发", at: end + 2) || text.has(")复", at: end + 2)
        else { return nil }
        guard let before = text.at(end - 2) else { return end - 1 }
        let isAlone = CharacterClass.of(before.value) == .other || "以按据照院的".unicodeScalars.contains(before)
        return isAlone ? end - 1 : nil
    }

    /// 法(研)发: where the bracket opens that names the department.
    private static func departmentStart(in text: CompactText, endingAt end: Int) -> Int? {
        guard let last = text.at(end - 1), "发字复函办".unicodeScalars.contains(last), text.at(end - 2) == ")" else { return nil }
        return (max(1, end - 6)..<max(1, end - 3)).last { text.scalars[$0] == "(" }
    }

    /// Behind a code with its department in brackets, which begins a number that is given alone.
    static func departmentEnd(in text: CompactText, from start: Int) -> Int? {
        guard start + 4 < text.count else { return nil }
        return (start + 4..<min(text.count, start + 14)).first { departmentStart(in: text, endingAt: $0).map { $0 > start } ?? false }
    }

    /// Whether an enumeration mark stands between two that issue one order: 海关总署、公安部令.
    private static func joinsIssuers(_ text: CompactText, at place: Int, end: Int) -> Bool {
        guard IssuingCode.isOrder(text.scalars[place + 1..<end]) else { return false }
        return IssuingCode.organEndings.contains { text.has($0, at: place - $0.unicodeScalars.count) }
    }

    /// Steps over the rest of a date: 年…月…日 before an issuer is no part of its name.
    private static func afterDate(in text: CompactText, _ range: Range<Int>) -> Int {
        guard let first = range.first else { return range.lowerBound }
        let precededByDigit = text.at(first - 1).map { CompactText.digit($0) != nil } ?? false
        if precededByDigit, ["日", "年", "月"].contains(text.scalars[first]) { return first + 1 }
        for place in range.dropFirst().reversed()
        where text.scalars[place] == "日" && CompactText.isNumeral(text.scalars[place - 1]) {
            return place + 1
        }
        return first
    }

    private static func afterLeads(in text: CompactText, _ range: Range<Int>) -> Int {
        var start = range.lowerBound
        let end = range.upperBound
        for place in range {
            for lead in leads where text.has(lead, at: place) {
                let after = place + lead.unicodeScalars.count
                // A single character may be part of a name (沪经信规): a code must start right after it.
                let isWord = lead.unicodeScalars.count > 1 || lead == "的"
                guard after > start, end - after >= (isWord ? 2 : 3) else { continue }
                if isWord || place == start || beginnings.contains(text.scalars[after]) { start = after }
            }
            for organ in organs where text.has(organ, at: place) {
                let after = place + organ.unicodeScalars.count
                if end - after >= 3, after < end, beginnings.contains(text.scalars[after]),
                    isAbbreviation(text, after..<end)
                {
                    start = max(start, after)
                }
            }
            if text.has("共和国", at: place - 1) { continue }
            // 鄂依法委发: what follows the short name of a place at once belongs to the code.
            if place == start + 1, beginnings.contains(text.scalars[start]) { continue }
            if place + 3 <= end, joints.contains(text.scalars[place]), place >= start,
                beginnings.contains(text.scalars[place + 1]),
                place == start || isAbbreviation(text, place + 1..<end)
            {
                start = place + 1
            }
        }
        return start
    }

    /// Whether the words are a code such as 鄂府发 and no name in full.
    private static func isAbbreviation(_ text: CompactText, _ range: Range<Int>) -> Bool {
        guard let last = range.last, range.count <= 9, endings.contains(text.scalars[last]) else { return false }
        return !organs.contains { organ in range.contains { text.has(organ, at: $0) } }
    }

    /// Whether a code is well enough known by its look to be read without 〔〕 or 号 beside it.
    static func looksLikeCode(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        guard let first = scalars.first, let last = scalars.last, (2...10).contains(scalars.count) else { return false }
        guard endings.contains(last), !scalars.contains("、"), !ordinaryWords.contains(String(folded: scalars)) else {
            return false
        }
        return beginnings.contains(first) || isGovernmentCode(scalars)
    }

    /// 准政发, 东府办发: any place's name, then its government's 政 or 府 and the sort of document.
    private static func isGovernmentCode(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        let head = scalars.reversed().drop { "办发函规字电令人".unicodeScalars.contains($0) }
        guard let organ = head.first, organ == "政" || organ == "府", let place = head.dropFirst().first else {
            return false
        }
        return !"行财邮民家执政".unicodeScalars.contains(place)
    }

    static func endsLikeCode(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        scalars.last.map(endings.contains) ?? false
    }

    /// Ordinary words that look like codes.
    private static let ordinaryWords: Set<String> = Set(
        CompactText.words(
            """
            开发 研发 印发 公文 公告 公函 公办 民办 中文 国文 水电 通电 内文 新规 交规 法规 司法文 法令 农电 新发 通告 通令 人文 科文
            工程文 交办 新办 包办 商办 发文 发电 发函 法文 汉字 汉文 台办 公规 国办 市办 省办 区办 全文 高发 青海办 安发
            """))

    /// Whether the words before 令 or 公告 name somebody who issues it.
    static func namesOrderIssuer(_ text: CompactText, _ code: Range<Int>) -> Bool {
        let words = text.string(code)
        guard IssuingCode.isOrder(text.scalars[code]) else { return false }
        for suffix in ["公告", "通告", "布告", "令"] where words.hasSuffix(suffix) {
            let issuer = words.dropLast(suffix.count)
            return IssuingCode.organEndings.contains(where: issuer.hasSuffix) || issuer.hasSuffix("府") || issuer == "国"
                || issuer.hasSuffix("院") || issuer.hasSuffix("行") || issuer.hasSuffix("办")
        }
        return false
    }
}
