/// Reads titles in 《》, nested ones and those that lack a mark.
struct MarkedTitle {
    /// The words between the marks.
    var inner: Range<Int>
    /// Behind the closing mark, or behind the words where there is none.
    var end: Int

    private static let longest = 200

    /// The title whose opening mark stands at a place; nil where none is recognizable.
    static func read(_ text: CompactText, at open: Int) -> MarkedTitle? {
        var depth = 1
        var place = open + 1
        var lastClose: Int?
        let limit = min(text.count, open + longest)
        while place < limit, !isStop(text, place) {
            if text.scalars[place] == "《" {
                if depth == 1, lastClose == nil, CitedTitle.isWhole(text, open + 1, place) {
                    return MarkedTitle(inner: open + 1..<place, end: place)
                }
                depth += 1
            } else if text.scalars[place] == "》" {
                depth -= 1
                lastClose = place
                if depth == 0 { return whole(text, open + 1..<place) }
            }
            place += 1
        }
        if let lastClose, lastClose > open + 1 { return MarkedTitle(inner: open + 1..<lastClose, end: lastClose + 1) }
        return CitedTitle.end(in: text, from: open + 1, limit: place).map { MarkedTitle(inner: open + 1..<$0, end: $0) }
    }

    /// Of 《《刑法》》 the inner words; nil where the marks hold nothing.
    private static func whole(_ text: CompactText, _ words: Range<Int>) -> MarkedTitle? {
        var inner = words
        while inner.count > 2, text.scalars[inner.lowerBound] == "《", text.scalars[inner.upperBound - 1] == "》",
            !text.scalars[inner.lowerBound + 1..<inner.upperBound - 1].contains("《")
        {
            inner = inner.lowerBound + 1..<inner.upperBound - 1
        }
        let isEmpty = !inner.contains { text.scalars[$0] != "《" && text.scalars[$0] != "》" }
        return isEmpty ? nil : MarkedTitle(inner: inner, end: words.upperBound + 1)
    }

    /// A full stop ends a sentence, unless digits stand on both sides (4.0版).
    static func isStop(_ text: CompactText, _ place: Int) -> Bool {
        switch text.scalars[place] {
        case ";", "!", "?": return true
        case ".":
            guard let before = text.at(place - 1), let next = text.at(place + 1) else { return true }
            return CompactText.digit(before) == nil || CompactText.digit(next) == nil
        default: return false
        }
    }

    /// The same for a scalar alone.
    static func isStop(_ scalar: Unicode.Scalar) -> Bool { ".;!?".unicodeScalars.contains(scalar) }
}
