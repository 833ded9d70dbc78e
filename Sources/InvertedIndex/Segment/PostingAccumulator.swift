/// Gathers the postings of one posting space in memory, in the order in which they come.
///
/// A Han term is met as a number and found in a table by open addressing; words go through a dictionary. Each gets
/// a running number, and a posting is (running number, ordinal, frequency). Sorting waits until the end.
struct PostingAccumulator {
    private var hanTable = HanTermTable()
    private var wordNumbers: [[UInt8]: UInt32] = [:]
    private var hanKeys: [(key: UInt64, number: UInt32)] = []
    private var terms: [UInt32] = []
    private var ordinals: [UInt32] = []
    private var frequencies: [UInt32] = []
    /// For each term, the index of its last posting.
    private var lastPosting: [UInt32] = []

    var postingCount: Int { terms.count }

    /// - Precondition: ordinals never fall from one call to the next.
    mutating func add(_ key: TermKey, ordinal: UInt32) {
        let (number, isNew) = hanTable.number(of: key.value, new: UInt32(lastPosting.count))
        if isNew {
            hanKeys.append((key.value, number))
            lastPosting.append(.max)
        }
        add(number: Int(number), ordinal: ordinal)
    }

    mutating func add(word: [UInt8], ordinal: UInt32) {
        if let number = wordNumbers[word] {
            add(number: Int(number), ordinal: ordinal)
        } else {
            let number = UInt32(lastPosting.count)
            wordNumbers[word] = number
            lastPosting.append(.max)
            add(number: Int(number), ordinal: ordinal)
        }
    }

    private mutating func add(number: Int, ordinal: UInt32) {
        let last = lastPosting[number]
        if last != .max, ordinals[Int(last)] == ordinal {
            frequencies[Int(last)] &+= 1
        } else {
            lastPosting[number] = UInt32(terms.count)
            terms.append(UInt32(number))
            ordinals.append(ordinal)
            frequencies.append(1)
        }
    }

    /// The sections of this posting space, sorted and encoded.
    consuming func encoded() -> PostingSpaceSections {
        let grouped = groupedByTerm()
        var sections = PostingSpaceSections()
        var encoder = PostingListEncoder()
        hanKeys.sort { $0.key < $1.key }
        var previous: UInt32?
        for (value, number) in hanKeys {
            let key = TermKey(value: value)
            if key.first != previous {
                sections.firsts.uint32(key.first)
                sections.starts.uint32(UInt32(sections.hanPointers.count / 4))
                previous = key.first
            }
            sections.seconds.uint24(key.second)
            sections.hanPointers.uint32(grouped.write(number, to: &sections.postings, with: &encoder))
        }
        sections.starts.uint32(UInt32(sections.hanPointers.count / 4))
        for (word, number) in wordNumbers.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            sections.wordOffsets.uint32(UInt32(sections.wordBytes.count))
            sections.wordBytes.append(word)
            sections.wordPointers.uint32(grouped.write(number, to: &sections.postings, with: &encoder))
        }
        sections.wordOffsets.uint32(UInt32(sections.wordBytes.count))
        return sections
    }

    /// A counting sort by term; postings of a term keep their order, which is ascending.
    private func groupedByTerm() -> GroupedPostings {
        var starts = [Int](repeating: 0, count: lastPosting.count + 1)
        for term in terms { starts[Int(term) + 1] += 1 }
        for term in 0..<lastPosting.count { starts[term + 1] += starts[term] }
        var place = starts
        var grouped = GroupedPostings(starts: starts, count: terms.count)
        for index in terms.indices {
            let term = Int(terms[index])
            grouped.ordinals[place[term]] = ordinals[index]
            grouped.frequencies[place[term]] = frequencies[index]
            place[term] += 1
        }
        return grouped
    }
}

/// Postings side by side, those of one term together.
private struct GroupedPostings {
    let starts: [Int]
    var ordinals: [UInt32]
    var frequencies: [UInt32]

    init(starts: [Int], count: Int) {
        self.starts = starts
        ordinals = [UInt32](repeating: 0, count: count)
        frequencies = [UInt32](repeating: 0, count: count)
    }

    /// Writes one term's postings and returns its pointer.
    func write(_ number: UInt32, to postings: inout ByteWriter, with encoder: inout PostingListEncoder) -> UInt32 {
        let range = starts[Int(number)]..<starts[Int(number) + 1]
        if range.count == 1, frequencies[range.lowerBound] == 1 {
            return PostingPointer.singleFlag | ordinals[range.lowerBound]
        }
        let offset = UInt32(postings.count)
        encoder.append(ordinals: ordinals[range], frequencies: frequencies[range], to: &postings)
        return offset
    }
}

/// The parts of a posting space as they go into a segment file.
struct PostingSpaceSections {
    var firsts = ByteWriter()
    var starts = ByteWriter()
    var seconds = ByteWriter()
    var hanPointers = ByteWriter()
    var wordOffsets = ByteWriter()
    var wordBytes = ByteWriter()
    var wordPointers = ByteWriter()
    var postings = ByteWriter()
}

/// Han terms and their running numbers: open addressing with linear probing, at most half full.
private struct HanTermTable {
    private var keys = [UInt64](repeating: .max, count: 1 << 12)
    private var numbers = [UInt32](repeating: 0, count: 1 << 12)
    private var used = 0

    /// The number of `key`; `new` becomes it where the key was not there.
    mutating func number(of key: UInt64, new: UInt32) -> (UInt32, isNew: Bool) {
        if used * 2 >= keys.count { grow() }
        let place = slot(of: key)
        if keys[place] == key { return (numbers[place], false) }
        keys[place] = key
        numbers[place] = new
        used += 1
        return (new, true)
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the high bits of a product with 2^64/φ are well mixed.
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
        while keys[place] != key && keys[place] != .max { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldNumbers) = (keys, numbers)
        keys = [UInt64](repeating: .max, count: oldKeys.count * 4)
        numbers = [UInt32](repeating: 0, count: oldKeys.count * 4)
        for index in oldKeys.indices where oldKeys[index] != .max {
            let place = slot(of: oldKeys[index])
            keys[place] = oldKeys[index]
            numbers[place] = oldNumbers[index]
        }
    }
}
