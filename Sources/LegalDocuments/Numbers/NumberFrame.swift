/// What stands around a number that is given alone: a label before it, marks on either side, 文件 after it.
enum NumberFrame {
    private static let labels = [
        "发文字号", "发文文号", "公文字号", "文件字号", "文件编号", "文件文号", "发文号", "文号", "字号",
    ]

    /// The number itself within the text.
    static func body(of text: CompactText) -> Range<Int> {
        var start = 0
        var end = text.count
        if let colon = text.scalars.firstIndex(of: ":"),
            !text.scalars[..<colon].contains(where: { ("0"..."9").contains($0) })
        {
            start = colon + 1
        }
        while start < end, isMark(text.scalars[start]) { start += 1 }
        if let afterLabel = text.end(ofAny: labels, at: start), afterLabel < end { start = afterLabel }
        while start < end, isMark(text.scalars[start]) { start += 1 }
        while end > start, isMark(text.scalars[end - 1]) { end -= 1 }
        for word in ["文件", "文"] {
            let place = end - word.unicodeScalars.count
            if place > start + 1, text.has(word, at: place), text.scalars[place - 1] == "号" { end = place }
        }
        return start..<end
    }

    /// Brackets, quotes and stops that may enclose a number and are no part of it.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "《", "》", "\"", "'", ",", ".", ";", ":", "、", "-", "<", ">", "{", "}", "|", "_", "*", "#", "!",
            "?":
            true
        default: false
        }
    }
}
