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
        let lines = try Failure.reporting { () throws(InputError) in try InputLines(path: file) }
        while let line = try Failure.reporting({ () throws(InputError) in try lines.next() }) {
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
        let clear = DocumentNumber.matches(in: line)
        guard let number = DocumentNumber(line) else { return clear }
        // Where both readings agree, the strict one also knows where the number stands behind a label.
        if clear.count == 1, clear[0].number == number { return clear }
        return [DocumentNumberMatch(number: number, span: spanWithoutBlanks(of: line))]
    }

    private static func spanWithoutBlanks(of line: String) -> Range<Int> {
        let scalars = Array(line.unicodeScalars)
        let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? 0
        let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? -1
        return first..<max(first, last + 1)
    }
}
