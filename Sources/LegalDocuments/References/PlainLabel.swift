/// The labels that nearly all articles have, read without taking a text apart: 第二十三条, 第一百零一条之二, 第23条.
enum PlainLabel {
    /// Nil for all that is written in any other way: it may be a label too.
    static func number(of label: String) -> ArticleNumber? {
        var scalars = label.unicodeScalars.makeIterator()
        guard scalars.next() == "第", let (number, end) = numeral(&scalars, longest: 9), end == "条", number > 0 else { return nil }
        guard let next = scalars.next() else { return ArticleNumber(number) }
        guard next == "之", let (insertion, last) = numeral(&scalars, longest: 3), last == nil, (1...99).contains(insertion) else { return nil }
        return ArticleNumber(number, insertion: insertion)
    }

    /// A numeral below ten thousand in one script, and the scalar behind it.
    private static func numeral(
        _ scalars: inout String.UnicodeScalarView.Iterator, longest: Int
    ) -> (value: Int, next: Unicode.Scalar?)? {
        guard let first = scalars.next() else { return nil }
        return ("0"..."9").contains(first) ? arabic(first, &scalars, longest) : chinese(first, &scalars)
    }

    private static func arabic(
        _ first: Unicode.Scalar, _ scalars: inout String.UnicodeScalarView.Iterator, _ longest: Int
    ) -> (value: Int, next: Unicode.Scalar?)? {
        var value = Int(first.value) - 0x30
        for _ in 0..<longest {
            guard let next = scalars.next() else { return (value, nil) }
            guard ("0"..."9").contains(next) else { return (value, next) }
            value = value * 10 + Int(next.value) - 0x30
            if value > 9_999 { return nil }
        }
        return nil
    }

    /// 二十三, 一百零一, 一千二百六十: units descend, and 零 stands for each gap.
    private static func chinese(
        _ first: Unicode.Scalar, _ scalars: inout String.UnicodeScalarView.Iterator
    ) -> (value: Int, next: Unicode.Scalar?)? {
        var value = 0
        var digit = 0
        var unit = 10_000
        var followsZero = false
        var scalar: Unicode.Scalar? = first
        while let current = scalar {
            if let known = self.unit(current) {
                let isLeadingTen = known == 10 && unit == 10_000
                let leavesGap = known * 10 < unit && unit < 10_000
                guard known < unit, digit > 0 || isLeadingTen, leavesGap == followsZero else { return nil }
                value += max(digit, 1) * known
                (digit, unit, followsZero) = (0, known, false)
            } else if current == "零" {
                guard digit == 0, !followsZero, (100..<10_000).contains(unit) else { return nil }
                followsZero = true
            } else if let known = CompactText.digit(current), known > 0, current.value > 0x39 {
                guard digit == 0 else { return nil }
                digit = known
            } else {
                break
            }
            scalar = scalars.next()
        }
        let endsWell = digit == 0 ? value > 0 && !followsZero : unit == 10 || unit == 10_000 || followsZero
        return endsWell ? (value + digit, scalar) : nil
    }

    private static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1_000
        default: nil
        }
    }
}
