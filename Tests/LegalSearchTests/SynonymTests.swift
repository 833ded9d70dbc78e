import LegalSearch
import TextAnalysis
import Testing

@Suite struct SynonymTests {
    private func library(_ synonyms: String) throws -> TemporaryLibrary {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        try library.indexPages()
        library.write(synonyms, to: "../index/synonyms.txt")
        return library
    }

    @Test func theUsersOwnFileAddsToTheTable() throws {
        let library = try library("# 本地的说法\n牵引带 狗链 > 绳子\n")
        let answer = try library.open().search(SearchRequest(query: "出门没有给它拴狗链会怎么样？"))
        #expect(answer.notes.contains(.widened([QueryNote.Widening(word: "狗链", added: ["绳子"])])))
        #expect(answer.hits.first?.provision?.id == "art_2")
    }

    @Test(arguments: ["牵引带 绳子", "> 绳子", "牵引带 >"])
    func aLineThatIsNoGroupIsNamed(line: String) throws {
        let library = try library("# 第一行\n\(line)\n")
        #expect(throws: LibraryError.malformedSynonyms(file: library.index + "/synonyms.txt", line: 2, text: line)) {
            try library.open()
        }
    }

    @Test(arguments: SynonymTable.fields.indices)
    func everyLineOfTheTableIsAGroup(field: Int) throws {
        _ = try SynonymTable(SynonymTable.fields[field])
    }

    @Test func theLongestWordCountsAndItsLegalWordsAreLeftOutWhereTyped() throws {
        let table = try SynonymTable("狗 > 犬只\n狗链 > 绳子 牵引")
        var query: [UInt32] = []
        Folding.append("狗链和绳子，還有狗", to: &query)
        #expect(table.expansions(of: query).map(\.typed) == ["狗链", "狗"])
        #expect(table.expansions(of: query).map(\.added) == [["牵引"], ["犬只"]])
    }

    @Test func switchedOffNothingIsWidened() throws {
        var request = SearchRequest(query: "房东不退钱的话应该怎么办呢？")
        let opened = try library("房东 > 犬只").open()
        #expect(try opened.search(request).notes.count == 2)
        let isSet = request.ranking.set("synonyms", to: 0)
        #expect(isSet)
        #expect(try opened.search(request).notes == [])
    }
}
