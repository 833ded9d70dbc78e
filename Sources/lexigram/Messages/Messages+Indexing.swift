import LegalDocuments
import LegalSearch

/// What indexing says of the documents that it read.
extension Messages {
    private static let mostChangesShown = 20

    /// The documents that came, changed and went, where the index held some before.
    func changes(_ report: IndexingReport) -> [String] {
        var lines = report.changes.prefix(Self.mostChangesShown).map { change in
            "  \(changeName(change.kind))　\(change.title)　(\(change.source))"
        }
        let rest = report.changes.count - lines.count
        if rest > 0 { lines.append(pick("  ……另有 \(rest) 份", "  … and \(rest) more")) }
        if report.gone > 0 {
            lines.append(
                pick(
                    "有 \(report.gone) 份的文件已不在磁盘上，仍留在索引里；加 --prune 去掉。",
                    "The files of \(report.gone) are gone from the disk; they are kept until you add --prune."))
        }
        return lines
    }

    private func changeName(_ kind: IndexingReport.Change.Kind) -> String {
        switch kind {
        case .added: pick("新增", "added  ")
        case .updated: pick("更新", "updated")
        case .removed: pick("去掉", "removed")
        case .gone: pick("不在", "gone   ")
        }
    }

    /// A document as it was read: facts with their origins, then what it is cut into.
    func preview(of document: LegalDocument) -> String {
        var lines = [document.title, "  \(pick("类别", "Kind"))　\(document.kind.rawValue)　(\(document.origins["kind"] ?? "-"))"]
        for fact in facts(of: document) where !fact.value.isEmpty {
            lines.append("  \(fact.name)　\(fact.value)" + (fact.origin.map { "　(\($0))" } ?? ""))
        }
        let first = document.provisions.first
        let last = document.provisions.last
        let labels = [first, last].compactMap { $0.map { $0.label.isEmpty ? $0.id : $0.label } }
        lines.append(pick("  条款 \(document.provisions.count) 条：", "  \(document.provisions.count) provisions: ") + labels.joined(separator: " … "))
        return lines.joined(separator: "\n")
    }

    func watching(_ sources: [String]) -> String {
        let names = sources.joined(separator: "、")
        return pick("正在留意 \(names) 的变化，按 Ctrl-C 结束。", "Watching \(names) for changes; Ctrl-C ends it.")
    }
}
