import Foundation
import Glibc
import Testing

/// Bad input gives one clear sentence and the documented exit status, and loses nothing that was there.
@Suite struct BadInputTests {
    private func prepared() throws -> CommandLineRun {
        let run = try CommandLineRun()
        try run.indexSamples()
        return run
    }

    private func expectNothingLost(_ run: CommandLineRun) throws {
        #expect(try run.run("check").status == 0)
        #expect(try run.run("search", "绳子").status == 0)
        #expect(try run.run("show", "样府发〔2022〕7号").status == 0)
    }

    @Test func aMissingFolderIsNamed() throws {
        let run = try prepared()
        let result = try run.run("index", "no-such-folder")
        #expect(result.status == 1)
        #expect(result.complaint == "读不了 no-such-folder：没有这个文件或文件夹。请检查路径。索引没有改动。\n")
        try expectNothingLost(run)
    }

    /// Each file with a piece of the sentence it must give; the good file beside it is read all the same.
    @Test(arguments: [
        ("empty.html", Data(), "是空的"),
        ("picture.html", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]), "不是文字"),
        (
            "entity.xml",
            Data("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><akomaNtoso>&x;</akomaNtoso>".utf8),
            "声明了实体"
        ),
        (
            "bomb.xml",
            Data(
                ("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\">"
                    + (1...9).map { "<!ENTITY a\($0) \"" + String(repeating: "&a\($0 == 1 ? "" : "\($0 - 1)");", count: 10) + "\">" }.joined()
                    + "]><akomaNtoso>&a9;</akomaNtoso>").utf8), "声明了实体"
        ),
        ("deep.html", Data((String(repeating: "<div>", count: 3_000) + "第一条 深处").utf8), "嵌套"),
    ])
    func anUnreadableFileIsSkippedByName(name: String, content: Data, reason: String) throws {
        let run = try prepared()
        try run.write(content, to: "pages/\(name)")
        try run.write(CommandLineRun.dogs.replacing("犬只", with: "猫只"), to: "pages/cats.md")
        let result = try run.run("index", "pages", "--json")
        #expect(result.status == 2, "\(result)")
        #expect(result.complaint.hasPrefix("跳过 pages/\(name)："))
        #expect(result.complaint.contains(reason), "\(result.complaint)")
        #expect(result.complaint.split(separator: "\n").count == 1)
        #expect(try result.json()["added"] as? Int == 1)
        #expect(try run.run("search", "passwd").status == 2)
        try expectNothingLost(run)
    }

    @Test(.enabled(if: geteuid() != 0, "root may read every file"))
    func aFileWithoutPermissionIsSkippedByName() throws {
        let run = try prepared()
        try run.write("第一条 秘密。", to: "pages/secret.md")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: run.folder + "/pages/secret.md")
        let result = try run.run("index", "pages")
        #expect(result.status == 2)
        #expect(result.complaint.hasPrefix("跳过 pages/secret.md：打不开"))
        try expectNothingLost(run)
    }

    @Test func whereNothingCouldBeReadItFailed() throws {
        let run = try CommandLineRun()
        try run.write("", to: "pages/empty.md")
        let result = try run.run("index", "pages")
        #expect(result.status == 1)
        #expect(result.complaint.contains("索引没有改动"))
    }

    @Test func aFolderThatIsNoIndexIsNotTakenForOne() throws {
        let run = try prepared()
        let search = try run.run("search", "绳子", "--index", "pages")
        #expect(search.status == 1)
        #expect(search.complaint.contains("pages：这里没有索引。请先运行 lexigram index"))
        let index = try run.run("index", "pages", "--index", "pages")
        #expect(index.status == 1)
        #expect(index.complaint.contains("文件夹里有别的文件"))
        try expectNothingLost(run)
    }

    @Test func anIndexOfAnotherVersionIsRefusedWithAWayOut() throws {
        let run = try prepared()
        let manifest = try run.text(of: "Index/store/manifest")
        try run.write(manifest.replacing("format 3", with: "format 7"), to: "Index/store/manifest")
        for command in ["stats", "check"] {
            let result = try run.run(command)
            #expect(result.status == 1)
            #expect(result.complaint.contains("索引格式是第 7 版，本程序读第 3 版。请换一个文件夹"))
        }
        #expect(try run.run("index", "pages").status == 1)
        try run.write(manifest, to: "Index/store/manifest")
        try expectNothingLost(run)
    }

    @Test func aDamagedIndexIsFoundByCheck() throws {
        let run = try prepared()
        let name = "Index/store/1.segment"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: run.folder + "/" + name))
        // Towards the end, so in a section and not in the table.
        bytes[bytes.count - 1_100] ^= 0x40
        try run.write(bytes, to: name)
        let result = try run.run("check")
        #expect(result.status == 1)
        #expect(result.complaint.contains("1.segment：校验和不符"))
    }

    /// What is damaged is not passed off as not held.
    @Test func aDamagedRecordIsSaidByShow() throws {
        let run = try prepared()
        let name = "Index/store/1.segment"
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: run.folder + "/" + name)))
        func number(at place: Int, bytes count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        // Section 13 holds the documents' records (Index/FORMAT.md).
        let entries = (0..<number(at: 12, bytes: 4)).map { 32 + 24 * $0 }
        let entry = try #require(entries.first { number(at: $0, bytes: 4) == 13 })
        let start = number(at: entry + 8, bytes: 8)
        for place in start..<(start + number(at: entry + 16, bytes: 8)) { bytes[place] = 0xFF }
        try run.write(Data(bytes), to: name)
        let result = try run.run("show", "样府发〔2022〕7号")
        #expect(result.status == 1)
        #expect(result.complaint.contains("文件已损坏"))
    }

    @Test func aQueryOf100000CharactersIsRefused() throws {
        let run = try prepared()
        // Linux passes no single argument of more than 128 KiB; longer lines come by --batch.
        let result = try run.run("search", String(repeating: "a", count: 100_000))
        #expect(result.status == 64)
        #expect(result.complaint == "检索内容有 100000 个字，最多 4000 个。请缩短。\n")
        try expectNothingLost(run)
    }

    private struct Refusal: Sendable {
        let arguments: [String]
        let sentence: String

        init(_ arguments: String..., sentence: String) {
            self.arguments = arguments
            self.sentence = sentence
        }
    }

    /// What people type or paste by mistake, each with the sentence that it must give.
    private static let refusals: [Refusal] = [
        Refusal("绳子", "--filter", "year=2023-02-30", sentence: "筛选“year”不能是“2023-02-30”。例如：2023。"),
        Refusal("绳子", "--filter", "status=alive", sentence: "筛选“status”不能是“alive”。例如：现行、"),
        Refusal("绳子", "--as-of", "2023-02-30", sentence: "“2023-02-30”不是日期。请写成 2024-01-01 的样子。"),
        Refusal("年份:2023-02-30 绳子", sentence: "检索式第 1 个字处：“年份”不能是“2023-02-30”。"),
        Refusal("绳子 “登记", sentence: "检索式第 4 个字处：““”没有配对的另一半。"),
        Refusal("绳子)", sentence: "检索式第 3 个字处：“)”前面没有与它配对的。"),
        Refusal("绳子 NEAR/5", sentence: "检索式第 4 个字处：“NEAR”的旁边缺少要找的字。"),
        Refusal("🐶🐱", sentence: "检索内容里没有汉字、字母或者数字。"),
        Refusal("\u{1}\u{2}\u{7F}", sentence: "检索内容里没有汉字、字母或者数字。"),
        Refusal("。，！", sentence: "检索内容里没有汉字、字母或者数字。"),
        Refusal(words(5_000), sentence: "检索内容有 9999 个字，最多 4000 个。请缩短。"),
        Refusal(words(300), sentence: "词太多，最多 256 个。"),
        Refusal(String(repeating: "(", count: 100) + "绳子", sentence: "括号套得太深，最多 32 层。"),
    ]

    private static func words(_ count: Int) -> String { Array(repeating: "词", count: count).joined(separator: " ") }

    @Test(arguments: refusals.indices)
    func aQueryThatCannotBeReadGetsOneClearSentence(place: Int) throws {
        let refusal = Self.refusals[place]
        let result = try prepared().run(list: ["search"] + refusal.arguments)
        #expect(result.status == 64, "\(result)")
        #expect(result.complaint.contains(refusal.sentence), "\(result.complaint)")
    }

    /// Emoji and control characters beside words are left out, and the words are found.
    @Test(arguments: ["🐶 绳子", "\u{1}绳子\u{7F}", "绳子\u{200B}"])
    func whatIsNoWordDoesNotHideTheWordsBesideIt(query: String) throws {
        #expect(try prepared().run("search", query).status == 0)
    }

    @Test func anUnknownNumberIsNotFoundAndNearOnesAreNamed() throws {
        let run = try prepared()
        let result = try run.run("show", "样府发〔2022〕8号")
        #expect(result.status == 2)
        #expect(result.complaint.contains("本库没有“样府发〔2022〕8号”"))
        #expect(result.complaint.contains("样府发〔2022〕7号"))
        let json = try run.run("show", "样府发〔2022〕8号", "--json").json()
        #expect((json["matches"] as? [Any])?.isEmpty == true)
        #expect((json["suggestions"] as? [Any])?.count == 1)
    }

    @Test(arguments: [
        ["search", "绳子", "--as-of", "2023-02-30"], ["search", "绳子", "--filter", "year=2023-02-30"],
        ["search", "绳子", "--filter", "status=alive"], ["list", "--filter", "year=next"],
        ["search", "绳子", "--limit", "-1"], ["search", "绳子", "--filter", "colour=red"],
        ["search"], ["show"], ["search", "绳子", "--batch", "-"], ["export", "--format", "pdf"], ["export", "--format", "akn"], ["export", "--output", "x"], ["serve", "--port", "x"], ["serve", "--port", "70000"],
        ["serve", "--host", "0.0.0.0"], ["index", "pages", "--jobs", "-2"], ["translate"], ["dance"],
    ])
    func wrongUsageIsExit64(arguments: [String]) throws {
        let run = try prepared()
        let result = try run.run(list: arguments)
        #expect(result.status == 64, "\(result)")
        #expect(!result.complaint.isEmpty)
    }

    @Test func aNegativeLimitIsNamedForWhatItIs() throws {
        let run = try prepared()
        #expect(try run.run("search", "绳子", "--limit", "-1").complaint.contains("--limit 应当在 0 到 1000 之间"))
        #expect(try run.run("search", "绳子", "--offset", "-5").complaint.contains("--offset 应当在 0 到 100000 之间"))
    }

    @Test(arguments: [["number"], ["search", "--json", "--batch"]])
    func linesThatCannotBeReadAreAFailureAndNotAnEmptyAnswer(command: [String]) throws {
        let run = try prepared()
        let missing = try run.run(list: command + ["no-such-file"])
        #expect(missing.status == 1)
        #expect(missing.complaint == "读不了 no-such-file：没有这个文件或文件夹。请检查路径。\n")
        let folder = try run.run(list: command + ["pages"])
        #expect(folder.status == 1)
        #expect(folder.complaint == "读不了 pages：这是一个文件夹。请检查路径。\n")
    }
}
