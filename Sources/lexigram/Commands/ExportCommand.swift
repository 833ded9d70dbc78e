import ArgumentParser
import FoundationEssentials
import InvertedIndex
import LegalDocuments
import LegalSearch

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "导出文件 / Export documents",
        discussion: """
            jsonl：每行一份，写到标准输出。akn：Akoma Ntoso XML，每份一个文件，写进 --output 的文件夹；指名一份就写到标准输出。
            jsonl: one a line, to standard output. akn: Akoma Ntoso XML, a file each, into the folder of --output; one that is named goes \
            to standard output.
            """)

    @Argument(help: "只导出这一份：文号、名称、编号 / only this one: a number, a title, an id")
    var reference: [String] = []

    @OptionGroup var library: LibraryOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, akn }

    @Option(help: "jsonl, akn")
    var format: Format = .jsonl

    @Option(help: ArgumentHelp("akn 写进的文件夹 / the folder for akn", valueName: "folder"))
    var output: String?

    func validate() throws {
        let messages = Messages.current
        if format == .akn, reference.isEmpty, output == nil { throw ValidationError(messages.exportNeedsFolder) }
        if output != nil, format != .akn || !reference.isEmpty { throw ValidationError(messages.exportTakesNoFolder) }
    }

    func run() throws {
        let opened = try library.open()
        if !reference.isEmpty { return try export(reference.joined(separator: " "), from: opened) }
        do {
            if let output { return try write(opened, to: output) }
            try opened.forEachDocument { Output.line(AnswerEncoder.json($0)) }
        } catch let error as IndexError {
            throw Failure.report(Messages.current.exportFailed(error), Failure.failed)
        }
    }

    private func export(_ reference: String, from library: Library) throws {
        let answer: ReferenceAnswer
        do throws(LibraryError) { answer = try library.resolve(reference, asOf: nil) } catch { throw Failure.report(error) }
        guard case .document(let document, _) = answer else {
            ReferenceText(reference, answer).print()
            throw Failure.partly
        }
        Output.line(format == .akn ? document.akomaNtoso : AnswerEncoder.json(document))
    }

    /// A file for each document, named by its id.
    private func write(_ library: Library, to folder: String) throws {
        var count = 0
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure.report(Messages.current.cannotWriteFile(folder), Failure.failed)
        }
        var problem: String?
        try library.forEachDocument { answer in
            let path = folder + "/" + answer.document.id.replacing("/", with: "-") + ".xml"
            do {
                try Data(answer.akomaNtoso).write(to: URL(filePath: path))
                count += 1
            } catch {
                problem = path
            }
        }
        if let problem { throw Failure.report(Messages.current.cannotWriteFile(problem), Failure.failed) }
        Output.line(Messages.current.exported(count, to: folder))
    }
}
