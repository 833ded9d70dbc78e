import InvertedIndex
import TextAnalysis

/// Tells a question from a list of words, and what carries nothing in it.
enum QuestionWords {
    private static let askingWords = [
        "什么", "怎么", "怎样", "如何", "是否", "能否", "可否", "多少", "多久", "为何", "哪些", "哪个", "谁", "吗", "呢", "咋",
        "该不该", "能不能", "可不可以", "会不会", "有没有", "是不是", "要不要", "算不算", "？", "?",
    ].map { $0.unicodeScalars.map(\.value) }
    /// A Han run this long is a sentence, not a term.
    private static let sentenceLength = 14
    /// Characters of which a pair that only asks or links is made.
    private static let functionCharacters = Set("么吗呢怎谁哪啊吧的了是否何".unicodeScalars.map(\.value))

    /// Characters that only link where they stand alone between other scripts, as in 120和119: no law is about them, and
    /// to find every one of them takes longer than all the rest of a question.
    private static let linkingCharacters = Set("和与或及跟同的了是在".unicodeScalars.map(\.value))

    static func reads(_ query: String, _ parts: [QueryPart]) -> Bool {
        let longest = parts.map { $0.phrases[0].scalars.count }.max() ?? 0
        if longest >= sentenceLength { return true }
        let length = parts.reduce(0) { $0 + $1.phrases[0].scalars.count }
        guard length >= 6 else { return false }
        return asks(query)
    }

    /// Whether a text holds a word that only asks.
    static func asks(_ text: String) -> Bool {
        let typed = text.unicodeScalars.map(\.value)
        return askingWords.contains { TitleSuggestions.holds(typed, $0) }
    }

    /// Every pair of characters and every word of the parts once, those that carry nothing with less weight.
    static func clauses(of parts: [QueryPart], functionWeight: Float) -> [Clause] {
        clauses(of: parts.map { $0.phrases[0].scalars }, weight: 1, functionWeight: functionWeight)
    }

    /// The same of folded texts, each clause with so much weight; what is in `known` is left out.
    static func clauses(
        of texts: [[UInt32]], weight: Float, functionWeight: Float, besides known: [Clause] = []
    ) -> [Clause] {
        var seen = Set(known.flatMap(\.alternatives))
        var clauses: [Clause] = []
        for scalars in texts {
            CJKBigramTokenizer().forEachToken(in: scalars) { token, position in
                let piece: ArraySlice<UInt32> =
                    switch token {
                    case .bigram: scalars[position..<(position + 2)]
                    case .character where linkingCharacters.contains(scalars[position]): []
                    case .character: scalars[position..<(position + 1)]
                    case .word(let range): scalars[range]
                    }
                let phrase = Phrase(folded: Array(piece))
                guard !piece.isEmpty, seen.insert(phrase).inserted else { return }
                let isFunction = piece.contains { functionCharacters.contains($0) }
                clauses.append(Clause([phrase], weight: isFunction ? weight * functionWeight : weight))
            }
        }
        return clauses
    }
}
