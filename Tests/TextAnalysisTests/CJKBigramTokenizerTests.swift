import Testing
import TextAnalysis

private func han(_ text: String) -> Token {
    let scalars = scalars(text)
    return scalars.count == 2 ? .bigram(scalars[0], scalars[1]) : .character(scalars[0])
}

@Test func hanRunsBecomeOverlappingPairsAndALoneCharacterStands() {
    #expect(CJKBigramTokenizer().tokens(in: "行政復議，可") == [han("行政"), han("政复"), han("复议"), han("可")])
}

@Test func lettersAndDigitsBecomeWords() {
    #expect(CJKBigramTokenizer().tokens(in: "ＰＭ2.5与２０２３年") == [.word(0..<3), .word(4..<5), han("与"), .word(6..<10), han("年")])
}

@Test func positionsCountPunctuationToo() {
    var positions: [Int] = []
    CJKBigramTokenizer().forEachToken(in: scalars("行政、处罚 a")) { _, position in positions.append(position) }
    #expect(positions == [0, 3, 6])
}

@Test func aRareCharacterIsACharacterLikeAnyOther() {
    #expect(CJKBigramTokenizer().tokens(in: "\u{20BB7}野家") == [.bigram(0x20BB7, 0x91CE), han("野家")])
}

@Test(arguments: ["", " ", "——，。", "\u{200B}"])
func textWithoutWordsHasNoTokens(text: String) {
    #expect(CJKBigramTokenizer().tokens(in: text).isEmpty)
}

@Test func tokensCoverEveryHanAndWordScalarOnceOrAsNeighbours() {
    for text in RandomText.texts(1_000, seed: 7) {
        let folded = FoldedText(text).scalars
        var covered: Set<Int> = []
        var last = -1
        CJKBigramTokenizer().forEachToken(in: folded) { token, position in
            #expect(position > last)
            last = position
            switch token {
            case .bigram(let first, let second):
                #expect(folded[position] == first && folded[position + 1] == second)
                covered.formUnion([position, position + 1])
            case .character(let character):
                #expect(folded[position] == character)
                covered.insert(position)
            case .word(let range):
                #expect(range.lowerBound == position)
                covered.formUnion(range)
            }
        }
        #expect(covered == Set(folded.indices.filter { CharacterClass.of(folded[$0]) != .other }))
    }
}
