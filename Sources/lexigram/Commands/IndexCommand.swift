import ArgumentParser
import FoundationEssentials
import LegalSearch

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "读入文件和文件夹 / Read files and folders into the index",
        discussion: "再次运行只读有变化的文件。Running it again reads only what changed.")

    @Argument(help: "文件或文件夹 / files or folders", completion: .file())
    var sources: [String]

    @OptionGroup var library: LibraryOptions

    @Option(parsing: .unconditional, help: "同时读几个文件，1–256 / files read at the same time")
    var jobs: Int = min(ProcessInfo.processInfo.activeProcessorCount, 256)

    @Flag(help: "磁盘上已没有的文件，从索引里去掉 / drop documents whose files are gone")
    var prune = false

    @Flag(help: "用 JSON 报告结果 / report as JSON")
    var json = false

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError(Messages.current.notInRange("--jobs", 1...256)) }
    }

    func run() throws {
        let writer = try library.openForWriting()
        let progress = ProgressLine()
        let report: IndexingReport
        do throws(LibraryError) {
            report = try writer.index(sources: sources, jobs: jobs, prune: prune) { progress.show($0) }
        } catch {
            progress.clear()
            if case .nothingRead(let problems) = error { complain(problems) }
            throw Failure.report(error)
        }
        progress.clear()
        complain(report.skipped)
        Output.line(json ? AnswerEncoder.json(report) : Array(Messages.current.indexed(report).utf8))
        if !report.skipped.isEmpty { throw Failure.partly }
    }

    private func complain(_ problems: [IngestionProblem]) {
        for problem in problems { Output.complain(Messages.current.skipped(problem)) }
    }
}
