import LegalDocuments
import LegalSearch
import Testing

@Suite struct VersionTests {
    private static let articles = [
        "收费应当公开。", "收费标准由市人民政府制定。", "擅自收费的，责令退还。", "本条例自2010年1月1日起施行。",
    ]

    private func library() throws -> TemporaryLibrary {
        let library = TemporaryLibrary()
        let title = "样例市收费条例"
        library.write(SampleLaw.markdown(title, history: "2009年12月1日 样例市人民代表大会常务委员会 通过", Self.articles), to: "old.md")
        var revised = Self.articles
        revised[1] = "收费标准由市价格部门制定。"
        library.write(
            SampleLaw.markdown(
                title,
                history: "2009年12月1日 样例市人民代表大会常务委员会 通过\n\n2019年8月1日 样例市人民代表大会常务委员会 修正", revised),
            to: "new.md")
        try library.indexPages()
        return library
    }

    @Test func aSearchShowsTheVersionInForceAndSaysHowManyItHid() throws {
        let library = try library()
        let answer = try library.open().search(SearchRequest(query: "收费标准"))
        #expect(answer.total == 1)
        #expect(answer.hiddenVersions == 1)
        #expect(answer.hits.first?.snippet.text.contains("价格部门") == true)
        #expect(answer.hits.first?.document.status == .inForce)
    }

    @Test func anEarlierDayShowsTheVersionOfThatDay() throws {
        let library = try library()
        let day = LegalDate(iso: "2015-01-01")
        let answer = try library.open().search(SearchRequest(query: "收费标准", asOf: day))
        #expect(answer.hits.map(\.document.dates.version) == [LegalDate(iso: "2009-12-01")])
        #expect(answer.hits.first?.document.status == .inForce)
    }

    @Test func allVersionsCanBeShownEachWithItsStatus() throws {
        let library = try library()
        let answer = try library.open().search(SearchRequest(query: "收费标准", allVersions: true))
        #expect(answer.total == 2)
        #expect(Set(answer.hits.map(\.document.status)) == [.inForce, .superseded])
    }

    @Test func aDocumentKnowsItsVersions() throws {
        let library = try library()
        guard case .document(let answer, _) = try library.open().resolve("样例市收费条例第二条", asOf: nil) else {
            return #expect(Bool(false), "the version in force was not found alone")
        }
        #expect(answer.versions.map(\.version) == [LegalDate(iso: "2009-12-01"), LegalDate(iso: "2019-08-01")])
        #expect(answer.versions.map(\.status) == [.superseded, .inForce])
    }

    @Test func whatStandsBeforeTheArticlesDoesNotMakeAnotherVersion() throws {
        let library = TemporaryLibrary()
        let long = Self.articles.map { String(repeating: "收费应当公开、合理。", count: 8) + $0 }
        let text = SampleLaw.markdown("样例市收费条例", history: "2009年12月1日 样例市人民代表大会常务委员会 通过", long)
        library.write(text, to: "a.md")
        library.write(
            text.replacing("<!-- INFO END -->", with: "<!-- INFO END -->\n\n样例市人民代表大会常务委员会\n\n样例市收费条例"), to: "b.md")
        try library.indexPages()
        guard case .document(let answer, _) = try library.open().resolve("样例市收费条例", asOf: nil) else {
            return #expect(Bool(false), "two documents were made of one")
        }
        #expect(answer.document.sources.count == 2)
        #expect(answer.versions.count == 1)
    }

    @Test func aPartAppliesFromTheDayThatAnotherPartStates() throws {
        let library = TemporaryLibrary()
        let history = "2020年5月1日 样例市人民代表大会 通过"
        library.write(SampleLaw.markdown("样例市法典", history: history, ["收费应当公开。", "收费标准另定。"]), to: "a.md")
        library.write(
            "# 样例市法典\n\n\(history)\n\n<!-- INFO END -->\n\n第十条　旧规定废止。\n\n第十一条　本条例自2021年1月1日起施行。\n", to: "b.md")
        try library.indexPages()
        let opened = try library.open()
        for (article, day, status) in [("第一条", "2021-01-01", LegalStatus.inForce), ("第一条", "2020-12-31", .notYet), ("第十条", "2021-01-01", .inForce)] {
            guard case .document(let answer, _) = try opened.resolve("样例市法典" + article, asOf: LegalDate(iso: day)) else {
                return #expect(Bool(false), "\(article) was not found alone")
            }
            #expect(answer.status == status)
            #expect(answer.statusEvidence.first?.value == "2021-01-01")
        }
    }

    @Test func aTextWithoutADateIsNotPassedOffAsInForceBesideOneThatBearsADate() throws {
        let library = TemporaryLibrary()
        let title = "样例市殡葬条例"
        library.write("# \(title)\n\n<!-- INFO END -->\n\n第一条　从俭办理。\n\n第二条　本条例自2010年1月1日起施行。\n", to: "a.md")
        library.write(
            SampleLaw.markdown(
                title, history: "2019年8月1日 样例市人民代表大会常务委员会 修正", ["从俭、文明办理。", "本条例自2010年1月1日起施行。"]), to: "b.md")
        try library.indexPages()
        guard case .document(let answer, _) = try library.open().resolve(title, asOf: nil) else {
            return #expect(Bool(false), "the dated version was not found alone")
        }
        #expect(answer.versions.map(\.status) == [.unknown, .inForce])
        #expect(answer.document.dates.version == LegalDate(iso: "2019-08-01"))
    }

    @Test func partsOfOneWorkStandSideBySide() throws {
        let library = TemporaryLibrary()
        let head = "# 样例法典\n\n2020年5月1日 通过\n\n<!-- INFO END -->\n\n"
        library.write(head + "## 第一编 总则\n\n第一条　总则管一切。\n\n第二条　总则先行。\n", to: "1.md")
        library.write(head + "## 第二编 合同\n\n第三条　合同应当履行。\n\n第四条　合同可以解除。\n", to: "2.md")
        try library.indexPages()
        let opened = try library.open()
        guard case .document(let part, let provision) = try opened.resolve("样例法典第三条", asOf: nil) else {
            return #expect(Bool(false), "the part that holds the article was not found")
        }
        #expect(provision == "art_3")
        #expect(part.document.provisions.map(\.label) == ["第三条", "第四条"])
        guard case .several(let parts) = try opened.resolve("样例法典", asOf: nil) else {
            return #expect(Bool(false), "the parts were not listed")
        }
        #expect(parts.map(\.id) == ["样例法典-2020-05-01", "样例法典-2020-05-01-合同编"])
    }
}
