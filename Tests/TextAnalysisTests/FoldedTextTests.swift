import Testing
import TextAnalysis

@Test func aHighlightIsCutFromTheOriginal() {
    let original = "㈠\u{3000}\u{3000}行\u{200B}政復議"
    let folded = FoldedText(original)
    #expect(string(folded.scalars) == "(一) 行政复议")
    #expect(folded.origins == [0, 0, 0, 1, 3, 5, 6, 7])
    #expect(folded.originalCount == 8)
    #expect(folded.originalRange(of: 4..<6) == 3..<6)
}

@Test func aRangeInsideAnExpansionTakesTheWholeCharacter() {
    #expect(FoldedText("甲㈠乙").originalRange(of: 2..<3) == 1..<2)
}

@Test func rangesBeyondTheTextAreCutToIt() {
    let folded = FoldedText("行政")
    #expect(folded.originalRange(of: 1..<9) == 1..<2)
    #expect(folded.originalRange(of: 2..<2) == 2..<2)
    #expect(folded.originalRange(of: 7..<9) == 2..<2)
    #expect(FoldedText("").originalRange(of: 0..<0) == 0..<0)
}

@Test func aFoldedTextIsWhatAppendGives() {
    for text in RandomText.texts(1_000, seed: 3) {
        var output: [UInt32] = []
        Folding.append(text, to: &output)
        let folded = FoldedText(text)
        #expect(folded.scalars == output)
        #expect(folded.originalCount == text.unicodeScalars.count)
        #expect(folded.origins.count == output.count)
    }
}

@Test func originsNeverDecreaseAndStayInTheText() {
    for text in RandomText.texts(1_000, seed: 4) {
        let folded = FoldedText(text)
        #expect(zip(folded.origins, folded.origins.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(folded.origins.allSatisfy { (0..<folded.originalCount).contains(Int($0)) })
    }
}

@Test func whatIsHighlightedFoldsToWhatWasFound() {
    var random = RandomText(seed: 5)
    for text in RandomText.texts(1_000, seed: 6) {
        let folded = FoldedText(text)
        let original = Array(text.unicodeScalars)
        guard !folded.scalars.isEmpty else { continue }
        // Whole characters only: a found range may not begin or end inside ㈠.
        var lower = Int.random(in: 0..<folded.scalars.count, using: &random)
        var upper = Int.random(in: lower..<folded.scalars.count, using: &random) + 1
        while lower > 0, folded.origins[lower - 1] == folded.origins[lower] { lower -= 1 }
        while upper < folded.origins.count, folded.origins[upper] == folded.origins[upper - 1] { upper += 1 }
        let cut = String(String.UnicodeScalarView(original[folded.originalRange(of: lower..<upper)]))
        // A fold of several scalars whose first joined the run before it brings that one along.
        let found = FoldedText(cut).scalars
        #expect(found.suffix(upper - lower) == folded.scalars[lower..<upper])
    }
}
