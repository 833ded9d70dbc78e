/// Gathers the postings of one posting space in memory, in the order in which they come.
///
/// Each term gets a running number, and a posting is (running number, ordinal, frequency). Sorting waits until the end.
struct PostingAccumulator {
    /// One table for both kinds of term: a word's key is its place in `words`, above all Han keys.
    private var hanNumbers = KeyNumbers()
    private var hanTerms: [UInt32] = []
    private var wordTerms: [[UInt8]: UInt32] = [:]
    private var terms: [UInt32] = []
    private var ordinals: [UInt32] = []
    private var frequencies: [UInt32] = []
    /// For each term, the index of its last posting.
    private var lastPosting: [UInt32] = []

    var postingCount: Int { terms.count }

    /// - Precondition: ordinals never fall from one call to the next.
    mutating func add(_ key: TermKey, ordinal: UInt32) {
        let number = hanNumbers.number(of: key.value)
        if number == hanTerms.count {
            hanTerms.append(UInt32(lastPosting.count))
            lastPosting.append(.max)
        }
        add(term: Int(hanTerms[number]), ordinal: ordinal)
    }

    /// - Precondition: ordinals never fall from one call to the next.
    mutating func add(word: [UInt8], ordinal: UInt32) {
        if let term = wordTerms[word] {
            add(term: Int(term), ordinal: ordinal)
        } else {
            wordTerms[word] = UInt32(lastPosting.count)
            lastPosting.append(.max)
            add(term: lastPosting.count - 1, ordinal: ordinal)
        }
    }

    private mutating func add(term: Int, ordinal: UInt32) {
        let last = lastPosting[term]
        if last != .max, ordinals[Int(last)] == ordinal {
            frequencies[Int(last)] &+= 1
        } else {
            lastPosting[term] = UInt32(terms.count)
            terms.append(UInt32(term))
            ordinals.append(ordinal)
            frequencies.append(1)
        }
    }

    /// Writes the Han terms in the order of the dictionary.
    func appendHan(to sections: inout PostingSpaceSections) {
        let grouped = GroupedPostings(terms, ordinals, frequencies, termCount: lastPosting.count)
        for (key, term) in zip(hanNumbers.keys, hanTerms).sorted(by: { $0.0 < $1.0 }) {
            sections.append(TermKey(value: key), grouped.ordinals(of: term).span, grouped.frequencies(of: term).span)
        }
        sections.finishHan()
    }

    /// Writes the words in the order of the dictionary.
    func appendWords(to sections: inout PostingSpaceSections) {
        let grouped = GroupedPostings(terms, ordinals, frequencies, termCount: lastPosting.count)
        for (word, term) in wordTerms.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            sections.append(word: word, grouped.ordinals(of: term).span, grouped.frequencies(of: term).span)
        }
        sections.finishWords()
    }

    /// The sections of this posting space, sorted and encoded.
    consuming func encoded() -> PostingSpaceSections {
        var sections = PostingSpaceSections()
        appendHan(to: &sections)
        appendWords(to: &sections)
        return sections
    }
}

/// Postings side by side, those of one term together: a counting sort, in which the postings of a term keep their order.
struct GroupedPostings {
    private var starts: [Int]
    private var ordinals: [UInt32]
    private var frequencies: [UInt32]

    /// - Precondition: the three arrays are of one length, and terms are below `termCount`.
    init(_ terms: [UInt32], _ ordinals: [UInt32], _ frequencies: [UInt32], termCount: Int) {
        starts = [Int](repeating: 0, count: termCount + 1)
        for term in terms { starts[Int(term) + 1] += 1 }
        for term in 0..<termCount { starts[term + 1] += starts[term] }
        var place = starts
        self.ordinals = [UInt32](repeating: 0, count: terms.count)
        self.frequencies = [UInt32](repeating: 0, count: terms.count)
        for index in terms.indices {
            let term = Int(terms[index])
            self.ordinals[place[term]] = ordinals[index]
            self.frequencies[place[term]] = frequencies[index]
            place[term] += 1
        }
    }

    func count(of term: UInt32) -> Int { starts[Int(term) + 1] - starts[Int(term)] }

    func ordinals(of term: UInt32) -> ArraySlice<UInt32> { ordinals[starts[Int(term)]..<starts[Int(term) + 1]] }

    func frequencies(of term: UInt32) -> ArraySlice<UInt32> { frequencies[starts[Int(term)]..<starts[Int(term) + 1]] }
}
