/// Reads the tail of a document number off compact text, form by form.
struct NumberTailReader {
    let text: CompactText
    /// Nothing at or beyond this place is read.
    let limit: Int

    private static let orderWords = ["公告", "通告", "布告", "令"]

    /// 〔2023〕62号, 2023年第62号, 2023-62, 2023 62.
    func yearFirst(at start: Int) -> NumberTail? {
        var place = start
        skipBrackets(&place)
        let opened = place > start
        if !opened, at(place) == "-" { place += 1 }
        guard place + 4 <= limit, let year = text.year(at: place) else { return nil }
        place += 4
        // 〔20233〕 holds no year; 〔202362号 lost its bracket.
        if opened, let (_, end) = text.numeral(at: place), !text.follows[place], at(end) == ")" { return nil }
        let yearEnd = place
        if at(place) == "年" { place += 1 }
        let hasYearWord = place > yearEnd
        let closeStart = place
        skipBrackets(&place)
        let closed = place > closeStart
        if !closed, !hasYearWord, let mark = at(place), "-/.,、·".unicodeScalars.contains(mark) { place += 1 }
        if at(place) == "字" { place += 1 }
        guard var tail = serialList(at: place, suffixMayStandFirst: opened || closed) else { return nil }
        tail.year = year
        tail.shape = opened || closed ? .bracketed : hasYearWord ? .yearWord : .loose
        if tail.shape == .yearWord, tail.hasSuffix, let end = text.end(ofAny: Self.orderWords, at: tail.end),
            end <= limit
        {
            tail.orderWord = text.string(tail.end..<end)
            tail.end = end
            tail.shape = .orderAfter
        }
        return tail
    }

    /// 62号2023年, 第62号(2023).
    func serialFirst(at start: Int) -> NumberTail? {
        guard var tail = serialList(at: start, suffixMayStandFirst: false), tail.hasSuffix else { return nil }
        var place = tail.end
        skipBrackets(&place)
        guard place + 4 <= limit, let year = text.year(at: place) else { return nil }
        place += 4
        if at(place) == "年" { place += 1 }
        if let next = at(place), CompactText.digit(next) != nil { return nil }
        skipBrackets(&place)
        tail.year = year
        tail.end = place
        tail.shape = .reversed
        return tail
    }

    /// 第711号 after 令 or 公告; 第711号令 after an issuer.
    func order(at start: Int, afterOrderWord: Bool) -> NumberTail? {
        var place = start
        if afterOrderWord { skipBrackets(&place) }
        guard var tail = serialList(at: place, suffixMayStandFirst: false) else { return nil }
        if afterOrderWord {
            tail.shape = .order
            if at(tail.end) == ")" { tail.end += 1 }
            return tail
        }
        guard tail.hasSuffix, let end = text.end(ofAny: Self.orderWords, at: tail.end), end <= limit else { return nil }
        tail.orderWord = text.string(tail.end..<end)
        tail.end = end
        tail.shape = .orderAfter
        return tail
    }

    /// 62号, 第062号, 93、95、96号, 62-65号, 号16.
    private func serialList(at start: Int, suffixMayStandFirst: Bool) -> NumberTail? {
        var place = start
        let suffixFirst = suffixMayStandFirst && at(place) == "号"
        if suffixFirst { place += 1 }
        var serials: [NumberTail.Serial] = []
        var end = place
        while serials.count < 100 {
            if at(place) == "第" { place += 1 }
            guard let serial = serial(at: place) else { break }
            serials.append(serial)
            end = serial.range.upperBound
            guard let mark = at(end), "、,和及".unicodeScalars.contains(mark) || text.end(ofAny: ["号、", "号和", "号及"], at: end) != nil else { break }
            place = end + (mark == "号" ? 2 : 1)
        }
        guard !serials.isEmpty else { return nil }
        // 7号、8月1日: what no 号 stands behind is not of the list.
        while serials.count > 1, at(end) != "号" {
            serials.removeLast()
            end = serials[serials.count - 1].range.upperBound
        }
        let hasSuffix = at(end) == "号"
        return NumberTail(
            shape: .loose, year: nil, serials: serials, hasSuffix: hasSuffix || suffixFirst,
            end: hasSuffix ? end + 1 : end)
    }

    /// One serial, or a range such as 62-65号. A range that does not rise is read up to its dash.
    private func serial(at start: Int) -> NumberTail.Serial? {
        guard let (first, firstEnd) = value(at: start) else { return nil }
        if let mark = at(firstEnd), mark == "-" || mark == "~" || mark == "至",
            let (last, end) = value(at: firstEnd + 1), last > first, last - first < 100, at(end) == "号"
        {
            return .init(values: first...last, range: start..<end)
        }
        return .init(values: first...first, range: start..<firstEnd)
    }

    private func value(at start: Int) -> (Int, Int)? {
        guard start < limit, let (value, end) = text.numeral(at: start, longest: 8), end <= limit,
            (1...999_999).contains(value)
        else { return nil }
        return (value, end)
    }

    private func at(_ place: Int) -> Unicode.Scalar? { place < limit ? text.at(place) : nil }

    private func skipBrackets(_ place: inout Int) {
        while let scalar = at(place),
            scalar == "(" || scalar == ")" || scalar == "《" || scalar == "》" || scalar == "<"
                || scalar == ">" || scalar == "{" || scalar == "}" || scalar == "\"" || scalar == "'"
        {
            place += 1
        }
    }
}
