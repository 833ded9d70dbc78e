import TextAnalysis

/// Finds titles of official documents that stand without title marks: before their number, in quotation marks, in lists.
enum UnmarkedTitleScan {
    private static let longest = 120
    private static let carriers = ["的通知", "的意见", "的决定", "的公告", "的通告", "的批复", "的函", "的复函", "的命令", "的规定"]
    private static let announcing = ["制发", "印发", "出台", "推出", "颁布", "发布", "制定出台", "制定印发", "制定实施"]
    private static let obliging = ["应当", "可以", "负责", "必须", "不得", "有权", "依法", "未按", "未制定"]

    /// X关于…的通知 that ends before a place where a number starts.
    static func title(in text: CompactText, before end: Int, isTaken: (Int) -> Bool) -> Range<Int>? {
        guard carriers.contains(where: { text.has($0, at: end - $0.unicodeScalars.count) }) else { return nil }
        var start = end
        while start > 0, end - start < longest, !isTaken(start - 1), !isBoundary(text.scalars[start - 1]) { start -= 1 }
        guard let about = (start..<end).first(where: { text.has("关于", at: $0) }) else { return nil }
        for word in announcing + ["制定", "根据", "按照", "依据", "落实", "执行", "修订", "公布", "转发", "下发", "贯彻"] {
            let behind = start + word.unicodeScalars.count
            if text.has(word, at: start), behind <= about { start = behind }
        }
        return end - start >= 8 ? start..<end : nil
    }

    /// “打造一流营商环境实施方案4.0版” after 推出 and the like, marks included.
    static func quoted(in text: CompactText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        for place in 0..<text.count where text.scalars[place] == "\"" {
            guard let start = open else {
                open = place
                continue
            }
            open = nil
            let inner = start + 1..<place
            guard (10...longest).contains(inner.count), announcing.contains(where: { text.has($0, at: start - $0.unicodeScalars.count) }),
                !inner.contains(where: { isBoundary(text.scalars[$0]) && text.scalars[$0] != "." }),
                CitedTitle.isDocument(text.scalars[inner])
            else { continue }
            found.append(start..<place + 1)
        }
        return found
    }

    /// 制发A指引、B范本、C规定等制度性文件.
    static func listed(in text: CompactText) -> [Range<Int>] {
        (0..<text.count).filter { endsList(text, $0) }.flatMap { names(in: text, before: $0) }
    }

    private static func names(in text: CompactText, before end: Int) -> [Range<Int>] {
        var start = end
        while start > 0, end - start < longest, !",.;:《》\"".unicodeScalars.contains(text.scalars[start - 1]) { start -= 1 }
        guard let verb = announcing.compactMap({ word in
            (start..<end).first { text.has(word, at: $0) }.map { (place: $0, end: $0 + word.unicodeScalars.count) }
        }).max(by: { $0.end < $1.end }),
            !obliging.contains(where: { word in (start..<verb.place).contains { text.has(word, at: $0) } })
        else { return [] }
        let names = split(text, verb.end..<end)
        return names.count >= 2 && names.allSatisfy({ $0.count >= 8 && CitedTitle.isDocument(text.scalars[$0]) }) ? names : []
    }

    private static func endsList(_ text: CompactText, _ place: Int) -> Bool {
        guard text.at(place) == "等" else { return false }
        return text.end(ofAny: ["制度性文件", "规范性文件", "文件", "制度"], at: place + 1) != nil
    }

    private static func split(_ text: CompactText, _ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for place in range where text.scalars[place] == "、" {
            parts.append(start..<place)
            start = place + 1
        }
        return parts + [start..<range.upperBound]
    }

    private static func isBoundary(_ scalar: Unicode.Scalar) -> Bool { ",.;:!?、《》\"".unicodeScalars.contains(scalar) }
}
