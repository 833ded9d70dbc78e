import LegalDocuments
import LegalSearch

/// Checked citations as a person reads them on a terminal: what needs a look first, then how many there were.
struct CitationText {
    private let checked: [CheckedCitation]
    private let messages = Messages.current

    init(_ checked: [CheckedCitation]) { self.checked = checked }

    func print() {
        for citation in checked { line(citation) }
        var counts: [CitationVerdict: Int] = [:]
        for citation in checked { counts[citation.verdict, default: 0] += 1 }
        Output.line(messages.citations(checked.count, counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }))
    }

    private func line(_ checked: CheckedCitation) {
        let words = checked.text.replacing("\n", with: " ")
        Output.line("\(messages.line(checked.line))　\(Output.bold(messages.verdict(checked.verdict)))　\(words)")
        if let document = checked.document {
            Output.line("    → \(document.title)（\(document.id)）" + (evidence(document).map { "　\($0)" } ?? ""))
        }
        if checked.isOwn { Output.line("    " + messages.notInThisText) }
        if let suggestion = checked.suggestion { Output.line("    " + messages.suggestedForm(suggestion)) }
        if let quotation = checked.quotation, !quotation.matches {
            Output.line("    " + messages.quotationDiffers(expected: quotation.expected ?? ""))
        }
    }

    private func evidence(_ document: DocumentSummary) -> String? {
        guard let evidence = document.statusEvidence.first, document.status != .inForce else { return nil }
        return messages.evidence(evidence)
    }
}
