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
    /// 1 for each that is in enough units to be a part of longer ones, 0 for the others.
    private var isFrequent: [UInt8] = []
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
            next.find(BigramTable(bigrams, codeCount: stream.characters.count), in: stream)
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
        found.sort(in: &bucket)
        isFrequent = [UInt8](repeating: 0, count: scalars.count)
        bucket.forEachKey { number, ordinals, frequencies in
            isFrequent[Int(number)] = ordinals.count >= threshold ? 1 : 0
            grams.append(FrequentGrams.Gram(scalars: scalars[Int(number)], pointer: space.write(ordinals, frequencies)))
        }
        return grams
    }
}

