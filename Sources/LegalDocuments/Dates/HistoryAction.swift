/// The words of a history note that say what was done.
struct HistoryAction {
    var action: HistoryEvent.Action
    var start: Int
    var end: Int

    private static let words: [(word: String, action: HistoryEvent.Action)] = [
        ("通过", .adopted), ("批准", .approved), ("公布", .published), ("发布", .published), ("颁布", .published),
        ("印发", .published),
        ("修正", .amended), ("修改", .amended), ("修订", .revised), ("施行", .effective), ("实施", .effective),
        ("生效", .effective),
        ("起执行", .effective), ("废止", .repealed),
    ]

    /// The actions of one clause, in their order, each kind once. Words inside 《》 are parts of titles.
    ///
    /// 修订通过 is one act, a revision; so is 批准修订. 通过的《…修正案》 amends.
    static func actions(in text: CompactText, _ clause: Range<Int>, quoted: [Int]) -> [HistoryAction] {
        var found: [HistoryAction] = []
        for place in clause where quoted[place] == 0 {
            if text.scalars[place] == "." && !found.isEmpty { break }
            for (word, action) in words where text.has(word, at: place) {
                let end = place + word.unicodeScalars.count
                guard end <= clause.upperBound, !found.contains(where: { $0.action == action }) else { continue }
                found.append(HistoryAction(action: action, start: place, end: end))
            }
        }
        if let adoption = found.first, found.count == 1, adoption.action == .adopted,
            adoptsAmendment(text, after: adoption.end, clause)
        {
            return [HistoryAction(action: .amended, start: adoption.start, end: adoption.end)]
        }
        let changes = found.contains { $0.action == .amended || $0.action == .revised }
        let acts = changes ? found.filter { $0.action != .adopted && $0.action != .approved } : found
        return acts
    }

    /// Where the first word stands that says what was done: who did it stands before.
    static func firstWord(in text: CompactText, _ clause: Range<Int>, quoted: [Int]) -> Int? {
        clause.first { place in
            quoted[place] == 0
                && words.contains {
                    text.has($0.word, at: place) && place + $0.word.unicodeScalars.count <= clause.upperBound
                }
        }
    }

    /// Whether the clause goes on to a second body: 通过并经, before the next date.
    static func goesOn(in text: CompactText, _ clause: Range<Int>, after end: Int) -> Bool {
        guard let join = text.end(ofAny: ["并经", ",并经", "后经", ",经", "并于", ",于"], at: end) else { return false }
        return join == clause.upperBound
    }

    /// Where a clause without an action ends: before the words that introduce the next date.
    static func endWithoutAction(in text: CompactText, _ clause: Range<Int>) -> Int {
        var end = clause.upperBound
        for lead in ["根据", "自"] {
            let place = end - lead.unicodeScalars.count
            if place >= clause.lowerBound, text.has(lead, at: place) { end = place }
        }
        while end > clause.lowerBound, text.at(end - 1) == "(" || text.at(end - 1) == ")" { end -= 1 }
        return end
    }

    private static func adoptsAmendment(_ text: CompactText, after place: Int, _ clause: Range<Int>) -> Bool {
        guard text.has("的《", at: place), let close = (place..<clause.upperBound).first(where: { text.at($0) == "》" })
        else { return false }
        return text.has("修正案", at: close - 3)
    }
}
