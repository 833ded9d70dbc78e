/// Sorts and writes the Han terms of a segment's texts.
struct TermWriter: Sendable {
    private let stream: HanStream
    private let sorter: BigramSorter
    private let lengths: [UInt8]
    private let threshold: Int

    /// The codes of a bigram.
    typealias Bigram = (first: UInt16, second: UInt16)

    /// - Parameters:
    ///   - lengths: the code of each unit's length.
    ///   - threshold: units that make a bigram frequent.
    init(_ stream: HanStream, lengths: [UInt8], threshold: Int) {
        self.stream = stream
        self.lengths = lengths
        self.threshold = threshold
        sorter = BigramSorter(stream)
    }

    /// Writes all terms, and returns the frequent bigrams.
    ///
    /// - Parameters:
    ///   - threads: with more than one, the second half is written on a second one.
    ///   - isReady: called before that begins, whatever the number of threads.
    func write(to space: inout PostingSpaceSections, threads: Int, isReady: () -> Void) -> [Bigram] {
        var frequent: [Bigram] = []
        sorter.forEachGroup { group, firsts in
            isReady()
            let middle = threads > 1 ? Self.middle(of: firsts, group) : firsts.endIndex
            let rest = SideWork {
                var space = PostingSpaceSections(lengths: lengths, room: 2 * Self.count(firsts[middle...], group))
                let frequent = write(firsts[middle...], of: group, to: &space)
                return (space, frequent)
            }
            if threads > 1 { rest.begin() }
            frequent += write(firsts[..<middle], of: group, to: &space)
            let (restSpace, restFrequent) = rest.value()
            space.append(restSpace)
            frequent += restFrequent
        }
        space.finishHan()
        return frequent
    }

    private static func count(_ firsts: ArraySlice<UInt16>, _ group: BucketGroup) -> Int {
        firsts.reduce(0) { $0 + group.count($1) }
    }

    /// Where half of the terms are behind.
    private static func middle(of firsts: ArraySlice<UInt16>, _ group: BucketGroup) -> Int {
        let total = count(firsts, group)
        var count = 0
        for place in firsts.indices {
            count += group.count(firsts[place])
            if count * 2 >= total { return place + 1 }
        }
        return firsts.endIndex
    }

    private func write(
        _ firsts: ArraySlice<UInt16>, of group: BucketGroup, to space: inout PostingSpaceSections
    ) -> [Bigram] {
        let characters = stream.characters
        let threshold = threshold
        var frequent: [Bigram] = []
        var bucket = sorter.bucket()
        for first in firsts where group.count(first) > 0 {
            group.sort(first, in: &bucket)
            bucket.forEachKey { second, ordinals, frequencies in
                space.append(TermKey(characters[Int(first)], characters[Int(second)]), ordinals, frequencies)
                if second != 0, ordinals.count >= threshold { frequent.append((first, second)) }
            }
        }
        return frequent
    }
}
