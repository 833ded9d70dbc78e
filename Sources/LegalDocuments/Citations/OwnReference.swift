/// A place where a document refers to an article of its own: 违反本办法第十条的规定.
public struct OwnReference: Hashable, Sendable {
    public var place: ProvisionPlace
    /// In Unicode scalars of the text. Of a list of articles, the first has 本办法 in its span.
    public var span: Range<Int>

    /// What a document may call itself after 本, the longer names before those they end in.
    private static let names = [
        "若干规定", "实施细则", "实施办法", "议事规则", "修正案", "法典", "条例", "办法", "规定", "细则", "规则", "规程", "规范", "决定", "解释", "通则",
        "章程", "方案", "意见", "准则", "法",
    ]

    /// The references in a text to articles of the document it is.
    ///
    /// Only the name that the title ends in counts: in a 办法, 本法 is quoted from elsewhere. Words in quotation marks are
    /// another's.
    ///
    /// - Complexity: O(*n*) in the text.
    public static func matches(in text: String, titled title: String) -> [OwnReference] {
        let name = CitedTitle.withoutBrackets(CompactText(title).scalars[...])
        let words = String(folded: name)
        guard let own = names.first(where: words.hasSuffix) else { return [] }
        var found: [OwnReference] = []
        var offset = 0
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.contains("本") { found += matches(inLine: String(line), own: own, offset: offset) }
            offset += line.count + 1
        }
        return found
    }

    private static func matches(inLine line: String, own: String, offset: Int) -> [OwnReference] {
        let text = CompactText(line)
        let quoted = quotations(line)
        var found: [OwnReference] = []
        var place = 0
        while place < text.count {
            guard text.scalars[place] == "本", let named = text.end(ofAny: [own], at: place + 1),
                !quoted.contains(where: { $0.contains(text.origins[place]) })
            else {
                place += 1
                continue
            }
            let entries = ArticleListScan.read(text, at: text.at(named) == "的" ? named + 1 : named)
            for (index, entry) in entries.enumerated() {
                let range = (index == 0 ? place : entry.range.lowerBound)..<entry.range.upperBound
                let span = text.originalSpan(of: range)
                found.append(OwnReference(place: entry.place, span: span.lowerBound + offset..<span.upperBound + offset))
            }
            place = entries.last?.range.upperBound ?? named
        }
        return found
    }

    /// What stands in quotation marks; a mark that is not closed reaches to the end of the line.
    private static func quotations(_ line: String) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        var count = 0
        for (place, scalar) in line.unicodeScalars.enumerated() {
            count = place + 1
            switch scalar {
            case "“", "「": open = open ?? place
            case "”", "」":
                if let start = open { found.append(start..<place) }
                open = nil
            default: break
            }
        }
        if let start = open { found.append(start..<count) }
        return found
    }
}
