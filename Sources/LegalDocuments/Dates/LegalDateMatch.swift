import TextAnalysis

/// A date found in running text.
public struct LegalDateMatch: Hashable, Sendable {
    public var date: LegalDate
    /// Where it stands, in Unicode scalars of the text as given.
    public var span: Range<Int>

    public init(date: LegalDate, span: Range<Int>) {
        self.date = date
        self.span = span
    }
}

extension LegalDate {
    /// The dates in a text, in their order: 2023年9月1日, 二〇二三年九月一日, 2023-09-01, 2023/9/1, 2023.9.1, blanks or not.
    ///
    /// - Complexity: O(*n*) in the text.
    public static func matches(in text: String) -> [LegalDateMatch] {
        let compact = CompactText(text)
        return matches(in: compact).map { LegalDateMatch(date: $0.date, span: compact.originalSpan(of: $0.range)) }
    }

    /// Reads a text that is one date: any of the ways of ``matches(in:)``, or eight digits. A time of day may follow.
    public init?(chinese text: String) {
        guard text.unicodeScalars.count <= 80 else { return nil }
        let compact = CompactText(text)
        var start = 0
        while compact.at(start) == "(" { start += 1 }
        if let (date, end) = Self.read(compact, at: start) {
            guard compact.scalars[end...].allSatisfy(Self.mayFollow) else { return nil }
            self = date
        } else if compact.count == 8, let year = compact.plainNumber(at: 0, digits: 4),
            let month = compact.plainNumber(at: 4, digits: 2),
            let day = compact.plainNumber(at: 6, digits: 2)
        {
            self.init(year: year, month: month, day: day)
        } else {
            return nil
        }
    }

    static func matches(in text: CompactText) -> [(date: LegalDate, range: Range<Int>)] {
        var found: [(date: LegalDate, range: Range<Int>)] = []
        var place = 0
        while place < text.count {
            if CompactText.digit(text.scalars[place]) != nil, !text.continuesNumeral(at: place),
                let (date, end) = read(text, at: place)
            {
                found.append((date, place..<end))
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    /// The date that starts at a place, and where it ends.
    static func read(_ text: CompactText, at start: Int) -> (date: LegalDate, end: Int)? {
        guard let year = text.fourDigits(at: start), let mark = text.at(start + 4) else { return nil }
        guard mark == "年" || "-/.".unicodeScalars.contains(mark) else { return nil }
        guard let (month, monthEnd) = text.shortNumeral(at: start + 5),
            text.at(monthEnd) == (mark == "年" ? "月" : mark),
            let (day, dayEnd) = text.shortNumeral(at: monthEnd + 1),
            let date = LegalDate(year: year, month: month, day: day)
        else { return nil }
        if mark != "年" {
            guard !text.continuesNumeral(at: dayEnd) || text.follows[dayEnd] else { return nil }
            return text.at(dayEnd) == mark && text.at(dayEnd + 1).map({ CompactText.digit($0) != nil }) ?? false
                ? nil : (date, dayEnd)
        }
        guard let last = text.at(dayEnd), last == "日" || last == "号" else { return nil }
        return (date, dayEnd + 1)
    }

    /// What may stand behind a date given alone: a time of day, a closing bracket.
    private static func mayFollow(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ":.tz+-时分秒上下午)".unicodeScalars.contains(scalar)
    }
}

extension CompactText {
    /// Whether the place is inside a run of digits that no blank parts.
    func continuesNumeral(at place: Int) -> Bool {
        guard let scalar = at(place), Self.digit(scalar) != nil, let before = at(place - 1) else { return false }
        return !follows[place] && Self.digit(before) != nil
    }

    func plainNumber(at start: Int, digits: Int) -> Int? {
        guard start >= 0, start + digits <= count else { return nil }
        return scalars[start..<start + digits].reduce(Optional(0)) { value, scalar in
            guard let value, ("0"..."9").contains(scalar) else { return nil }
            return value * 10 + Int(scalar.value) - 0x30
        }
    }

    /// Exactly four digits, of either script, that a fifth does not follow.
    func fourDigits(at start: Int) -> Int? {
        guard start >= 0, start + 4 <= count, !(at(start + 4).map { Self.digit($0) != nil } ?? false) else {
            return nil
        }
        return scalars[start..<start + 4].reduce(Optional(0)) { value, scalar in
            guard let value, let digit = Self.digit(scalar) else { return nil }
            return value * 10 + digit
        }
    }

    /// A month or a day: one or two digits, or up to three Chinese numerals (三十一). A blank ends it, as before a time of day.
    func shortNumeral(at start: Int) -> (value: Int, end: Int)? {
        guard let first = at(start) else { return nil }
        var end = start
        if ("0"..."9").contains(first) {
            while end < count, end - start < 2, ("0"..."9").contains(scalars[end]), end == start || !follows[end] {
                end += 1
            }
            return plainNumber(at: start, digits: end - start).map { ($0, end) }
        }
        while end < count, end - start < 3, Self.isNumeral(scalars[end]), !("0"..."9").contains(scalars[end]) {
            end += 1
        }
        guard end > start else { return nil }
        return ChineseNumeral.value(of: string(start..<end)).map { ($0, end) }
    }
}
