/// Makes paragraphs again of lines as pages print them: what runs along the edge of every page is left out, and a
/// paragraph that was broken over lines and pages is put together.
enum PageText {
    static func blocks(of pages: [[PageLine]]) -> [Block] {
        let lines = PageEdges.removed(from: pages).flatMap { $0 }
        guard let margins = Margins(lines) else { return [] }
        var blocks: [Block] = []
        var last: PageLine?
        for line in lines {
            let isCentred = margins.isCentred(line)
            if let before = last, !blocks.isEmpty, margins.continues(line, after: before, isCentred: isCentred),
                blocks[blocks.count - 1].isCentred == isCentred {
                blocks[blocks.count - 1].text = join(blocks[blocks.count - 1].text, line.text)
            } else {
                blocks.append(Block(text: line.text, isCentred: isCentred, isTableRow: isRow(line.text)))
            }
            last = line
        }
        return blocks.map { block in
            var block = block
            block.text = block.text.onOneLine
            return block
        }
    }

    /// Two words of Latin letters need their blank, two Han characters none.
    private static func join(_ first: String, _ second: String) -> String {
        guard let end = first.unicodeScalars.last, let start = second.unicodeScalars.first else { return first + second }
        return end.value < 0x2E80 && start.value < 0x2E80 && end.properties.isAlphabetic ? first + " " + second : first + second
    }

    /// Three cells or more with wide gaps between them.
    private static func isRow(_ text: String) -> Bool {
        var gaps = 0
        var run = 0
        for scalar in text.unicodeScalars {
            if Blanks.contains(scalar) {
                run += scalar == "\u{3000}" ? 2 : 1
            } else {
                if run >= 3 { gaps += 1 }
                run = 0
            }
        }
        return gaps >= 2
    }
}

/// Where the lines of a text begin and end.
private struct Margins {
    private let left: Double
    private let right: Double

    init?(_ lines: [PageLine]) {
        guard !lines.isEmpty else { return nil }
        let rights = lines.map(\.right).sorted()
        let edge = rights[min(rights.count - 1, rights.count * 9 / 10)]
        right = edge
        // The first lines of paragraphs are indented: the margin is where a good part of the long lines begin.
        let long = lines.filter { $0.right > edge - 4 * $0.size }.map(\.left).sorted()
        left = long.isEmpty ? lines.map(\.left).min() ?? 0 : long[long.count / 10]
    }

    func isCentred(_ line: PageLine) -> Bool {
        let before = line.left - left
        let after = right - line.right
        return before > 2.6 * line.size && after > 2 * line.size && abs(before - after) < max(3 * line.size, 0.2 * (right - left))
    }

    func continues(_ line: PageLine, after before: PageLine, isCentred: Bool) -> Bool {
        if line.followsBlank && !isCentred || LineStart.beginsParagraph(line.text) { return false }
        if isCentred { return !line.followsBlank && abs(line.size - before.size) < 0.1 * line.size && !LineStart.ends(before.text) }
        if line.left - left > 1.2 * line.size { return false }
        // A line that stopped short of the margin was its paragraph's last.
        return right - before.right < 2.2 * before.size || !LineStart.ends(before.text) && right - before.right < 4 * before.size
    }
}

/// Marks that a line begins or ends a paragraph.
enum LineStart {
    static func beginsParagraph(_ text: String) -> Bool {
        if let label = ArticleLabel(text) { return label.isSetOff || label.continues(nil) || !Self.isMention(label) }
        return HeadingLabel.division(text) != nil || HeadingLabel.numbered(text) != nil || HeadingLabel.isBracketed(text)
            || HeadingLabel.isAttachment(text)
    }

    private static func isMention(_ label: ArticleLabel) -> Bool {
        guard let first = label.rest.unicodeScalars.first else { return false }
        return "第款项目、，和至或及与中的所规修改增删。：”》".unicodeScalars.contains(first)
    }

    static func ends(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last else { return true }
        return "。；：？！.;:”）".unicodeScalars.contains(last)
    }
}
