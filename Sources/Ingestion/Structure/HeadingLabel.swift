/// The rank of a heading: 编 before 分编 before 章 before 节, then 一、 and （一）.
enum HeadingRank: Int, Comparable, Sendable {
    /// 附件 and 附表.
    case attachment = 3
    /// The title of a regulation inside another document.
    case work = 5
    case part = 10
    case subpart = 15
    case chapter = 20
    case section = 30
    case numbered = 35
    case bracketed = 45
    case plain = 50

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a line says of itself by the way it begins.
enum HeadingLabel {
    private static let divisions: [(word: String, rank: HeadingRank)] = [
        ("分编", .subpart), ("编", .part), ("章", .chapter), ("节", .section),
    ]

    /// Sentences end so, headings do not.
    static let sentenceEnds: Set<Unicode.Scalar> = ["。", "；", "：", "，", ";", ":", "？", "！"]

    /// The rank of 第三章 总则 and its like. The line must be as short as headings are and end as they do.
    static func division(_ line: String) -> HeadingRank? {
        let scalars = line.unicodeScalars
        guard scalars.first == "第", line.utf8.count <= 240 else { return nil }
        let number = scalars.dropFirst().prefix { ChineseDigits.contains($0) || Blanks.contains($0) }
        guard !number.isEmpty, number.contains(where: { ChineseDigits.contains($0) }) else { return nil }
        let rest = line[number.endIndex...]
        guard let found = divisions.first(where: { rest.hasPrefix($0.word) }) else { return nil }
        let after = rest.dropFirst(found.word.count).unicodeScalars
        guard let first = after.first else { return found.rank }
        if Blanks.contains(first) { return endsAsHeading(line) ? found.rank : nil }
        let isMention = ["的", "第", "、", "，", "和", "至", "规", "以", "或", "中"].contains(first)
        return !isMention && after.count <= 30 && endsAsHeading(line) ? found.rank : nil
    }

    /// 总则 and 附则, alone on a line with any blanks between.
    static func isUnnumberedChapter(_ line: String) -> Bool {
        line.utf8.count <= 20 && ["总则", "附则"].contains(line.squeezed)
    }

    static func endsAsHeading(_ line: String) -> Bool {
        guard let last = line.unicodeScalars.last else { return false }
        return !sentenceEnds.contains(last)
    }

    /// 一、 or 十二、 at the start of a line: the number, as written, and what follows.
    static func numbered(_ line: String) -> (digits: String, rest: String)? {
        let scalars = line.unicodeScalars
        let digits = scalars.prefix { ChineseDigits.contains($0) && !("0"..."9").contains($0) }
        guard !digits.isEmpty, digits.endIndex < scalars.endIndex else { return nil }
        let mark = scalars[digits.endIndex]
        guard mark == "、" || mark == "．" || mark == "." else { return nil }
        return (String(digits), line[scalars.index(after: digits.endIndex)...].trimmedBlanks)
    }

    /// （一） at the start of a line.
    static func isBracketed(_ line: String) -> Bool {
        let scalars = line.unicodeScalars
        guard scalars.first == "（" || scalars.first == "(" else { return false }
        let digits = scalars.dropFirst().prefix { ChineseDigits.contains($0) }
        guard !digits.isEmpty, digits.endIndex < scalars.endIndex else { return false }
        return scalars[digits.endIndex] == "）" || scalars[digits.endIndex] == ")"
    }

    /// 附件, 附件1, 附件一：, 附表 on a line of its own.
    static func isAttachment(_ line: String) -> Bool {
        guard line.utf8.count <= 30 else { return false }
        let squeezed = line.squeezed
        guard let word = ["附件", "附表", "附录"].first(where: { squeezed.hasPrefix($0) }) else { return false }
        return squeezed.dropFirst(word.count).unicodeScalars.allSatisfy {
            ChineseDigits.contains($0) || $0 == "：" || $0 == ":" || $0 == "-" || $0 == "—"
        }
    }

    /// A table of contents in one paragraph, or its heading.
    static func isContentsList(_ line: String) -> Bool {
        let squeezed = line.utf8.count < 40 ? line.squeezed : ""
        return ["目录", "目次", "目錄"].contains(squeezed) || divisionCount(in: line) >= 3
    }

    private static func divisionCount(in line: String) -> Int {
        guard line.unicodeScalars.first == "第" || line.unicodeScalars.first == "目", line.utf8.count < 6_000,
            endsAsHeading(line)
        else { return 0 }
        return line.split { Blanks.contains($0.unicodeScalars.first ?? "x") }.count { division(String($0)) != nil }
    }

    private static let workEndings = [
        "法", "条例", "办法", "规定", "细则", "规则", "决定", "章程", "方案", "意见", "制度", "规范", "指引", "标准", "目录",
    ]

    /// Whether an unnumbered line in the middle reads as the title of a regulation.
    static func readsAsTitle(_ line: String) -> Bool {
        var name = line.squeezed
        for bracket in [(Character("（"), "）"), (Character("("), ")")] where name.hasSuffix(bracket.1) {
            if let open = name.lastIndex(of: bracket.0) { name = String(name[..<open]) }
        }
        return name.utf8.count >= 12 && workEndings.contains { name.hasSuffix($0) }
    }
}
