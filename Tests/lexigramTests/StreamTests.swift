import Foundation
import Testing

/// What happens at the edges of the program: closed pipes, full disks, terminals, signals.
@Suite struct StreamTests {
    @Test func aReaderThatHasSeenEnoughEndsItQuietly() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let result = try run.shell("$lexigram export | head -c 1")
        #expect(result.output == "{")
        #expect(result.complaint == "")
        let ignored = try run.shell("trap '' PIPE; $lexigram export | true")
        #expect(ignored.complaint == "")
    }

    @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/full")))
    func aFullDiskIsSaid() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let result = try run.shell("$lexigram export > /dev/full")
        #expect(result.status == 1)
        #expect(result.complaint == "写不出结果：磁盘已满。\n")
    }

    @Test func closedStandardStreamsDoNotHarmTheIndex() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        try run.write(CommandLineRun.dogs.replacing("犬只", with: "猫只"), to: "pages/cats.md")
        #expect(try run.shell("$lexigram index pages <&- >&- 2>&-").status == 0)
        #expect(try run.run("check").status == 0)
        #expect(try run.run("stats", "--json").json()["documents"] as? Int == 3)
    }

    @Test func whatAPageHidesInItsTextDoesNotSteerTheTerminal() throws {
        let run = try CommandLineRun()
        let page = "# 样例市\u{1B}[31m绳子办法\n\n第一条　绳\u{1B}]0;title\u{07}子应当\u{202E}结实。绳子不得过长。\n"
        try run.write(page, to: "pages/steering.md")
        try run.run("index", "pages")
        for command in ["search", "show"] {
            let result = try run.run(command, command == "search" ? "不得过长" : "样例市绳子办法")
            let shown = result.output + result.complaint
            #expect(shown.contains("绳子办法"))
            #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{07}" || $0 == "\u{202E}" })
        }
    }

    @Test func aBatchAnswersEachLineBeforeTheNextIsAsked() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLineRun.program)
        process.arguments = ["search", "--batch", "-", "--json"]
        process.currentDirectoryURL = URL(fileURLWithPath: run.folder)
        let (questions, answers) = (Pipe(), Pipe())
        process.standardInput = questions
        process.standardOutput = answers
        try process.run()
        for query in ["绳子", "用水"] {
            try questions.fileHandleForWriting.write(contentsOf: Data((query + "\n").utf8))
            let answer = Self.line(from: answers)
            #expect(answer.hasPrefix("{\"query\":\"\(query)\""))
        }
        try questions.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func serveNamesItsAddressAndEndsOnASignal() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLineRun.program)
        process.arguments = ["serve", "--port", "0"]
        process.currentDirectoryURL = URL(fileURLWithPath: run.folder)
        process.environment = ["LC_ALL": "zh_CN.UTF-8"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let sentence = Self.line(from: output)
        #expect(sentence.hasPrefix("正在 http://127.0.0.1:"))
        #expect(sentence.hasSuffix("/ 提供检索，按 Ctrl-C 结束。\n"))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// Waits for a whole line, or for the end.
    private static func line(from pipe: Pipe) -> String {
        var bytes = Data()
        while bytes.last != 0x0A {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            bytes += more
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
