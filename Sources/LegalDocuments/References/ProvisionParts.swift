/// The parts of an article's text: paragraphs (款), in them items (项), in these subitems (目).
///
/// A paragraph is a line that does not begin with （一） or 1.; such a line is an item or a subitem of the paragraph before it.
public struct ProvisionParts: Sendable {
    private enum Rank { case paragraph, item, subitem }

    private struct Line {
        var text: String
        var rank: Rank
        /// As counted for a paragraph, as written for the others.
        var number: Int
    }

    private let lines: [Line]
    /// How many paragraphs there are.
    public let paragraphCount: Int

    public init(_ text: String) {
        var count = 0
        lines = text.split(separator: "\n").map { line in
            if count > 0, let (rank, number) = Self.itemNumber(line) { return Line(text: String(line), rank: rank, number: number) }
            count += 1
            return Line(text: String(line), rank: .paragraph, number: count)
        }
        paragraphCount = count
    }

    /// The words of a part; nil where the article has no such part. An item without a paragraph named is sought in all.
    public func text(paragraph: Int?, item: Int?, subitem: Int? = nil) -> String? {
        var range = lines.indices
        if let paragraph {
            guard let part = part(.paragraph, paragraph, in: range) else { return nil }
            range = part
        }
        if let item {
            guard let part = part(.item, item, in: range) else { return nil }
            range = part
        }
        if let subitem {
            guard let part = part(.subitem, subitem, in: range) else { return nil }
            range = part
        }
        return range.map { lines[$0].text }.joined(separator: "\n")
    }

    /// The lines from the one with this number to before the next of its rank or a higher one.
    private func part(_ rank: Rank, _ number: Int, in range: Range<Int>) -> Range<Int>? {
        guard let start = range.first(where: { lines[$0].rank == rank && lines[$0].number == number }) else { return nil }
        let end = range.dropFirst(start - range.lowerBound + 1).first { Self.stands(lines[$0].rank, at: rank) } ?? range.upperBound
        return start..<end
    }

    private static func stands(_ rank: Rank, at other: Rank) -> Bool {
        switch other {
        case .paragraph: rank == .paragraph
        case .item: rank != .subitem
        case .subitem: true
        }
    }

    /// （一） is an item, 1. a subitem; both as the drafting rules of the National People's Congress number them.
    private static func itemNumber(_ line: Substring) -> (Rank, Int)? {
        let text = CompactText(String(line.prefix(12)))
        let isBracketed = text.at(0) == "("
        guard let (value, end) = text.numeral(at: isBracketed ? 1 : 0, longest: 4), value > 0, let mark = text.at(end) else { return nil }
        if isBracketed { return mark == ")" ? (.item, value) : nil }
        let isArabic = text.at(0).map { ("0"..."9").contains($0) } ?? false
        return isArabic && (mark == "." || mark == "、") ? (.subitem, value) : nil
    }
}
