import ArgumentParser
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
