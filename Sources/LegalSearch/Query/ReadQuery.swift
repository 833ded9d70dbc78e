import InvertedIndex
import TextAnalysis

/// A query taken apart.
struct ReadQuery: Sendable {
    /// Something that must be found: a word, a quoted phrase, a title in marks.
    struct Part: Sendable {
        /// As typed, for notes.
        let text: String
        /// Spellings that count as one.
        let phrases: [Phrase]
        /// In quotation marks: never relaxed.
        let isQuoted: Bool

        var clause: Clause { Clause(phrases) }
    }

    var parts: [Part] = []
    var excluded: [Part] = []
    /// Typed, but nothing that can be searched for.
    var ignored: [String] = []
    /// Reads like a sentence that asks.
    var isQuestion = false

    init(_ query: String) {
        for token in QueryToken.tokens(in: query) {
            let parts = Self.parts(of: token)
            if parts.isEmpty { ignored.append(token.text) }
            if token.isExcluded { excluded += parts } else { self.parts += parts }
        }
        // In a sentence quotation marks set something off; only where hardly anything else stands do they require.
        let unquoted = parts.filter { !$0.isQuoted }.reduce(0) { $0 + $1.phrases[0].scalars.count }
        isQuestion = excluded.isEmpty && unquoted >= 4 && QuestionWords.reads(query, parts)
    }

    private static func parts(of token: QueryToken) -> [Part] {
        var folded: [UInt32] = []
        Folding.append(token.text, to: &folded)
        let pieces = token.isQuoted ? [folded] : pieces(of: folded)
        return pieces.compactMap { piece in
            let phrases = NumeralVariants.alternatives(for: piece).map {
                Phrase(folded: $0, matchesPartialWords: token.isQuoted)
            }
            guard let first = phrases.first, first.isSearchable else { return nil }
            return Part(
                text: pieces.count == 1 ? token.text : String(folded: piece), phrases: phrases,
                isQuoted: token.isQuoted)
        }
    }

    /// Outside quotation marks punctuation only separates, except within 4.0 or pm2.5.
    private static func pieces(of scalars: [UInt32]) -> [[UInt32]] {
        var pieces: [[UInt32]] = []
        var current: [UInt32] = []
        for index in scalars.indices {
            let joins = CharacterClass.of(scalars[index]) != .other || joinsWord(index, scalars)
            if joins { current.append(scalars[index]) }
            if !joins || index == scalars.count - 1 {
                if !current.isEmpty { pieces.append(current) }
                current = []
            }
        }
        return pieces
    }

    private static func joinsWord(_ index: Int, _ scalars: [UInt32]) -> Bool {
        [0x2E, 0x2D, 0x2F].contains(scalars[index]) && index > 0 && index + 1 < scalars.count
            && CharacterClass.of(scalars[index - 1]) == .word && CharacterClass.of(scalars[index + 1]) == .word
    }
}

/// A stretch of a query between blanks, or between quotation marks.
struct QueryToken: Equatable {
    var text: String
    var isQuoted: Bool
    var isExcluded: Bool

    private static let closing: [Character: Character] = [
        "\"": "\"", "“": "”", "„": "”", "「": "」", "『": "』", "《": "》", "＂": "＂",
    ]

    static func tokens(in query: String) -> [QueryToken] {
        var tokens: [QueryToken] = []
        var current = ""
        var excludes = false
        func finish() {
            if !current.isEmpty { tokens.append(QueryToken(text: current, isQuoted: false, isExcluded: excludes)) }
            current = ""
            excludes = false
        }
        var place = query.startIndex
        while place < query.endIndex {
            let character = query[place]
            let next = query.index(after: place)
            if let close = closing[character], let end = query[next...].firstIndex(of: close) {
                let wasExcluded = current.isEmpty && excludes
                finish()
                if end > next {
                    tokens.append(QueryToken(text: String(query[next..<end]), isQuoted: true, isExcluded: wasExcluded))
                }
                place = query.index(after: end)
                continue
            }
            if character.isWhitespace {
                finish()
            } else if current.isEmpty && !excludes && (character == "-" || character == "－") && next < query.endIndex
                && !query[next].isWhitespace
            {
                excludes = true
            } else {
                current.append(character)
            }
            place = next
        }
        finish()
        return tokens
    }
}

extension String {
    /// Folded scalars as text, for notes and suggestions only.
    init(folded scalars: [UInt32]) {
        var view = String.UnicodeScalarView()
        for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        self.init(view)
    }
}
