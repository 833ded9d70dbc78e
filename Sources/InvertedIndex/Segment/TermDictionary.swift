/// Where a term's postings are, as the dictionary says it in 32 bits.
///
/// With the highest bit clear, an offset into the postings. With it set, the other bits are the ordinal of the only
/// posting, whose frequency is 1: half of all terms of a real collection need no postings of their own.
struct PostingPointer: Equatable, Sendable {
    static let singleFlag: UInt32 = 1 << 31
    let value: UInt32
}

/// The Han terms of one posting space: sorted first characters, each with a stretch of sorted second characters.
///
/// Nothing is read at open; a look-up is two binary searches in mapped bytes, the first of which a directory in memory shortens.
/// - Complexity: O(log *n*) in the number of terms.
struct HanDictionary: Sendable {
    private let firsts: MappedBytes
    private let starts: MappedBytes
    private let seconds: MappedBytes
    private let pointers: MappedBytes
    private let directory: CharacterDirectory
    /// Fewer first characters are searched as they are.
    private static let fewFirsts = 64

    init?(firsts: MappedBytes, starts: MappedBytes, seconds: MappedBytes, pointers: MappedBytes) {
        guard starts.count == firsts.count + 4, seconds.count / 3 == pointers.count / 4,
            starts.uint32(firsts.count / 4).map(Int.init) == pointers.count / 4
        else { return nil }
        self.firsts = firsts
        self.starts = starts
        self.seconds = seconds
        self.pointers = pointers
        directory = CharacterDirectory(firsts)
    }

    var count: Int { pointers.count / 4 }

    func pointer(of key: TermKey) -> PostingPointer? {
        guard let range = terms(startingWith: key.first) else { return nil }
        let place = seconds.firstIndex24(notBelow: key.second, in: range)
        guard place < range.upperBound, seconds.uint24(place) == key.second else { return nil }
        return pointer(at: place)
    }

    func pointer(at index: Int) -> PostingPointer? { pointers.uint32(index).map(PostingPointer.init) }

    /// The first character at a place among the first characters, and its terms.
    func terms(ofFirst place: Int) -> (first: UInt32, indices: Range<Int>)? {
        guard let first = firsts.uint32(place), let start = starts.uint32(place), let end = starts.uint32(place + 1),
            start <= end, Int(end) <= count
        else { return nil }
        return (first, Int(start)..<Int(end))
    }

    func second(at index: Int) -> UInt32? { seconds.uint24(index) }

    /// Indices of the terms whose first character this is, the lone character among them.
    func terms(startingWith first: UInt32) -> Range<Int>? {
        let place = place(ofFirst: first)
        guard firsts.uint32(place) == first, let start = starts.uint32(place), let end = starts.uint32(place + 1),
            start <= end, Int(end) <= count
        else { return nil }
        return Int(start)..<Int(end)
    }

    /// Where a first character stands if it is there.
    @inline(__always)
    private func place(ofFirst first: UInt32) -> Int {
        guard firsts.count / 4 >= Self.fewFirsts,
            let places = directory.places(near: first)
        else { return firsts.firstIndex32(notBelow: first) }
        return firsts.firstIndex32(notBelow: first, in: places)
    }

    /// Indices of the terms whose second character this is.
    /// - Complexity: O(*n*): the dictionary is not sorted that way. 270,000 terms take about 0.2 ms.
    func terms(endingWith second: UInt32) -> [Int] {
        var found: [Int] = []
        for index in 0..<count where seconds.uint24(index) == second { found.append(index) }
        return found
    }
}

/// The words of one posting space (Latin, digits, keywords), sorted by their bytes.
struct WordDictionary: Sendable {
    private let offsets: MappedBytes
    private let bytes: MappedBytes
    private let pointers: MappedBytes
    private let directory = WordDirectory()
    /// Fewer words are searched as they are.
    private static let fewWords = 256

    init?(offsets: MappedBytes, bytes: MappedBytes, pointers: MappedBytes) {
        guard offsets.count == pointers.count + 4, offsets.uint32(pointers.count / 4).map(Int.init) == bytes.count
        else { return nil }
        self.offsets = offsets
        self.bytes = bytes
        self.pointers = pointers
    }

