import Ingestion
import LegalDocuments
import Testing

@Suite struct StyleTests {
    @Test(arguments: [
        ("page.html", SampleLaw.governmentPage), ("page.htm", SampleLaw.contentSystemPage),
        ("page.html", SampleLaw.wordPage), ("law(2022-04-02).md", SampleLaw.markdown), ("law.xml", SampleLaw.akomaNtoso),
    ])
    func everyStyleGivesTheSameOutline(source: String, text: String) throws {
        let document = try read(text, as: source)
        #expect(document.title == SampleLaw.title)
        #expect(outline(document) == SampleLaw.outline)
        #expect(document.sources == [source])
        #expect(document.textKind == .full)
    }

    @Test(arguments: [
        SampleLaw.governmentPage, SampleLaw.contentSystemPage, SampleLaw.wordPage, SampleLaw.markdown, SampleLaw.akomaNtoso,
    ])
    func theNoteOnTheHistoryGivesTheVersionAndItsOrigin(text: String) throws {
        let document = try read(text, as: "law")
        #expect(document.dates.adopted == LegalDate(iso: "2022-03-30"))
        #expect(document.dates.version == LegalDate(iso: "2024-09-26"))
        #expect(document.origins["version"] == "preface")
        #expect(document.dates.effective == LegalDate(iso: "2022-05-01"))
        #expect(document.origins["effective"] == "text: art_4")
    }

    @Test func theHeaderTableGivesItsFactsWithTheirLabels() throws {
        let document = try read(SampleLaw.governmentPage)
        #expect(document.indexNumber == "00001/2022-7")
        #expect(document.issuer == "青石市人大常委会")
        #expect(document.number == nil)
        #expect(document.dates.written == LegalDate(iso: "2022-03-30"))
        #expect(document.origins["written"] == "page table: 成文日期")
        #expect(document.dates.published == LegalDate(iso: "2022-04-02"))
    }

    @Test func theMetaElementsGiveTheirFacts() throws {
        let document = try read(SampleLaw.contentSystemPage)
        #expect(document.origins["title"] == "meta: ArticleTitle")
        // The supplier of the page counts for less than the body that the note names.
        #expect(document.issuer == "青石市人民代表大会常务委员会")
        #expect(document.dates.published == LegalDate(iso: "2022-04-02"))
    }

    @Test func theDateInAFileNameIsTheLastResort() throws {
        let document = try read("# 青石市节水办法\n\n<!-- INFO END -->\n\n第一条 节约用水。", as: "x/节水办法(2021-07-01).md")
        #expect(document.dates.version == LegalDate(iso: "2021-07-01"))
        #expect(document.origins["version"] == "file name")
        #expect(document.dates.effective == nil)
        #expect(document.dates.written == nil)
    }

    @Test func aFileDatedLongAfterItsNoteHoldsALaterVersion() throws {
        let text = "# 青石市节水办法\n\n2004年5月27日 青石市人民代表大会常务委员会第三次会议通过\n\n<!-- INFO END -->\n\n第一条 节约用水。"
        let late = try read(text, as: "节水办法(2019-07-26).md")
        #expect(late.dates.version == LegalDate(iso: "2019-07-26"))
        let soon = try read(text, as: "节水办法(2004-06-01).md")
        #expect(soon.dates.version == LegalDate(iso: "2004-05-27"))
        #expect(soon.dates.published == LegalDate(iso: "2004-06-01"))
        #expect(soon.origins["published"] == "file name")
    }
}
