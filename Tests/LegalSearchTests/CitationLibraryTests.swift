import Ingestion
import LegalDocuments
import LegalSearch
import Testing

/// A small library of laws that cite, repeal and succeed one another.
@Suite struct CitationLibraryTests {
    private func library() throws -> TemporaryLibrary {
        let library = TemporaryLibrary()
        library.write(
            SampleLaw.markdown(
                "样例市收费条例", history: "2010年1月1日 样例市人民代表大会常务委员会 通过",
                ["收费应当公开。\n收费标准由市人民政府制定。", "擅自收费的，责令退还。", "本条例自2010年3月1日起施行。"]), to: "fees.md")
        library.write(
            SampleLaw.markdown(
                "样例市停车收费办法", history: "2012年1月1日 样例市人民政府 公布",
                ["根据《样例市收费条例》，制定本办法。", "停车收费依照《样例市收费条例》第一条公开。", "本办法自2012年2月1日起施行。"]),
            to: "parking.md")
        library.write(
            SampleLaw.markdown(
                "样例市公共收费条例", history: "2020年5月1日 样例市人民代表大会常务委员会 通过",
                ["公共收费应当公开、合理。", "本条例自2020年7月1日起施行。2010年1月1日通过的《样例市收费条例》同时废止。"]), to: "new.md")
        return library
    }

    private func document(_ reference: String, in library: Library, on day: String? = nil) throws -> DocumentAnswer {
        guard case .document(let answer, _) = try library.resolve(reference, asOf: day.flatMap { LegalDate(iso: $0) }) else {
            throw NotFound(reference: reference)
        }
        return answer
    }

    private struct NotFound: Error { let reference: String }

    @Test func aDocumentKnowsWhatItCitesAndWhatCitesIt() throws {
        let library = try library()
        try library.indexPages()
        let opened = try library.open()
        let parking = try document("样例市停车收费办法", in: opened)
        #expect(parking.cites.map(\.citation.relation) == [.basis, .applies])
        #expect(parking.cites.map(\.target?.title) == ["样例市收费条例", "样例市收费条例"])
        #expect(parking.cites.map(\.target?.provision) == [nil, "art_1"])
        let fees = try document("样例市收费条例", in: opened)
        #expect(Set(fees.citedBy.map(\.title)) == ["样例市停车收费办法", "样例市公共收费条例"])
        #expect(fees.citedBy.first { $0.place != nil }?.label == "第二条")
    }

    @Test func aRepealInOneDocumentChangesTheStandingOfAnother() throws {
        let library = try library()
        try library.indexPages()
        let opened = try library.open()
        let fees = try document("样例市收费条例", in: opened)
        #expect(fees.status == .repealed)
        #expect(fees.statusEvidence.first?.from == "样例市公共收费条例-2020-05-01")
        #expect(fees.statusEvidence.first?.value == "2020-07-01")
        #expect(fees.statusEvidence.first?.quote?.contains("同时废止") == true)
        #expect(try document("样例市收费条例", in: opened, on: "2020-06-30").status == .inForce)
    }

    @Test func aTargetThatArrivesLaterIsFoundByWhatCitedItBefore() throws {
        let library = TemporaryLibrary()
        library.write(
            SampleLaw.markdown("甲市用水办法", history: "2021年1月1日 甲市人民政府 公布", ["根据《甲市水条例》，制定本办法。"]), to: "a.md")
        try library.indexPages()
        #expect(try document("甲市用水办法", in: library.open()).cites.map(\.target) == [nil])
        library.write(
            SampleLaw.markdown("甲市水条例", history: "2020年1月1日 甲市人民代表大会常务委员会 通过", ["节约用水。"]), to: "b.md")
        try library.indexPages()
        let opened = try library.open()
        #expect(try document("甲市用水办法", in: opened).cites.first?.target?.title == "甲市水条例")
        #expect(try document("甲市水条例", in: opened).citedBy.map(\.title) == ["甲市用水办法"])
    }

