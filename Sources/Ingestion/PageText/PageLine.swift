/// A line of print: its text and where it stands, in any unit in which `size` is the width of one Han character.
struct PageLine: Equatable, Sendable {
    var text: String
    var left: Double
    var right: Double
    var size: Double
    /// A line without text stands between this one and the one before.
    var followsBlank = false
}

extension PageLine {
    /// A line of plain text, in columns: a Han character takes two, its left margin is the blanks it begins with.
    init?(columns line: String) {
        let text = line.trimmedBlanks
        guard !text.isEmpty else { return nil }
        var left = 0
        for scalar in line.unicodeScalars {
            guard Blanks.contains(scalar) else { break }
            left += scalar == "\u{3000}" ? 2 : scalar == "\t" ? 4 : 1
        }
        let width = Self.columns(of: text)
        self.init(text: text, left: Double(left), right: Double(left + width), size: 2)
    }

    private static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
    }

    /// The lines of pages of plain text; a form feed ends a page.
    static func pages(ofText utf8: [UInt8]) -> [[PageLine]] {
        let holdsReturns = utf8.contains(0x0D)
        return utf8.split(separator: 0x0C, omittingEmptySubsequences: false).map { page in
            var lines: [PageLine] = []
            var isAfterBlank = false
            for bytes in page.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
                guard var line = PageLine(columns: String(decoding: bytes, as: UTF8.self)) else {
                    // CR LF leaves one empty piece between two lines, which is no blank line.
                    isAfterBlank = isAfterBlank || !bytes.isEmpty || !holdsReturns
                    continue
                }
                line.followsBlank = isAfterBlank
                isAfterBlank = false
                lines.append(line)
            }
            return lines
        }
    }
}
