/// Sorts the Han terms of a segment: first into buckets by first character, then each bucket by second character.
///
/// Characters are small codes, so both steps are counting sorts and no term is ever hashed or compared. Each keeps the order
/// of the text, so the units of a term come out ascending. Where there are very many terms the buckets are filled in groups, one
/// after the other. Memory: four bytes for each term of a group.
struct BigramSorter {
    private let stream: HanStream
    private let order: [UInt16]
    private let ranks: [UInt16]

    /// Terms of a group, about, where there are not very many.
    private static let groupSize = 24_000_000
    /// More groups are not made, because for each of them the whole text is gone through.
    private static let mostGroups = 3

    init(_ stream: HanStream) {
        self.stream = stream
        (order, ranks) = stream.sortedCodes()
    }

    /// Calls `body` with each group of buckets, and their first characters in order.
    func forEachGroup(_ body: (BucketGroup, ArraySlice<UInt16>) -> Void) {
        var group = BucketGroup()
        for firsts in groups() {
            group.fill(order[firsts], of: stream)
            body(group, order[firsts])
        }
    }

    /// For the buckets of this stream.
    func bucket() -> SortedBucket { SortedBucket(order: order, ranks: ranks) }

    /// Places in the order of the codes: none has more terms than a group's and one bucket's besides.
    private func groups() -> [Range<Int>] {
        let total = order.dropFirst().reduce(0) { $0 + stream.termCounts[Int($1)] }
        let size = max(Self.groupSize, total / Self.mostGroups + 1)
        var groups: [Range<Int>] = []
        var start = 1
        var count = 0
        for place in order.indices.dropFirst() {
            count += stream.termCounts[Int(order[place])]
            if count >= size || place + 1 == order.count {
                groups.append(start..<(place + 1))
                (start, count) = (place + 1, 0)
            }
        }
        return groups
    }
}