    @Test func documentsThatRepealOneAnotherAreNotBothRepealed() throws {
        let library = TemporaryLibrary()
        library.write(
            SampleLaw.markdown(
                "甲市东区条例", history: "2020年1月1日 甲市人民代表大会常务委员会 通过", ["《甲市西区条例》同时废止。", "本条例自2020年2月1日起施行。"]),
            to: "a.md")
        library.write(
            SampleLaw.markdown(
                "甲市西区条例", history: "2020年1月1日 甲市人民代表大会常务委员会 通过", ["《甲市东区条例》同时废止。", "本条例自2020年2月1日起施行。"]),
            to: "b.md")
        try library.indexPages()
        let opened = try library.open()
        #expect(try document("甲市东区条例", in: opened).status == .inForce)
        #expect(try document("甲市西区条例", in: opened).status == .inForce)
    }

    @Test func everyCitationOfATextGetsItsVerdict() throws {
        let library = try library()
        try library.indexPages()
        let text = CitedText(
            """
            依照《样例市公共收费条例》第一条办理。
            依照《样例市公共收费条例》第九条办理。
            依照《样例市收费条例》第一条第三款办理，参照《样例市收费条例》办理。
            依照《样例市没有的条例》办理。
            依照《样例市公共收费条列》第一条办理，并公布。
            """)
        let checked = try library.open().check(text, asOf: nil)
        #expect(checked.map(\.verdict) == [.inForce, .noSuchArticle, .noSuchArticle, .repealed, .notHere])
        #expect(checked.map(\.line) == [1, 2, 3, 3, 4])
        #expect(checked[0].provision == "art_1")
        #expect(try library.open().check(text, asOf: LegalDate(iso: "2020-06-01"))[0].verdict == .notYet)
    }

    @Test func wordsQuotedOtherwiseThanTheArticleSaysAreReported() throws {
        let library = try library()
        try library.indexPages()
        let text = CitedText("《样例市公共收费条例》第一条规定：“公共收费应当公开、合理。”《样例市公共收费条例》第一条规定：“公共收费应当公开、免费。”")
        let checked = try library.open().check(text, asOf: nil)
        #expect(checked.map(\.quotation?.matches) == [true, false])
        #expect(checked.last?.quotation?.expected == "公共收费应当公开、合理。")
    }

    @Test func aParagraphIsOpenedAndAMissingOneIsSaidToBeMissing() throws {
        let library = try library()
        try library.indexPages()
        let opened = try library.open()
        #expect(try document("样例市收费条例第一条第二款", in: opened).part?.text == "收费标准由市人民政府制定。")
        guard case .noSuchProvision(_, let asked) = try opened.resolve("样例市收费条例第一条第三款", asOf: nil) else {
            return #expect(Bool(false), "a third paragraph was found")
        }
        #expect(asked == "第一条第三款")
    }

    @Test(arguments: ["第零条", "第三条之之一", "第九九九九九九九九九九条", "第条"])
    func anArticleOfNoNumberIsSaidToBeMissing(article: String) throws {
        let library = try library()
        try library.indexPages()
        guard case .noSuchProvision(let answer, let asked) = try library.open().resolve("样例市收费条例" + article, asOf: nil) else {
            return #expect(Bool(false), "\(article) was found, or the law was not")
        }
        #expect(answer.document.title == "样例市收费条例")
        #expect(asked == article)
    }

    @Test func whatADraftSaysOfItsOwnArticlesIsCheckedAgainstTheDraft() throws {
        let library = try library()
        try library.indexPages()
        let draft = CitedText(
            """
            样例市停车管理办法（草案）

            第一条　为了规范停车，根据《样例市公共收费条例》，制定本办法。
            第二条　停车应当缴费。
            收费标准公开。
            第三条　违反本办法第二条第二款的，责令改正；违反本办法第二条第三款、第九条的，处以罚款。
            """)
        let checked = try library.open().check(draft, asOf: nil)
        #expect(checked.map(\.verdict) == [.inForce, .noSuchArticle, .noSuchArticle])
        #expect(checked.map(\.isOwn) == [false, true, true])
        #expect(checked.map(\.text).suffix(2) == ["本办法第二条第三款", "第九条"])
        #expect(checked.map(\.line) == [3, 6, 6])
    }

