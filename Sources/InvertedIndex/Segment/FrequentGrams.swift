/// Finds the strings of three and more Han characters that are made of frequent parts, and where they stand.
///
/// A phrase of frequent bigrams has many candidates and few hits. So a string has postings of its own where both of its
/// parts one character shorter, the first characters and the last, occur in at least ``threshold`` units; then, of a string
/// whose parts are that frequent, no postings means no hit. (The idea is SeekStorm's n-gram indexing of frequent terms.)
struct FrequentGrams {
    /// Units that make a string frequent.
    let threshold: Int
    /// Strings of so many characters were looked for; 2 where none were.
    private(set) var longest = 2
    private(set) var grams: [Gram] = []

    struct Gram {
        let scalars: [UInt32]
        /// Where its postings were written.
        let pointer: UInt32
    }

    /// Longer strings are not looked for.
    static let limit = 12

    /// A seventy-second of the units, so that a larger segment has more postings for the same strings, not more strings.
    ///
    /// - Parameter least: in a small segment, where looking at every match costs little, strings are not frequent below that.
    static func threshold(units: Int, least: Int) -> Int { max(least, units / 72) }

    static let least = 512

    init(threshold: Int) { self.threshold = threshold }

    /// Strings one character longer than those before, whose postings are written.
    mutating func take(_ longer: [Gram]) {
        longest += 1
        grams += longer
    }

    /// - Parameters:
    ///   - bigrams: codes of the bigrams in at least ``threshold`` units.
    ///   - space: takes the postings, length by length, so that no more than those of one length are held beside it.
    mutating func find(
        in stream: HanStream, frequent bigrams: [(first: UInt16, second: UInt16)], writingTo space: inout PostingSpaceSections
    ) {
        guard bigrams.count > 1, bigrams.count < Int(UInt16.max) else { return }
        var level = GramLevel(bigrams, threshold: threshold)
        while longest < Self.limit, level.grow(in: stream) {
            longest += 1
            grams += level.grams(writingTo: &space)
        }
    }
}

/// The strings of one length whose parts are frequent, and the places where they begin.
private struct GramLevel {
    private var found = FoundPairs()
    /// The characters of each string.
    private var scalars: [[UInt32]] = []
    /// Whether each is in enough units to be a part of longer ones.
    private var isFrequent: [Bool] = []
    private let bigrams: [(first: UInt16, second: UInt16)]
    private let threshold: Int

    init(_ bigrams: [(first: UInt16, second: UInt16)], threshold: Int) {
        self.bigrams = bigrams
        self.threshold = threshold
    }

    /// Goes on to strings one character longer; false where there are none, or too many to number.
    mutating func grow(in stream: HanStream) -> Bool {
        var next = FoundPairs()
        if scalars.isEmpty {
            next.find(bigrams, in: stream)
        } else {
            next.find(longer: found, where: isFrequent)
        }
        let pairs = next.numbering.pairs
        guard next.numbering.isWhole, !pairs.isEmpty else { return false }
        scalars = pairs.map { left, right in
            if !scalars.isEmpty { return scalars[Int(left)] + scalars[Int(right)].suffix(1) }
            return [bigrams[Int(left)].first, bigrams[Int(left)].second, bigrams[Int(right)].second]
                .map { stream.characters[Int($0)] }
        }
        found = next
        return true
    }

    mutating func grams(writingTo space: inout PostingSpaceSections) -> [FrequentGrams.Gram] {
        var grams: [FrequentGrams.Gram] = []
        var bucket = SortedBucket(keyCount: scalars.count)
        bucket.sort(found.entries.span, found.parts)
        isFrequent = [Bool](repeating: false, count: scalars.count)
        bucket.forEachKey { number, ordinals, frequencies in
            isFrequent[Int(number)] = ordinals.count >= threshold
            grams.append(FrequentGrams.Gram(scalars: scalars[Int(number)], pointer: space.write(ordinals, frequencies)))
        }
        return grams
    }
}

/// Where pairs of frequent strings overlap in all but one character.
private struct FoundPairs {
    /// Where each pair begins, in the codes of its chunk; ascending in a chunk.
    private var places: [UInt32] = []
    /// The number of each pair above, that of the unit in its chunk below.
    private(set) var entries: [UInt32] = []
    /// Those of each chunk.
    private(set) var parts: [SortedBucket.Part] = []
    private(set) var numbering = PairNumbers()
    /// Places and pairs that were found last.
    private var foundPlaces: [UInt32] = []
    private var foundPairs: [UInt32] = []

    /// Pairs of bigrams.
    mutating func find(_ bigrams: [(first: UInt16, second: UInt16)], in stream: HanStream) {
        let table = BigramTable(bigrams, codeCount: stream.characters.count)
        for chunk in stream.chunks {
            let codes = chunk.memory.span
            for unit in 0..<chunk.unitCount {
                let range = chunk.codes(ofUnit: unit)
                makeRoom(range.count)
                let count = table.findPairs(in: codes, range, &foundPlaces, &foundPairs)
                places.append(contentsOf: foundPlaces[..<count])
                for index in 0..<count {
                    entries.append(UInt32(numbering.number(of: foundPairs[index])) << 16 | UInt32(truncatingIfNeeded: unit))
                }
            }
            parts.append(SortedBucket.Part(end: entries.count, firstUnit: UInt32(chunk.firstUnit)))
        }
    }

    private mutating func makeRoom(_ count: Int) {
        guard foundPlaces.count < count else { return }
        foundPlaces = [UInt32](repeating: 0, count: count * 2)
        foundPairs = foundPlaces
    }

    /// Pairs of the strings that shorter pairs make.
    mutating func find(longer shorter: FoundPairs, where isFrequent: [Bool]) {
        var start = 0
        for part in shorter.parts {
            let (places, entries, isFrequent) = (shorter.places.span, shorter.entries.span, isFrequent.span)
            for index in start..<max(start, part.end - 1) where places[index + 1] == places[index] + 1 {
                let (left, right) = (entries[index] >> 16, entries[index + 1] >> 16)
                guard isFrequent[Int(left)] && isFrequent[Int(right)] else { continue }
                self.places.append(places[index])
                self.entries.append(UInt32(numbering.number(of: left << 16 | right)) << 16 | entries[index] & 0xFFFF)
            }
            start = part.end
            parts.append(SortedBucket.Part(end: self.entries.count, firstUnit: part.firstUnit))
        }
    }
}
