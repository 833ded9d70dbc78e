import LegalDocuments
import LegalSearch
import Testing

@Suite struct QueryTests {
    private static let shared: (library: TemporaryLibrary, opened: Library)? = try? {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        library.write(SampleLaw.water, to: "water.md")
        library.write(
            SampleLaw.markdown(
                "样例市数字办法", history: "2023年2月3日 样例市人民政府 公布",
                ["系统采用4.0版，监测PM2.5。", "第二十三条所称平台，由2023年的预算支出。", "本办法自2023年3月1日起施行。"]), to: "digits.md")
        try library.indexPages()
        return (library, try library.open())
    }()

    private func titles(_ query: String) throws -> [String] {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: query))
        return Array(Set(answer.hits.map(\.document.title))).sorted()
    }

    /// Query, and the titles it must find: every spelling meets every other.
    @Test(arguments: [
        ("绳长", ["样例市犬只管理条例"]), ("绳", ["样例市犬只管理条例"]), ("遛狗 绳子", ["样例市犬只管理条例"]),
        ("犬只 罚款", ["样例市犬只管理条例"]), ("“登记。遛狗”", ["样例市犬只管理条例"]), ("「绳子，绳长」", ["样例市犬只管理条例"]),
        ("并且按月报告", ["样例市节水办法"]), ("並且按月報告", ["样例市节水办法"]), ("4.0版", ["样例市数字办法"]),
        ("ＰＭ２.５", ["样例市数字办法"]), ("pm2.5", ["样例市数字办法"]), ("第23条", ["样例市数字办法"]),
        ("第二十三条所称平台", ["样例市数字办法"]), ("２０２３年的预算", ["样例市数字办法"]), ("二〇二三年的预算", ["样例市数字办法"]),
        ("《样例市节水办法》", ["样例市节水办法"]), ("登记 -罚款", ["样例市犬只管理条例"]), ("“登记。计量”", []),
    ])
    func aQueryFinds(query: String, expected: [String]) throws {
        #expect(try titles(query) == expected)
    }

    @Test func allWordsMustBeInOneProvisionOrItsTitle() throws {
        #expect(try titles("绳子 计量设施") == ["样例市犬只管理条例", "样例市节水办法"], "relaxed to any word")
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: "绳子 计量设施"))
        let hits = [QueryNote.WordHits(word: "绳子", hits: 1), QueryNote.WordHits(word: "计量设施", hits: 1)]
        #expect(answer.notes == [.relaxedToAnyWord, .hitsOfWords(hits)])
    }

    @Test func whatIsRelaxedIsSaid() throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: "计量设施安装"))
        #expect(answer.notes == [.relaxedToAnyWord] || answer.notes == [.relaxedPhrases(["计量设施安装"])])
        #expect(answer.total > 0)
    }

    @Test func aSentenceIsReadAsAQuestion() throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: "遛狗不牵绳子会怎么样？"))
        #expect(answer.notes.first == .readAsQuestion)
        #expect(answer.hits.first?.provision?.id == "art_2")
    }

    @Test func inASentenceQuotationMarksLiftButDoNotRequire() throws {
        let opened = try #require(Self.shared).opened
        let answer = try opened.search(SearchRequest(query: "遛狗不牵“绳索”会怎么样，要罚款吗？"))
        #expect(answer.notes.first == .readAsQuestion)
        #expect(answer.total > 0)
        #expect(try opened.search(SearchRequest(query: "“绳索” 罚款")).total == 0)
    }

    /// A few words that ask make a sentence of what is set off; a word beside it does not.
    @Test func aShortQuestionAboutAQuotedTermIsAQuestion() throws {
        let opened = try #require(Self.shared).opened
        #expect(try opened.search(SearchRequest(query: "“遛狗绳子”合法吗？")).notes.first == .readAsQuestion)
        #expect(try opened.search(SearchRequest(query: "“遛狗绳子” 登记")).notes.first != .readAsQuestion)
    }

    @Test func anArticleIsFoundByItsReference() throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: "样例市犬只管理条例第3条"))
        #expect(answer.hits.first?.provision?.label == "第三条")
        #expect(answer.notes.first == .readAsReference(title: "样例市犬只管理条例", article: "第三条"))
    }

    @Test func aNumberThatIsNotHeldFindsNothing() throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: "样府发〔2023〕62号"))
        #expect(answer.total == 0)
        #expect(answer.notes == [.readAsNumber("样府发〔2023〕62号")])
    }

    @Test(arguments: ["", "  ", "，。！", "“”", "🙂"])
    func aQueryWithNothingToSearchForIsRefused(query: String) throws {
        let opened = try #require(Self.shared).opened
        #expect(throws: SearchError.nothingToSearch(query: query)) { try opened.search(SearchRequest(query: query)) }
    }

    @Test func anOverlongQueryIsRefused() throws {
        let opened = try #require(Self.shared).opened
        let query = String(repeating: "法", count: 100_000)
        #expect(throws: SearchError.queryTooLong(characters: 100_000, limit: 4_000)) {
            try opened.search(SearchRequest(query: query))
        }
    }

    /// February 30, a year that is none, a status that is none, a number that is none.
    @Test(arguments: ["year=2023-02-30", "year=2020-2023", "status=活的", "text_kind=full text", "number=六十二"])
    func aFilterWithAValueThatCannotBeIsRefused(filter: String) {
        do throws(SearchFilter.Invalid) {
            _ = try SearchFilter(filter)
            Issue.record("\(filter) is taken")
        } catch {
            guard case .badValue(_, _, let allowed) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(!allowed.isEmpty)
        }
    }

    @Test func aFiltersValueIsWhatTheIndexHas() throws {
        #expect(try SearchFilter("status=现行") == SearchFilter(key: .status, value: "in-force"))
        #expect(try SearchFilter("year:2023年") == SearchFilter(key: .year, value: "2023"))
        #expect(try SearchFilter("kind=法律") == SearchFilter(key: .kind, value: "法律"))
    }

    @Test func filtersNarrowAndAloneListEverything() throws {
        let opened = try #require(Self.shared).opened
        var request = SearchRequest(query: "", filters: [SearchFilter(key: .year, value: "2022")])
        request.wantsFacets = true
        let answer = try opened.search(request)
        #expect(Set(answer.hits.map(\.document.title)) == ["样例市节水办法"])
        #expect(answer.facets?.first { $0.field == "year" }?.values.map(\.value) == ["2022"])
        let two = [SearchFilter(key: .year, value: "2022"), SearchFilter(key: .year, value: "2021")]
        #expect(Set(try opened.search(SearchRequest(query: "", filters: two)).hits.map(\.document.title)).count == 2)
    }

    @Test func sortedByDateWhatIsNamedStandsWhereItsDateIs() throws {
        let opened = try #require(Self.shared).opened
        var request = SearchRequest(query: "样例市节水办法", limit: 100, sort: .newest)
        request.wantsExplanation = true
        let named = try opened.search(request)
        #expect(named.hits.first?.document.title == "样例市节水办法")
        #expect(named.hits.first?.explanation?.map(\.name) == ["newest"])
        let all = try opened.search(SearchRequest(query: "样例市", limit: 100, sort: .newest)).hits
        let dates = all.compactMap(\.document.dates.version)
        #expect(dates == dates.sorted(by: >))
        let oldest = try opened.search(SearchRequest(query: "样例市", limit: 100, sort: .oldest)).hits
        #expect(oldest.compactMap(\.document.dates.version) == dates.reversed())
    }

    @Test func pagesNeitherOverlapNorLeaveGaps() throws {
        let opened = try #require(Self.shared).opened
        let all = try opened.search(SearchRequest(query: "样例市", limit: 100)).hits
        var paged: [Hit] = []
        for offset in stride(from: 0, to: all.count, by: 3) {
            paged += try opened.search(SearchRequest(query: "样例市", limit: 3, offset: offset)).hits
        }
        #expect(paged == all)
    }

    @Test func groupedByDocumentEachDocumentComesOnce() throws {
        let opened = try #require(Self.shared).opened
        let answer = try opened.search(SearchRequest(query: "样例市", groupsByDocument: true))
        #expect(answer.total == 3)
        #expect(Set(answer.hits.map(\.document.id)).count == 3)
    }
}