    @Test(arguments: ["第零条", "第三条之之一", "第九九九九九九九九九九条"])
    func aCitedArticleOfNoNumberIsNotPassedOffAsTheLaw(article: String) throws {
        let library = try library()
        try library.indexPages()
        let checked = try library.open().check(CitedText("依照《样例市公共收费条例》\(article)办理。"), asOf: nil)
        #expect(checked.map(\.verdict) == [.noSuchArticle])
        #expect(checked.map(\.text) == ["《样例市公共收费条例》" + article])
    }

    @Test func theUsersOwnShortFormsLeadToTheLaw() throws {
        let library = try library()
        try library.indexPages()
        library.write("# 简称 > 全称\n收费例 老收费例 > 样例市收费条例\n", to: "../index/short-forms.txt")
        let opened = try library.open()
        #expect(try document("收费例第二条", in: opened).document.title == "样例市收费条例")
        let checked = try opened.check(CitedText("依照收费例第二条和《老收费例》办理。"), asOf: nil)
        #expect(checked.map(\.document?.title) == ["样例市收费条例", "样例市收费条例"])
        #expect(checked.map(\.provision) == ["art_2", nil])
    }

    @Test(arguments: ["收费例 样例市收费条例", "> 样例市收费条例", "收费例 >", "收费例 > 样例市 收费条例"])
    func aLineThatIsNoShortFormIsNamed(line: String) throws {
        let library = try library()
        try library.indexPages()
        library.write("# 简称\n\(line)\n", to: "../index/short-forms.txt")
        #expect(throws: LibraryError.malformedShortForms(file: library.index + "/short-forms.txt", line: 2, text: line)) {
            try library.open()
        }
    }

    @Test func theLedgerTellsWhoseBasisWasRepealedSince() throws {
        let library = try library()
        try library.indexPages()
        let entries = try library.open().ledger(LedgerRequest(basisChanged: true))
        #expect(entries.map(\.document.title) == ["样例市停车收费办法"])
        #expect(entries.first?.changedBases.map(\.status) == [.repealed])
        #expect(entries.first?.changedBases.first?.since == LegalDate(iso: "2020-07-01"))
    }

    @Test func aCellThatLooksLikeAFormulaIsDefused() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.markdown("=样例市“公式”办法", history: "2020年1月1日 样例市人民政府 公布", ["试行。"]), to: "a.md")
        try library.indexPages()
        let csv = LedgerTable.csv(try library.open().ledger(LedgerRequest()), headings: ["名称"], status: { $0.rawValue })
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        #expect(csv.contains("\"'=样例市“公式”办法\""))
        #expect(csv.contains("\r\n"))
    }

    @Test func aPersonsCorrectionWinsAndSurvivesIndexingAgain() throws {
        let library = try library()
        library.write(
            #"{"document":"样例市停车收费办法","field":"expires","value":"2015-12-31","reason":"原件载明","by":"张三","date":"2024-05-01"}"# + "\n",
            to: "corrections.jsonl")
        #expect(try library.indexPages().skipped.isEmpty)
        var parking = try document("样例市停车收费办法", in: library.open())
        #expect(parking.status == .expired)
        #expect(parking.document.origins["expires"] == "人工核定：原件载明（张三，2024-05-01）")
        try library.indexPages(prune: true)
        parking = try document("样例市停车收费办法", in: library.open())
        #expect(parking.status == .expired)
        library.remove("corrections.jsonl")
        try library.indexPages()
        #expect(try document("样例市停车收费办法", in: library.open()).document.dates.expires == nil)
    }

    @Test func aLineThatIsNoCorrectionIsReportedWithItsPlace() throws {
        let library = try library()
        library.write(
            "{\"document\":\"样例市收费条例\",\"field\":\"颜色\",\"value\":\"红\"}\nnot json\n{\"document\":\"样例市收费条例\",\"field\":\"expires\",\"value\":\"明年\"}\n",
            to: "corrections.jsonl")
        let skipped = try library.indexPages().skipped
        #expect(skipped.map { String($0.source.suffix(2)) } == [":1", ":2", ":3"])
    }
}
