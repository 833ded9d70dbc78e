import TextAnalysis

/// Compares titles the way readers do.
///
///     TitleKey.key(of: "中华人民共和国行政复议法（2023年修订）")      // 行政复议法
///     TitleKey.key(of: "《网络安全审查办法（试行）》")               // 网络安全审查办法试行
public enum TitleKey {
    /// Folded, without marks, blanks, the state's name and the suffix that only names a version: （2023年修订）, （2018修正）.
    ///
    /// （试行）, （草案）, （一） stay, because they tell one document from another; ``shortForms(of:)`` gives the title without 试行.
    public static func key(of title: String) -> String {
        let text = CompactText(title)
        let end = endWithoutSuffixes(text) { isVersion($0) }
        let bare = letters(text.scalars[..<end])
        let short = withoutRepublic(bare)
        return String(folded: short.isEmpty ? (bare.isEmpty ? letters(text.scalars[...]) : bare) : short)
    }

    /// Other titles under which the document may be asked for, without the title itself: the state's name off,
    /// （试行） and version suffixes off, and what a notice prints (关于印发X的通知 → X).
    public static func shortForms(of title: String) -> [String] {
        var forms: [String] = []
        var queue = [title]
        var seen: Set<String> = [title]
        while let next = queue.popLast(), forms.count < 16 {
            for form in [withoutRepublic(next), withoutSuffix(next), printed(by: next)].compactMap(\.self) {
                guard seen.insert(form).inserted else { continue }
                forms.append(form)
                queue.append(form)
            }
        }
        return forms
    }

    private static func withoutRepublic(_ title: String) -> String? {
        let scalars = Array(title.unicodeScalars)
        let short = withoutRepublic(scalars)
        return short.isEmpty || short.count == scalars.count ? nil : String(folded: short)
    }

    private static let republic = Array(IssuingCode.republic.unicodeScalars)

    private static func withoutRepublic(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard scalars.count >= republic.count else { return scalars }
        var short: [Unicode.Scalar] = []
        short.reserveCapacity(scalars.count)
        var place = 0
        while place < scalars.count {
            if scalars[place] == republic[0], scalars[place...].starts(with: republic) {
                place += republic.count
            } else {
                short.append(scalars[place])
                place += 1
            }
        }
        return short
    }

    private static func withoutSuffix(_ title: String) -> String? {
        let text = CompactText(title)
        let end = endWithoutSuffixes(text) { isVersion($0) || ["试行", "暂行", "试点"].contains($0) }
        return end == text.count || end == 0 ? nil : title.slice(scalars: text.originalSpan(of: 0..<end))
    }

    private static let printing = ["印发", "公布", "发布", "颁布", "颁发", "转发", "批转", "下发"]
    private static let carriers = ["的通知", "的公告", "的通告", "的令", "的决定", "的函"]

    /// X of 关于印发X的通知.
    private static func printed(by title: String) -> String? {
        let text = CompactText(title)
        guard text.count > 6, let about = (0..<text.count - 4).first(where: { text.has("关于", at: $0) }) else {
            return nil
        }
        guard var start = text.end(ofAny: printing, at: about + 2),
            var end = (start..<text.count).last(where: { text.end(ofAny: carriers, at: $0) == text.count })
        else { return nil }
        if text.at(start) == "《", text.at(end - 1) == "》" {
            // Two titles in a row are not one.
            guard
                !(start + 1..<end - 1).contains(where: {
                    text.has("》《", at: $0) || text.has("》、《", at: $0) || text.has("》和《", at: $0)
                })
            else { return nil }
            start += 1
            end -= 1
        }
        guard end - start >= 3 else { return nil }
        return title.slice(scalars: text.originalSpan(of: start..<end))
    }

    /// Where the title ends before trailing brackets whose content is dropped.
    private static func endWithoutSuffixes(_ text: CompactText, _ drops: (String) -> Bool) -> Int {
        var end = text.count
        while end > 1, ["》", ".", ","].contains(text.scalars[end - 1]) { end -= 1 }
        let trimmed = end
        while end > 2, text.scalars[end - 1] == ")", let open = text.scalars[..<end].lastIndex(of: "("), open > 0,
            drops(text.string(open + 1..<end - 1))
        {
            end = open
        }
        return end == trimmed ? text.count : end
    }

    /// 2023年修订, 2018修正, 修订版, 2019, 2019-03-02.
    private static func isVersion(_ suffix: String) -> Bool {
        if suffix.isEmpty || suffix.contains("草案") || suffix.contains("稿") { return false }
        if ["修订", "修正", "修改"].contains(where: suffix.contains) {
            return !suffix.contains("修正案") && !suffix.contains("决定")
        }
        let dated = suffix.unicodeScalars.allSatisfy {
            CompactText.digit($0) != nil || "年月日-./版文本".unicodeScalars.contains($0)
        }
        return dated && suffix.unicodeScalars.filter { CompactText.digit($0) != nil }.count >= 4
    }

    private static func letters(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        scalars.filter { CharacterClass.of($0.value) != .other }
    }
}
