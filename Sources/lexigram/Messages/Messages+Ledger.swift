import LegalDocuments
import LegalSearch

/// What `list` says.
extension Messages {
    /// In the order of ``LedgerTable``'s columns.
    var ledgerHeadings: [String] {
        isChinese
            ? ["文号", "名称", "制定机关", "类别", "成文", "发布", "施行", "有效期至", "废止", "效力", "效力依据", "已变的制定依据", "编号"]
            : [
                "Number", "Title", "Issuer", "Kind", "Written", "Published", "Effective", "Expires", "Repealed", "Status",
                "Evidence", "Changed bases", "Id",
            ]
    }

    func listed(_ count: Int, of total: Int) -> String {
        count < total
            ? pick("共 \(total) 份，列出前 \(count) 份。", "The first \(count) of \(total) documents.")
            : pick("共 \(total) 份。", "\(total) documents.")
    }

    func changedBasis(_ basis: ChangedBasis) -> String {
        let since = basis.since.map { pick("（\($0.chinese)起）", " (since \($0))") } ?? ""
        return pick("依据", "basis ") + "《\(basis.title)》" + pick("", " ") + status(basis.status) + since
    }
}
