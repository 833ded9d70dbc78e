import InvertedIndex
import Testing

@Suite struct CodecTests {
    @Test func theChecksumIsCastagnolis() {
        #expect(CRC32C.checksum(of: Array("123456789".utf8)) == 0xE306_9283)
        #expect(CRC32C.checksum(of: [UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
        #expect(CRC32C.checksum(of: []) == 0)
    }

    /// Bit by bit, as the polynomial has it.
    private static func plainChecksum(_ bytes: [UInt8]) -> UInt32 {
        var state = UInt32.max
        for byte in bytes {
            state ^= UInt32(byte)
            for _ in 0..<8 { state = (state & 1) == 1 ? (state >> 1) ^ 0x82F6_3B78 : state >> 1 }
        }
        return ~state
    }

    @Test(arguments: [1, 7, 8, 9, 4_095, 12_287, 12_288, 12_289, 24_576, 50_000])
    func theChecksumOfLongDataToo(count: Int) {
        var generator = SeededGenerator(UInt64(count))
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        #expect(CRC32C.checksum(of: bytes) == Self.plainChecksum(bytes))
        let start = CRC32C.checksum(of: Array(bytes[..<(count / 3)]))
        let rest = Array(bytes[(count / 3)...])
        let whole = unsafe rest.withUnsafeBytes { unsafe CRC32C.checksum(of: $0, continuing: start) }
        #expect(whole == Self.plainChecksum(bytes))
    }

