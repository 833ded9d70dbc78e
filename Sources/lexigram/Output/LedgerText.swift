import LegalSearch

/// The ledger on a terminal: two lines a document.
struct LedgerText {
    private let entries: [LedgerEntry]
    private let messages = Messages.current

    /// All that meet the conditions, those that are not listed too.
    private let total: Int

    init(_ entries: [LedgerEntry], of total: Int) {
        self.entries = entries
        self.total = total
    }

    func print() {
        for entry in entries {
            let document = entry.document
            Output.line(Output.bold(document.title) + "　(\(document.id))")
            Output.line("  " + DocumentText.metadata(of: document))
            for evidence in document.statusEvidence { Output.line("  " + messages.evidence(evidence)) }
            for basis in entry.changedBases { Output.line("  " + messages.changedBasis(basis)) }
        }
        Output.line(messages.listed(entries.count, of: total))
    }
}
