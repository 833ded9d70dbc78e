import InvertedIndex
import Testing
import TextAnalysis

@Suite struct TwoThreadsTests {
    /// Who makes a segment, and how many of them, does not show in its bytes.
    @Test func twoThreadsWriteTheBytesOfOne() throws {
        let folders = (TestFolder(), TestFolder())
        for (folder, threads) in [(folders.0, 1), (folders.1, 2)] {
            let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration, threads: threads)
            for number in 0..<300 {
                try writer.add(.plain("d\(number)", ["第\(number)条　县级以上地方人民政府应当依法受理行政复议申请。"], title: "样例条例\(number)"))
            }
            try writer.commit(at: 1)
        }
        #expect(folders.0.names() == folders.1.names())
        for name in folders.0.names() { #expect(try folders.0.read(name) == folders.1.read(name)) }
    }

    /// The same with frequent strings, and with more distinct characters than have codes.
    @Test(arguments: [false, true])
    func whateverTheText(hasManyCharacters: Bool) throws {
        var generator = SeededGenerator(5)
        var texts = (0..<900).map { _ in RandomText.text(Int.random(in: 0...60, using: &generator), &generator) }
        if hasManyCharacters {
            let scalars = (0x3400..<0xA000).compactMap(Unicode.Scalar.init) + (0x20000..<0x2C000).compactMap(Unicode.Scalar.init)
            texts[400] = String(String.UnicodeScalarView(scalars))
        }
        let folders = (TestFolder(), TestFolder())
        for (folder, threads) in [(folders.0, 1), (folders.1, 2)] {
            let writer = try IndexWriter(
                folder: folder.index, configuration: plainConfiguration, fileSystem: POSIXFileSystem(), leastFrequent: 20,
                threads: threads)
            for (number, text) in texts.enumerated() { try writer.add(.plain("d\(number)", [text], title: text)) }
            try writer.commit(at: 1)
        }
        for name in folders.0.names() { #expect(try folders.0.read(name) == folders.1.read(name)) }
        let lengths = texts.map { UnitLength.code(for: CJKBigramTokenizer().tokens(in: $0).count) }
        let sums = try SectionSums(folders.1) { $0 == 5 }
        #expect(sums.sums[5] == [UInt64(lengths.count), UInt64(CRC32C.checksum(of: lengths))])
    }

    /// Several batches, so that both threads read.
    @Test func longTexts() throws {
        var generator = SeededGenerator(6)
        let sentences = (0..<200).map { _ in
            RandomText.text(400, marks: ["，", " abc ", "2023", "𠀀", "\u{200B}"], oneIn: 9, &generator)
        }
        let texts = (0..<6_000).map { _ in sentences.randomElement(using: &generator)! + "。" + sentences.randomElement(using: &generator)! }
        let folders = (TestFolder(), TestFolder())
        for (folder, threads) in [(folders.0, 1), (folders.1, 2)] {
            let writer = try IndexWriter(
                folder: folder.index, configuration: plainConfiguration, postingLimit: 3_000_000, threads: threads)
            for start in stride(from: 0, to: texts.count, by: 50) {
                try writer.add(.plain("d\(start)", Array(texts[start..<(start + 50)]), title: "法"))
            }
            try writer.commit(at: 1)
        }
        #expect(folders.0.names() == folders.1.names())
        for name in folders.0.names() { #expect(try folders.0.read(name) == folders.1.read(name)) }
        #expect(try IndexSnapshot.open(folders.1).segmentCount == 2)
    }
}
