import ArgumentParser
import Ingestion
import InvertedIndex
import LegalDocuments
import LegalSearch

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "核对一份文稿里的引用 / Check the citations in a text",
        discussion: """
            能读的文件都可以核对。没有索引时只找出引用，不下结论。
            Any file that is read can be checked. Without an index the citations are found but not judged.
            """)

    @Argument(help: "文件，- 为标准输入 / a file, - for standard input", completion: .file())
    var file = "-"

    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: DayOption

    @Flag(help: "输出 JSON / print JSON")
    var json = false

    func run() throws {
        let text: CitedText
        let bytes = try Failure.reporting { () throws(InputError) in try InputLines.bytes(path: file) }
        do throws(IngestionError) {
            text = try CitedText(bytes, source: file)
        } catch {
            throw Failure.report(Messages.current.skipped(error), Failure.failed)
        }
        let checked = try check(text)
        if json {
            Output.line(AnswerEncoder.json(checked, asOf: asOf.day))
        } else {
            CitationText(checked).print()
        }
    }

    private func check(_ text: CitedText) throws -> [CheckedCitation] {
        do throws(LibraryError) {
            return try Library(directory: library.path).check(text, asOf: asOf.day)
        } catch .index(let error) where error.reason == .notAnIndex && library.isDefault {
            Output.complain(Messages.current.uncheckedCitations)
            return text.unchecked()
        } catch {
            throw Failure.report(error)
        }
    }
}
