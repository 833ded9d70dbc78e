import LegalDocuments
import LegalSearch
import SearchService
import Testing

/// A page of hits stays below 60 kB, whatever was asked: what was typed stands in it a few times, not in every link.
struct PageWeightTests {
    private static let limit = 60_000

    @Test func aFullPageStaysSmall() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("水事"))")
        #expect(page.text.occurrences(of: "<h3>") == 20)
        #expect(page.text.utf8.count < Self.limit)
    }

    @Test(arguments: [12, 120, 300])
    func aLongQuestionDoesNotMakeItLarge(length: Int) async throws {
        let question = String(String(repeating: "房东不退还租房押金应当怎么办", count: 40).prefix(length))
        let client = ServiceClient(SampleLibrary(suggestions: ["租房押金", "退还押金"], answer: Self.fullAnswer(to: question)))
        let page = try await client.ask("/search?q=\(encoded(question))&offset=60")
        #expect(page.text.occurrences(of: "<li class=\"hit\">") == 10 && page.text.occurrences(of: "<h3>") == 30)
        #expect(page.text.occurrences(of: "<button name=\"filter\"") == 110)
        #expect(page.text.contains("rel=\"next\""))
        #expect(page.text.utf8.count < Self.limit, "\(page.text.utf8.count) bytes")
    }

    @Test func theLinksOfALongQuestionCarryWhatIsMarked() async throws {
        let question = String(String(repeating: "房东不退还租房押金应当怎么办", count: 40).prefix(120))
        let client = ServiceClient(SampleLibrary(answer: Self.fullAnswer(to: question)))
        let page = try await client.ask("/search?q=\(encoded(question))").text
        #expect(page.contains("?q=出租人%20%7C%20押金#art_1\""))
        #expect(page.contains("type=\"search\" value=\"\(question)\""), "the box keeps all of it")
    }

    @Test func theLinksOfAShortQueryCarryAllOfIt() async throws {
        let client = ServiceClient(SampleLibrary(answer: Self.fullAnswer(to: "押金 \"退还\"")))
        #expect(try await client.ask("/search?q=\(encoded("押金 \"退还\""))").text.contains("?q=押金%20%22退还%22#art_1\""))
    }

    /// Ten documents with three provisions each, and facets with as many values as a large collection has.
    private static func fullAnswer(to query: String) -> SearchAnswer {
        let text = "出租人应当返还押金。" + String(repeating: "承租人依照约定使用租赁物，", count: 9)
        let hits = (0..<30).map { place in
            Hit(
                rank: place + 1, score: 1, document: document(place / 3),
                provision: ProvisionSummary(
                    id: "art_\(place % 3 + 1)", label: "第\(place % 3 + 1)条", headings: ["第二章 租赁", "第一节 押金"]),
                snippet: Snippet(text: text, highlights: [0..<3, 7..<9]))
        }
        let facets = [
            facet("kind", 10) { "第\($0)种规范性文件" }, facet("status", 5) { [.inForce, .superseded, .repealed, .expired, .unknown].map(\LegalStatus.rawValue)[$0] },
            facet("region", 31) { "示例省第\($0)市" }, facet("issuer", 32) { "示例省第\($0)市人民代表大会常务委员会" },
            facet("year", 32) { "\(1990 + $0)" },
        ]
        return SearchAnswer(
            query: query, total: 4_000, hits: hits, facets: facets, suggestions: ["租房押金", "退还押金"], notes: [.readAsQuestion],
            hiddenVersions: 12, asOf: SampleDocuments.day)
    }

    private static func facet(_ field: String, _ count: Int, _ value: (Int) -> String) -> Facet {
        Facet(field: field, values: (0..<count).map { (value: value($0), count: 1_000 - $0) })
    }

    private static func document(_ place: Int) -> DocumentSummary {
        let version = LegalDate(year: 2020, month: 1, day: 2)!
        return DocumentSummary(
            id: "示例省第\(place)市房屋租赁管理条例-2020-01-02", title: "示例省第\(place)市房屋租赁管理条例", number: "示府发〔2020〕\(place)号",
            issuer: "示例省第\(place)市人民代表大会常务委员会", kind: .localRegulation, region: "示例省第\(place)市",
            dates: DocumentDates(adopted: version, effective: version, version: version), status: .inForce, statusEvidence: [],
            textKind: .full, source: "示例.html")
    }
}
