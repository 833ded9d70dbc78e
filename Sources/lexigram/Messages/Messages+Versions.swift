import LegalDocuments
import LegalSearch

/// What comparisons of two versions say.
extension Messages {
    func compared(_ comparison: VersionComparison) -> String {
        let parts = [ArticleChange.Kind.changed, .added, .removed, .renumbered, .unchanged]
            .map { "\(change($0)) \(comparison.count($0))" }
        return "\(comparison.old.id) → \(comparison.new.id)" + pick("：", ": ") + parts.joined(separator: pick("，", ", "))
    }

    func heading(of change: ArticleChange) -> String {
        let old = change.old?.label ?? ""
        let new = change.new?.label ?? ""
        let place = old == new || old.isEmpty || new.isEmpty ? (new.isEmpty ? old : new) : "\(old) → \(new)"
        return "\(self.change(change.kind))　\(place)"
    }

    private func change(_ kind: ArticleChange.Kind) -> String {
        switch kind {
        case .unchanged: pick("未变", "unchanged")
        case .added: pick("新增", "added")
        case .removed: pick("删去", "removed")
        case .changed: pick("修改", "changed")
        case .renumbered: pick("仅改条号", "renumbered")
        }
    }
}
