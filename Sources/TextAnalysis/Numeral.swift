/// A numeral standing in a folded phrase.
struct Numeral {
    let range: Range<Int>
    let value: Int
    /// Written with digits 0–9.
    let isArabic: Bool

    /// The numerals of a phrase, in order.
    static func all(in scalars: [UInt32]) -> [Numeral] {
        var numerals: [Numeral] = []
        var position = 0
        while position < scalars.count {
            let start = position
            let symbol = ChineseNumeral.Symbol(scalars[position])
            position += 1
            if symbol.asciiDigit != nil {
                while position < scalars.count, ChineseNumeral.Symbol(scalars[position]).asciiDigit != nil { position += 1 }
                if let numeral = arabic(start..<position, in: scalars) { numerals.append(numeral) }
            } else if symbol.isHanNumeral {
                while position < scalars.count, ChineseNumeral.Symbol(scalars[position]).isHanNumeral { position += 1 }
                if let numeral = han(start..<position, in: scalars) { numerals.append(numeral) }
            }
        }
        return numerals
    }

    /// Other ways to write the number here, the likeliest first; may repeat the one that is there.
    func otherSpellings(in scalars: [UInt32]) -> [[UInt32]] {
        let next = range.upperBound < scalars.count ? Unicode.Scalar(scalars[range.upperBound]) : nil
        var texts: [String] = []
        if !isArabic {
            if value >= 10_000, value % 10_000 == 0 { texts.append("\(value / 10_000)万") }
            texts.append(String(value))
        }
        let digits = ChineseNumeral.digitByDigit(value)
        let isOrdinal = Self.isOrdinal(range, in: scalars)
        if !isOrdinal, isYear(followedBy: next) {
            texts += [digits, Self.exchange("〇", for: "零", in: digits)]
        } else {
            let spelled = ChineseNumeral.spelled(value)
            texts.append(spelled)
            if value > 99, next == "号" { texts.append(digits) }
            if spelled.contains("零"), value > 0 { texts.append(Self.exchange("零", for: "〇", in: spelled)) }
            if value > 99, next != "号", isOrdinal { texts.append(digits) }
            if value == 2 { texts.append("两") }
        }
        return texts.map { $0.unicodeScalars.map(\.value) }
    }

    private static func exchange(_ old: Character, for new: Character, in text: String) -> String {
        String(text.map { $0 == old ? new : $0 })
    }

    private func isYear(followedBy next: Unicode.Scalar?) -> Bool {
        guard (1000...2999).contains(value), range.count == 4 else { return false }
        return next == "年" || next == ")" || next == nil || next == "-" || next == " "
    }

    /// Digits that are a number of their own: no leading zero, no letter, decimal point or thousands comma beside them.
    private static func arabic(_ range: Range<Int>, in scalars: [UInt32]) -> Numeral? {
        guard scalars[range.lowerBound] != 0x30 || range.count == 1, let value = ChineseNumeral.value(of: scalars[range]),
            !touchesWord(range, in: scalars)
        else { return nil }
        return Numeral(range: range, value: value, isArabic: true)
    }

    private static func han(_ range: Range<Int>, in scalars: [UInt32]) -> Numeral? {
        guard let value = ChineseNumeral.value(of: scalars[range]), !touchesWord(range, in: scalars) else { return nil }
        let isMarked = isOrdinal(range, in: scalars) || isMeasured(range, in: scalars)
        guard isMarked || isUnmistakable(scalars[range]) else { return nil }
        return Numeral(range: range, value: value, isArabic: false)
    }

    private static func touchesWord(_ range: Range<Int>, in scalars: [UInt32]) -> Bool {
        func isPart(_ neighbour: Int, beyond: Int) -> Bool {
            guard scalars.indices.contains(neighbour) else { return false }
            if CharacterClass.of(scalars[neighbour]) == .word { return true }
            let isPoint = scalars[neighbour] == 0x2E || scalars[neighbour] == 0x2C
            return isPoint && scalars.indices.contains(beyond) && ChineseNumeral.Symbol(scalars[beyond]).asciiDigit != nil
        }
        return isPart(range.lowerBound - 1, beyond: range.lowerBound - 2)
            || isPart(range.upperBound, beyond: range.upperBound + 1)
    }

    private static func isOrdinal(_ range: Range<Int>, in scalars: [UInt32]) -> Bool {
        range.lowerBound > 0 && Unicode.Scalar(scalars[range.lowerBound - 1]) == "第"
    }

    private static let measures = Set("年月日号条款项章节编目届次期个名人户件份元倍天周时岁级类等种卷页".unicodeScalars.map(\.value))

    private static func isMeasured(_ range: Range<Int>, in scalars: [UInt32]) -> Bool {
        range.upperBound < scalars.count && measures.contains(scalars[range.upperBound])
    }

    /// 二十三 and 二〇二三 are numbers wherever they stand; 十 (十分), 三五 or 万一 may be words.
    private static func isUnmistakable(_ scalars: ArraySlice<UInt32>) -> Bool {
        let symbols = scalars.map(ChineseNumeral.Symbol.init)
        guard symbols.count > 1 else { return false }
        return symbols.count > 2 || symbols.contains { $0.unit != nil || $0.tens != nil || $0.isZero }
    }
}
