import LegalDocuments

/// Reads a page of HTML: a government portal's, Word's, or one of a kind that nobody listed.
enum PortalPage {
    /// - Parameter frames: the bytes of a file that the page shows as its frame; nil where there is none.
    static func document(
        _ utf8: [UInt8], source: String, frames: (String) -> [UInt8]?
    ) throws(IngestionError.Reason) -> LegalDocument {
        let root = HiddenClasses.pruned(try MarkupParser.html(utf8))
        if let framed = try PageFrames.content(of: root, frames) {
            var document = try document(framed, source: source) { _ in nil }
            document.url = document.url ?? PageMetadata.savedFrom(utf8)
            return document
        }
        let found = ContentFinder.content(of: root)
        let content = found.elements
        var facts = DocumentFacts()
        facts.url = PageMetadata.savedFrom(utf8)
        let headers = headerElements(in: content)
        let pairs = headerPairs(of: root, content: content, headers: headers)
        // 发表于 stands above every post of a page; that above the text counts before the others.
        let posts = pairs.filter { $0.label.hasSuffix("于") }
        PageMetadata.offer(pairs.filter { !$0.label.hasSuffix("于") }, to: &facts)
        PageMetadata.offerMeta(of: root, to: &facts)
        var blocks = PageFurniture.removed(from: self.blocks(in: found, headers: headers))
        takeMetadataLines(from: &blocks, into: &facts)
        takeClosingLines(from: &blocks, into: &facts)
        PageMetadata.offer(posts, to: &facts)
        PageMetadata.offerSources(pairs, to: &facts)
        PageMetadata.offerTimeElement(of: root, to: &facts)
        let above = self.blocks(above: content, in: root)
        offerTitle(of: root, above: above, blocks: blocks, to: &facts)
        let isKnown = facts.number != nil || facts.indexNumber != nil || facts.dates != DocumentDates()
        if blocks.isEmpty, facts.title.isEmpty || !isKnown { throw .noContent }
        PageMetadata.applyFactOrigins(of: root, to: &facts)
        let notes = above.filter { HistoryLine.isHistory($0.text) && $0.text.holdsAny(historyDeeds) }
        if let line = above.last(where: { isNumberAlone($0.text) }) { facts.offerNumber(line.text, from: "page line") }
        return try DocumentAssembly.document(blocks: notes + blocks, facts: facts, source: source)
    }

    /// Tables and lists inside the content that are the page's header.
    private static func headerElements(in content: [MarkupElement]) -> [MarkupElement] {
        var headers: [MarkupElement] = []
        for element in content {
            element.visit { inner in
                guard ["table", "dl", "ul"].contains(inner.name), inner.descendant("table") == nil else { return true }
                if MetadataPairs.isHeader(inner) { headers.append(inner) }
                return false
            }
        }
        return headers
    }

    private static func headerPairs(
        of root: MarkupElement, content: [MarkupElement], headers: [MarkupElement]
    ) -> [MetadataPairs.Pair] {
        let skipped = Set(content.map { ObjectIdentifier($0) })
        let outside = MetadataPairs.pairs(in: root) { skipped.contains(ObjectIdentifier($0)) }
        return headers.flatMap { MetadataPairs.pairs(in: $0) { _ in false } } + outside
    }

    private static func blocks(in content: ContentFinder.Content, headers: [MarkupElement]) -> [Block] {
        let headerIDs = Set(headers.map { ObjectIdentifier($0) })
        let contentIDs = Set(content.elements.map { ObjectIdentifier($0) })
        return BlockExtractor.blocks(in: content.elements) { element in
            if headerIDs.contains(ObjectIdentifier(element)) { return true }
            guard content.skipsChrome, !contentIDs.contains(ObjectIdentifier(element)) else { return false }
            return PageChrome.isChrome(element)
        }
    }

    /// Lines such as 发布时间：… 来源：… at the top of the text.
    private static func takeMetadataLines(from blocks: inout [Block], into facts: inout DocumentFacts) {
        takeLabelsAndValues(from: &blocks, into: &facts)
        var kept: [Block] = []
        let top = blocks.prefix(12).prefix { ArticleLabel($0.text) == nil }
        for block in top {
            guard block.text.utf8.count <= 400, !block.isTableRow else {
                kept.append(block)
                continue
            }
            let date = leadingDate(of: block.text)
            let pairs = MetadataPairs.pairs(inLine: date?.rest ?? block.text)
            if pairs.isEmpty {
                kept.append(block)
            } else {
                if let date { facts.offer(date.date, as: .published, from: "page line") }
                PageMetadata.offer(pairs, to: &facts)
                PageMetadata.offerSources(pairs, to: &facts)
            }
        }
        blocks.replaceSubrange(0..<top.count, with: kept)
    }

