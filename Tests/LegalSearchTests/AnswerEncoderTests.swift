import FoundationEssentials
import LegalDocuments
import LegalSearch
import Testing

/// The JSON contract: other people's programs read these names.
@Suite struct AnswerEncoderTests {
    private struct Answer: Decodable {
        struct Document: Decodable {
            let id, title, kind, status, text_kind, source: String
            let number, issuer, written, published, effective, version: String?
        }
        struct Provision: Decodable { let id, label: String; let headings: [String] }
        struct Snippet: Decodable { let text: String; let highlights: [[Int]] }
        struct Hit: Decodable {
            let rank: Int
            let score: Double
            let document: Document
            let provision: Provision?
            let snippet: Snippet
        }
        let query: String
        let total, took_us: Int
        let total_is_exact: Bool
        let hits: [Hit]
        let suggestions: [String]
    }

    @Test func aSearchAnswerHasTheContractsNamesAndNulls() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs \"quoted\"\t.md")
        try library.indexPages()
        let bytes = AnswerEncoder.json(try library.open().search(SearchRequest(query: "“牵好绳子”")))
        let answer = try JSONDecoder().decode(Answer.self, from: Data(bytes))
        #expect(answer.query == "“牵好绳子”")
        #expect(answer.total == 1)
        let hit = try #require(answer.hits.first)
        #expect(hit.document.version == "2021-03-01")
        #expect(hit.document.effective == "2021-06-01")
        #expect(hit.document.source.hasSuffix("dogs \"quoted\"\t.md"))
        #expect(hit.provision?.label == "第二条")
        #expect(hit.snippet.highlights.count == 1)
        #expect(String(decoding: bytes, as: UTF8.self).contains("\"number\":null"))
    }

    @Test func aDocumentAnswerIsFlatWithItsProvisions() throws {
        struct Document: Decodable {
            struct Provision: Decodable { let id, label, text: String; let headings: [String] }
            let id, title, status, text_kind: String
            let sources: [String]
            let origins: [String: String]
            let provisions: [Provision]
        }
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        try library.indexPages()
        let answer = try library.open().resolve("样例市犬只管理条例", asOf: nil)
        let document = try JSONDecoder().decode(Document.self, from: Data(AnswerEncoder.json(answer)))
        #expect(document.provisions.map(\.id) == ["art_1", "art_2", "art_3", "art_4"])
        #expect(document.provisions[0].text == "为了规范犬只管理，制定本条例。")
        #expect(document.origins["effective"]?.hasPrefix("text: ") == true)
    }
}
