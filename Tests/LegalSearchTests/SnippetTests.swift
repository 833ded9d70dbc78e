import LegalDocuments
import LegalSearch
import TextAnalysis
import Testing

@Suite struct SnippetTests {
    private func snippet(_ text: String, _ query: String) throws -> Snippet {
        let library = TemporaryLibrary()
        library.write(SampleLaw.markdown("样例市试验办法", history: "2020年1月1日 公布", [text]), to: "a.md")
        try library.indexPages()
        return try #require(try library.open().search(SearchRequest(query: query)).hits.first).snippet
    }

    private func marked(_ snippet: Snippet) -> [String] {
        let scalars = Array(snippet.text.unicodeScalars)
        return snippet.highlights.map { String(String.UnicodeScalarView(scalars[$0])) }
    }

    @Test func whatMatchedIsMarkedAsItStandsInTheText() throws {
        #expect(marked(try snippet("用水單位應當報告，用水单位不得瞒报。", "用水单位")) == ["用水單位", "用水单位"])
        #expect(marked(try snippet("预算为２０２３万元。", "2023")) == ["２０２３"])
    }

    @Test func aLongTextIsCutAtSentences() throws {
        let filler = String(repeating: "这一句与所问的无关，只是为了把文字拉长。", count: 20)
        let snippet = try snippet(filler + "排水设施应当每年检修。" + filler, "排水设施")
        #expect(snippet.text.hasPrefix("……"))
        #expect(snippet.text.hasSuffix("……"))
        #expect(marked(snippet) == ["排水设施"])
        #expect(snippet.text.unicodeScalars.count < 220)
        #expect(snippet.text.dropFirst(2).hasPrefix("这一句") || snippet.text.dropFirst(2).hasPrefix("排水"))
    }

    /// Folded, what is marked is what was asked for.
    @Test(arguments: ["檢查", "检查", "12㎡", "Ｂ", "第十二條", "十二"])
    func theMarkedTextFoldsToTheQuery(query: String) throws {
        let snippet = try snippet("𠮷字頭的檢查，面积１２㎡，依第十二条Ｂ款檢查。", query)
        var wanted: [UInt32] = []
        Folding.append(query, to: &wanted)
        #expect(!snippet.highlights.isEmpty)
        for text in marked(snippet) {
            var folded: [UInt32] = []
            Folding.append(text, to: &folded)
            #expect(NumeralVariants.alternatives(for: wanted).contains(folded))
        }
    }
}
