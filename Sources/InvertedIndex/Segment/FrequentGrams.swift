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
        var units = UnitWalk(stream)
        if scalars.isEmpty {
            next.find(bigrams, in: stream, &units)
        } else {
            next.find(longer: found, where: isFrequent, &units)
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
        let units = found.takeUnits()
        bucket.sort(found.numbers.span, units.span)
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
    /// Ascending.
    private(set) var places: [UInt32] = []
    /// The number of the pair at each place.
    private(set) var numbers: [UInt16] = []
    /// The unit that holds each place.
    private var units: [UInt32] = []
    private(set) var numbering = PairNumbers()

    /// Pairs of bigrams; `walk` tells their units.
    mutating func find(_ bigrams: [(first: UInt16, second: UInt16)], in stream: HanStream, _ walk: inout UnitWalk) {
        let table = BigramTable(bigrams, codeCount: stream.characters.count)
        let codes = stream.codes.span
        // The last code is 0, which begins no bigram.
        var first = 0
        while first < codes.count - 2 {
            first = table.firstPlace(in: codes, from: first)
            guard first < codes.count - 2 else { break }
            // A run of frequent bigrams: each is looked up once.
            var left: UInt16?
            while table.contains(codes[first + 1], codes[first + 2]) {
                let right = table.number(codes[first + 1], codes[first + 2])
                take(first, left ?? table.number(codes[first], codes[first + 1]), right, &walk)
                left = right
                first += 1
            }
            first += 2
        }
    }

    /// Pairs of the strings that shorter pairs make.
    mutating func find(longer shorter: FoundPairs, where isFrequent: [Bool], _ walk: inout UnitWalk) {
        let (places, numbers, isFrequent) = (shorter.places.span, shorter.numbers.span, isFrequent.span)
        for index in 0..<max(0, places.count - 1) where places[index + 1] == places[index] + 1 {
            let (left, right) = (numbers[index], numbers[index + 1])
            if isFrequent[Int(left)] && isFrequent[Int(right)] { take(Int(places[index]), left, right, &walk) }
        }
    }

    @inline(__always)
    private mutating func take(_ place: Int, _ left: UInt16, _ right: UInt16, _ walk: inout UnitWalk) {
        places.append(UInt32(truncatingIfNeeded: place))
        numbers.append(numbering.number(of: left, right))
        units.append(walk.unit(at: place))
    }

    /// The units, which are then forgotten: longer strings need only places and numbers.
    mutating func takeUnits() -> [UInt32] {
        defer { units = [] }
        return units
    }
}

/// Tells the units of places that ascend.
private struct UnitWalk {
    private let starts: [UInt32]
    private let end: Int
    private var current = 0
    private var next: Int

    init(_ stream: HanStream) {
        starts = stream.unitStarts
        end = stream.codes.count
        next = starts.count > 1 ? Int(starts[1]) : end
    }

    @inline(__always)
    mutating func unit(at place: Int) -> UInt32 {
        while place >= next, current + 1 < starts.count {
            current += 1
            next = current + 1 < starts.count ? Int(starts[current + 1]) : end
        }
        return UInt32(truncatingIfNeeded: current)
    }
}
