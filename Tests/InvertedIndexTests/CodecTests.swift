import InvertedIndex
import Testing

@Suite struct CodecTests {
    @Test func theChecksumIsCastagnolis() {
        #expect(CRC32C.checksum(of: Array("123456789".utf8)) == 0xE306_9283)
        #expect(CRC32C.checksum(of: [UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
        #expect(CRC32C.checksum(of: []) == 0)
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
        let limit: UInt32 = width == 32 ? .max : (1 << UInt32(width)) - 1
        var values = (0..<128).map { _ in UInt32.random(in: 0...limit, using: &generator) }
        values[77] = limit
        #expect(PackedBlock.width(of: values[...]) == width)
        var writer = ByteWriter()
        writer.byte(9)
        PackedBlock.append(values[...], width: width, to: &writer)
        #expect(writer.count == 1 + PackedBlock.byteCount(width: width))
        let folder = TestFolder()
        let bytes = try folder.mapped(writer.bytes)
        var output = [UInt32](repeating: 0, count: 128)
        #expect(PackedBlock.unpack(bytes, at: 1, width: width, into: &output))
        #expect(output == values)
        #expect(width == 0 || !PackedBlock.unpack(bytes, at: 2, width: width, into: &output))
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

    @Test func textComesBackWhateverItsCharacters() throws {
        var generator = SeededGenerator(5)
        // More distinct characters than the code has ranks for, some beyond the basic plane, some common.
        var scalars = (0x3400..<0x3400 + 9_000).compactMap(Unicode.Scalar.init)
        scalars += (0x20000..<0x20100).compactMap(Unicode.Scalar.init)
        scalars += (0..<20_000).map { _ in Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &generator)) }
        scalars.shuffle(using: &generator)
        let text = String(String.UnicodeScalarView(scalars))
        var counts = CharacterCounts()
        counts.add(text)
        let encoder = CharacterEncoder(counts: counts)
        var code = ByteWriter()
        encoder.append(text.unicodeScalars, to: &code)
        var alphabet = ByteWriter()
        for scalar in encoder.alphabet { alphabet.uint32(scalar) }
        let (first, second) = (TestFolder(), TestFolder())
        let decoder = CharacterDecoder(alphabet: try first.mapped(alphabet.bytes))
        let bytes = try second.mapped(code.bytes)
        var output: [UInt32] = []
        #expect(decoder.append(0..<bytes.count, of: bytes, to: &output))
        #expect(output == scalars.map(\.value))
        #expect(!decoder.append(0..<(bytes.count + 1), of: bytes, to: &output))
    }
}
