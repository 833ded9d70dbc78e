import TextAnalysis
import Testing

@Suite struct SpellingVariantsTests {
    private func alternatives(_ text: String) -> [String] {
        var folded: [UInt32] = []
        Folding.append(text, to: &folded)
        return SpellingVariants.alternatives(for: folded).map { scalars in
            String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
        }
    }

    @Test func eachSpellingOfAWordGivesTheOther() {
        #expect(alternatives("其它部分") == ["其它部分", "其他部分", "其它部份", "其他部份"])
        #expect(alternatives("其他") == ["其他", "其它"])
        #expect(alternatives("行政复议") == ["行政复议"])
    }
}
