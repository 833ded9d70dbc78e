import LegalDocuments

/// Takes the paragraphs out of a part of a page, in reading order, with their looks.
struct BlockExtractor {
    private struct Look {
        var isCentred = false
        var isBold = false
        var isLink = false
        var headingLevel = 0
        var isTitle = false
        var keepsLines = false
    }

    private(set) var blocks: [Block] = []
    private let skips: (MarkupElement) -> Bool
    private var line = ""
    private var lineLook = Look()
    /// Bytes of visible text on the line: all, bold, and in links.
    private var bytes = (all: 0, bold: 0, link: 0)

    private static let longestCell = 600
    private static let longestLinkBlock = 300

    /// - Parameter skips: elements that are left out with all they hold.
    static func blocks(in elements: [MarkupElement], skips: @escaping (MarkupElement) -> Bool) -> [Block] {
        var extractor = BlockExtractor(skips: skips)
        for element in elements {
            extractor.element(element, Look())
            extractor.endLine(Look())
        }
        return extractor.blocks
    }

    private init(skips: @escaping (MarkupElement) -> Bool) {
        self.skips = skips
    }

    private mutating func element(_ element: MarkupElement, _ outer: Look) {
        if element.name == "br" {
            if outer.headingLevel == 0 { endLine(outer) }
            return
        }
        guard !ElementStyle.isHidden(element), !skips(element) else { return }
        let look = Self.look(of: element, in: outer)
        if element.name == "tr", addRow(element) { return }
        let isBlock = element.traits.contains(.block)
        if isBlock { endLine(outer) }
        if element.name == "pre", addPrintedText(element, look) { return }
        for child in element.children {
            switch child {
            case .text(let text): append(text, look)
            case .element(let inner): self.element(inner, look)
            }
        }
        if isBlock { endLine(look) }
    }

    private static func look(of element: MarkupElement, in outer: Look) -> Look {
        var look = outer
        let level = ElementStyle.headingLevel(element)
        if level > 0 { look.headingLevel = level }
        if level == 1 { look.isTitle = true }
        if let centring = ElementStyle.centring(element) { look.isCentred = centring }
        if ElementStyle.isBold(element) { look.isBold = true }
        if element.name == "a" { look.isLink = element["href"] != nil }
        if element.name == "pre" { look.keepsLines = true }
        if let name = element["class"], name == "MsoTitle" { look.isTitle = true }
        return look
    }

    private mutating func append(_ text: String, _ look: Look) {
        if look.keepsLines, text.utf8.contains(0x0A) {
            for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { endLine(look) }
                addRun(String(part), look)
            }
        } else {
            addRun(text, look)
        }
    }

    private mutating func addRun(_ text: String, _ look: Look) {
        if text.isBlank {
            if !line.isEmpty { line += text }
            return
        }
        if bytes.all == 0 { lineLook = look }
        line += text
        let count = text.utf8.count
        bytes.all += count
        if look.isBold { bytes.bold += count }
        if look.isLink { bytes.link += count }
    }

    private mutating func endLine(_ look: Look) {
        defer {
            line = ""
            bytes = (0, 0, 0)
        }
        guard bytes.all > 0 else { return }
        let text = Self.holdsBreak(line) ? line.onOneLine : line.trimmedBlanks
        guard !text.isEmpty, !isNavigation(text) else { return }
        blocks.append(
            Block(
                text: text, isCentred: lineLook.isCentred, isBold: bytes.bold == bytes.all,
                headingLevel: lineLook.headingLevel, isTitle: lineLook.isTitle
            )
        )
    }

    private static func holdsBreak(_ line: String) -> Bool {
        let bytes = line.utf8.span
        for place in bytes.indices where bytes[place] <= 0x0D && (bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x09) { return true }
        return false
    }

    /// Text that stands as it was typed, its lines broken at a fixed width.
    private mutating func addPrintedText(_ element: MarkupElement, _ look: Look) -> Bool {
        let pages = PageLine.pages(ofText: Array(element.visibleText.utf8))
        guard PlainTextReader.isHardWrapped(pages) else { return false }
        blocks += PageText.blocks(of: pages)
        return true
    }

    private static let furniture: [StaticString] = [
        "上一篇", "下一篇", "上一条", "下一条", "分享到", "打印本页", "关闭窗口", "【打印", "【关闭", "【字体", "扫一扫", "责任编辑：", "您当前的位置", "当前位置：",
        "返回顶部", "【返回", "字体：", "打印 关闭", "相关链接：", "相关文件：", "相关稿件：", "点击下方", "点击上方", "阅读原文", "长按识别", "扫码",
    ]

    /// A line that is hardly more than links leads elsewhere; an annex may be a link too.
    private func isNavigation(_ text: String) -> Bool {
        if bytes.all < Self.longestLinkBlock, text.opens(withAny: Self.furniture) { return true }
        guard bytes.link * 10 > bytes.all * 6, bytes.all < Self.longestLinkBlock else { return false }
        return !text.hasPrefix("附件")
    }

    /// Whether the lines of a cell are data, and not articles. A label alone begins an article whose text stands in the next
    /// cell; behind the first cell it names the article that the row is about.
    private func isData(_ lines: [String], column: Int) -> Bool {
        guard lines.reduce(0, { $0 + $1.utf8.count }) <= Self.longestCell else { return false }
        return !lines.contains { line in
            guard let label = ArticleLabel(line), label.isSetOff else { return false }
            return column == 0 || !label.rest.isEmpty
        }
    }

    /// A row of a table of data becomes one block; a row that only lays out the page does not.
    private mutating func addRow(_ row: MarkupElement) -> Bool {
        let cells = row.elements.filter { ($0.name == "td" || $0.name == "th") && !ElementStyle.isHidden($0) && !skips($0) }
        guard cells.count > 1, cells.allSatisfy({ $0.descendant("table") == nil }) else { return false }
        let texts = cells.map { BlockExtractor.blocks(in: [$0], skips: skips).map(\.text) }
        guard texts.indices.allSatisfy({ isData(texts[$0], column: $0) }) else { return false }
        endLine(Look())
        let text = texts.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }.joined(separator: "　")
        if !text.isEmpty { blocks.append(Block(text: text, isTableRow: true)) }
        return true
    }
}
