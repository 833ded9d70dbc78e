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
}