    /// Labels and values that stand in blocks of their own, one below the other; two pairs make a header.
    private static func takeLabelsAndValues(from blocks: inout [Block], into facts: inout DocumentFacts) {
        let top = blocks.prefix(24).prefix { ArticleLabel($0.text) == nil }
        var pairs: [(index: Int, pair: MetadataPairs.Pair)] = []
        var index = 0
        while index + 1 < top.count {
            let label = top[index].text.squeezed.filter { $0 != "：" && $0 != ":" }
            let value = top[index + 1].text
            if let field = MetadataField.labels[label], value.utf8.count <= 300, MetadataField.labels[value.squeezed] == nil {
                pairs.append((index, MetadataPairs.Pair(label: label, field: field, value: value)))
                index += 1
            }
            index += 1
        }
        guard pairs.count >= 2 else { return }
        PageMetadata.offer(pairs.map(\.pair), to: &facts)
        PageMetadata.offerSources(pairs.map(\.pair), to: &facts)
        for (index, _) in pairs.reversed() { blocks.removeSubrange(index...index + 1) }
    }

    /// 上网日期：2020-03-05 below the text, on a line of nothing else.
    private static func takeClosingLines(from blocks: inout [Block], into facts: inout DocumentFacts) {
        for _ in 0..<4 {
            guard let last = blocks.last, last.text.utf8.count <= 150, !last.isTableRow, blocks.count > 1 else { return }
            let pairs = MetadataPairs.pairs(inLine: last.text)
            guard !pairs.isEmpty, pairs.allSatisfy({ $0.field == .date(.published) || $0.field == .source || $0.field == .other }),
                pairs.contains(where: { $0.field != .other })
            else { return }
            PageMetadata.offer(pairs, to: &facts, origin: "page line")
            PageMetadata.offerSources(pairs, to: &facts)
            blocks.removeLast()
        }
    }

    /// 2020-03-05 09:00 in front of 来源：…
    private static func leadingDate(of line: String) -> (date: LegalDate, rest: String)? {
        guard let first = line.unicodeScalars.first, ChineseDigits.contains(first),
            let match = LegalDate.matches(in: line).first, match.span.lowerBound == 0
        else { return nil }
        let rest = line.unicodeScalars.dropFirst(match.span.upperBound).drop {
            ChineseDigits.contains($0) || $0 == ":" || Blanks.contains($0)
        }
        return (match.date, String(rest))
    }

    private static let historyDeeds: [StaticString] = ["通过", "公布", "施行", "修正", "修订", "批准"]

    /// 青府发〔2020〕3号 on a line of its own.
    private static func isNumberAlone(_ line: String) -> Bool {
        line.utf8.count <= 100 && line.hasSuffix("号") && DocumentNumber(line).map { !$0.year.isEmpty } ?? false
    }

    /// What stands above the container of the text: notes on its history, its number.
    private static func blocks(above content: [MarkupElement], in root: MarkupElement) -> [Block] {
        let contentIDs = Set(content.map { ObjectIdentifier($0) })
        var isBelow = false
        let blocks = BlockExtractor.blocks(in: [root.child("body") ?? root]) { element in
            if contentIDs.contains(ObjectIdentifier(element)) { isBelow = true }
            return isBelow || element.name != "header" && PageChrome.isChrome(element)
        }
        return blocks.filter { !$0.isTableRow }
    }

    private static func offerTitle(
        of root: MarkupElement, above: [Block], blocks: [Block], to facts: inout DocumentFacts
    ) {
        guard facts.title.isEmpty else { return }
        let window = root.child("head")?.child("title")?.text ?? root.descendant("title")?.text ?? ""
        if blocks.first?.isTitle == true, blocks.first?.headingLevel == 0 { return }
        if let shown = PageTitle.shown(in: root.child("body") ?? root, windowTitle: window) {
            facts.offerTitle(shown, from: "page heading")
            return
        }
        let name = PageTitle.withoutSiteName(window)
        let top = blocks.prefix(8).map(\.text.squeezed).joined()
        let hasOwnTitle = blocks.prefix(4).contains { $0.isCentred || $0.headingLevel > 0 }
        if !hasOwnTitle, !top.contains(name.squeezed), let line = titleLine(blocks.prefix(4), above: above, windowName: name) {
            facts.offerTitle(line, from: "page line")
            return
        }
        if !name.isEmpty, !hasOwnTitle || top.contains(name.squeezed) { facts.offerTitle(name, from: "window title") }
    }

    /// The window may bear the site's name or 打印预览, and the title stand above the text with no mark of its own: then it is
    /// the line there that reads as one.
    private static func titleLine(_ top: ArraySlice<Block>, above: [Block], windowName: String) -> String? {
        guard !HeadingLabel.readsAsTitle(windowName) else { return nil }
        func reads(_ block: Block) -> Bool { HeadingLabel.readsAsTitle(block.text) && Preface.canBeTitle(block.text) }
        return (top.first(where: reads) ?? above.last(where: reads))?.text
    }
}
