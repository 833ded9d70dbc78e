/// Chinese numerals and the numbers they stand for, 0 through 99,999,999.
///
///     ChineseNumeral.value(of: "一百零四")     // 104
///     ChineseNumeral.value(of: "二〇二三")     // 2023
///     ChineseNumeral.spelled(23)              // 二十三
///     ChineseNumeral.digitByDigit(2023)       // 二〇二三
public enum ChineseNumeral {
    /// The largest value read.
    static let maximum = 99_999_999

    /// The value of text that is one numeral from end to end, in any width and in traditional or formal (壹贰叁) characters.
    ///
    /// Read are digits (23), digits of Han (二〇二三, 一〇四) and numerals with units (二十三, 一百零四, 两千, 廿三);
    /// a last digit right after a unit counts the next lower unit (一百二 is 120).
    /// Nil for anything else: digits mixed with Han (2万), a unit alone (百), a number over 99,999,999.
    public static func value(of text: some StringProtocol) -> Int? {
        var scalars: [UInt32] = []
        Folding.append(String(text), to: &scalars)
        return value(of: scalars[...])
    }

    /// The value of folded scalars that are one numeral from end to end.
    public static func value(of scalars: ArraySlice<UInt32>) -> Int? {
        let symbols = scalars.map(Symbol.init)
        if symbols.allSatisfy({ $0.asciiDigit != nil }) {
            return positional(symbols.compactMap(\.asciiDigit))
        }
        if symbols.allSatisfy({ $0.hanDigit != nil }) {
            if symbols.count > 1, scalars.contains(Symbol.pair) { return nil }
            return positional(symbols.compactMap(\.hanDigit))
        }
        var reader = UnitReader()
        for symbol in symbols {
            guard reader.read(symbol) else { return nil }
        }
        return reader.finish()
    }

    /// 23 → 二十三, 104 → 一百零四, 10 → 十, 110 → 一百一十, 0 → 零: the style of article numbers.
    ///
    /// Larger numbers go on with 万 and 亿, negative ones begin with 负.
    public static func spelled(_ number: Int) -> String {
        if number < 0 { return "负" + spelled(magnitude: number.magnitude) }
        return spelled(magnitude: number.magnitude)
    }

    /// 2023 → 二〇二三. Negative numbers begin with 负.
    public static func digitByDigit(_ number: Int) -> String {
        let digits = String(number.magnitude).utf8.map { $0 == 0x30 ? "〇" : digitNames[Int($0 - 0x30)] }
        return (number < 0 ? "负" : "") + digits.joined()
    }

    private static func positional(_ digits: [Int]) -> Int? {
        guard !digits.isEmpty else { return nil }
        var value = 0
        for digit in digits {
            value = value * 10 + digit
            if value > maximum { return nil }
        }
        return value
    }

    private static let digitNames = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    private static func spelled(magnitude: UInt) -> String {
        guard magnitude > 0 else { return digitNames[0] }
        let text = spelledParts(magnitude)
        return text.hasPrefix("一十") ? String(text.dropFirst()) : text
    }

    /// As inside a larger numeral: 10 is 一十, 0 is empty.
    private static func spelledParts(_ number: UInt) -> String {
        let units: [(size: UInt, name: String)] = [
            (100_000_000, "亿"), (10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"),
        ]
        guard let unit = units.first(where: { number >= $0.size }) else {
            return number == 0 ? "" : digitNames[Int(number)]
        }
        let (count, rest) = number.quotientAndRemainder(dividingBy: unit.size)
        let gap = rest > 0 && rest < unit.size / 10 ? digitNames[0] : ""
        return spelledParts(count) + unit.name + gap + spelledParts(rest)
    }
}

extension ChineseNumeral {
    /// What one folded scalar means in a numeral.
    struct Symbol {
        static let pair: UInt32 = 0x4E24  // 两

        let scalar: UInt32

        init(_ scalar: UInt32) { self.scalar = scalar }

        var asciiDigit: Int? { (0x30...0x39).contains(scalar) ? Int(scalar) - 0x30 : nil }

        var isZero: Bool { hanDigit == 0 }

        var hanDigit: Int? {
            switch Unicode.Scalar(scalar) {
            case "〇", "零": 0
            case "一", "壹", "弌": 1
            case "二", "贰", "两", "弍": 2
            case "三", "叁", "弎": 3
            case "四", "肆": 4
            case "五", "伍": 5
            case "六", "陆": 6
            case "七", "柒": 7
            case "八", "捌": 8
            case "九", "玖": 9
            default: nil
            }
        }

        /// 10, 100, 1,000 or 10,000.
        var unit: Int? {
            switch Unicode.Scalar(scalar) {
            case "十", "拾": 10
            case "百", "佰": 100
            case "千", "仟": 1_000
            case "万": 10_000
            default: nil
            }
        }

        /// 廿, 卅, 卌: tens in one character.
        var tens: Int? {
            switch Unicode.Scalar(scalar) {
            case "廿": 20
            case "卅": 30
            case "卌": 40
            default: nil
            }
        }

        /// Whether a numeral may hold this scalar.
        var isHanNumeral: Bool { hanDigit != nil || unit != nil || tens != nil }
    }

    /// Reads a numeral with units from left to right.
    private struct UnitReader {
        private var total = 0
        /// The part below 万 that is being read.
        private var section = 0
        private var digit: Int?
        /// What was read last: a unit must be below it, and a last digit counts its tenth. Nil at the start of a section.
        private var lastUnit: Int?
        private var afterZero = false
        private var passedTenThousand = false

        /// False where the numeral breaks off.
        mutating func read(_ symbol: Symbol) -> Bool {
            if symbol.isZero { return readZero() }
            if let value = symbol.hanDigit {
                guard digit == nil else { return false }
                digit = value
                return true
            }
            if let tens = symbol.tens {
                guard digit == nil, lastUnit ?? 100 > 10 else { return false }
                return close(unit: 10, value: tens)
            }
            guard let unit = symbol.unit else { return false }
            return unit == 10_000 ? readTenThousand() : readUnit(unit)
        }

        mutating func finish() -> Int? {
            if let digit {
                // 一百二 is 120, 一百零二 is 102, 十二 is 12.
                let place = afterZero ? 1 : (lastUnit ?? (passedTenThousand ? 10_000 : 10)) / 10
                section += digit * place
            } else if afterZero {
                return nil
            }
            let value = total + section
            return value <= maximum ? value : nil
        }

        private mutating func readZero() -> Bool {
            guard digit == nil, !afterZero, lastUnit ?? (passedTenThousand ? 10_000 : 0) > 10 else { return false }
            afterZero = true
            return true
        }

        private mutating func readUnit(_ unit: Int) -> Bool {
            if let lastUnit, unit >= lastUnit { return false }
            // Only ten may go without its one: 十三, 一百十三.
            guard let count = digit ?? (unit == 10 ? 1 : nil) else { return false }
            return close(unit: unit, value: count * unit)
        }

        private mutating func close(unit: Int, value: Int) -> Bool {
            section += value
            digit = nil
            lastUnit = unit
            afterZero = false
            return true
        }

        private mutating func readTenThousand() -> Bool {
            guard !passedTenThousand, !afterZero || digit != nil else { return false }
            // Before 万 a last digit is always ones: 一百零二万, 十二万, 二万.
            guard digit == nil || afterZero || lastUnit ?? 10 == 10 else { return false }
            section += digit ?? 0
            guard section > 0 else { return false }
            total = section * 10_000
            section = 0
            digit = nil
            lastUnit = nil
            afterZero = false
            passedTenThousand = true
            return true
        }
    }
}
