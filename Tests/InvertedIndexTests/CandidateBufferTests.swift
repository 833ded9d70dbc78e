import InvertedIndex
import Testing

/// Lists of a space of ``units`` units, so that long ones are bitmaps and others in ranges.
@Suite struct CandidateBufferTests {
    private static let units = 6_000

    private func cursor(_ ordinals: [UInt32], _ frequencies: [UInt32], in folder: TestFolder) throws -> PostingCursor {
        var writer = ByteWriter()
        var encoder = PostingListEncoder()
        encoder.append(
            ordinals: ordinals[...], frequencies: frequencies[...],
            lengths: [UInt8](repeating: 9, count: Self.units), to: &writer)
        return try #require(
            PostingCursor(try folder.mapped(writer.bytes), at: 0, ordinalLimit: Self.units))
    }

    private func random(_ share: Double, _ generator: inout SeededGenerator) -> [UInt32] {
        (0..<UInt32(Self.units)).filter { _ in Double.random(in: 0..<1, using: &generator) < share }
    }

    /// Two sets are what two lists are held against, block by block.
    @Test(arguments: [0.002, 0.01, 0.05, 0.3], [0.004, 0.03, 0.09, 0.5])
    func candidatesAreTheUnitsOfBothLists(first: Double, second: Double) throws {
        var generator = SeededGenerator(UInt64(first * 1e6 + second * 1e3))
        let (folder, otherFolder) = (TestFolder(), TestFolder())
        let (left, right) = (random(first, &generator), random(second, &generator))
        var lead = try cursor(left, left.map { $0 % 5 + 1 }, in: folder)
        var other = try cursor(right, right.map { $0 % 3 + 1 }, in: otherFolder)
        let buffer = CandidateBuffer()
        var found: [UInt32] = []
        var unit = try lead.next()
        while unit != .max {
            // Nothing is asked for beyond either list's block.
            let end = min(lead.lastOrdinal(of: lead.look(for: unit)), other.lastOrdinal(of: other.look(for: unit)))
            let last = unsafe buffer.fill(from: &lead, through: min(end, UInt32(Self.units - 1)))
            #expect((0..<buffer.count).allSatisfy { buffer[$0] >= unit && buffer[$0] <= last })
            if other.canLookUp {
                unsafe buffer.keep(inListOf: &other)
            } else {
                try other.loadLooked()
                unsafe buffer.keep(inBlockOf: &other)
            }
            found += (0..<buffer.count).map { buffer[$0] }
            unit = try lead.advance(to: last + 1)
        }
        #expect(found == left.filter(Set(right).contains))
    }

    @Test(arguments: [0.03, 0.09, 0.11, 0.4, 0.97])
    func frequenciesAreLookedUp(share: Double) throws {
        var generator = SeededGenerator(UInt64(share * 100))
        let ordinals = random(share, &generator)
        let frequencies = ordinals.map { _ in UInt32.random(in: 1...9, using: &generator) }
        for stride in [1, 2, 7, 150, 900] {
            // A fresh one each time: a search only goes upwards.
            let folder = TestFolder()
            var cursor = try cursor(ordinals, frequencies, in: folder)
            #expect(cursor.canLookUp && cursor.hasBitmap == (share > 0.1))
            for index in Swift.stride(from: stride / 2, to: ordinals.count, by: stride) {
                #expect(try cursor.lookedUpFrequency(at: ordinals[index]) == frequencies[index])
            }
        }
    }

    /// Each width of packed gaps has its own code.
    @Test(arguments: 0..<22)
    func gapsOfEveryWidthComeBack(width: Int) throws {
        var generator = SeededGenerator(UInt64(width))
        var ordinals: [UInt32] = []
        var next: UInt32 = 0
        for index in 0..<384 {
            // The widest gap is in each block.
            next += index % 128 == 5 ? (1 << UInt32(width)) - 1 : UInt32.random(in: 0..<(1 << UInt32(width)), using: &generator)
            ordinals.append(next)
            next += 1
        }
        let frequencies = ordinals.map { $0 % (1 << UInt32(width)) + 1 }
        var writer = ByteWriter()
        var encoder = PostingListEncoder()
        encoder.append(ordinals: ordinals[...], frequencies: frequencies[...], to: &writer)
        let folder = TestFolder()
        var cursor = try #require(PostingCursor(try folder.mapped(writer.bytes), at: 0, ordinalLimit: Int(next)))
        for index in ordinals.indices {
            #expect(try cursor.next() == ordinals[index])
            #expect(cursor.frequency == frequencies[index])
        }
        cursor.restart()
        for index in ordinals.indices {
            _ = try cursor.next()
            if index % 128 == 0 { cursor.unpackFrequencies() }
            #expect(cursor.frequency == frequencies[index])
        }
    }
}
