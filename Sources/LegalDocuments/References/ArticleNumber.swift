import TextAnalysis

/// The number of an article (条), with the insertions that amendments bring: 第二十三条之一.
public struct ArticleNumber: Hashable, Comparable, Sendable {
    /// From 1.
    public let number: Int
    /// 1 for 之一; 0 where nothing was inserted.
    public let insertion: Int

    public init(_ number: Int, insertion: Int = 0) {
        self.number = number
        self.insertion = insertion
    }

    /// Reads a text that is nothing but an article's label: 第二十三条, 第23条之一, 23条.
    public init?(label: String) {
        if let plain = PlainLabel.number(of: label) {
            self = plain
            return
        }
        guard label.unicodeScalars.count <= 40 else { return nil }
        let text = CompactText(plainLabel: label) ?? CompactText(label)
        guard let (article, end) = Self.read(text, at: 0), end == text.count else { return nil }
        self = article
    }

    /// 第二十三条之一.
    public var label: String {
        "第\(ChineseNumeral.spelled(number))条" + (insertion > 0 ? "之\(ChineseNumeral.spelled(insertion))" : "")
    }

    /// The id of the ``Provision``: `art_23`, `art_23_1`.
    public var provisionID: String { insertion > 0 ? "art_\(number)_\(insertion)" : "art_\(number)" }

    public static func < (left: Self, right: Self) -> Bool {
        (left.number, left.insertion) < (right.number, right.insertion)
    }

    /// The article label that starts at a place, and where it ends.
    static func read(_ text: CompactText, at start: Int) -> (article: ArticleNumber, end: Int)? {
        guard let (number, end) = CompactText.counted("条", in: text, at: start), (1...9_999).contains(number) else {
            return nil
        }
        guard text.at(end) == "之", let (insertion, last) = text.numeral(at: end + 1, longest: 3),
            (1...99).contains(insertion)
        else {
            // 之 without a numeral belongs to the sentence (第三条之规定), a doubled 之 to nothing.
            return text.has("之之", at: end) ? nil : (ArticleNumber(number), end)
        }
        return (ArticleNumber(number, insertion: insertion), last)
    }
}

extension CompactText {
    /// 第三款, 3款, 第(三)项: a numeral before a counting word, 第 and brackets optional.
    static func counted(_ word: Unicode.Scalar, in text: CompactText, at start: Int) -> (value: Int, end: Int)? {
        var place = start
        if text.at(place) == "第" { place += 1 }
        let bracketed = text.at(place) == "("
        if bracketed { place += 1 }
        guard let numeral = text.numeral(at: place) else { return nil }
        place = numeral.end
        if bracketed {
            guard text.at(place) == ")" else { return nil }
            place += 1
        }
        return text.at(place) == word ? (numeral.value, place + 1) : nil
    }
}
