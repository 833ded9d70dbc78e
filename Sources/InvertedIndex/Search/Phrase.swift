internal import TextAnalysis

/// Folded text that must occur in a unit or a span as it stands.
///
/// Two neighbouring Han characters or a whole word are met in the dictionary alone; anything longer is found by
/// its tokens and then checked in the text, so a phrase holds across punctuation and counts are exact.
public struct Phrase: Hashable, Sendable {
    /// What of it is in the dictionary.
    let plan: PhrasePlan

    /// As ``TextAnalysis/Folding`` gives them; blanks at the ends are cut off.
    public var scalars: [UInt32] { plan.scalars }
    /// Whether a word at either end may be part of a longer word of the text (2023 within x2023).
    public var matchesPartialWords: Bool { plan.matchesPartialWords }

    public init(folded scalars: [UInt32], matchesPartialWords: Bool = false) {
        var kept = scalars[...]
        while kept.first == 0x20 { kept.removeFirst() }
        while kept.last == 0x20 { kept.removeLast() }
        plan = PhrasePlan(Array(kept), matchesPartialWords: matchesPartialWords)
    }

    public init(_ text: String, matchesPartialWords: Bool = false) {
        var scalars: [UInt32] = []
        Folding.append(text, to: &scalars)
        self.init(folded: scalars, matchesPartialWords: matchesPartialWords)
    }

    /// Whether it holds a letter, a digit or a Han character: without one it finds nothing.
    public var isSearchable: Bool { scalars.contains { CharacterClass.of($0) != .other } }

    public static func == (left: Self, right: Self) -> Bool {
        left.plan === right.plan
            || (left.scalars == right.scalars && left.matchesPartialWords == right.matchesPartialWords)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(scalars)
        hasher.combine(matchesPartialWords)
    }
}

/// What must be in the dictionary for a phrase to be in a text. Worked out once for a phrase, however often it is looked for.
final class PhrasePlan: Sendable {
    let scalars: [UInt32]
    let matchesPartialWords: Bool
    /// Where the runs of Han characters stand whose terms every match holds.
    let hanRuns: [Range<Int>]
    let words: [[UInt8]]
    /// A word at an end of the phrase that may be part of a longer one.
    let partialWords: [PartialWord]
    /// Characters at an end of the phrase whose neighbour in the text is not known.
    let openCharacters: [UInt32]
    /// Whether the terms alone prove the phrase.
    let isExact: Bool
    /// The one term that is the whole phrase, if there is one.
    let term: Term?

    /// A term of a dictionary.
    enum Term: Sendable {
        case han(TermKey)
        case word([UInt8])
    }

    struct PartialWord: Sendable {
        let word: [UInt8]
        let anchor: WordAnchor
    }

    init(_ scalars: [UInt32], matchesPartialWords: Bool) {
        self.scalars = scalars
        self.matchesPartialWords = matchesPartialWords
        var hanRuns: [Range<Int>] = []
        var words: [[UInt8]] = []
        var partialWords: [PartialWord] = []
        var openCharacters: [UInt32] = []
        var isExact = false
        var tokens: [(Token, Int)] = []
        CJKBigramTokenizer().forEachToken(in: scalars) { tokens.append(($0, $1)) }
        for (token, position) in tokens {
            switch token {
            case .bigram:
                if let last = hanRuns.last, last.upperBound == position + 1 {
                    hanRuns[hanRuns.count - 1] = last.lowerBound..<(position + 2)
                } else {
                    hanRuns.append(position..<(position + 2))
                }
                isExact = scalars.count == 2
            case .character(let character):
                if position == 0 || position == scalars.count - 1 {
                    openCharacters.append(character)
                    isExact = scalars.count == 1
                } else {
                    hanRuns.append(position..<(position + 1))
                }
            case .word(let range):
                let bytes = WordCoding.bytes(of: scalars[range])
                if !matchesPartialWords || (range.lowerBound > 0 && range.upperBound < scalars.count) {
                    words.append(bytes)
                } else {
                    let anchor: WordAnchor = range.lowerBound > 0 ? .start : range.upperBound < scalars.count ? .end : .anywhere
                    partialWords.append(PartialWord(word: bytes, anchor: anchor))
                }
                isExact = range.count == scalars.count && !matchesPartialWords
            }
        }
        self.hanRuns = hanRuns
        self.words = words
        self.partialWords = partialWords
        self.openCharacters = openCharacters
        self.isExact = isExact
        if !isExact || !openCharacters.isEmpty {
            term = nil
        } else {
            term = words.first.map(Term.word) ?? .han(TermKey(scalars[0], scalars[1]))
        }
    }
}
