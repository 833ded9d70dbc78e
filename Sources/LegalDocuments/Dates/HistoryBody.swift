/// Who acted, from the words between a date and an action.
enum HistoryBody {
    /// 第十四届全国人民代表大会常务委员会第五次会议 → 全国人民代表大会常务委员会; 中华人民共和国国务院令第462号 → 国务院.
    ///
    /// Without such words before the action, a decision's title says whose it was: 《国务院关于修改…的决定》修订.
    static func name(in text: CompactText, _ range: Range<Int>, title: Range<Int>, quoted: [Int]) -> String? {
        let outside = range.filter { quoted[$0] == 0 }
        if let name = bare(outside.map { text.scalars[$0] }) { return name }
        guard let open = title.first(where: { text.scalars[$0] == "《" }),
            let about = (open..<title.upperBound).dropFirst().first(where: { text.has("关于", at: $0) })
        else { return nil }
        return bare(Array(text.scalars[open + 1..<about]))
    }

    private static func bare(_ scalars: [Unicode.Scalar]) -> String? {
        var words = withoutCounts(scalars)
        for lead in ["根据", "经", "由", "自", "起", ",", "、", "的", "以", "报", "依照"] where words.hasPrefix(lead) {
            words.removeFirst(lead.count)
        }
        for tail in ["审议", "讨论", "表决", "全体", "起", "正式", "重新", "核准", "于"] where words.hasSuffix(tail) {
            words.removeLast(tail.count)
        }
        while let last = words.last, ",、(:.;".contains(last) { words.removeLast() }
        if words.hasPrefix(IssuingCode.republic), !words.hasPrefix(IssuingCode.republic + "主席") {
            words.removeFirst(IssuingCode.republic.count)
        }
        for committee in ["审判委员会", "检察委员会"] where words.hasSuffix(committee) && words.hasPrefix("最高人民") {
            words.removeLast(committee.count)
        }
        for order in ["公告", "通告", "令"] where words.hasSuffix(order) && words != order { words.removeLast(order.count) }
        // A document number stands where a body would.
        guard (2...60).contains(words.unicodeScalars.count),
            !words.unicodeScalars.contains(where: { ("0"..."9").contains($0) }),
            words.unicodeScalars.contains(where: IssuingCode.mayContain)
        else { return nil }
        return words
    }

    /// Without 第十四届, 第五次会议, 第11次常务会议, 第462号, 第一次.
    private static func withoutCounts(_ scalars: [Unicode.Scalar]) -> String {
        var kept: [Unicode.Scalar] = []
        var place = 0
        while place < scalars.count {
            guard let end = count(in: scalars, at: place) else {
                if !["(", ")"].contains(scalars[place]) { kept.append(scalars[place]) }
                place += 1
                continue
            }
            place = end
        }
        return String(folded: kept)
    }

    private static func count(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
        var place = start
        if scalars[place] == "第" { place += 1 }
        let digits = place
        while place < scalars.count, CompactText.isNumeral(scalars[place]) { place += 1 }
        guard place > digits, place < scalars.count else { return nil }
        switch scalars[place] {
        case "届", "号": return place + 1
        case "次":
            let rest = String(folded: scalars[(place + 1)...].prefix(6))
            for meeting in ["全体会议", "常务会议", "党组会议", "办公会议", "会议"] where rest.hasPrefix(meeting) {
                return place + 1 + meeting.unicodeScalars.count
            }
            return place + 1
        default: return nil
        }
    }
}
