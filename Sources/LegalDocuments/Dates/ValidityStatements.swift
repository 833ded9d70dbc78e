/// What a provision says about the validity of its own document.
///
///     ValidityStatements.effectiveDate(in: "本办法自2024年1月1日起施行。", publishedOn: nil)
///     ValidityStatements.expiryDate(in: "本办法自2024年1月1日起施行，有效期五年。", effectiveOn: nil)     // 2028-12-31
///
/// Only statements whose subject is the document are read: 许可证的有效期为三年 is about a licence.
public enum ValidityStatements {
    private static let verbs = ["施行", "实施", "生效", "执行", "试行", "实行"]
    private static let publications = ["公布", "发布", "颁布", "印发", "下发", "签发", "发文"]

    /// The days that a statement may count from without naming them.
    private struct KnownDays {
        var published: LegalDate?
        var adopted: LegalDate?
        var approved: LegalDate?

        /// 公布之日, 通过之日, 国务院批准之日.
        func day(_ text: CompactText, at place: Int) -> (date: LegalDate, end: Int)? {
            if let end = text.end(ofAny: publications, at: place), text.has("之日", at: end) { return published.map { ($0, end + 2) } }
            if text.has("通过之日", at: place) { return (adopted ?? published).map { ($0, place + 4) } }
            let limit = min(text.count, place + 20)
            guard let approval = (place..<limit).first(where: { text.has("批准之日", at: $0) }),
                !text.scalars[place..<approval].contains(where: { ",.;:".unicodeScalars.contains($0) })
            else { return nil }
            return approved.map { ($0, approval + 4) }
        }
    }

    /// From when the document applies: 自2024年1月1日起施行; 自公布之日起施行, 自通过之日起施行 or 自批准之日起施行 where that day is known.
    ///
    /// `quote` is the clause it was read from.
    public static func effectiveDate(
        in provisionText: String, publishedOn: LegalDate?, adoptedOn: LegalDate? = nil, approvedOn: LegalDate? = nil
    ) -> (date: LegalDate, quote: String)? {
        guard provisionText.unicodeScalars.contains(where: { $0 == "自" || $0 == "从" || $0 == "于" }) else { return nil }
        let days = KnownDays(published: publishedOn, adopted: adoptedOn, approved: approvedOn)
        let text = CompactText(provisionText)
        for clause in ClauseScan.sentences(of: text) {
            for place in clause where "自从于".unicodeScalars.contains(text.scalars[place]) {
                guard
                    let (date, end) = start(
                        in: text, at: place + 1, limit: clause.upperBound, days),
                    ClauseScan.isAboutDocument(text, from: clause.lowerBound, to: place)
                else { continue }
                return (date, quote(provisionText, text, clause.lowerBound..<end))
            }
        }
        return nil
    }

    /// The last day on which the document applies: 有效期至2028年12月31日, or 有效期五年 counted from `effectiveOn`.
    ///
    /// A start named in the text goes before `effectiveOn`. Five years from 1 January 2024 end with 31 December 2028.
    public static func expiryDate(in provisionText: String, effectiveOn: LegalDate?) -> (
        date: LegalDate, quote: String
    )? {
        let text = CompactText(provisionText)
        var followsStart = false
        var start = effectiveOn
        for sentence in ClauseScan.sentences(of: text) {
            let starts = sentence.contains { startsToApply(text, $0) }
            if starts, let stated = effectiveDate(in: text.string(sentence), publishedOn: nil) {
                start = stated.date
            }
            if let found = expiry(in: text, sentence, trusted: followsStart || starts, effectiveOn: start) {
                return (found.date, quote(provisionText, text, found.range))
            }
            followsStart = starts
        }
        return nil
    }

    /// 起施行, 起正式实施, 30日后施行, 日施行.
    private static func startsToApply(_ text: CompactText, _ place: Int) -> Bool {
        guard let from = text.end(ofAny: ["起", "日后", "天后", "日"], at: place) else { return false }
        let verb = text.end(ofAny: ["正式", "开始"], at: from) ?? from
        return text.end(ofAny: verbs, at: verb) != nil
    }

    /// 2024年1月1日起施行, 公布之日起施行, 公布之日起30日后施行, after 自.
    private static func start(
        in text: CompactText, at place: Int, limit: Int, _ known: KnownDays
    ) -> (date: LegalDate, end: Int)? {
        var date: LegalDate
        var end: Int
        if let read = LegalDate.read(text, at: place) {
            (date, end) = read
        } else if let day = known.day(text, at: place) {
            (date, end) = day
        } else {
            return nil
        }
        if let clock = text.end(ofAny: ["零时", "0时", "24时"], at: end) { end = clock }
        let hasFrom = text.at(end) == "起"
        if hasFrom { end += 1 }
        if hasFrom, let (days, after) = text.numeral(at: end, longest: 3), days <= 366,
            let last = text.end(ofAny: ["日后", "天后", "日起", "日"], at: after),
            let later = LegalDate(dayNumber: date.dayNumber + days)
        {
            (date, end) = (later, last)
        }
        if let alsoLocally = text.end(ofAny: ["正式", "开始", "在全国", "公开"], at: end) { end = alsoLocally }
        guard let last = text.end(ofAny: verbs, at: end), last <= limit else { return nil }
        return (date, last)
    }

