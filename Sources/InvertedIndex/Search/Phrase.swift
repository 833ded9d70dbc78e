internal import TextAnalysis

/// Folded text that must occur in a unit or a span as it stands.
///
/// Two neighbouring Han characters or a whole word are met in the dictionary alone; anything longer is found by
/// its tokens and then checked in the text, so a phrase holds across punctuation and counts are exact.
public struct Phrase: Hashable, Sendable {
    /// As ``TextAnalysis/Folding`` gives them; blanks at the ends are cut off.
    public let scalars: [UInt32]
    /// Whether a word at either end may be part of a longer word of the text (2023 within x2023).
    public let matchesPartialWords: Bool
    /// What of it is in the dictionary.
    let plan: PhrasePlan

    public init(folded scalars: [UInt32], matchesPartialWords: Bool = false) {
        var kept = scalars[...]
        while kept.first == 0x20 { kept.removeFirst() }
        while kept.last == 0x20 { kept.removeLast() }
        self.scalars = Array(kept)
        self.matchesPartialWords = matchesPartialWords
        plan = PhrasePlan(self.scalars, matchesPartialWords: matchesPartialWords)
    }

    public init(_ text: String, matchesPartialWords: Bool = false) {
        var scalars: [UInt32] = []
        Folding.append(text, to: &scalars)
        self.init(folded: scalars, matchesPartialWords: matchesPartialWords)
    }

    /// Whether it holds a letter, a digit or a Han character: without one it finds nothing.
    public var isSearchable: Bool { scalars.contains { CharacterClass.of($0) != .other } }
}

/// What must be in the dictionary for a phrase to be in a text.
struct PhrasePlan: Hashable, Sendable {
    /// Where the runs of Han characters stand whose terms every match holds.
    var hanRuns: [Range<Int>] = []
    var words: [[UInt8]] = []
    /// A word at an end of the phrase that may be part of a longer one.
    var partialWords: [PartialWord] = []
    /// Characters at an end of the phrase whose neighbour in the text is not known.
    var openCharacters: [UInt32] = []
    /// Whether the terms alone prove the phrase.
    var isExact: Bool

    struct PartialWord: Hashable, Sendable {
        let word: [UInt8]
        let anchor: WordAnchor
    }

    init(_ scalars: [UInt32], matchesPartialWords: Bool) {
        var tokens: [(Token, Int)] = []
        CJKBigramTokenizer().forEachToken(in: scalars) { tokens.append(($0, $1)) }
        isExact = false
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
    }
}
