import Foundation
import Testing

@Suite struct CommandTests {
    @Test func indexReportsWhatItDidAndASecondRunChangesNothing() throws {
        let run = try CommandLineRun()
        try run.write(CommandLineRun.dogs, to: "pages/dogs.md")
        let first = try run.run("index", "pages", "--json")
        #expect(first.status == 0, "\(first)")
        let report = try first.json()
        #expect(report["documents"] as? Int == 1)
        #expect(report["provisions"] as? Int == 3)
        #expect((report["skipped"] as? [Any])?.isEmpty == true)
        #expect(report["seconds"] as? Double != nil)
        #expect(try run.run("index", "pages", "--json").json()["unchanged"] as? Int == 1)
    }

    @Test func searchPrintsHitsWithTheirPlaceAndStatus() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let result = try run.run("search", "牵好绳子")
        #expect(result.status == 0)
        #expect(result.output.contains("共 1 条"))
        #expect(result.output.contains("1. 样例市犬只管理条例　第二条"))
        #expect(result.output.contains("现行有效 | 地方性法规"))
        #expect(result.output.contains("第二章 登记"))
        #expect(!result.output.contains("\u{1B}"), "no colour where no terminal is")
    }

    @Test func searchThatFindsNothingSaysSoByItsExitStatus() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let result = try run.run("search", "“宇宙飞船”", "--json")
        #expect(result.status == 2)
        #expect(try result.json()["total"] as? Int == 0)
    }

    @Test func aBatchAnswersEveryLineInOrderWhateverItHolds() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        var input = Data("绳子\n\n样府发〔2022〕7号\n".utf8)
        input.append(contentsOf: [0xFF, 0xFE, 0x0A])
        input.append(Data((String(repeating: "法", count: 100_000) + "\n计量设施").utf8))
        let result = try run.run("search", "--batch", "-", "--json", input: input)
        #expect(result.status == 0)
        let answers = try result.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as! [String: Any] }
        #expect(answers.count == 6)
        #expect(answers.map { $0["total"] as? Int } == [1, nil, 1, nil, nil, 1])
        #expect(answers.map { $0["error"] != nil } == [false, true, false, true, true, false])
    }

    @Test(arguments: ["样府发〔2022〕7号", "样府发[2022]7号", "样府发（2022）7", "样府发2022-7", "样府发〔２０２２〕７号", "样府發 〔2022〕 7号"])
    func showFindsADocumentByItsNumberInAnySpelling(typed: String) throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let document = try run.run("show", typed, "--json").json()
        #expect(document["title"] as? String == "样例市人民政府关于加强用水管理的通知")
        #expect(document["id"] as? String == "样府发-2022-7")
        #expect(document["written"] as? String == "2022-05-01")
        #expect((document["origins"] as? [String: String])?["written"] == "page table: 成文日期")
    }

    @Test func showOpensTheVeryArticleWithACitation() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let result = try run.run("show", "样例市犬只管理条例第2条")
        #expect(result.status == 0)
        #expect(result.output.contains("第二条　犬只应当登记。"))
        #expect(!result.output.contains("第一条　"))
        #expect(result.output.contains("引用：《样例市犬只管理条例》（2021年3月1日文本）第二条"))
        let none = try run.run("show", "样例市犬只管理条例第九条")
        #expect(none.status == 2)
        #expect(none.complaint.contains("没有第九条"))
    }

    @Test func numberFindsTheNumbersOfEachLine() throws {
        let run = try CommandLineRun()
        let result = try run.run("number", "--json", input: Data("依据鄂府发〔2023〕62号和国办发〔2023〕27号\n没有\n".utf8))
        #expect(result.status == 0)
        #expect(result.lines.count == 2)
        let numbers = try JSONSerialization.jsonObject(with: Data(result.lines[0].utf8)) as! [String: [[String: Any]]]
        #expect(numbers["numbers"]?.map { $0["canonical"] as? String } == ["鄂府发〔2023〕62号", "国办发〔2023〕27号"])
        #expect(numbers["numbers"]?.first?["span"] as? [Int] == [2, 14])
        #expect(result.lines[1] == "{\"numbers\":[]}")
        let labelled = try run.run("number", "--json", input: Data("　发文字号：鄂府发〔2023〕62号 \n".utf8))
        #expect(labelled.output.contains("\"span\":[6,18]"))
    }

    @Test func aRemovedDocumentIsGoneAndTheRestStays() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        #expect(try run.run("remove", "样府发2022-7").output == "已去掉：样例市人民政府关于加强用水管理的通知（样府发-2022-7）\n")
        #expect(try run.run("show", "样府发2022-7").status == 2)
        #expect(try run.run("search", "绳子").status == 0)
        #expect(try run.run("remove", "样府发2022-7").status == 2)
    }

    @Test func oneOfSeveralVersionsIsRemovedOnlyByItsID() throws {
        let run = try CommandLineRun()
        try run.indexTwoVersions()
        let several = try run.run("remove", "样例市犬只管理条例")
        #expect(several.status == 2)
        #expect(several.complaint.hasSuffix("\n  样例市犬只管理条例-2021-03-01\n  样例市犬只管理条例-2023-03-01\n"))
        #expect(try run.run("remove", "样例市犬只管理条例第二条").status == 64)
        #expect(try run.run("stats", "--json").json()["documents"] as? Int == 2)
        #expect(try run.run("remove", "样例市犬只管理条例-2021-03-01").status == 0)
        #expect(try run.run("stats", "--json").json()["documents"] as? Int == 1)
    }

    @Test func hiddenVersionsAreToldOfAndShownWithTheirDates() throws {
        let run = try CommandLineRun()
        try run.indexTwoVersions()
        let folded = try run.run("search", "绳子").output
        #expect(folded.hasPrefix("共 1 条；另有旧的或者尚未施行的文本 1 条未列，加 --all-versions 显示。\n"))
        let all = try run.run("search", "绳子", "--all-versions", "--group", "document", "--facets").output
        #expect(all.hasPrefix("共 2 份文件。\n"))
        #expect(all.contains("现行有效 | 地方性法规"))
        #expect(all.contains("已被修改 | 地方性法规"))
        #expect(all.contains("2021年3月1日文本"))
        #expect(all.contains("2023年3月1日文本"))
        #expect(all.contains("效力：现行有效 1，已被修改 1\n"))
        let before = try run.run("search", "绳子", "--as-of", "2022-01-01", "--json").json()
        let hit = (before["hits"] as? [[String: Any]])?.first?["document"] as? [String: Any]
        #expect(hit?["version"] as? String == "2021-03-01")
    }

    @Test func filtersNarrowTheAnswerAndExplainShowsTheParts() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        #expect(try run.run("search", "用水", "--filter", "kind=地方性法规").status == 2)
        let result = try run.run("search", "用水", "--filter", "year=2022", "--explain", "--json").json()
        let hits = try #require(result["hits"] as? [[String: Any]])
        #expect(!hits.isEmpty)
        #expect(hits.allSatisfy { ($0["explanation"] as? [String: Any])?.isEmpty == false })
    }

    /// The sum as it was reckoned, and for a question what the learned factor looked at.
    @Test func explainPutsAScoreInWords() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let words = try run.run("search", "用水", "--explain").output
        #expect(words.contains("得分 "))
        #expect(words.contains(" = 字词 "))
        #expect(words.contains(" × 效力层级和时效 "))
        let question = try run.run("search", "用水的单位应当怎么安装设施？", "--explain").output
        #expect(question.contains(") × 已答问题的经验 "))
        #expect(question.contains("经验所看的：问话的字这一条有 "))
    }

    @Test func statsCheckCompactAndExportAgreeOnWhatIsHeld() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        #expect(try run.run("check").output == "索引完好。\n")
        #expect(try run.run("compact").status == 0)
        let statistics = try run.run("stats", "--json").json()
        #expect(statistics["documents"] as? Int == 2)
        #expect(statistics["segments"] as? Int == 1)
        #expect((statistics["bytes"] as? [String: Int])?["total"] ?? 0 > 0)
        let exported = try run.run("export", "--format", "jsonl")
        #expect(exported.lines.count == 2)
        let first = try JSONSerialization.jsonObject(with: Data(exported.lines[0].utf8)) as! [String: Any]
        #expect(first["source"] as? String == "pages/dogs.md")
        #expect((first["provisions"] as? [[String: Any]])?.first?["headings"] as? [String] == ["第一章 总则"])
    }

    @Test func whatIsExportedAsAkomaNtosoIsIndexedAgain() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        #expect(try run.run("export", "--format", "akn", "--output", "out").output == "导出 2 份到 out。\n")
        #expect(try run.run("index", "out", "--index", "again").status == 0)
        let before = try run.run("search", "绳子", "--json").json()
        let after = try run.run("search", "绳子", "--json", "--index", "again").json()
        #expect(before["total"] as? Int == after["total"] as? Int)
        let id = try #require(((before["hits"] as? [[String: Any]])?.first?["document"] as? [String: Any])?["id"] as? String)
        #expect(try run.run("export", id, "--format", "akn").output.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>"))
    }

    @Test func theIndexIsWhereTheOptionTheEnvironmentOrTheFolderSays() throws {
        let run = try CommandLineRun()
        try run.write(CommandLineRun.dogs, to: "pages/dogs.md")
        try run.run("index", "pages", "--index", "elsewhere/deep")
        #expect(try run.run("search", "绳子", "--index", "elsewhere/deep").status == 0)
        #expect(try run.run("search", "绳子").status == 1)
        let environment = ["LEXIGRAM_INDEX": "elsewhere/deep"]
        #expect(try run.run(list: ["search", "绳子"], environment: environment).status == 0)
        #expect(try run.run(list: ["search", "绳子", "--index", "nowhere"], environment: environment).status == 1)
    }

    @Test func outsideAChineseLocaleTheMessagesAreEnglish() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        #expect(try run.run("search", "绳子", locale: "en_US.UTF-8").output.hasPrefix("1 hit."))
        #expect(try run.run("check", locale: "C").output == "The index is sound.\n")
    }
}