    @Test func varintsComeBack() throws {
        var generator = SeededGenerator(1)
        var values: [UInt32] = [0, 1, 127, 128, 16_383, 16_384, .max]
        for _ in 0..<2_000 { values.append(UInt32.random(in: 0...(.max), using: &generator) >> UInt32.random(in: 0...31, using: &generator)) }
        var writer = ByteWriter()
        for value in values { writer.varint(value) }
        let bytes = try TestFolder().mapped(writer.bytes)
        var place = 0
        for value in values { #expect(bytes.varint(&place) == value) }
        #expect(place == bytes.count)
        #expect(bytes.varint(&place) == nil)
    }

    @Test func aVarintBeyond32BitsIsRefused() throws {
        let bytes = try TestFolder().mapped([0xFF, 0xFF, 0xFF, 0xFF, 0x1F, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80])
        var place = 0
        #expect(bytes.varint(&place) == nil)
        place = 5
        #expect(bytes.varint(&place) == nil)
    }

    @Test(arguments: 0...32)
    func blocksOfEveryWidthComeBack(width: Int) throws {
        var generator = SeededGenerator(UInt64(width))
        let highest: UInt32 = width == 32 ? .max - 1 : (1 << UInt32(width)) - 1
        let gapLimit: UInt32 = width > 23 ? (1 << 23) - 1 : highest
        var ordinals: [UInt32] = []
        var frequencies: [UInt32] = []
        var next: UInt32 = 0
        for index in 0..<128 {
            next += UInt32.random(in: 0...gapLimit, using: &generator)
            ordinals.append(next)
            frequencies.append((index == 77 ? highest : UInt32.random(in: 0...highest, using: &generator)) + 1)
            next += 1
        }
        var writer = ByteWriter()
        var encoder = PostingListEncoder()
        encoder.append(ordinals: ordinals[...], frequencies: frequencies[...], to: &writer)
        let folder = TestFolder()
        var cursor = try #require(PostingCursor(try folder.mapped(writer.bytes), at: 0, ordinalLimit: Int(next)))
        for index in 0..<128 {
            #expect(try cursor.next() == ordinals[index])
            #expect(cursor.frequency == frequencies[index])
        }
        let cut = TestFolder()
        var short = try #require(PostingCursor(try cut.mapped(writer.bytes.dropLast()), at: 0, ordinalLimit: Int(next)))
        if width > 0 { #expect(throws: IndexError.self) { try short.next() } }
    }

    @Test func whatBoundsABlockIsSoundForEveryPostingInIt() {
        var generator = SeededGenerator(3)
        for _ in 0..<200 {
            var impact = BlockImpact()
            let postings = (0..<Int.random(in: 1...128, using: &generator)).map { _ in
                (frequency: UInt32.random(in: 1...6, using: &generator), length: UInt8.random(in: 0...90, using: &generator))
            }
            for posting in postings { impact.add(frequency: posting.frequency, length: posting.length) }
            #expect(BlockImpact(packed: impact.packed) == impact)
            #expect(impact.shortest == postings.map(\.length).min())
            #expect(UInt32(impact.highest) == postings.map(\.frequency).max())
            #expect(impact.shortestTwice == postings.filter { $0.frequency > 1 }.map(\.length).min() ?? .max)
            #expect(impact.shortestMore == postings.filter { $0.frequency > 2 }.map(\.length).min() ?? .max)
        }
    }

    @Test func lengthsAreExactBelow16AndWithinAnEighthAbove() {
        for length in 0..<16 { #expect(UnitLength.length(of: UnitLength.code(for: length)) == length) }
        var previous = 0
        for length in 16..<200_000 {
            let kept = UnitLength.length(of: UnitLength.code(for: length))
            #expect(kept <= length && (length - kept) * 8 <= length)
            #expect(kept >= previous)
            previous = kept
        }
        #expect(UnitLength.code(for: 135) == 40)
        #expect(UnitLength.length(of: 40) == 128)
    }

    /// Code of `text` after training on it, and the decoder for it.
    private func coded(_ texts: [String]) throws -> (table: SymbolTable, code: [UInt8], decoded: [UInt32]) {
        let table = SymbolTrainer(texts).table()
        var encoder = SymbolEncoder(table)
        var code = ByteWriter()
        for text in texts { encoder.append(text, to: &code) }
        let (first, second) = (TestFolder(), TestFolder())
        let decoder = try #require(SymbolDecoder(try first.mapped(table.encoded().bytes)))
        let bytes = try second.mapped(code.bytes)
        var output: [UInt32] = []
        #expect(decoder.append(0..<bytes.count, of: bytes, to: &output))
        #expect(!decoder.append(0..<(bytes.count + 1), of: bytes, to: &output))
        return (table, code.bytes, output)
    }

    @Test func textComesBackWhateverItsCharacters() throws {
        var generator = SeededGenerator(5)
        // More distinct characters than there are codes for, some beyond the basic plane, some common, a NUL.
        var scalars = (0x3400..<0x3400 + 20_000).compactMap(Unicode.Scalar.init)
        scalars += (0x20000..<0x20100).compactMap(Unicode.Scalar.init)
        scalars += (0..<20_000).map { _ in Unicode.Scalar(UInt8.random(in: 0...0x7E, using: &generator)) }
        scalars.shuffle(using: &generator)
        let text = String(String.UnicodeScalarView(scalars))
        #expect(try coded([text]).decoded == scalars.map(\.value))
        #expect(try coded([""]).decoded.isEmpty)
        #expect(try coded([]).decoded.isEmpty)
    }

    @Test func whatRepeatsGetsSymbolsOfItsOwn() throws {
        let texts = (0..<400).map { "第\($0)条　县级以上地方人民政府应当依法受理行政复议申请，不得拒绝。\n" }
        let (table, code, decoded) = try coded(texts)
        #expect(decoded == texts.joined().unicodeScalars.map(\.value))
        #expect(table.symbols.contains { $0.count == TextCode.longest })
        #expect(code.count < texts.joined().utf8.count / 8)
        #expect(table.symbols.count == Set(table.symbols).count)
    }

    /// What another text has taught is kept where this one repeats it; all its characters have symbols.
    @Test func shortTextsTakeWhatLongOnesHaveTaught() throws {
        let long = (0..<400).map { "第\($0)条　县级以上地方人民政府应当依法受理行政复议申请，不得拒绝；逾期未作决定的，视为受理。" }
        let known = KnownSymbols(SymbolTrainer(long).table())
        let texts = (0..<5).map { "乙\($0)：县级以上地方人民政府应当依法受理行政复议申请𠀀。" } + ["不得拒绝", ""]
        let table = SymbolTrainer(texts, known: known).table()
        let strings = table.symbols.filter { $0.count > 1 }
        #expect(!strings.isEmpty && strings.allSatisfy(known.table.symbols.contains))
        for string in strings {
            let text = String(decoding: string, as: UTF16.self)
            #expect(texts.count { $0.contains(text) } >= 4, "\(text)")
        }
        let characters = Set(texts.joined().unicodeScalars.filter { $0.value < 0x1_0000 }.map { [UInt16($0.value)] })
        #expect(Set(table.symbols.filter { $0.count == 1 }) == characters)
        #expect(table.symbols.count == Set(table.symbols).count)
        var (taught, alone) = (ByteWriter(), ByteWriter())
        var encoders = (SymbolEncoder(table), SymbolEncoder(SymbolTable(symbols: table.symbols.filter { $0.count == 1 })))
        for text in texts {
            encoders.0.append(text, to: &taught)
            encoders.1.append(text, to: &alone)
        }
        #expect(taught.count * 3 < alone.count * 2)
    }

    @Test func bytesThatAreNoSymbolTableAreRefused() throws {
        for bytes: [UInt8] in [[0], [9], [1], [1, 0x41], [1, 0x41, 0, 0], [2, 0x41, 0, 0x42], [8]] {
            let folder = TestFolder()
            #expect(SymbolDecoder(try folder.mapped(bytes)) == nil, "\(bytes)")
        }
    }
}
