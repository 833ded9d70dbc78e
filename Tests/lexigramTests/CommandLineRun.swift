import Foundation

/// Runs the real program in a fresh folder and keeps what it said.
final class CommandLineRun {
    struct Result: CustomStringConvertible {
        let status: Int32
        let output: String
        let complaint: String

        var description: String { "exit \(status)\n--- output\n\(output)--- complaint\n\(complaint)" }
        var lines: [String] { output.split(separator: "\n").map(String.init) }

        func json() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
        }
    }

    /// Stands beside the test bundle in the build folder.
    static let program: String = {
        let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: runner).deletingLastPathComponent().path + "/lexigram"
    }()

    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "lexigram-run-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/pages", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    func write(_ data: Data, to name: String) throws { try data.write(to: URL(fileURLWithPath: folder + "/" + name)) }

    func text(of name: String) throws -> String { try String(contentsOfFile: folder + "/" + name, encoding: .utf8) }

    @discardableResult
    func run(_ arguments: String..., input: Data = Data(), locale: String = "zh_CN.UTF-8") throws -> Result {
        try run(list: arguments, input: input, locale: locale)
    }

    func run(
        program: String = CommandLineRun.program, list arguments: [String], input: Data = Data(),
        locale: String = "zh_CN.UTF-8", environment: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment.merging(["LC_ALL": locale, "PATH": "/usr/bin:/bin"]) { given, _ in given }
        let files = ["input", "output", "complaint"].map { URL(fileURLWithPath: folder + "/." + $0) }
        try input.write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try text(of: ".output"), complaint: try text(of: ".complaint"))
    }

    /// Two small laws in the tests' own words, indexed into the default place.
    func indexSamples() throws {
        try write(Self.dogs, to: "pages/dogs.md")
        try write(Self.notice, to: "pages/notice.html")
        try run("index", "pages")
    }

    /// The text of 2021 and an amended one of 2023.
    func indexTwoVersions() throws {
        try write(Self.dogs, to: "pages/dogs.md")
        let amended = Self.dogs.replacing("2021年3月1日", with: "2023年3月1日").replacing("应当登记", with: "应当在一个月内登记")
        try write(amended, to: "pages/dogs-amended.md")
        try run("index", "pages")
    }

    /// Runs a line of shell in which `$lexigram` is the program.
    func shell(_ line: String, locale: String = "zh_CN.UTF-8") throws -> Result {
        try run(program: "/bin/sh", list: ["-c", line], locale: locale, environment: ["lexigram": Self.program])
    }

    static let dogs = """
        # 样例市犬只管理条例

        2021年3月1日 样例市人民代表大会常务委员会 通过

        <!-- INFO END -->

        ## 第一章 总则

        第一条　为了规范犬只管理，制定本条例。

        ## 第二章 登记

        第二条　犬只应当登记。遛狗的人应当牵好绳子。

        第三条　本条例自2021年6月1日起施行。
        """

    static let notice = """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>关于加强用水管理的通知</title></head><body>
        <div class="nav"><a href="/">首页</a></div>
        <table class="bd1"><tr><td>发文机关：</td><td>样例市人民政府</td></tr>
        <tr><td>发文字号：</td><td>样府发〔2022〕7号</td></tr><tr><td>成文日期：</td><td>2022年5月1日</td></tr></table>
        <h1>样例市人民政府关于加强用水管理的通知</h1>
        <div id="UCAP-CONTENT"><p>各旗区人民政府：</p><p>一、用水单位应当安装计量设施。</p><p>二、按月报送用水量。</p></div>
        </body></html>
        """
}
