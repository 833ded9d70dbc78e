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
    }

    @Test func aRemovedDocumentIsGoneAndTheRestStays() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        #expect(try run.run("remove", "样府发2022-7").output == "已去掉：样例市人民政府关于加强用水管理的通知（样府发-2022-7）\n")
        #expect(try run.run("show", "样府发2022-7").status == 2)
        #expect(try run.run("search", "绳子").status == 0)
        #expect(try run.run("remove", "样府发2022-7").status == 2)
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

    @Test func theIndexIsWhereTheOptionTheEnvironmentOrTheFolderSays() throws {
        let run = try CommandLineRun()
        try run.write(CommandLineRun.dogs, to: "pages/dogs.md")
        try run.run("index", "pages", "--index", "elsewhere/deep")
        #expect(try run.run("search", "绳子", "--index", "elsewhere/deep").status == 0)
        #expect(try run.run("search", "绳子").status == 1)
    }

    @Test func outsideAChineseLocaleTheMessagesAreEnglish() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        #expect(try run.run("search", "绳子", locale: "en_US.UTF-8").output.hasPrefix("1 hits."))
        #expect(try run.run("check", locale: "C").output == "The index is sound.\n")
    }
}
