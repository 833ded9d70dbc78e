import ArgumentParser
import Dispatch
import LegalSearch
import SearchService

struct McpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp", abstract: "供助手程序使用：标准输入输出上的 MCP / For assistants: the Model Context Protocol over standard input and output")

    @OptionGroup var library: LibraryOptions

    /// Requests that were read and not yet answered; the reader waits for room.
    private static let mostWaiting = 1_000

    /// Reads on this thread, so that a cancellation is seen while a request is being answered on another.
    func run() throws {
        let server = ModelContextServer(provider: try library.openPrepared())
        let lines = try Failure.reporting { () throws(InputError) in try InputLines(path: "-") }
        let worker = DispatchQueue(label: "lexigram.mcp")
        let room = DispatchSemaphore(value: Self.mostWaiting)
        while let line = try Failure.reporting({ () throws(InputError) in try lines.next() }) {
            guard let message = server.receive(line) else { continue }
            room.wait()
            worker.async {
                if let answer = server.answer(message) { Output.line(answer) }
                room.signal()
            }
        }
        worker.sync {}
    }
}
