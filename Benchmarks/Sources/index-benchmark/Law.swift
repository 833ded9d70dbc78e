import FoundationEssentials
import InvertedIndex

/// A law as the benchmark's file of articles has it: the unit that is added, replaced and removed.
struct Law {
    /// Unique, and the document's id.
    var number: Int
    let title: String
    /// Numbers of articles run through the whole file, so an article's own is this and its place in the law.
    var firstArticle: Int
    var articles: [String]

    /// The only column holds the first article's number; the title counts for every article and is stored once.
    var document: IndexDocument {
        IndexDocument(
            id: String(number), columns: [Int64(firstArticle)],
            spans: [IndexSpan(field: .title, units: articles.indices, text: title)],
            units: articles.map { IndexUnit(text: $0) })
    }

    /// What the documents of the benchmark look like to an index.
    static let configuration = IndexConfiguration(contentVersion: 1, columnCount: 1)

    /// Reads `articles.tsv`: article, law, title and text in a line, line breaks written as \n.
    static func read(_ path: String) throws -> [Law] {
        let bytes = try Data(contentsOf: URL(filePath: path))
        var laws: [Law] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard fields.count == 4, let article = number(fields[0]), let law = number(fields[1]) else {
                throw UsageError("\(path), line \(index + 1): not an article, a law, a title and a text")
            }
            if laws.last?.number != law {
                laws.append(Law(number: law, title: text(fields[2]), firstArticle: article, articles: []))
            }
            laws[laws.count - 1].articles.append(text(fields[3]))
        }
        return laws
    }

    private static func number(_ field: Data) -> Int? { Int(String(decoding: field, as: UTF8.self)) }

    /// The field with its line breaks; a backslash stands in it for nothing else.
    private static func text(_ field: Data) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(field.count)
        var isEscaped = false
        for byte in field {
            if isEscaped {
                bytes.append(UInt8(ascii: "\n"))
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
