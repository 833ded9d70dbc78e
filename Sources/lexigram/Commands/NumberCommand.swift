import ArgumentParser
import LegalDocuments
import LegalSearch

struct NumberCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number", abstract: "找出每行里的发文字号 / Find the document numbers in each line")

    @Argument(help: "文件，- 为标准输入 / a file, - for standard input")
    var file = "-"

    @Flag(help: "每行输出一个 JSON / print a JSON object a line")
    var json = false

    func run() throws {
        guard let lines = InputLines(path: file) else {
            throw Failure.report(Messages.current.cannotRead(file), Failure.failed)
        }
        while let line = lines.next() {
            let found = Self.numbers(in: line)
            if json {
                Output.line(AnswerEncoder.json(found))
            } else {
                Output.line(found.map(\.number.canonical).joined(separator: "\t"))
            }
        }
    }

    /// A line that is nothing but a number is read as leniently as a query; in running text only clear ones count.
    static func numbers(in line: String) -> [DocumentNumberMatch] {
        if let number = DocumentNumber(line) {
            return [DocumentNumberMatch(number: number, span: 0..<line.unicodeScalars.count)]
        }
        return DocumentNumber.matches(in: line)
    }
}
