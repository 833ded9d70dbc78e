import TextAnalysis

/// Reads numerals off compact text: Arabic digits, Chinese digits, both mixed (二0二三), and 十百千.
extension CompactText {
    /// The value of one digit, 0 through 9, in either script.
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "0"..."9": Int(scalar.value) - 0x30
        case "〇", "零": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "十", "百", "千", "万", "两", "廿", "卅": true
        default: digit(scalar) != nil
        }
    }

    /// Four digits that are a year of 1900 through 2099.
    func year(at index: Int) -> Int? {
        guard index >= 0, index + 4 <= count else { return nil }
        var value = 0
        for scalar in scalars[index..<index + 4] {
            guard let digit = Self.digit(scalar) else { return nil }
            value = value * 10 + digit
        }
        return (1900...2099).contains(value) ? value : nil
    }

    /// The numeral in one script that starts here: 62, 062, 六十二, 六二. Nil where it has more than `longest` characters.
    func numeral(at index: Int, longest: Int = 9) -> (value: Int, end: Int)? {
        guard let first = at(index) else { return nil }
        let isArabic = ("0"..."9").contains(first)
        var end = index
        while end < count, end - index <= longest, Self.isNumeral(scalars[end]),
            ("0"..."9").contains(scalars[end]) == isArabic
        {
            end += 1
        }
        guard end > index, end - index <= longest else { return nil }
        let run = scalars[index..<end]
        var value = 0
        for scalar in run {
            guard let digit = Self.digit(scalar) else {
                return ChineseNumeral.value(of: run.map(\.value)[...]).map { ($0, end) }
            }
            value = value * 10 + digit
        }
        return (value, end)
    }
}
