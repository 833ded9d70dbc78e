import LegalSearch
import Testing

/// What answered questions taught about the order of a question's candidates.
@Suite struct LearnedOrderTests {
    private func library() throws -> (TemporaryLibrary, Library) {
        let library = TemporaryLibrary()
        library.write(
            SampleLaw.markdown(
                "样例交易法", history: "2021年3月1日 人民代表大会常务委员会 通过",
                ["交易的消费者有权要求说明情况。", "经营者应当向消费者说明价格。", "交易应当公平。"]), to: "a.md")
        library.write(SampleLaw.water, to: "water.md")
        try library.indexPages()
        return (library, try library.open())
    }

    @Test func theTableThatComesWithTheProgramIsRead() throws {
        let trees = try #require(RankingTrees(RankingTrees.learnedText))
        #expect(trees.count >= 50)
    }

    /// A feature that is none, too few numbers, something that is no number, no finite one.
    @Test(arguments: [
        "99 0.5 1 0.5 2 0.5 1 2 3 4 5 6 7 8", "0 0.5 1 0.5 2 0.5 1 2 3", "0 x 1 0.5 2 0.5 1 2 3 4 5 6 7 8",
        "0 0.5 1 0.5 2 0.5 1 2 3 4 5 6 7 inf", "0.5 0.5 1 0.5 2 0.5 1 2 3 4 5 6 7 8",
    ])
    func aLineThatIsNoTreeIsRefused(line: String) {
        #expect(RankingTrees(line) == nil)
    }

    @Test func switchedOffItChangesNoScore() throws {
        let (folder, opened) = try library()
        defer { withExtendedLifetime(folder) {} }
        var request = SearchRequest(query: "交易的消费者有权要求经营者说明什么？", wantsExplanation: true)
        let isSet = request.ranking.set("learned", to: 0)
        #expect(isSet)
        let hits = try opened.search(request).hits
        #expect(!hits.isEmpty)
        for hit in hits {
            #expect(hit.explanation?.first { $0.name == "learned" }?.value == 1)
        }
    }

    /// Where a place is named its own law is wanted, of which the answered questions have none.
    @Test func whereAPlaceIsSetNothingLearnedCounts() throws {
        let library = TemporaryLibrary()
        library.write(
            SampleLaw.markdown(
                "山东省交易条例", history: "2021年3月1日 山东省人民代表大会常务委员会 通过", ["交易的消费者有权要求说明情况。"]), to: "a.md")
        try library.indexPages()
        let opened = try library.open()
        let query = "交易的消费者有权要求说明什么情况？"
        func learned(_ region: String?) throws -> Double? {
            let request = SearchRequest(query: query, wantsExplanation: true, region: region)
            return try opened.search(request).hits.first?.explanation?.first { $0.name == "learned" }?.value
        }
        #expect(try learned("山东") == 1)
        #expect(try learned(nil) != 1)
    }

    @Test func theSameQuestionHasTheSameAnswerTwice() throws {
        let (folder, opened) = try library()
        defer { withExtendedLifetime(folder) {} }
        let request = SearchRequest(query: "交易的消费者有权要求经营者说明什么？")
        #expect(try opened.search(request).hits == opened.search(request).hits)
    }
}
