import LegalDocuments

/// The label that begins an article: 第二十三条, 第23条之一, 第 七十五 条.
struct ArticleLabel: Equatable, Sendable {
    /// As written, without blanks.
    let label: String
    let number: ArticleNumber
    private let tail: Substring
    /// A blank or the end of the line follows, as it should.
    let isSetOff: Bool

    /// Nil where the line does not begin with a label.
    ///
    /// - Complexity: O(1) for a line that begins with another character than 第.
    init?(_ line: String) {
        let scalars = line.unicodeScalars
        guard scalars.first == "第" else { return nil }
        if let end = Self.plainEnd(in: scalars), let number = ArticleNumber(label: String(line[..<end])) {
            self.label = String(line[..<end])
            self.number = number
            self.isSetOff = end == scalars.endIndex || Blanks.contains(scalars[end])
            self.tail = line[end...]
            return
        }
        var at = scalars.index(after: scalars.startIndex)
        guard let body = Self.numeral(in: scalars, at: &at, limit: 12) else { return nil }
        guard at < scalars.endIndex, scalars[at] == "条" || scalars[at] == "條" else { return nil }
        scalars.formIndex(after: &at)
        var written = "第" + body + "条"
        if at < scalars.endIndex, scalars[at] == "之" {
            var next = scalars.index(after: at)
            if let insertion = Self.numeral(in: scalars, at: &next, limit: 4) {
                written += "之" + insertion
                at = next
            }
        }
        guard let number = ArticleNumber(label: written) else { return nil }
        self.label = written
        self.number = number
        self.isSetOff = at == scalars.endIndex || Blanks.contains(scalars[at])
        self.tail = line[at...]
    }

    /// What follows on the line, trimmed.
    var rest: String { tail.trimmedBlanks }

    /// The end of a label without blanks, and without an insertion, as nearly all are.
    private static func plainEnd(in scalars: String.UnicodeScalarView) -> String.Index? {
        var at = scalars.index(after: scalars.startIndex)
        for _ in 0..<12 {
            guard at < scalars.endIndex, ChineseDigits.contains(scalars[at]) else { break }
            scalars.formIndex(after: &at)
        }
        guard at < scalars.endIndex, scalars[at] == "条" else { return nil }
        scalars.formIndex(after: &at)
        return at < scalars.endIndex && scalars[at] == "之" ? nil : at
    }

    /// Digits or Chinese numerals, blanks between them allowed.
    private static func numeral(
        in scalars: String.UnicodeScalarView, at index: inout String.Index, limit: Int
    ) -> String? {
        var digits = String.UnicodeScalarView()
        var at = index
        while at < scalars.endIndex, digits.count < limit {
            let scalar = scalars[at]
            if ChineseDigits.contains(scalar) {
                digits.append(scalar)
            } else if !Blanks.contains(scalar) {
                break
            }
            scalars.formIndex(after: &at)
        }
        // A blank after the last digit belongs to what follows, unless 条 follows it.
        if at < scalars.endIndex, scalars[at] != "条", scalars[at] != "條" {
            while at > index, Blanks.contains(scalars[scalars.index(before: at)]) { at = scalars.index(before: at) }
        }
        guard !digits.isEmpty else { return nil }
        index = at
        return String(digits)
    }

    /// Words that make 第五条 at the start of a line a mention and no label.
    private static let mentions: Set<Unicode.Scalar> = [
        "第", "款", "项", "目", "、", "，", "和", "至", "或", "及", "与", "中", "的", "所", "规", "修", "改", "增", "删", "。", "：", "”", "》",
    ]

    /// Whether it may be a label though text follows without a blank: its number is the next one.
    func continues(_ previous: ArticleNumber?) -> Bool {
        guard let first = tail.unicodeScalars.first(where: { !Blanks.contains($0) }), !Self.mentions.contains(first) else { return false }
        guard let previous else { return number.number == 1 && number.insertion == 0 }
        if number.insertion > 0 { return number.number == previous.number && number.insertion == previous.insertion + 1 }
        return number.number == previous.number + 1
    }
}

/// Characters that numbers of articles, chapters and sections are written with.
enum ChineseDigits {
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "０"..."９": true
        case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "零", "〇", "两", "○", "廿", "卅": true
        default: false
        }
    }
}
