import ArgumentParser
import LegalSearch

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "打开一份文件或者一条 / Open a document or an article",
        discussion: "文号、名称、名称加条、编号都可以：鄂府发〔2023〕62号，行政复议法，行政复议法第二十三条。")

    @Argument(help: "文号、名称、某法第几条、编号 / a number, a title, a title and article, an id")
    var reference: [String]

    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: DayOption

    @Flag(help: "输出 JSON / print JSON")
    var json = false

    func run() throws {
        let library = try library.open()
        let reference = reference.joined(separator: " ")
        let answer: ReferenceAnswer
        do throws(LibraryError) {
            answer = try library.resolve(reference, asOf: asOf.day)
        } catch {
            throw Failure.report(error)
        }
        if json { Output.line(AnswerEncoder.json(answer)) } else { ReferenceText(reference, answer).print() }
        switch answer {
        case .document, .several: return
        case .noSuchProvision, .none: throw Failure.partly
        }
    }
}
