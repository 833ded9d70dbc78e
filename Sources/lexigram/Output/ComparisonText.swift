import LegalDocuments
import LegalSearch

/// Two versions on a terminal: every article that differs, with what went in [-…-] and what came in {+…+}.
struct ComparisonText {
    private let comparison: VersionComparison
    private let messages = Messages.current

    init(_ comparison: VersionComparison) { self.comparison = comparison }

    func print() {
        Output.line(Output.bold(comparison.new.title))
        Output.line(messages.compared(comparison))
        for change in comparison.articles where change.kind != .unchanged {
            Output.line("\n" + Output.bold(messages.heading(of: change)))
            switch change.kind {
            case .changed: Output.line(change.words.map(Self.marked).joined())
            case .added: Output.line("{+\(change.new?.text ?? "")+}")
            case .removed: Output.line("[-\(change.old?.text ?? "")-]")
            case .renumbered, .unchanged: continue
            }
        }
    }

    private static func marked(_ run: WordRun) -> String {
        switch run.kind {
        case .kept: run.text
        case .removed: "[-\(run.text)-]"
        case .added: "{+\(run.text)+}"
        }
    }
}
