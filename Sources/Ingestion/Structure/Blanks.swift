/// Characters that show nothing: blanks of any width, line breaks, zero-width marks, the soft hyphen.
enum Blanks {
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value <= 0x20 { return true }
        switch value {
        case 0x7F, 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF:
            return true
        default:
            return false
        }
    }
}

extension StringProtocol {
    /// Without the blanks at both ends.
    var trimmedBlanks: String {
        let scalars = unicodeScalars
        var start = scalars.startIndex
        var end = scalars.endIndex
        while start < end, Blanks.contains(scalars[start]) { scalars.formIndex(after: &start) }
        while start < end {
            let before = scalars.index(before: end)
            guard Blanks.contains(scalars[before]) else { break }
            end = before
        }
        if start == startIndex, end == endIndex, let whole = self as? String { return whole }
        return String(self[start..<end])
    }

    /// Without any blank.
    var squeezed: String {
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars where !Blanks.contains(scalar) { kept.append(scalar) }
        return String(kept)
    }

    /// Blanks in the middle become one, at the ends none; a line break between two Han characters is nothing.
    var onOneLine: String {
        let trimmed = trimmedBlanks
        guard trimmed.unicodeScalars.contains(where: { Blanks.contains($0) }) else { return trimmed }
        var kept = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        var pending = false
        var pendingBreak = false
        for scalar in trimmed.unicodeScalars {
            if Blanks.contains(scalar) {
                pending = true
                if scalar == "\n" || scalar == "\r" { pendingBreak = true }
                continue
            }
            if pending, !(pendingBreak && last.value > 0x2E80 && scalar.value > 0x2E80) { kept.append(" ") }
            kept.append(scalar)
            (last, pending, pendingBreak) = (scalar, false, false)
        }
        return String(kept)
    }

    var isBlank: Bool { unicodeScalars.allSatisfy { Blanks.contains($0) } }
}
