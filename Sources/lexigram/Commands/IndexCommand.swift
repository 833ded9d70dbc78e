import ArgumentParser
import FoundationEssentials
import Glibc
import Ingestion
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

    @Flag(help: "编完以后继续留意变化 / go on watching for changes")
    var watch = false

    @Flag(help: "只显示会读出什么、每项读自哪里，不写索引 / show what would be read and from where, write nothing")
    var dryRun = false

    @Flag(help: "用 JSON 报告结果 / report as JSON")
    var json = false

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError(Messages.current.notInRange("--jobs", 1...256)) }
        if watch && dryRun { throw ValidationError(Messages.current.pick("--watch 与 --dry-run 不能同用。", "--watch and --dry-run exclude each other.")) }
    }

    func run() throws {
        if dryRun { return try DryRun.run(sources, json: json) }
        guard watch else { return try indexOnce() }
        try follow()
    }

    private func indexOnce() throws {
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
        if json {
            Output.line(AnswerEncoder.json(report))
        } else {
            let messages = Messages.current
            let lines = [messages.indexed(report)] + messages.changes(report) + [messages.stages(report)].compactMap(\.self)
            Output.line(lines.joined(separator: "\n"))
        }
        if !report.skipped.isEmpty { throw Failure.partly }
    }

    /// Looks at sizes and times every other second, and indexes when they have changed and rested.
    private func follow() throws {
        var indexed: [SourceWalker.File]?
        var last: [SourceWalker.File]?
        while true {
            let files = try? SourceWalker.files(under: sources).files
            if let files, files != indexed, indexed == nil || files == last {
                do {
                    try indexOnce()
                } catch where indexed != nil || (error as? ExitCode) == Failure.partly {
                    // A file that cannot be read today may be whole tomorrow; it has been named.
                }
                if indexed == nil { Output.complain(Messages.current.watching(sources)) }
                indexed = files
            }
            last = files
            sleep(2)
        }
    }

    private func complain(_ problems: [IngestionProblem]) {
        for problem in problems { Output.complain(Messages.current.skipped(problem)) }
    }
}
