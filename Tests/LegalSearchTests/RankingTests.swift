import LegalSearch
import Testing

@Suite struct RankingTests {
    private func library(_ laws: [(title: String, articles: [String])]) throws -> (TemporaryLibrary, Library) {
        let library = TemporaryLibrary()
        for (index, law) in laws.enumerated() {
            let page = SampleLaw.markdown(law.title, history: "2021年3月1日 人民代表大会常务委员会 通过", law.articles)
            library.write(page, to: "\(index).md")
        }
        try library.indexPages()
        return (library, try library.open())
    }

    /// The same words stand in both; the reader's place, set or named, decides.
    @Test func theLawOfTheReadersPlaceComesFirst() throws {
        let articles = ["犬只应当登记，一户一犬。", "违反规定的，处二百元罚款。"]
        let (folder, opened) = try library([("山东省养犬条例", articles), ("浙江省养犬条例", articles + ["犬只登记每年一次。"])])
        defer { withExtendedLifetime(folder) {} }
        for place in ["山东", "浙江"] {
            let set = SearchRequest(query: "犬只 登记", region: place)
            #expect(try opened.search(set).hits.first?.document.title == "\(place)省养犬条例")
            let named = SearchRequest(query: "\(place)遛狗的犬只需要登记吗？")
            #expect(try opened.search(named).hits.first?.document.title == "\(place)省养犬条例")
        }
    }

    @Test func aLawThatOthersNameComesBeforeOneThatNobodyNames() throws {
        let text = "网络交易的消费者有权要求说明情况。"
        let (folder, opened) = try library([
            ("甲种交易法", [text]), ("乙种交易法", [text]), ("子法", ["依照《乙种交易法》办理。"]), ("丑法", ["适用《乙种交易法》。"]),
        ])
        defer { withExtendedLifetime(folder) {} }
        let request = SearchRequest(query: "网络交易的消费者有权要求说明什么？")
        #expect(try opened.search(request).hits.first?.document.title == "乙种交易法")
        var without = request
        // What answered questions taught looks at it too.
        let isSet = without.ranking.set("named", to: 0) && without.ranking.set("learned", to: 0)
        #expect(isSet)
        #expect(try opened.search(without).hits.first?.document.title == "甲种交易法", "then the order of the index decides")
    }

    @Test func pagesOfAQuestionNeitherOverlapNorLeaveGaps() throws {
        let (folder, opened) = try library([("样例法", (1...8).map { "第\($0)种交易的消费者有权要求说明情况\($0)。" })])
        defer { withExtendedLifetime(folder) {} }
        let query = "交易的消费者有权要求说明什么情况？"
        let all = try opened.search(SearchRequest(query: query, limit: 100)).hits
        var paged: [Hit] = []
        for offset in stride(from: 0, to: all.count, by: 3) {
            paged += try opened.search(SearchRequest(query: query, limit: 3, offset: offset)).hits
        }
        #expect(all.count == 8)
        #expect(paged == all)
    }

    @Test func thePartsOfAScoreMakeTheScore() throws {
        let (folder, opened) = try library([("样例法", ["交易的消费者有权要求说明情况。", "交易应当公平。"])])
        defer { withExtendedLifetime(folder) {} }
        let request = SearchRequest(query: "交易的消费者有权要求说明什么？", wantsExplanation: true)
        for hit in try opened.search(request).hits {
            let parts = Dictionary(uniqueKeysWithValues: (hit.explanation ?? []).map { ($0.name, $0.value) })
            let sum = ((parts["text"] ?? 0) + (parts["characters"] ?? 0)) * (parts["prior"] ?? 0) + (parts["law"] ?? 0)
            #expect(abs(sum * (parts["learned"] ?? 0) - hit.score) < 0.01)
            #expect((0...1).contains(parts["coverage"] ?? -1))
        }
    }

    @Test func theParallelArticleOfAnotherRegionIsRelated() throws {
        let (folder, opened) = try library([
            ("山东省养犬条例", ["为了规范养犬，制定本条例。", "犬只应当注射狂犬病疫苗，凭证登记。"]),
            ("浙江省养犬规定", ["养犬应当文明。", "犬只须接种狂犬病疫苗，凭免疫证明登记。"]), ("样例节水法", ["用水应当登记。"]),
        ])
        defer { withExtendedLifetime(folder) {} }
        let answer = try opened.search(SearchRequest(query: "山东省养犬条例第2条", wantsRelated: true))
        #expect(answer.hits.first?.document.title == "浙江省养犬规定")
        #expect(answer.hits.first?.provision?.id == "art_2")
        #expect(!answer.hits.contains { $0.document.title == "山东省养犬条例" })
        #expect(try opened.search(SearchRequest(query: "没有的法第2条", wantsRelated: true)).total == 0)
    }

    @Test func onlyKnownSettingsAndPossibleValuesAreTaken() {
        var settings = RankingSettings.standard
        let taken = RankingSettings.names.map { settings.set($0, to: 1) }
        #expect(taken.allSatisfy { $0 })
        #expect(settings["law"] == 1)
        for (name, value) in [("lawless", Float(1)), ("law", -1), ("law", .nan), ("law", .infinity)] {
            let isTaken = settings.set(name, to: value)
            #expect(!isTaken)
        }
    }
}
