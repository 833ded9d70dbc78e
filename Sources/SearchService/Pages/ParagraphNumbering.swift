/// Which paragraph of an article is its first, second, third 款: items （一）（二） and 1. 2. belong to the one before.
struct ParagraphNumbering {
    struct Paragraph: Equatable {
        let text: String
        /// From 1; nil for an item.
        let number: Int?
    }

    let paragraphs: [Paragraph]
    /// How many are numbered.
    let count: Int

    init(_ text: String) {
        var count = 0
        paragraphs = text.split(separator: "\n").map { line in
            if count > 0, Self.isItem(line) { return Paragraph(text: String(line), number: nil) }
            count += 1
            return Paragraph(text: String(line), number: count)
        }
        self.count = count
    }

    private static let numerals: Set<Unicode.Scalar> = Set("一二三四五六七八九十百〇零0123456789０１２３４５６７８９".unicodeScalars)

    /// `（一）…`, `(1)…`, `1．…`, `1、…`.
    static func isItem(_ line: some StringProtocol) -> Bool {
        var scalars = line.unicodeScalars[...]
        let isBracketed = scalars.first == "（" || scalars.first == "("
        if isBracketed { scalars.removeFirst() }
        let rest = scalars.drop { numerals.contains($0) }
        guard rest.startIndex != scalars.startIndex, let mark = rest.first else { return false }
        if isBracketed { return mark == "）" || mark == ")" }
        return scalars.first.map { $0.properties.numericType == .decimal } == true && (mark == "." || mark == "．" || mark == "、")
    }
}
