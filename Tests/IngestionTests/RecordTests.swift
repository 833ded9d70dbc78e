import Ingestion
import LegalDocuments
import Testing

/// JSON Lines: one document a line.
@Suite struct RecordTests {
    private static let line = """
        {"id": "x", "title": "青石市节水办法", "number": "青府发[2020]第8号", "issuer": "青石市人民政府", "kind": "规范性文件", "region": null, \
        "written": "2020-01-05", "published": "2020-01-09", "effective": null, "text_kind": "full", "origins": {"written": "page table: 成文日期"}, \
        "provisions": [{"id": "art_1", "label": "第一条", "headings": ["第一章 总则"], "text": "节约用水。\\n人人有责。"}], "cites": []}
        """

    @Test func aLineOfAnExportComesBackAsTheDocumentItWas() throws {
        let document = try read(Self.line, as: "x.jsonl")
        #expect(document.title == "青石市节水办法")
        #expect(document.number == "青府发〔2020〕8号")
        #expect(document.dates.written == LegalDate(iso: "2020-01-05"))
        #expect(document.origins["written"] == "page table: 成文日期")
        #expect(document.origins["published"] == "record")
        #expect(document.provisions == [
            Provision(id: "art_1", label: "第一条", headings: ["第一章 总则"], text: "节约用水。\n人人有责。")
        ])
    }

    @Test func everyLineIsADocumentAndABadOneIsNamedByItsNumber() {
        let text = Self.line + "\n\n{\"title\": 7}\n{\"title\": \"x\"}\n" + Self.line + "\n"
        let reading = DocumentReader().read(Array(text.utf8), source: "x.jsonl")
        #expect(reading.documents.flatMap(\.sources) == ["x.jsonl/1", "x.jsonl/5"])
        #expect(reading.problems == [
            IngestionError(source: "x.jsonl/3", reason: .malformed("wrong type of value at title")),
            IngestionError(source: "x.jsonl/4", reason: .noContent),
        ])
    }

    @Test func aTextThatIsNotCutUpIsCutIntoArticles() throws {
        let document = try read("{\"title\": \"青石市节水办法\", \"text\": \"第一条　节水。\\n第二条　施行。\"}", as: "x.json")
        #expect(document.provisions.map(\.id) == ["art_1", "art_2"])
    }

    @Test func aListOfDocumentsIsReadToo() {
        let reading = DocumentReader().read(Array("[\n\(Self.line),\n\(Self.line)\n]".utf8), source: "x.json")
        #expect(reading.documents.count == 2)
    }

    @Test func aDateThatIsNoneIsToldAndNotGuessed() {
        let reason = refusal(of: Array("{\"title\": \"x\", \"text\": \"y\", \"written\": \"去年\"}".utf8), as: "x.json")
        #expect(reason == .malformed("written is no date: 去年"))
    }
}
