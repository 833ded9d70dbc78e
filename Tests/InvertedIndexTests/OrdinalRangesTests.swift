import InvertedIndex
import Testing

/// Lists whose ordinals stand in ranges of 256, held against sets.
@Suite struct OrdinalRangesTests {
    private func cursor(_ ordinals: [UInt32], limit: Int, damaging place: Int? = nil, with byte: UInt8 = 0) throws -> PostingCursor? {
        var writer = ByteWriter()
        var encoder = PostingListEncoder()
        let ones = [UInt32](repeating: 1, count: ordinals.count)
        encoder.append(
            ordinals: ordinals[...], frequencies: ones[...], lengths: [UInt8](repeating: 9, count: limit), to: &writer)
        var bytes = writer.bytes
        if let place { bytes[place] = byte }
        return PostingCursor(try TestFolder().mapped(bytes), at: 0, ordinalLimit: limit)
    }

    /// Where they stand close together, a range has more than eight, then sixteen ordinals, and its neighbours have none.
    @Test(arguments: [1, 3, 11, 40], [2_000, 30_000])
    func whatIsInAListAndWhatIsNot(together: Int, limit: Int) throws {
        var generator = SeededGenerator(UInt64(together * limit))
        var all: Set<UInt32> = []
        while all.count < max(130, limit / 90) {
            let start = Int.random(in: 0..<(limit - together), using: &generator)
            for ordinal in start..<(start + together) { all.insert(UInt32(ordinal)) }
        }
        let list = try #require(try cursor(all.sorted(), limit: limit))
        #expect(list.canLookUp && !list.hasBitmap)
        for ordinal in 0..<UInt32(limit + 300) { #expect(list.contains(ordinal) == all.contains(ordinal), "\(ordinal)") }
    }

    @Test func aFullRangeIsPackedInstead() throws {
        let scattered = stride(from: UInt32(2_000), to: 30_000, by: 190)
        for first in [UInt32(255), 256, 257] {
            let ordinals = Array(first..<(first + 256)) + scattered
            var list = try #require(try cursor(ordinals, limit: 30_000))
            #expect(list.canLookUp == (first != 256))
            for ordinal in ordinals { #expect(try list.next() == ordinal) }
        }
    }

    /// The directory begins behind the count and the layout; its numbers are what a reader could be led astray by.
    @Test(arguments: [UInt8(0), 1, 7, 128, 255])
    func aDamagedDirectoryLeadsNobodyOutOfTheFile(byte: UInt8) throws {
        let ordinals = Array(stride(from: UInt32(0), to: 30_000, by: 100))
        for place in 3..<(3 + 15 * 12) {
            guard var list = try cursor(ordinals, limit: 30_000, damaging: place, with: byte) else { continue }
            for ordinal in 0..<UInt32(30_000) { _ = list.contains(ordinal) }
            var previous = -1
            do throws(IndexError) {
                while try list.next() != .max {
                    #expect(Int(list.ordinal) > previous && list.ordinal < 30_000)
                    previous = Int(list.ordinal)
                }
            } catch {
                #expect(error.reason == .damaged(part: "postings"))
            }
        }
    }
}
