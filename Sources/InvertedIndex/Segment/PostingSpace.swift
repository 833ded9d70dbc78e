/// One posting space of a segment: its dictionaries and postings. Body postings name units, span postings name
/// spans, keyword postings name documents.
final class PostingSpace: Sendable {
    let han: HanDictionary
    let words: WordDictionary
    let postings: MappedBytes
    /// Ordinals are below this.
    let ordinalLimit: Int

    init?(
        _ space: SegmentLayout.Space, of sections: [SegmentLayout.Section: MappedSection], ordinalLimit: Int
    ) {
        let parts = (0..<8).compactMap { sections[space.section($0)]?.bytes }
        guard parts.count == 8,
            let han = HanDictionary(firsts: parts[0], starts: parts[1], seconds: parts[2], pointers: parts[3]),
            let words = WordDictionary(offsets: parts[4], bytes: parts[5], pointers: parts[6])
        else { return nil }
        self.han = han
        self.words = words
        postings = parts[7]
        self.ordinalLimit = ordinalLimit
    }

    var termCount: Int { han.count + words.count }

    /// The postings behind a pointer.
    func cursor(_ pointer: PostingPointer) throws(IndexError) -> PostingCursor {
        let single = pointer.value & PostingPointer.singleFlag != 0
        let cursor = single
            ? PostingCursor(
                single: pointer.value & ~PostingPointer.singleFlag, in: postings, ordinalLimit: ordinalLimit)
            : PostingCursor(
                postings, at: Int(pointer.value), ordinalLimit: ordinalLimit)
        guard let cursor else { throw IndexError(file: postings.path, reason: .damaged(part: "postings")) }
        return cursor
    }

    /// Postings that were worked out, to be walked like a term's.
    func cursor(of list: OrdinalList) -> PostingCursor {
        PostingCursor(
            ordinals: list.ordinals, frequencies: list.frequencies, in: postings, ordinalLimit: ordinalLimit)
    }

    /// How many postings are behind a pointer.
    func documentFrequency(_ pointer: PostingPointer) throws(IndexError) -> Int {
        if pointer.value & PostingPointer.singleFlag != 0 { return 1 }
        var place = Int(pointer.value)
        guard let count = postings.varint(&place), count <= ordinalLimit else {
            throw IndexError(file: postings.path, reason: .damaged(part: "postings"))
        }
        return Int(count)
    }

    func pointer(of term: PhrasePlan.Term) -> PostingPointer? {
        switch term {
        case .han(let key): han.pointer(of: key)
        case .word(let word): words.pointer(of: word)
        }
    }

    func cursor(of key: TermKey) throws(IndexError) -> PostingCursor? {
        guard let pointer = han.pointer(of: key) else { return nil }
        return try cursor(pointer)
    }

    func cursor(ofWord word: [UInt8]) throws(IndexError) -> PostingCursor? {
        guard let pointer = words.pointer(of: word) else { return nil }
        return try cursor(pointer)
    }
}
