/// The postings that a phrase of one segment needs: those of the longest frequent strings in it, and of the bigrams that no
/// such string holds.
struct PhraseCover {
    /// Postings that every match is in; each a pointer with its document frequency.
    private(set) var lists: [(pointer: PostingPointer, count: Int)] = []
    /// In how many texts each term of the phrase is, as they stand in it; 0 for one that the dictionary has not.
    private(set) var termCounts: [Int] = []
    /// Whether the postings alone prove the phrase.
    private(set) var isExact = false
    /// Whether the dictionary proves that nothing matches.
    private(set) var isImpossible = false

    /// - Parameter countsTerms: whether ``termCounts`` is wanted even where the phrase is in no text; else the first term that
    ///   the dictionary has not ends it all.
    /// - Precondition: the plan has neither partial words nor open characters.
    init(
        _ plan: PhrasePlan, of phrase: Phrase, in space: PostingSpace, grams: GramDictionary?, countsTerms: Bool
    ) throws(IndexError) {
        self.countsTerms = countsTerms
        phraseLength = phrase.scalars.count
        for run in plan.hanRuns where !isEnded {
            if run.count == 1 {
                try add(space.han.pointer(of: TermKey(phrase.scalars[run.lowerBound])), space)
            } else {
                try add(phrase.scalars[run], space, grams)
            }
        }
        for word in plan.words where !isEnded { try add(space.words.pointer(of: word), space) }
        isExact = plan.isExact || (lists.count == 1 && provesWhole)
    }

    /// Whether the only list is that of one string which is the whole phrase.
    private var provesWhole = false
    private let phraseLength: Int
    private let countsTerms: Bool
    private var isEnded: Bool { isImpossible && !countsTerms }

    private mutating func add(_ pointer: PostingPointer?, _ space: PostingSpace) throws(IndexError) {
        if let list = try known(pointer, space) { lists.append(list) }
    }

    /// Notes in how many texts a term is.
    private mutating func known(
        _ pointer: PostingPointer?, _ space: PostingSpace
    ) throws(IndexError) -> (pointer: PostingPointer, count: Int)? {
        guard let pointer else {
            termCounts.append(0)
            isImpossible = true
            return nil
        }
        let count = try space.documentFrequency(pointer)
        termCounts.append(count)
        return (pointer, count)
    }

    /// A run of two and more Han characters. Level by level, parts that are frequent give way to the string they make.
    private mutating func add(
        _ run: ArraySlice<UInt32>, _ space: PostingSpace, _ grams: GramDictionary?
    ) throws(IndexError) {
        if run.count == 2 {
            provesWhole = phraseLength == 2
            try add(space.han.pointer(of: TermKey(run[run.startIndex], run[run.startIndex + 1])), space)
            return
        }
        var level: [(pointer: PostingPointer, count: Int)?] = []
        level.reserveCapacity(run.count - 1)
        for place in run.indices.dropLast() {
            level.append(try known(space.han.pointer(of: TermKey(run[place], run[place + 1])), space))
            if isEnded { return }
        }
        if isImpossible { return }
        var length = 2
        while !level.isEmpty {
            var next = [(pointer: PostingPointer, count: Int)?](repeating: nil, count: level.count - 1)
            var isCovered = [Bool](repeating: false, count: level.count)
            if let grams, length < grams.longest {
                for place in next.indices {
                    guard let left = level[place], let right = level[place + 1], left.count >= grams.threshold,
                        right.count >= grams.threshold
                    else { continue }
                    let start = run.startIndex + place
                    guard let pointer = grams.words.pointer(of: WordCoding.bytes(of: run[start...(start + length)])) else {
                        isImpossible = true
                        return
                    }
                    next[place] = (pointer, try space.documentFrequency(pointer))
                    isCovered[place] = true
                    isCovered[place + 1] = true
                }
            }
            for place in level.indices where !isCovered[place] {
                if let list = level[place], !lists.contains(where: { $0.pointer == list.pointer }) {
                    lists.append(list)
                    provesWhole = length == run.count && length == phraseLength
                }
            }
            level = next.contains { $0 != nil } ? next : []
            length += 1
        }
    }
}

/// The frequent strings of a segment, and the rule by which a string is one: both its parts one character shorter are in at
/// least `threshold` units, and it has no more than `longest` characters.
final class GramDictionary: Sendable {
    let words: WordDictionary
    let threshold: Int
    let longest: Int

    init(words: WordDictionary, threshold: Int, longest: Int) {
        self.words = words
        self.threshold = threshold
        self.longest = longest
    }
}
