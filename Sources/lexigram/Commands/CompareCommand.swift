import ArgumentParser
import LegalSearch

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "逐条对照两个版本 / Compare two versions article by article")

    @Argument(help: "旧版本的编号 / id of the older version")
    var old: String

    @Argument(help: "新版本的编号 / id of the newer version")
    var new: String

    @OptionGroup var library: LibraryOptions

    @Flag(help: "输出 JSON / print JSON")
    var json = false

    func run() throws {
        let library = try library.open()
        guard let comparison = try library.compare(old, new) else {
            let missing = try library.document(id: old, asOf: nil) == nil ? old : new
            throw Failure.report(Messages.current.notHeld(missing), Failure.partly)
        }
        if json { Output.line(AnswerEncoder.json(comparison)) } else { ComparisonText(comparison).print() }
    }
}