    private static func expiry(
        in text: CompactText, _ sentence: Range<Int>, trusted: Bool, effectiveOn: LegalDate?
    ) -> (date: LegalDate, range: Range<Int>)? {
        for place in sentence {
            if text.end(ofAny: ["施行至", "实施至", "执行至"], at: place) != nil || (trusted && text.has(",至", at: place)) {
                let after = place + (text.at(place) == "," ? 2 : 3)
                guard let (date, end) = LegalDate.read(text, at: after),
                    trusted || isNamed(text, sentence.lowerBound, place)
                else { continue }
                return (date, sentence.lowerBound..<end)
            }
            guard let word = text.end(ofAny: ["有效期限", "有效期", "试行期限", "试行期", "施行期限", "实施期限", "试行"], at: place),
                isNamed(text, sentence.lowerBound, place)
                    || (trusted && (standsAlone(text, sentence.lowerBound, place) || text.has("起试行", at: place - 1)))
            else { continue }
            if let found = term(in: text, at: word, effectiveOn: effectiveOn) {
                return (found.date, sentence.lowerBound..<found.end)
            }
        }
        return nil
    }

    /// 至2028年12月31日, 为5年, 自2024年1月1日至2028年12月31日, after 有效期.
    private static func term(
        in text: CompactText, at start: Int, effectiveOn: LegalDate?
    ) -> (date: LegalDate, end: Int)? {
        var place = start
        var counted: LegalDate?
        place = text.end(ofAny: ["为", "是", ":"], at: place) ?? place
        if text.at(place) == "自" {
            if let (date, end) = LegalDate.read(text, at: place + 1) {
                (counted, place) = (date, end)
            } else if let end = text.end(ofAny: publications + verbs, at: place + 1), text.has("之日", at: end) {
                (counted, place) = (effectiveOn, end + 2)
            } else {
                return nil
            }
            place = text.end(ofAny: ["起计算", "起"], at: place) ?? place
            place = text.end(ofAny: [",", "为"], at: place) ?? place
        }
        if let after = text.end(ofAny: ["截至", "截止到", "截止", "延长至", "延续至", "至", "到"], at: place),
            let (date, end) = LegalDate.read(text, at: after)
        {
            return (date, text.at(end) == "止" ? end + 1 : end)
        }
        // 为2024年1月1日至2025年12月31日.
        if counted == nil, let (_, end) = LegalDate.read(text, at: place), let after = text.end(ofAny: ["至", "到", "-"], at: end),
            let (last, end) = LegalDate.read(text, at: after)
        {
            return (last, end)
        }
        guard let (value, end) = text.numeral(at: place, longest: 3), (1...99).contains(value) else { return nil }
        let inYears = text.at(end) == "年"
        guard inYears || text.has("个月", at: end) else { return nil }
        // 有效期5年，自2024年1月1日起计算.
        if counted == nil, let from = text.end(ofAny: [",自", ",从"], at: end + (inYears ? 1 : 2)) {
            counted = LegalDate.read(text, at: from)?.date
        }
        guard let first = counted ?? effectiveOn,
            let last = first.lastDay(ofMonths: inYears ? value * 12 : value)
        else { return nil }
        return (last, end + (inYears ? 1 : 2))
    }

    private static func isNamed(_ text: CompactText, _ start: Int, _ end: Int) -> Bool {
        ClauseScan.namesDocument(text, from: start, to: end, directly: true)
    }

    /// 有效期 at the start of a sentence or clause, so that no licence stands before it.
    private static func standsAlone(_ text: CompactText, _ start: Int, _ place: Int) -> Bool {
        let place = text.has("暂定", at: place - 2) ? place - 2 : place
        return place == start || text.at(place - 1) == "," || text.at(place - 1) == ";" || text.at(place - 1) == "、"
    }

    private static func quote(_ original: String, _ text: CompactText, _ range: Range<Int>) -> String {
        original.slice(scalars: text.originalSpan(of: range))
    }
}

extension LegalDate {
    /// The last day of a term of so many months that starts with this day.
    func lastDay(ofMonths months: Int) -> LegalDate? {
        let total = year * 12 + month - 1 + months
        // A term that starts on the 31st or on 29 February ends with the month where there is no such day.
        for candidate in stride(from: day, through: 28, by: -1) where day > 28 {
            guard let end = LegalDate(year: total / 12, month: total % 12 + 1, day: candidate) else { continue }
            return candidate == day ? LegalDate(dayNumber: end.dayNumber - 1) : end
        }
        return LegalDate(year: total / 12, month: total % 12 + 1, day: day).flatMap {
            LegalDate(dayNumber: $0.dayNumber - 1)
        }
    }
}
