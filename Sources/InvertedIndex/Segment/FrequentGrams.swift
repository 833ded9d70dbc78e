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

    /// - Parameters:
    ///   - bigrams: codes of the bigrams in at least ``threshold`` units.
    ///   - space: takes the postings, length by length, so that no more than those of one length are held beside it.
    mutating func find(
        in stream: HanStream, frequent bigrams: [(first: UInt16, second: UInt16)], writingTo space: inout PostingSpaceSections
    ) {
        guard bigrams.count > 1, bigrams.count < Int(UInt16.max) else { return }
        var level = GramLevel(bigrams)
        while longest < Self.limit, level.grow(in: stream, threshold: threshold) {
            longest += 1
            grams += level.grams(writingTo: &space)
        }
    }
}

/// The strings of one length whose parts are frequent, and the places where they begin.
private struct GramLevel {
    /// Ascending.
    private var places: [UInt32] = []
    /// The number of the string at each place.
    private var numbers: [UInt16] = []
    /// The characters of each string.
    private var scalars: [[UInt32]] = []
    private var postings = GramPostings()
    private let bigrams: [(first: UInt16, second: UInt16)]
    private var isFirst = true

    init(_ bigrams: [(first: UInt16, second: UInt16)]) { self.bigrams = bigrams }

    /// Goes on to strings one character longer; false where there are none, or too many to number.
    mutating func grow(in stream: HanStream, threshold: Int) -> Bool {
        var next = GramLevel(bigrams)
        next.isFirst = false
        var keys = KeyNumbers()
        var unit = UnitWalk(stream)
        var fits = true
        forEachPair(in: stream, threshold: threshold) { place, left, right in
            let number = keys.number(of: UInt64(left) << 16 | UInt64(right))
            if number >= Int(UInt16.max) { fits = false }
            next.places.append(UInt32(truncatingIfNeeded: place))
            next.numbers.append(UInt16(truncatingIfNeeded: number))
            next.postings.add(UInt32(truncatingIfNeeded: number), unit: unit.unit(at: place))
        }
        guard fits, !keys.keys.isEmpty else { return false }
        next.scalars = keys.keys.map { key in
            let (left, right) = (Int(key >> 16), Int(key & 0xFFFF))
            if !isFirst { return scalars[left] + scalars[right].suffix(1) }
            return [bigrams[left].first, bigrams[left].second, bigrams[right].second].map { stream.characters[Int($0)] }
        }
        self = next
        return true
    }

    /// Calls `body` with each place where two frequent strings overlap in all but one character, and their numbers.
    private func forEachPair(in stream: HanStream, threshold: Int, _ body: (Int, UInt16, UInt16) -> Void) {
        guard isFirst else {
            let isFrequent = postings.counts.map { $0 >= threshold }
            for index in places.indices.dropLast() where places[index + 1] == places[index] + 1 {
                let (left, right) = (numbers[index], numbers[index + 1])
                if isFrequent[Int(left)] && isFrequent[Int(right)] { body(Int(places[index]), left, right) }
            }
            return
        }
        let table = BigramTable(bigrams, codeCount: stream.characters.count)
        unsafe stream.codes.withUnsafeBufferPointer { codes in
            var left: UInt16 = 0
            // The last code is 0, which begins no bigram.
            for place in 0..<max(0, codes.count - 1) {
                let right = unsafe table[codes[place], codes[place + 1]]
                if left != 0 && right != 0 { body(place - 1, left - 1, right - 1) }
                left = right
            }
        }
    }

    mutating func grams(writingTo space: inout PostingSpaceSections) -> [FrequentGrams.Gram] {
        let grouped = postings.grouped()
        postings.forgetAllButCounts()
        return postings.counts.indices.map {
            FrequentGrams.Gram(
                scalars: scalars[$0],
                pointer: space.write(grouped.ordinals(of: UInt32($0)), grouped.frequencies(of: UInt32($0))))
        }
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

/// Postings of numbered strings, as they are met.
private struct GramPostings {
    private var terms: [UInt32] = []
    private var ordinals: [UInt32] = []
    private var frequencies: [UInt32] = []
    private var last: [UInt32] = []
    /// Units that hold each.
    private(set) var counts: [Int] = []

    @inline(__always)
    mutating func add(_ number: UInt32, unit: UInt32) {
        if Int(number) == counts.count {
            counts.append(0)
            last.append(.max)
        }
        let index = last[Int(number)]
        if index != .max, ordinals[Int(index)] == unit {
            frequencies[Int(index)] += 1
            return
        }
        last[Int(number)] = UInt32(terms.count)
        counts[Int(number)] += 1
        terms.append(number)
        ordinals.append(unit)
        frequencies.append(1)
    }

    mutating func forgetAllButCounts() {
        terms = []
        ordinals = []
        frequencies = []
        last = []
    }

    func grouped() -> GroupedPostings { GroupedPostings(terms, ordinals, frequencies, termCount: counts.count) }
}

/// Numbers of the frequent bigrams, by their codes.
private struct BigramTable {
    private var rows: [UInt16]
    private var columns: [UInt16]
    private var numbers: [UInt16] = []
    private var width = 0

    init(_ bigrams: [(first: UInt16, second: UInt16)], codeCount: Int) {
        rows = [UInt16](repeating: 0, count: codeCount)
        columns = [UInt16](repeating: 0, count: codeCount)
        var (rowCount, columnCount): (UInt16, UInt16) = (1, 1)
        for (first, second) in bigrams {
            if rows[Int(first)] == 0 {
                rows[Int(first)] = rowCount
                rowCount += 1
            }
            if columns[Int(second)] == 0 {
                columns[Int(second)] = columnCount
                columnCount += 1
            }
        }
        width = Int(columnCount)
        numbers = [UInt16](repeating: 0, count: Int(rowCount) * width)
        for (number, bigram) in bigrams.enumerated() {
            numbers[Int(rows[Int(bigram.first)]) * width + Int(columns[Int(bigram.second)])] = UInt16(number + 1)
        }
    }

    @inline(__always)
    subscript(first: UInt16, second: UInt16) -> UInt16 {
        let row = rows[Int(first)]
        guard row != 0 else { return 0 }
        return numbers[Int(row) * width + Int(columns[Int(second)])]
    }
}
