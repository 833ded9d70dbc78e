import InvertedIndex
import Testing

@Suite struct PostingListTests {
    struct Postings { var ordinals: [UInt32]; var frequencies: [UInt32] }

    static func random(_ count: Int, gap: UInt32, frequency: UInt32, seed: UInt64) -> Postings {
        var generator = SeededGenerator(seed)
        var postings = Postings(ordinals: [], frequencies: [])
        var next: UInt32 = 0
        for _ in 0..<count {
            next += UInt32.random(in: 0...gap, using: &generator)
            postings.ordinals.append(next)
            postings.frequencies.append(UInt32.random(in: 1...frequency, using: &generator))
            next += 1
        }
        return postings
    }

    /// - Parameter isBody: whether as a list of units, which may be a bitmap or in ranges.
    private func encoded(_ postings: Postings, before: Int = 0, isBody: Bool = false) -> [UInt8] {
        var writer = ByteWriter()
        for _ in 0..<before { writer.byte(0xEE) }
        var encoder = PostingListEncoder()
        let lengths = isBody ? [UInt8](repeating: 9, count: Int(postings.ordinals.last!) + 1) : []
        encoder.append(
            ordinals: postings.ordinals[...], frequencies: postings.frequencies[...], lengths: lengths, to: &writer)
        return writer.bytes
    }

    /// A plain walk over the arrays is what the cursor is held against.
    @Test(
        arguments: [1, 2, 127, 128, 129, 255, 256, 257, 300, 1_000, 1_280, 1_999],
        [
            (0, 1, false), (3, 1, false), (40, 9, false), (100_000, 70_000, false), (0, 1, true), (3, 1, true), (40, 9, true),
            (300, 3, true),
        ])
    func postingsComeBackInOrder(count: Int, shape: (gap: Int, frequency: Int, isBody: Bool)) throws {
        let postings = Self.random(count, gap: UInt32(shape.gap), frequency: UInt32(shape.frequency), seed: UInt64(count))
        let folder = TestFolder()
        let bytes = try folder.mapped(encoded(postings, before: 5, isBody: shape.isBody))
        var cursor = try #require(PostingCursor(bytes, at: 5, ordinalLimit: Int(postings.ordinals.last!) + 1))
        #expect(cursor.documentFrequency == count)
        for index in 0..<count {
            #expect(try cursor.next() == postings.ordinals[index])
            #expect(cursor.frequency == postings.frequencies[index])
        }
        #expect(try cursor.next() == .max)
        #expect(try cursor.advance(to: 0) == .max)
    }

    @Test(arguments: [1, 100, 128, 256, 1_000, 5_000], [(1, false), (20, false), (20, true), (500, false), (9_000, true)])
    func advancingFindsTheFirstAtOrAbove(count: Int, step: (stride: Int, isBody: Bool)) throws {
        let stride = step.stride
        let postings = Self.random(count, gap: 30, frequency: 3, seed: UInt64(count * 31 + stride))
        let folder = TestFolder()
        let bytes = try folder.mapped(encoded(postings, isBody: step.isBody))
        var cursor = try #require(PostingCursor(bytes, at: 0, ordinalLimit: Int(postings.ordinals.last!) + 1))
        var generator = SeededGenerator(9)
        var target: UInt32 = 0
        while target <= postings.ordinals.last! + 10 {
            let expected = postings.ordinals.firstIndex { $0 >= target }
            #expect(try cursor.advance(to: target) == expected.map { postings.ordinals[$0] } ?? .max)
            if let expected { #expect(cursor.frequency == postings.frequencies[expected]) }
            target += UInt32.random(in: 1...UInt32(stride), using: &generator)
        }
    }

    @Test func nextGoesOnBehindAnAdvance() throws {
        let postings = Self.random(700, gap: 5, frequency: 2, seed: 3)
        let folder = TestFolder()
        let bytes = try folder.mapped(encoded(postings))
        var cursor = try #require(PostingCursor(bytes, at: 0, ordinalLimit: Int(postings.ordinals.last!) + 1))
        _ = try cursor.advance(to: postings.ordinals[300])
        for index in 301..<700 { #expect(try cursor.next() == postings.ordinals[index]) }
    }

    @Test func aSinglePostingNeedsNoBytes() throws {
        let folder = TestFolder()
        let bytes = try folder.mapped([0])
        var cursor = try #require(PostingCursor(single: 7, in: bytes, ordinalLimit: 8))
        #expect(try cursor.advance(to: 3) == 7)
        #expect(try cursor.next() == .max)
        #expect(PostingCursor(single: 8, in: bytes, ordinalLimit: 8) == nil)
    }

    @Test func ordinalsBeyondTheLimitAreDamage() throws {
        let postings = Self.random(200, gap: 5, frequency: 2, seed: 4)
        let folder = TestFolder()
        let bytes = try folder.mapped(encoded(postings))
        var cursor = try #require(PostingCursor(bytes, at: 0, ordinalLimit: Int(postings.ordinals.last!)))
        #expect(throws: IndexError.self) { while try cursor.next() != .max {} }
    }

    @Test(arguments: [(50, false), (50, true), (5, true)])
    func anyFlippedByteGivesAnErrorOrPostingsInOrder(gap: Int, isBody: Bool) throws {
        let postings = Self.random(400, gap: UInt32(gap), frequency: 9, seed: 6)
        let sound = encoded(postings, isBody: isBody)
        var generator = SeededGenerator(7)
        for _ in 0..<300 {
            var damaged = sound
            damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            let folder = TestFolder()
            let limit = Int(postings.ordinals.last!) + 1
            guard var cursor = PostingCursor(try folder.mapped(damaged), at: 0, ordinalLimit: limit) else { continue }
            var previous = -1
            do throws(IndexError) {
                while try cursor.next() != .max {
                    #expect(Int(cursor.ordinal) > previous && Int(cursor.ordinal) < limit)
                    previous = Int(cursor.ordinal)
                }
            } catch {
                #expect(error.reason == .damaged(part: "postings"))
            }
        }
    }
}
