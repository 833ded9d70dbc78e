/// What follows a title: a version in brackets, a document number, a short form for later, articles.
struct CitedTail {
    var number: DocumentNumber?
    var entries: [ArticleListScan.Entry] = []
    /// Keys of the short forms introduced: 以下简称《办法》.
    var aliases: [String] = []
    /// Behind what belongs to the citation.
    private(set) var end: Int
    /// Behind the bracket that introduces a short form.
    private(set) var shortFormEnd: Int?

    private static let longestBracket = 80

    init(_ text: CompactText, at start: Int, numbers: NumberPlaces) {
        end = start
        var place = start
        for _ in 0..<4 {
            if let next = readNumber(text, at: place, numbers) {
                (place, end) = (next, next)
            } else if let next = readBracket(text, at: place, numbers) {
                place = next
            } else {
                break
            }
        }
        let filler = text.end(ofAny: ["中的", "中", "的", "之"], at: place) ?? place
        for candidate in [place, filler] where entries.isEmpty {
            entries = ArticleListScan.read(text, at: candidate)
        }
        if let last = entries.last { end = last.range.upperBound }
    }

    private mutating func readNumber(
        _ text: CompactText, at place: Int, _ numbers: NumberPlaces
    ) -> Int? {
        guard number == nil else { return nil }
        let inner = text.at(place) == "(" ? place + 1 : place
        guard let match = numbers.starting(at: inner) else { return nil }
        number = match.number
        var last = match.range.upperBound
        // Further numbers of a list stand behind it.
        while let next = numbers.starting(at: last + 1), text.at(last) == "、" {
            last = next.range.upperBound
        }
        return text.at(last) == ")" ? last + 1 : last
    }

    /// A bracket that belongs to the title; nil where the bracket is the sentence's.
    private mutating func readBracket(
        _ text: CompactText, at place: Int, _ numbers: NumberPlaces
    ) -> Int? {
        guard text.at(place) == "(", let close = close(of: text, at: place) else { return nil }
        let inner = place + 1..<close
        if let word = inner.first(where: { text.has("简称", at: $0) || text.has("下称", at: $0) }) {
            if let name = CitedAlias.name(text, word + 2..<close) { aliases.append(name) }
            shortFormEnd = close + 1
            number = number ?? numbers.first(in: inner)?.number
            return close + 1
        }
        if number == nil, let match = numbers.first(in: inner), match.range.upperBound <= close {
            number = match.number
            end = close + 1
            return close + 1
        }
        if isVersion(text, inner) {
            end = close + 1
            return close + 1
        }
        return ArticleListScan.read(text, at: close + 1).isEmpty ? nil : close + 1
    }

    private func close(of text: CompactText, at open: Int) -> Int? {
        var depth = 0
        for place in open..<min(text.count, open + Self.longestBracket) {
            if text.scalars[place] == "(" { depth += 1 }
            if text.scalars[place] == ")" {
                depth -= 1
                if depth == 0 { return place }
            }
        }
        return nil
    }

    /// 2023年修订, 2018修正, 试行, 2020年版.
    private func isVersion(_ text: CompactText, _ range: Range<Int>) -> Bool {
        let words = text.string(range)
        if ["试行", "暂行", "试点"].contains(words) { return true }
        return range.count <= 24 && range.first.map { CompactText.digit(text.scalars[$0]) != nil } == true
            && ["修订", "修正", "修改", "版", "年", "文本", "日"].contains(where: words.hasSuffix)
    }
}

/// Short forms that a text introduces for the titles it goes on to cite.
enum CitedAlias {
    /// 为《办法》 → 办法; nil for what is no document's name.
    static func name(_ text: CompactText, _ range: Range<Int>) -> String? {
        let marks = "《》\"':,为".unicodeScalars
        let words = range.map { text.scalars[$0] }.drop { marks.contains($0) }
        let name = words.prefix { !marks.contains($0) && $0 != ")" }
        guard (2...30).contains(name.count), let first = name.first, !"两三四五上本该各".unicodeScalars.contains(first) else { return nil }
        return key(ArraySlice(name))
    }

    static func key(_ words: ArraySlice<Unicode.Scalar>) -> String { TitleKey.key(of: String(folded: words)) }
}
