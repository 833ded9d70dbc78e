/// Tells cheaply whether a line can hold a citation at all, so that most of a law's text need not be folded.
enum CitationTrigger {
    /// A line that starts at a byte: where it ends, how many scalars it has, and whether it is worth reading.
    ///
    /// - Complexity: O(*n*) in the bytes of the line; a few instructions a character.
    static func line(in bytes: Span<UInt8>, from start: Int, knowsAliases: Bool) -> (end: Int, count: Int, isWorthReading: Bool) {
        var place = start
        var count = 0
        var found = false
        var before: UInt32 = 0x20
        var last: UInt32 = 0x20
        while place < bytes.count {
            let lead = bytes[place]
            if lead == 0x0A { break }
            count += 1
            if found {
                place += length(lead)
                continue
            }
            let value = scalar(bytes, at: place, lead)
            if isCandidate(value, after: last), begins(scalar(before), scalar(last), scalar(value), knowsAliases) { found = true }
            (before, last) = (last, value)
            place += length(lead)
        }
        return (place, count, found || isTitleEnd(scalar(last), after: scalar(before)))
    }

    // MARK: UTF-8

    private static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// Of four-byte characters only that they are none of those looked for matters.
    private static func scalar(_ bytes: Span<UInt8>, at place: Int, _ lead: UInt8) -> UInt32 {
        if lead < 0x80 { return UInt32(lead) }
        guard lead < 0xF0, place + 1 < bytes.count else { return replacement }
        let second = UInt32(bytes[place + 1] & 0x3F)
        if lead < 0xE0 { return UInt32(lead & 0x1F) << 6 | second }
        guard place + 2 < bytes.count else { return replacement }
        return UInt32(lead & 0x0F) << 12 | second << 6 | UInt32(bytes[place + 2] & 0x3F)
    }

    private static let replacement: UInt32 = 0xFFFD
    private static func scalar(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "\u{FFFD}" }

    // MARK: What begins a citation

    private static let law = ("法" as Unicode.Scalar).value
    private static let code = ("典" as Unicode.Scalar).value
    private static let rule = ("例" as Unicode.Scalar).value

    /// Whether ``begins(_:_:_:_:)`` may hold: the only test that every character takes.
    private static func isCandidate(_ value: UInt32, after last: UInt32) -> Bool {
        if last == law || last == code || last == rule { return true }
        if value < 0x80 { return value == 0x22 || value >= 0x30 && value < 0x3A }
        return value < 0x3100 || value > 0x9FFF || isSign(value)
    }

    private static func isSign(_ value: UInt32) -> Bool {
        switch scalar(value) {
        case "号", "號", "第", "发": true
        default: false
        }
    }

    private static func begins(
        _ before: Unicode.Scalar, _ last: Unicode.Scalar, _ scalar: Unicode.Scalar, _ knowsAliases: Bool
    ) -> Bool {
        switch scalar {
        case "《", "〈", "》", "〉", "号", "號", "«": return true
        // 推出“…方案”, 制发…等文件: titles without marks.
        case "“", "\"": return "出发台布".unicodeScalars.contains(last)
        case "发": return last == "制" || last == "印"
        default: break
        }
        if scalar == "第" || scalar.value >= 0x30 && scalar.value < 0x3A {
            return last == "法" && !"本依办辦".unicodeScalars.contains(before) || last == "典" || last == "例" && before != "本"
                || (last == "则" || last == "定" || knowsAliases && last == "法") && before != "规" && before != "本"
                || knowsAliases && "释法定则".unicodeScalars.contains(last)
        }
        return isTitleEnd(last, after: before) && !BareTitleScan.continues(scalar)
    }

    /// 法 that is not the end of an ordinary word such as 依法.
    private static func isTitleEnd(_ last: Unicode.Scalar, after before: Unicode.Scalar) -> Bool {
        last == "法" && !"依合办辦执司违非方立守无普做本说".unicodeScalars.contains(before) || last == "典" && before == "法"
            || last == "例" && before == "条"
    }
}
