import ArgumentParser
import InvertedIndex
import LegalSearch

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "导出全部文件，每行一份 / Print every document, one a line")

    @OptionGroup var library: LibraryOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl }

    @Option(help: "jsonl")
    var format: Format = .jsonl

    func run() throws {
        let opened = try library.open()
        do {
            try opened.forEachDocument { Output.line(AnswerEncoder.json($0)) }
        } catch let error as IndexError {
            throw Failure.report(Messages.current.exportFailed(error), Failure.failed)
        }
    }
}
