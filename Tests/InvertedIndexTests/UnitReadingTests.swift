import InvertedIndex
import Testing
import TextAnalysis

/// Texts that are folded and cut in one pass, and those that are folded first, have the same terms.
@Suite struct UnitReadingTests {
    /// Of no token, and beyond the basic plane: a text with it is folded first.
    private static let far = "\u{1F600}"

    /// Han, what folds to Han, separators, words, what is dropped, what folds to several, blanks that join.
    private static let alphabet = [
        "法", "条", "行", "政", "臺", "条", "㈠", "\u{F900}", "，", "。", " ", "　", "\n", "—", "—", "a", "B", "１", "2", "½", "ﬁ", "\u{FDFA}",
        "\u{200B}", "\u{FEFF}", "é", "ß", "の", "〇", "々", "…", "·", "\u{0}", "\u{7F}", "\u{FFFF}", "\u{E000}", "①", "㍿", "㎡",
    ]

    private func index(_ texts: [String], _ folder: TestFolder) throws {
        let writer = try IndexWriter(
            folder: folder.index, configuration: plainConfiguration, fileSystem: POSIXFileSystem(), leastFrequent: 9)
        for (number, text) in texts.enumerated() { try writer.add(.plain("d\(number)", [text], title: "")) }
        try writer.commit(at: 1)
    }

    @Test(arguments: 1...8)
    func inOnePassOrFoldedFirst(seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let texts = (0..<300).map { _ in
            (0..<Int.random(in: 0...30, using: &generator)).map { _ in Self.alphabet.randomElement(using: &generator)! }.joined()
        }
        let (near, far) = (TestFolder(), TestFolder())
        try index(texts, near)
        try index(texts.map { $0 + Self.far }, far)
        #expect(try SectionSums.body(near) == SectionSums.body(far))
        let mixed = TestFolder()
        try index(texts.enumerated().map { $0 % 3 == 0 ? Self.far + $1 : $1 }, mixed)
        #expect(try SectionSums.body(near) == SectionSums.body(mixed))
    }

    /// A text that is long for one pass, and more units than 16 bits number, held against what a merge makes of the
    /// same in pieces.
    @Test func longTextsAndManyUnits() throws {
        var generator = SeededGenerator(3)
        let long = RandomText.text(40_000, &generator)
        let sentences = (0..<300).map { _ in RandomText.text(Int.random(in: 1...9, using: &generator), &generator) }
        let (whole, pieces) = (TestFolder(), TestFolder())
        let (one, many) = try (
            IndexWriter(folder: whole.index, configuration: plainConfiguration),
            IndexWriter(folder: pieces.index, configuration: plainConfiguration))
        for number in 0..<9 {
            let texts = number == 4 ? [long] : (0..<9_000).map { _ in sentences.randomElement(using: &generator)! }
            try one.add(.plain("d\(number)", texts, title: "法"))
            try many.add(.plain("d\(number)", texts, title: "法"))
            if number % 2 == 0 { try many.commit(at: 1) }
        }
        try one.commit(at: 2)
        try many.compact(at: 2)
        let (left, right) = try (SectionSums.body(whole), SectionSums.body(pieces))
        // Frequent strings are written in another order, so that their pointers differ, and all postings together.
        for name in [5, 32, 33, 34, 35, 36, 37, 40, 41] as [UInt32] { #expect(left.sums[name] == right.sums[name], "\(name)") }
        #expect(left.sums[39]?[0] == right.sums[39]?[0])
    }

    /// A writer takes two tokens for each byte that it has not read yet to be the most there can be.
    @Test func aByteMakesTwoTokensAtMost() {
        for scalar in (0...0x3_FFFF as ClosedRange<UInt32>).compactMap({ Unicode.Scalar($0) }) {
            let folded = Folding.fold(scalar.value)
            let han = folded.count { CharacterClass.of($0) == .han }
            let tokens = han + CJKBigramTokenizer().tokens(in: String(scalar)).count {
                if case .word = $0 { true } else { false }
            }
            #expect(tokens <= 2 * UTF8.width(scalar))
        }
    }
}
