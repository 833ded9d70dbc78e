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
        if countsTerms {
            lists.reserveCapacity(phraseLength)
            termCounts.reserveCapacity(phraseLength)
        }
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
    /// The string that is looked up, in memory that is used again.
    private var word: [UInt8] = []
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
        var isLast = false
        while !level.isEmpty, !isLast {
            isLast = true
            // What the two neighbours of a part make takes the place of the first of them, once both have been looked at.
            var isCovered = false
            for place in level.indices {
                var made: (pointer: PostingPointer, count: Int)?
                if let grams, place + 1 < level.count, let left = level[place], let right = level[place + 1],
                    grams.isWhole(length, left.count, right.count)
                {
                    if word.isEmpty { word.reserveCapacity(4 * run.count) }
                    let start = run.startIndex + place
                    made = try list(of: run[start...(start + length)], in: grams, space)
                    if isImpossible { return }
                    isLast = false
                }
                if let part = level[place], !isCovered, made == nil { add(part, length, of: run.count) }
                isCovered = made != nil
                level[place] = made
            }
            level.removeLast()
            length += 1
        }
    }

    /// The list of a string that has one if any text holds it.
    private mutating func list(
        of string: ArraySlice<UInt32>, in grams: GramDictionary, _ space: PostingSpace
    ) throws(IndexError) -> (pointer: PostingPointer, count: Int)? {
        word.removeAll(keepingCapacity: true)
        WordCoding.append(string, to: &word)
        guard let pointer = grams.words.pointer(of: word) else {
            isImpossible = true
            return nil
        }
        return (pointer, try space.documentFrequency(pointer))
    }

    /// Adds a list that no longer string makes needless.
    private mutating func add(_ list: (pointer: PostingPointer, count: Int), _ length: Int, of runLength: Int) {
        for known in lists where known.pointer == list.pointer { return }
        lists.append(list)
        provesWhole = length == runLength && length == phraseLength
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

    /// Whether a string has a list if any text holds it, its two parts being of `length` characters and in so many units.
    @inline(__always)
    func isWhole(_ length: Int, _ left: Int, _ right: Int) -> Bool {
        length < longest && left >= threshold && right >= threshold
    }
}
