import LegalDocuments
import LegalSearch

/// A search's answer as a person reads it on a terminal.
struct SearchText {
    private let answer: SearchAnswer
    private let messages = Messages.current

    init(_ answer: SearchAnswer) { self.answer = answer }

    func print() {
        for note in answer.notes { Output.line(messages.sentence(note)) }
        Output.line(messages.total(answer))
        for hit in answer.hits { Output.line("\n" + text(of: hit)) }
        if let facets = answer.facets { Output.line("\n" + facets.map(line(of:)).joined(separator: "\n")) }
        if !answer.suggestions.isEmpty { Output.line("\n" + messages.suggestions(answer.suggestions)) }
    }

    private func text(of hit: Hit) -> String {
        let label = hit.provision.map(\.label) ?? ""
        var lines = ["\(hit.rank). \(Output.bold(hit.document.title))" + (label.isEmpty ? "" : "　" + label)]
        lines.append("   " + DocumentText.metadata(of: hit.document))
        if let headings = hit.provision?.headings, !headings.isEmpty { lines.append("   " + headings.joined(separator: " › ")) }
        lines.append("   " + Self.marked(hit.snippet))
        if let parts = hit.explanation {
            lines.append("   " + parts.map { "\($0.name) \(Self.rounded($0.value))" }.joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }

    private func line(of facet: Facet) -> String {
        "\(facet.field): " + facet.values.prefix(10).map { "\($0.value) \($0.count)" }.joined(separator: ", ")
    }

    private static func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

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
