import LegalDocuments
import Testing

@Suite struct PartialDocumentNumberTests {
    @Test(arguments: [
        ("鄂府办发 93", "鄂府办发||93"), ("鄂府办发93号", "鄂府办发||93"), ("鄂府办发第93号", "鄂府办发||93"), ("2023 62号", "|2023|62"),
        ("2023 62", "|2023|62"),
        ("〔2023〕62号", "|2023|62"), ("[2023]62", "|2023|62"), ("2023年62号", "|2023|62"), ("2023-62号", "|2023|62"),
        ("鄂府发", "鄂府发||"), ("鄂府發", "鄂府发||"), ("准政发", "准政发||"), ("东府办发 12", "东府办发||12"),
        ("国发", "国发||"), ("鄂府发〔2023〕", "鄂府发|2023|"), ("鄂府发2023", "鄂府发|2023|"), ("鄂府发2023年", "鄂府发|2023|"),
        ("62号", "||62"), ("第062号", "||62"),
        ("〔2023〕", "|2023|"), ("国务院令", "国务院令||"), ("鄂府发〔2023〕62号", "鄂府发|2023|62"), ("国务院令第711号", "国务院令||711"),
    ])
    func whatWasTypedIsTakenApart(typed: String, parts: String) throws {
        let partial = try #require(PartialDocumentNumber(typed))
        #expect([partial.code, partial.year, partial.serial].map { $0 ?? "" }.joined(separator: "|") == parts)
    }

    @Test(arguments: [
        "", "2023", "62", "2023年", "2023-09-01", "2023年9月1日", "行政复议法", "行政复议法23条", "民法典 23", "研发", "行政发", "开发",
        "鄂尔多斯 2023",
        "什么是行政复议", "第二十三条",
        "十四五规划 2023", "2023-09",
    ])
    func ordinaryWordsAndDatesAreNoPartOfANumber(typed: String) {
        #expect(PartialDocumentNumber(typed) == nil)
    }
}
