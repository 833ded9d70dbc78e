/// How a document is cited in writing.
extension LegalDocument {
    /// 《中华人民共和国行政复议法》（2023年修订）第二十三条; a document with a number by its number.
    ///
    /// A title within the title has single marks (GB/T 15834-2011, 4.15.3.5). The version is named by the year of its
    /// last amendment where the law was amended.
    public func citation(label: String) -> String {
        let title = String(title.map { $0 == "《" ? "〈" : $0 == "》" ? "〉" : $0 })
        return "《\(title)》" + (number.map { "（\($0)）" } ?? versionNote) + label
    }

    private var versionNote: String {
        guard let version = dates.version else { return "" }
        let isFirst = [dates.adopted, dates.published, dates.written].contains(version)
        return isFirst ? "（\(version.chinese)文本）" : "（\(version.year)年文本）"
    }
}
