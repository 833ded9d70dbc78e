/// A counter as Word prints it. Source: ECMA-376 part 1, section 17.18.59 (ST_NumberFormat).
enum CounterFormat {
    static func text(of number: Int, format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "ideographDigital", "chineseLegalSimplified", "ideographLegalTraditional":
            return chinese(number)
        case "ideographTraditional": return letter(number, "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": return letter(number, "子丑寅卯辰巳午未申酉戌亥")
        case "upperLetter": return letters(number, first: 0x41)
        case "lowerLetter": return letters(number, first: 0x61)
        case "upperRoman": return roman(number)
        case "lowerRoman": return roman(number).lowercased()
        case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            return scalar(number, in: 1...20, from: 0x2460) ?? "\(number)"
        case "decimalEnclosedParen": return "（\(number)）"
        case "decimalEnclosedFullstop": return "\(number)."
        default: return "\(number)"
        }
    }

    /// 1 → 一, 23 → 二十三, 110 → 一百一十.
    private static func chinese(_ number: Int) -> String {
        guard (0...9_999).contains(number) else { return "\(number)" }
        let digits = Array("零一二三四五六七八九")
        if number < 10 { return String(digits[number]) }
        var text = ""
        var rest = number
        var owesZero = false
        for (value, unit) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / value
            rest %= value
            if digit == 0 {
                if !text.isEmpty { owesZero = true }
                continue
            }
            if owesZero { text.append("零") }
            owesZero = false
            if !(value == 10 && digit == 1 && text.isEmpty) { text.append(digits[digit]) }
            text += unit
        }
        return text
    }

    private static func letter(_ number: Int, _ letters: String) -> String {
        let all = Array(letters)
        return (1...all.count).contains(number) ? String(all[number - 1]) : "\(number)"
    }

    /// A … Z, AA, BB …
    private static func letters(_ number: Int, first: UInt32) -> String {
        guard (1...260).contains(number), let scalar = Unicode.Scalar(first + UInt32((number - 1) % 26)) else { return "\(number)" }
        return String(repeating: Character(scalar), count: (number - 1) / 26 + 1)
    }

    private static func scalar(_ number: Int, in range: ClosedRange<Int>, from first: UInt32) -> String? {
        guard range.contains(number), let scalar = Unicode.Scalar(first + UInt32(number - 1)) else { return nil }
        return String(scalar)
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3_999).contains(number) else { return "\(number)" }
        var rest = number
        var text = ""
        for (value, sign) in [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
            (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
