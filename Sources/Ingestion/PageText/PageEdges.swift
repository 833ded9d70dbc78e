/// Running titles and page numbers at the top and the foot of pages.
enum PageEdges {
    /// Pages whose edges repeat so often share a running title.
    private static let fewestRepeats = 3

    static func removed(from pages: [[PageLine]]) -> [[PageLine]] {
        let tops = repeated(pages.compactMap { $0.first?.text }, of: pages.count)
        let feet = repeated(pages.compactMap { $0.last?.text }, of: pages.count)
        return pages.map { page in
            var lines = page[...]
            for _ in 0..<2 {
                guard let first = lines.first, isPageNumber(first.text) || pages.count > 1 && tops.contains(key(first.text)) else { break }
                lines = lines.dropFirst()
            }
            for _ in 0..<2 {
                guard let last = lines.last, isPageNumber(last.text) || pages.count > 1 && feet.contains(key(last.text)) else { break }
                lines = lines.dropLast()
            }
            return Array(lines)
        }
    }

    private static func repeated(_ texts: [String], of pageCount: Int) -> Set<String> {
        var counts: [String: Int] = [:]
        for text in texts where !LineStart.beginsParagraph(text) { counts[key(text), default: 0] += 1 }
        return Set(counts.filter { $0.value >= fewestRepeats && $0.value * 2 >= pageCount && !$0.key.isEmpty }.keys)
    }

    /// The text without its page number.
    static func key(_ text: String) -> String { text.squeezed.filter { !$0.isNumber } }

    /// 12, — 12 —, - 12 -, 第 12 页, 第12页 共30页, 12/30.
    static func isPageNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let bare = text.squeezed
        let digits = bare.unicodeScalars.filter { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
        guard !digits.isEmpty, digits.count <= 8 else { return false }
        let marks: Set<Unicode.Scalar> = ["—", "-", "–", "－", "―", "─", "/", "第", "页", "共", "·", "~", "～", "，", ","]
        return bare.unicodeScalars.allSatisfy { marks.contains($0) || ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    }
}
