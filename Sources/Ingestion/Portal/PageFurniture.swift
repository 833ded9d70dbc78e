import LegalDocuments

/// Lines of a page's text that belong to its print or its buttons: page numbers, the running head beside them, and the
/// 复制 that a portal sets below every article.
enum PageFurniture {
    /// Fewer repeats may be the text's own.
    private static let fewestButtons = 5
    private static let longestButton = 12
    private static let longestHead = 40

    static func removed(from blocks: [Block]) -> [Block] {
        let heads = runningHeads(of: blocks)
        let buttons = buttons(among: blocks)
        let end = blocks.lastIndex { !isImprint($0) }.map { $0 + 1 } ?? 0
        return blocks[..<end].filter { block in
            !isPageNumber(block)
                && (heads.isEmpty || !isShort(block, longestHead) || !heads.contains(PageEdges.key(block.text)))
                && (buttons.isEmpty || !buttons.contains(block.text))
        }
    }

    private static let imprints: [StaticString] = [
        "版权所有", "ICP备", "公网安备", "网站标识码", "建议使用", "最佳分辨率", "主办单位", "承办单位", "技术支持", "网站地图", "主管主办",
    ]
    private static let longestImprint = 300

    /// Who runs the site, at the foot of the page.
    private static func isImprint(_ block: Block) -> Bool {
        block.text.utf8.count <= longestImprint && !block.text.holds("。") && ArticleLabel(block.text) == nil && block.text.holdsAny(imprints)
    }

    /// — 12 — and 第12页; a bare number or a date may be a table's.
    private static func isPageNumber(_ block: Block) -> Bool {
        guard !block.isTableRow, block.text.utf8.count <= 40, PageEdges.isPageNumber(block.text),
            let first = block.text.unicodeScalars.first, let last = block.text.unicodeScalars.last
        else { return false }
        let dashes = "—-–－―─".unicodeScalars
        return last == "页" || dashes.contains(first) && dashes.contains(last)
    }

    /// What stands beside more than one page number, but for the digits in it.
    private static func runningHeads(of blocks: [Block]) -> Set<String> {
        var counts: [String: Int] = [:]
        for index in blocks.indices where isPageNumber(blocks[index]) {
            for neighbour in [index - 1, index + 1] where blocks.indices.contains(neighbour) && isShort(blocks[neighbour], longestHead) {
                counts[PageEdges.key(blocks[neighbour].text), default: 0] += 1
            }
        }
        return Set(counts.filter { $0.value > 1 && !$0.key.isEmpty }.keys)
    }

    /// Words that come again for more than half of the articles.
    private static func buttons(among blocks: [Block]) -> Set<String> {
        var counts: [String: Int] = [:]
        for block in blocks where isShort(block, longestButton) { counts[block.text, default: 0] += 1 }
        counts = counts.filter { $0.value >= fewestButtons }
        guard !counts.isEmpty else { return [] }
        let articles = blocks.count { ArticleLabel($0.text)?.isSetOff == true }
        return Set(counts.filter { $0.value * 5 >= articles * 3 && articles >= fewestButtons }.keys)
    }

    /// Neither a sentence nor the beginning of anything.
    private static func isShort(_ block: Block, _ longest: Int) -> Bool {
        let text = block.text
        return !block.isTableRow && text.utf8.count <= 4 * longest && text.unicodeScalars.count <= longest && HeadingLabel.endsAsHeading(text)
            && !text.hasPrefix("第") && !text.hasPrefix("（") && HeadingLabel.numbered(text) == nil && !HeadingLabel.isBracketed(text)
            && !HeadingLabel.isAttachment(text)
    }
}
