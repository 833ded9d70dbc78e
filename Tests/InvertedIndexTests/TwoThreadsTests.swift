import InvertedIndex
import Testing

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
    }
}
