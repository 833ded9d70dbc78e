import Foundation
import Testing

/// The service as a program: how it is set up. What it answers is held by SearchServiceTests.
struct ServeTests {
    @Test func theUnitStartsThisProgramAndMayWriteNothing() throws {
        let unit = try CommandLineRun().run("serve", "--install", "--index", "my index/100%", "--port", "9000")
        #expect(unit.status == 0)
        #expect(unit.output.contains("ExecStart=\(CommandLineRun.program) serve --index \""))
        #expect(unit.output.contains("/my index/100%%\" --host 127.0.0.1 --port 9000"), "\(unit)")
        for line in ["NoNewPrivileges=yes", "ProtectSystem=strict", "IPAddressDeny=any", "WantedBy=multi-user.target"] {
            #expect(unit.lines.contains(line))
        }
    }

    @Test func aUsersUnitIsWrittenWhereSystemdLooks() throws {
        let run = try CommandLineRun()
        let written = try run.run(
            list: ["serve", "--install", "--user", "--token-file", "token"], environment: ["HOME": run.folder])
        try run.write("secret\n", to: "token")
        #expect(written.status == 1, "the token must be there: \(written)")
        let again = try run.run(
            list: ["serve", "--install", "--user", "--token-file", "token"], environment: ["HOME": run.folder])
        #expect(again.status == 0, "\(again)")
        let unit = try run.text(of: ".config/systemd/user/lexigram.service")
        #expect(unit.contains("--token-file %d/token") && unit.contains("LoadCredential=token:\(run.folder)/token"))
        #expect(unit.contains("WantedBy=default.target"))
        #expect(!unit.contains("secret"))
    }

    @Test func otherMachinesAreNotLetInWithoutAToken() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let refused = try run.run("serve", "--host", "0.0.0.0", "--port", "0")
        #expect(refused.status == 64)
        #expect(refused.complaint.contains("LEXIGRAM_TOKEN"))
        try run.write(" \n", to: "empty")
        #expect(try run.run("serve", "--host", "0.0.0.0", "--port", "0", "--token-file", "empty").status == 1)
    }

    @Test func assistantsAreAnsweredLineByLine() throws {
        let run = try CommandLineRun()
        try run.indexSamples()
        let lines = [
            #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#,
            #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
            #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"get_provision","arguments":{"reference":"样例市犬只管理条例第二条"}}}"#,
        ]
        let answer = try run.run(list: ["mcp"], input: Data(lines.joined(separator: "\n").utf8))
        #expect(answer.status == 0, "\(answer)")
        #expect(answer.lines.count == 2)
        #expect(answer.output.contains("《样例市犬只管理条例》（2021年3月1日文本）第二条"))
        #expect(answer.output.contains("犬只应当登记"))
    }
}