    var count: Int { pointers.count / 4 }

    func pointer(at index: Int) -> PostingPointer? { pointers.uint32(index).map(PostingPointer.init) }

    func word(at index: Int) -> [UInt8]? {
        guard let start = offsets.uint32(index), let end = offsets.uint32(index + 1), start <= end else { return nil }
        return bytes.array(Int(start)..<Int(end))
    }

    func pointer(of word: [UInt8]) -> PostingPointer? {
        let index = firstIndex(notBefore: word, in: places(of: word))
        guard index < count, compare(index, with: word) == 0, length(at: index) == word.count else { return nil }
        return pointer(at: index)
    }

    private func length(at index: Int) -> Int? {
        guard let start = offsets.uint32(index), let end = offsets.uint32(index + 1), start <= end else { return nil }
        return Int(end - start)
    }

    /// The first eight bytes of a word as a number, the first byte the highest; zeros behind a shorter one.
    func beginning(of index: Int) -> UInt64? {
        guard let start = offsets.uint32(index), let length = length(at: index) else { return nil }
        return beginning(at: Int(start), count: length)
    }

    @inline(__always)
    private func beginning(at start: Int, count: Int) -> UInt64? {
        if let eight = bytes.load(UInt64.self, at: start) {
            return count >= 8 ? eight.byteSwapped : eight.byteSwapped & ~(UInt64.max >> UInt64(count * 8))
        }
        var value: UInt64 = 0
        for place in 0..<min(8, count) {
            guard let byte = bytes.byte(start + place) else { return nil }
            value |= UInt64(byte) << UInt64(56 - 8 * place)
        }
        return value
    }

    private static func beginning(of word: [UInt8]) -> UInt64 {
        var value: UInt64 = 0
        for place in 0..<min(8, word.count) { value |= UInt64(word[place]) << UInt64(56 - 8 * place) }
        return value
    }

    /// Where a word must be looked for.
    private func places(of word: [UInt8]) -> Range<Int> {
        guard count >= Self.fewWords else { return 0..<count }
        return directory.places(of: Self.beginning(of: word), in: self)
    }

    /// Below 0 where the word at `index` sorts before `prefix`, 0 where it begins with it, above 0 elsewhere.
    private func compare(_ index: Int, with prefix: [UInt8]) -> Int {
        guard let start = offsets.uint32(index), let length = length(at: index) else { return 1 }
        for place in prefix.indices {
            guard place < length, let byte = bytes.byte(Int(start) + place) else { return -1 }
            if byte != prefix[place] { return byte < prefix[place] ? -1 : 1 }
        }
        return 0
    }

    /// The first word that does not sort before `prefix`; words that begin with it follow from there.
    func firstIndex(notBefore prefix: [UInt8]) -> Int { firstIndex(notBefore: prefix, in: 0..<count) }

    private func firstIndex(notBefore prefix: [UInt8], in range: Range<Int>) -> Int {
        let wanted = Self.beginning(of: prefix)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            // Most words differ in the first eight bytes already. A shorter word has zeros there, which no longer one has.
            let found = beginning(of: middle) ?? .max
            if found != wanted ? found < wanted : compare(middle, with: prefix) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Indices of all words that hold `part`: at their beginning, at their end, or anywhere.
    /// - Complexity: O(*n*) in the bytes of all words.
    func indices(containing part: [UInt8], anchor: WordAnchor) -> [Int] {
        (0..<count).filter { index in
            guard let word = word(at: index), word.count >= part.count else { return false }
            switch anchor {
            case .start: return word.starts(with: part)
            case .end: return word.suffix(part.count).elementsEqual(part)
            case .anywhere:
                return (0...(word.count - part.count)).contains { word[$0..<($0 + part.count)].elementsEqual(part) }
            }
        }
    }
}

/// Where in a word its known part stands.
enum WordAnchor: Sendable { case start, end, anywhere }
