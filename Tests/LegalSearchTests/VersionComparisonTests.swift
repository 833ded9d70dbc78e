import LegalDocuments
import LegalSearch
import Testing

@Suite struct VersionComparisonTests {
    private func comparison() throws -> VersionComparison {
        let library = TemporaryLibrary()
        let title = "样例市收费条例"
        let adopted = "2009年12月1日 样例市人民代表大会常务委员会 通过"
        library.write(
            SampleLaw.markdown(
                title, history: adopted,
                ["收费应当公开。", "收费标准由市人民政府制定并公布。", "收费窗口每周开放五日。", "擅自收费的，责令退还，并处罚款。", "本条例自2010年1月1日起施行。"]), to: "old.md")
        library.write(
            SampleLaw.markdown(
                title, history: adopted + "\n\n2019年8月1日 样例市人民代表大会常务委员会 修正",
                ["收费应当公开。", "收费单位应当使用电子票据，方便群众查验。", "收费标准由市价格部门制定并公布。", "擅自收费的，责令退还，并处罚款。", "本条例自2010年1月1日起施行。"]),
            to: "new.md")
        try library.indexPages()
        return try #require(try library.open().compare("样例市收费条例-2009-12-01", "样例市收费条例-2019-08-01"))
    }

    @Test func everyArticleIsToldToBeAddedRemovedChangedOrKept() throws {
        let comparison = try comparison()
        #expect(comparison.articles.map(\.kind) == [.unchanged, .added, .changed, .removed, .unchanged, .unchanged])
        #expect(comparison.articles[2].old?.label == "第二条")
        #expect(comparison.articles[2].new?.label == "第三条")
        #expect(comparison.articles[3].old?.label == "第三条")
    }

    @Test func theWordsThatDifferAreMarked() throws {
        let words = try comparison().articles[2].words
        #expect(words.filter { $0.kind != .added }.map(\.text).joined() == "收费标准由市人民政府制定并公布。")
        #expect(words.filter { $0.kind != .removed }.map(\.text).joined() == "收费标准由市价格部门制定并公布。")
        #expect(words.contains(WordRun(kind: .removed, text: "人民政府")))
        #expect(words.contains(WordRun(kind: .added, text: "价格部门")))
    }
}
