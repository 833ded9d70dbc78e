import Foundation
import Testing

/// cite, list and compare on the real program.
@Suite struct CitationCommandTests {
    private func library() throws -> CommandLineRun {
        let run = try CommandLineRun()
        func law(_ title: String, _ history: String, _ articles: [String]) -> String {
            let body = articles.enumerated().map { "第\(["一", "二", "三"][$0])条　\($1)" }.joined(separator: "\n\n")
            return "# \(title)\n\n\(history)\n\n<!-- INFO END -->\n\n\(body)\n"
        }
        let adopted = "2010年1月1日 样例市人民代表大会常务委员会 通过"
        try run.write(law("样例市收费条例", adopted, ["收费应当公开。\n标准另定。", "本条例自2010年3月1日起施行。"]), to: "pages/old.md")
        try run.write(
            law("样例市收费条例", adopted + "\n\n2020年1月1日 样例市人民代表大会常务委员会 修正", ["收费应当公开、合理。\n标准另定。", "本条例自2010年3月1日起施行。"]),
            to: "pages/new.md")
        try run.write(
            law("样例市停车办法", "2012年1月1日 样例市人民政府 公布", ["根据《样例市收费条例》，制定本办法。", "本办法自2012年2月1日起施行。"]),
            to: "pages/parking.md")
        try run.run("index", "pages")
        return run
    }

    @Test func citeGivesAVerdictForEveryCitation() throws {
        let run = try library()
        let text = "依照《样例市收费条例》第一条和第九条办理，《没有的条例》除外。"
        let result = try run.run("cite", "-", "--json", input: Data(text.utf8))
        #expect(result.status == 0, "\(result)")
        let citations = try #require(result.json()["citations"] as? [[String: Any]])
        #expect(citations.map { $0["verdict"] as? String } == ["in-force", "no-such-article", "not-here"])
        #expect(citations.map { $0["span"] as? [Int] } == [[2, 14], [15, 18], [21, 28]])
        #expect(citations[0]["document"] as? String == "样例市收费条例-2020-01-01")
        #expect(citations[0]["provision"] as? String == "art_1")
        #expect(citations[0]["article"] as? String == "第一条")
        #expect(citations[0]["kind"] as? String == "applies")
    }

    @Test func withoutAnIndexNothingIsJudged() throws {
        let run = try CommandLineRun()
        try run.write("根据《样例法》，制定本办法。", to: "draft.txt")
        let result = try run.run("cite", "draft.txt", "--json")
        #expect(result.status == 0)
        #expect(try (result.json()["citations"] as? [[String: Any]])?.map { $0["verdict"] as? String } == ["unchecked"])
        #expect(try run.run("cite", "draft.txt", "--index", "nowhere").status == 1)
        #expect(try run.run("cite", "missing.txt").status == 1)
    }

    @Test func theLedgerComesAsTableCSVAndJSONLines() throws {
        let run = try library()
        #expect(try run.run("list").output.contains("共 3 份"))
        let first = try run.run("list", "--limit", "1").output
        #expect(first.contains("共 3 份，列出前 1 份") && first.split(separator: "\n").count { $0.hasSuffix(")") } == 1)
        #expect(try run.run("list", "--limit", "2", "--format", "jsonl").lines.count == 2)
        #expect(try run.run("list", "--limit", "-1").status == 64)
        let csv = try run.run("list", "--format", "csv").output
        #expect(csv.contains("\"样例市停车办法\""))
        let lines = try run.run("list", "--format", "jsonl", "--basis-changed").lines
        #expect(lines.count == 1)
        let entry = try #require(JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect((entry["changed_bases"] as? [[String: Any]])?.first?["since"] as? String == "2020-01-01")
        #expect(try run.run("list", "--expires-by", "soon").status == 64)
        #expect(try run.run("list", "--filter", "colour=red").status == 64)
    }

    @Test func twoVersionsAreComparedAndAParagraphIsOpened() throws {
        let run = try library()
        let result = try run.run("compare", "样例市收费条例-2010-01-01", "样例市收费条例-2020-01-01")
        #expect(result.output.contains("收费应当公开{+、合理+}。"), "\(result)")
        #expect(try run.run("compare", "无", "样例市收费条例-2020-01-01").status == 2)
        let shown = try run.run("show", "样例市收费条例第一条第二款")
        #expect(shown.output.contains("标准另定。"))
        #expect(!shown.output.contains("公开、合理"))
        #expect(shown.output.contains("引用：《样例市收费条例》（2020年文本）第一条第二款"), "\(shown)")
        #expect(try run.run("show", "样例市收费条例第一条", "--as-of", "2015-01-01").output.contains("收费应当公开。"))
        #expect(try run.run("show", "样例市收费条例第一条第九款").status == 2)
    }
}
