/// One token of folded text.
public enum Token: Equatable, Sendable {
    /// Two neighbouring Han characters.
    case bigram(UInt32, UInt32)
    /// A Han character without a Han neighbour.
    case character(UInt32)
    /// A maximal run of letters, digits and marks of other scripts, as its range in the folded scalars: pm2, 2023.
    case word(Range<Int>)
}

/// Cuts folded text into tokens: overlapping bigrams of Han, lone Han characters, words of everything else.
///
///     CJKBigramTokenizer().tokens(in: "行政复议，可2年")
///
/// | Token    | 行政 | 政复 | 复议 | 可 | 2   | 年 |
/// |----------|------|------|------|----|-----|----|
/// | Position | 0    | 1    | 2    | 5  | 6   | 7  |
///
/// A position is the index of the token's first scalar in the folded text. It counts every scalar, punctuation
/// and blanks too, so neighbours in the text are neighbours by position and nothing slips by one after a 、.
///
/// - Complexity: O(*n*) in scalars.
public struct CJKBigramTokenizer: Sendable {
    public init() {}

    /// Calls `body` with each token and its position, in ascending order of position.
    @inlinable
    public func forEachToken(in scalars: [UInt32], _ body: (Token, Int) -> Void) {
        let count = scalars.count
        var position = 0
        while position < count {
            switch CharacterClass.of(scalars[position]) {
            case .other:
                position += 1
            case .han:
                let start = position
                var previous = scalars[position]
                position += 1
                while position < count, CharacterClass.of(scalars[position]) == .han {
                    let current = scalars[position]
                    body(.bigram(previous, current), position - 1)
                    previous = current
                    position += 1
                }
                if position == start + 1 { body(.character(previous), start) }
            case .word:
                let start = position
                repeat { position += 1 } while position < count && CharacterClass.of(scalars[position]) == .word
                body(.word(start..<position), start)
            }
        }
    }

    /// The tokens of a text as written: folds it first.
    public func tokens(in text: String) -> [Token] {
        var scalars: [UInt32] = []
        Folding.append(text, to: &scalars)
        var tokens: [Token] = []
        forEachToken(in: scalars) { token, _ in tokens.append(token) }
        return tokens
    }
}
