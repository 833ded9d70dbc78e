import ArgumentParser
import LegalDocuments
import LegalSearch

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "收录多少、占多大 / What the index holds and how large it is")

    @OptionGroup var library: LibraryOptions

    @Flag(help: "输出 JSON / print JSON")
    var json = false

    func run() throws {
        let statistics = try library.open().statistics()
        Output.line(json ? AnswerEncoder.json(statistics) : Array(Messages.current.statistics(statistics).utf8))
    }
}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "核对索引的每个字节 / Verify every checksum and record")

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let opened = try library.open()
        do throws(LibraryError) { try opened.check() } catch { throw Failure.report(error) }
        Output.line(Messages.current.sound)
    }
}

struct CompactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact", abstract: "把索引并成一段，去掉已删的 / Merge the index into one segment")

    @OptionGroup var library: LibraryOptions

    func run() throws {
        // A folder without an index is no place to make an empty one.
        _ = try library.open()
        let writer = try library.openForWriting()
        do throws(LibraryError) { try writer.compact() } catch { throw Failure.report(error) }
        Output.line(Messages.current.statistics(try library.open().statistics()))
    }
}

struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "从索引里去掉一份文件 / Take a document out of the index")

    @Argument(help: "文号、名称或编号 / a number, a title or an id")
    var reference: [String]

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let reference = reference.joined(separator: " ")
        switch try library.open().resolve(reference, asOf: nil) {
        case .document(let answer, nil):
            let writer = try library.openForWriting()
            do throws(LibraryError) {
                _ = try writer.remove(documentID: answer.document.id)
            } catch {
                throw Failure.report(error)
            }
            Output.line(Messages.current.removed(answer.document))
        case .several(let summaries):
            throw Failure.report(Messages.current.severalToRemove(summaries), Failure.partly)
        case .document, .noSuchProvision, .none:
            throw Failure.report(Messages.current.notHeld(reference), Failure.partly)
        }
    }
}

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
        } catch {
            throw Failure.report(Messages.current.exportFailed("\(error)"), Failure.failed)
        }
    }
}
