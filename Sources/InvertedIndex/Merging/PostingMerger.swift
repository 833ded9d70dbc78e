/// Makes one posting space of several: each term's postings one after the other, without those that are gone.
///
/// Nothing is looked at but dictionaries and postings, and no more than one term's postings are held.
struct PostingMerger {
    private let spaces: [PostingSpace]
    private let maps: [OrdinalMap]
    private var ordinals: [UInt32] = []
    private var frequencies: [UInt32] = []

    init(_ spaces: [PostingSpace], _ maps: [OrdinalMap]) {
        self.spaces = spaces
        self.maps = maps
    }

    /// Writes all Han terms. Returns the bigrams in at least `threshold` texts.
    mutating func writeHan(to sections: inout PostingSpaceSections, threshold: Int = .max) throws(IndexError) -> [[UInt32]] {
        var frequent: [[UInt32]] = []
        var walks = spaces.map { HanWalk($0.han) }
        while true {
            var least: TermKey?
            for walk in walks { if let key = walk.key, least.map({ key < $0 }) ?? true { least = key } }
            guard let key = least else { break }
            begin()
            for source in walks.indices where walks[source].key == key {
                try append(walks[source].pointer, of: source)
                walks[source].step()
            }
            guard !ordinals.isEmpty else { continue }
            sections.append(key, ordinals.span, frequencies.span)
            if key.second != 0, ordinals.count >= threshold { frequent.append([key.first, key.second]) }
        }
        sections.finishHan()
        return frequent
    }

    mutating func writeWords(to sections: inout PostingSpaceSections) throws(IndexError) {
        var places = [Int](repeating: 0, count: spaces.count)
        while true {
            let words = places.indices.map { spaces[$0].words.word(at: places[$0]) }
            guard let word = words.compactMap({ $0 }).min(by: { $0.lexicographicallyPrecedes($1) }) else { break }
            begin()
            for source in places.indices where words[source] == word {
                try append(spaces[source].words.pointer(at: places[source]), of: source)
                places[source] += 1
            }
            if !ordinals.isEmpty { sections.append(word: word, ordinals.span, frequencies.span) }
        }
        sections.finishWords()
    }

    private mutating func begin() {
        ordinals.removeAll(keepingCapacity: true)
        frequencies.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ pointer: PostingPointer?, of source: Int) throws(IndexError) {
        guard let pointer else {
            throw IndexError(file: spaces[source].postings.path, reason: .damaged(part: "dictionary"))
        }
        let first = ordinals.count
        try spaces[source].cursor(pointer).appendAll(to: &ordinals, &frequencies)
        maps[source].map(&ordinals, &frequencies, from: first)
    }
}

/// Goes through a dictionary's Han terms.
private struct HanWalk {
    private let dictionary: HanDictionary
    private var first = 0
    private var terms: (first: UInt32, indices: Range<Int>)?
    private var index = 0
    private(set) var key: TermKey?

    init(_ dictionary: HanDictionary) {
        self.dictionary = dictionary
        terms = dictionary.terms(ofFirst: 0)
        index = terms?.indices.lowerBound ?? 0
        find()
    }

    var pointer: PostingPointer? { dictionary.pointer(at: index) }

    mutating func step() {
        index += 1
        find()
    }

    /// Finds the term at the place, or the next one.
    private mutating func find() {
        while let found = terms {
            if found.indices.contains(index) {
                key = dictionary.second(at: index).map { TermKey(found.first, $0) }
                return
            }
            first += 1
            terms = dictionary.terms(ofFirst: first)
            index = terms?.indices.lowerBound ?? 0
        }
        key = nil
    }
}
