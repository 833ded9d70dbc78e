import LegalDocuments
import LegalSearch

/// A search's answer as a person reads it on a terminal.
struct SearchText {
    private let answer: SearchAnswer
    private let countsDocuments: Bool
    /// Titles that more than one of the documents has, which only their dates tell apart.
    private let sharedTitles: Set<String>
    private let messages = Messages.current

    /// - Parameter countsDocuments: whether each hit is a document, not a provision.
    init(_ answer: SearchAnswer, countsDocuments: Bool) {
        self.answer = answer
        self.countsDocuments = countsDocuments
        let documents = Dictionary(answer.hits.map { ($0.document.id, $0.document.title) }, uniquingKeysWith: { first, _ in first })
        let titles = Dictionary(grouping: documents.values, by: { $0 })
        sharedTitles = Set(titles.filter { $0.value.count > 1 }.keys)
    }

    func print() {
        for note in answer.notes { Output.line(messages.sentence(note)) }
        Output.line(messages.total(answer, countsDocuments: countsDocuments))
        for hit in answer.hits { Output.line("\n" + text(of: hit)) }
        let facets = (answer.facets ?? []).filter { !$0.values.isEmpty }
        if !facets.isEmpty { Output.line("\n" + facets.map(line(of:)).joined(separator: "\n")) }
        if !answer.suggestions.isEmpty { Output.line("\n" + messages.suggestions(answer.suggestions)) }
    }

    private func text(of hit: Hit) -> String {
        let label = hit.provision.map(\.label) ?? ""
        var lines = ["\(hit.rank). \(Output.bold(hit.document.title))" + (label.isEmpty ? "" : "　" + label)]
        var metadata = DocumentText.metadata(of: hit.document)
        if sharedTitles.contains(hit.document.title), let version = hit.document.dates.version {
            metadata += " | " + messages.version(version)
        }
        lines.append("   " + metadata)
        if let headings = hit.provision?.headings, !headings.isEmpty { lines.append("   " + headings.joined(separator: " › ")) }
        lines.append("   " + Self.marked(hit.snippet))
        lines += messages.explanation(of: hit).map { "   " + $0 }
        return lines.joined(separator: "\n")
    }

    private func line(of facet: Facet) -> String {
        messages.facetName(facet.field) + messages.pick("：", ": ")
            + facet.values.prefix(10).map { "\(messages.facetValue($0.value, of: facet.field)) \($0.count)" }
            .joined(separator: messages.pick("，", ", "))
    }

    private static func marked(_ snippet: Snippet) -> String {
        guard Output.isTerminal else { return snippet.text }
        let scalars = Array(snippet.text.unicodeScalars)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        var result = ""
        var place = 0
        for range in snippet.highlights {
            result += text(place..<range.lowerBound) + Output.bold(text(range))
            place = range.upperBound
        }
        return result + text(place..<scalars.count)
    }
}
