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
        let plan = phrase.plan
        guard let (candidates, isExact) = try candidates(plan, of: phrase) else { return OrdinalList() }
        return isExact ? candidates : try verified(candidates, phrase)
    }

    /// Ordinals that hold every term of the plan, and whether that proves the phrase; nil where none can.
    private func candidates(
        _ plan: PhrasePlan, of phrase: Phrase
    ) throws(IndexError) -> (list: OrdinalList, isExact: Bool)? {
        let cover = try PhraseCover(plan, of: phrase, in: space, grams: isSpanSpace ? nil : segment.grams, countsTerms: false)
        if cover.isImpossible { return nil }
        var result: OrdinalList?
        for list in cover.lists.sorted(by: { $0.count < $1.count }) {
            let cursor = try space.cursor(list.pointer)
            if result == nil { result = try OrdinalList(cursor) } else { try result?.intersect(cursor) }
            if result?.isEmpty == true { return nil }
        }
        for partial in plan.partialWords {
            let list = try union(of: space.words.indices(containing: partial.word, anchor: partial.anchor).map(space.words.pointer(at:)))
            if result == nil { result = list } else { result?.intersect(list) }
        }
        if result == nil, let character = plan.openCharacters.first { result = try holding(character) }
        return result.map { ($0, cover.isExact) }
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
        let check = try PhraseCheck(phrase, in: segment, isSpan: isSpanSpace)
        for ordinal in candidates.ordinals {
            let count = try check.count(in: ordinal)
            if count > 0 { result.append(ordinal, count) }
        }
        return result
    }
}
