import LegalDocuments
import LegalSearch

/// What a reference led to, as a person reads it on a terminal.
struct ReferenceText {
    private let reference: String
    private let answer: ReferenceAnswer
    private let messages = Messages.current

    init(_ reference: String, _ answer: ReferenceAnswer) {
        self.reference = reference
        self.answer = answer
    }

    func print() {
        switch answer {
        case .document(let answer, let provision): DocumentText(answer).print(only: provision)
        case .several(let summaries):
            Output.line(messages.severalFit(reference))
            list(summaries)
        case .noSuchProvision(let answer, let asked):
            Output.complain(messages.noSuchProvision(asked, in: answer.document))
        case .none(let near):
            Output.complain(messages.notHeld(reference))
            if !near.isEmpty {
                Output.complain(messages.nearOnes)
                for summary in near { Output.complain(Self.line(summary)) }
            }
        }
    }

    private func list(_ summaries: [DocumentSummary]) { for summary in summaries { Output.line(Self.line(summary)) } }

    private static func line(_ summary: DocumentSummary) -> String {
        "  \(summary.id)　\(summary.title)\n    \(DocumentText.metadata(of: summary))"
    }
}

/// A document, or one of its provisions.
struct DocumentText {
    private let answer: DocumentAnswer
    private let messages = Messages.current

    init(_ answer: DocumentAnswer) { self.answer = answer }

    /// - Parameter provision: the id of the only one to print.
    func print(only provision: String?) {
        let document = answer.document
        Output.line(Output.bold(document.title))
        Output.line(Self.metadata(of: answer.summary))
        for (name, value, origin) in messages.facts(of: document) {
            Output.line("  \(name)　\(value)" + (origin.map { "　(\($0))" } ?? ""))
        }
        if let elsewhere = messages.effectiveElsewhere(answer) { Output.line("  " + elsewhere) }
        if answer.versions.count > 1 { Output.line("  " + messages.versions(answer.versions)) }
        var headings: [String] = []
        for item in document.provisions where provision == nil || item.id == provision {
            for heading in item.headings.dropFirst(zip(headings, item.headings).prefix { $0 == $1 }.count) {
                Output.line("\n" + Output.bold(heading))
            }
            headings = item.headings
            let label = answer.part?.place.label ?? item.label
            Output.line("\n" + (label.isEmpty ? "" : Output.bold(label) + "　") + (answer.part?.text ?? item.text))
        }
        if provision == nil { citations() }
        if let provision, let item = document.provisions.first(where: { $0.id == provision }) {
            Output.line("\n" + messages.citation(of: document, answer.part?.place.label ?? item.label))
        } else {
            Output.line("\n" + messages.citation(of: document, ""))
        }
    }

    /// How many it cites, and which held documents cite it.
    private func citations() {
        if !answer.cites.isEmpty { Output.line("\n" + messages.cites(answer.cites)) }
        if !answer.citedBy.isEmpty { Output.line((answer.cites.isEmpty ? "\n" : "") + messages.citedBy(answer.citedBy)) }
    }

    /// Status, number, kind, issuer and effective date in one line; a digest says first that it is one.
    static func metadata(of summary: DocumentSummary) -> String {
        let messages = Messages.current
        var parts = [messages.status(summary.status)]
        if summary.textKind == .digest { parts.insert(messages.digest, at: 0) }
        parts += [summary.number, summary.kind.rawValue, summary.issuer].compactMap { $0 }
        if let effective = summary.dates.effective { parts.append(messages.effective(effective)) }
        return parts.joined(separator: " | ")
    }
}
