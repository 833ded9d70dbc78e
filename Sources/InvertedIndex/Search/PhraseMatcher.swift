internal import TextAnalysis

/// Finds the ordinals of one posting space whose text holds a phrase.
struct PhraseMatcher {
    private let segment: SegmentReader
    private let space: PostingSpace
    private let isSpanSpace: Bool

    init(unitsOf segment: SegmentReader) {
        self.segment = segment
        space = segment.body
        isSpanSpace = false
    }

    init(spansOf segment: SegmentReader) {
        self.segment = segment
        space = segment.spans
        isSpanSpace = true
    }

    /// Matches with the number of occurrences in each (of a single character, at least that many).
    func matches(_ phrase: Phrase) throws(IndexError) -> OrdinalList {
        let plan = PhrasePlan(phrase)
        guard let candidates = try candidates(plan) else { return OrdinalList() }
        return plan.isExact ? candidates : try verified(candidates, phrase)
    }

    /// Ordinals that hold every term of the plan; nil where none can.
    private func candidates(_ plan: PhrasePlan) throws(IndexError) -> OrdinalList? {
        var cursors: [PostingCursor] = []
        for key in plan.han {
            guard let cursor = try space.cursor(of: key) else { return nil }
            cursors.append(cursor)
        }
        for word in plan.words {
            guard let cursor = try space.cursor(ofWord: word) else { return nil }
            cursors.append(cursor)
        }
        cursors.sort { $0.documentFrequency < $1.documentFrequency }
        var result: OrdinalList?
        for cursor in cursors {
            if result == nil { result = try OrdinalList(cursor) } else { try result?.intersect(cursor) }
            if result?.isEmpty == true { return nil }
        }
        for (word, anchor) in plan.partialWords {
            let list = try union(of: space.words.indices(containing: word, anchor: anchor).map(space.words.pointer(at:)))
            if result == nil { result = list } else { result?.intersect(list) }
        }
        if result == nil, let character = plan.openCharacters.first { result = try holding(character) }
        return result
    }

    /// Everything that holds a character, wherever its neighbours are: the terms that begin with it and those that end with it.
    private func holding(_ character: UInt32) throws(IndexError) -> OrdinalList {
        let starting = space.han.terms(startingWith: character) ?? 0..<0
        let beginning = try union(of: starting.map(space.han.pointer(at:)))
        let ending = try union(of: space.han.terms(endingWith: character).map(space.han.pointer(at:)))
        return beginning.union(ending, combine: max)
    }

    /// The postings of several terms together, frequencies added.
    private func union(of pointers: [PostingPointer?]) throws(IndexError) -> OrdinalList {
        guard pointers.count > 1 else {
            guard let pointer = pointers.first ?? nil else { return OrdinalList() }
            return try OrdinalList(space.cursor(pointer))
        }
        var counts = [UInt32](repeating: 0, count: space.ordinalLimit)
        for pointer in pointers {
            guard let pointer else { throw segment.damage("dictionary") }
            var cursor = try space.cursor(pointer)
            while try cursor.next() != .max { counts[Int(cursor.ordinal)] &+= cursor.frequency }
        }
        var result = OrdinalList()
        for index in counts.indices where counts[index] > 0 { result.append(UInt32(index), counts[index]) }
        return result
    }

    private func verified(_ candidates: OrdinalList, _ phrase: Phrase) throws(IndexError) -> OrdinalList {
        var result = OrdinalList()
        var text = FoldedUnitText(of: segment, isSpan: isSpanSpace)
        let countsInCode = FoldedAlphabet.canCount(phrase)
        for ordinal in candidates.ordinals {
            var count: UInt32?
            if countsInCode { count = try text.countInCode(of: phrase, ordinal) }
            if count == nil {
                try text.load(ordinal)
                count = PhraseScan.count(of: phrase, in: text.folded)
            }
            if let count, count > 0 { result.append(ordinal, count) }
        }
        return result
    }
}

/// The folded text of one unit or span after the other, in memory that is used again.
struct FoldedUnitText {
    private let segment: SegmentReader
    private let isSpan: Bool
    private let folds: FoldedAlphabet?
    private var original: [UInt32] = []
    private(set) var folded: [UInt32] = []

    init(of segment: SegmentReader, isSpan: Bool) {
        self.segment = segment
        self.isSpan = isSpan
        folds = segment.alphabetFolds()
    }

    /// Occurrences of the phrase, without unfolding the text; nil where that cannot be told.
    func countInCode(of phrase: Phrase, _ ordinal: UInt32) throws(IndexError) -> UInt32? {
        let (bytes, range) = try segment.codedText(ordinal, isSpan: isSpan)
        return folds?.count(of: phrase.scalars, in: range, of: bytes)
    }

    mutating func load(_ ordinal: UInt32) throws(IndexError) {
        folded.removeAll(keepingCapacity: true)
        let (bytes, range) = try segment.codedText(ordinal, isSpan: isSpan)
        if let folds, folds.append(range, of: bytes, to: &folded) { return }
        original.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        try segment.appendText(ordinal, isSpan: isSpan, to: &original)
        Folding.append(scalars: original, to: &folded)
    }
}

/// Looks for a phrase in folded text.
enum PhraseScan {
    /// Occurrences that do not overlap. Where the phrase does not match partial words, a word at its end must end
    /// in the text too.
    static func count(of phrase: Phrase, in text: [UInt32]) -> UInt32 {
        var count: UInt32 = 0
        forEachMatch(of: phrase, in: text) { _ in count += 1 }
        return count
    }

    /// Calls `body` with the range of each occurrence in `text`.
    static func forEachMatch(of phrase: Phrase, in text: [UInt32], _ body: (Range<Int>) -> Void) {
        let needle = phrase.scalars
        guard let first = needle.first, needle.count <= text.count else { return }
        let limit = text.count - needle.count
        var place = 0
        while place <= limit {
            if text[place] == first && holds(needle, in: text, at: place) {
                let range = place..<(place + needle.count)
                if phrase.matchesPartialWords || hasWordBounds(range, in: text) {
                    body(range)
                    place = range.upperBound
                    continue
                }
            }
            place += 1
        }
    }

    @inline(__always)
    private static func holds(_ needle: [UInt32], in text: [UInt32], at place: Int) -> Bool {
        for index in 1..<max(needle.count, 1) where text[place + index] != needle[index] { return false }
        return true
    }

    private static func hasWordBounds(_ range: Range<Int>, in text: [UInt32]) -> Bool {
        func joined(_ left: Int, _ right: Int) -> Bool {
            left >= 0 && right < text.count && CharacterClass.of(text[left]) == .word
                && CharacterClass.of(text[right]) == .word
        }
        return !joined(range.lowerBound - 1, range.lowerBound) && !joined(range.upperBound - 1, range.upperBound)
    }
}
