/// Reads the articles that follow a title: 第三条、第五条至第八条, 第九条第二款第（三）项.
enum ArticleListScan {
    struct Entry {
        var place: ProvisionPlace
        var range: Range<Int>
    }

    /// No list of articles is longer.
    private static let most = 200

    /// The articles that start at a place. Empty where none does.
    static func read(_ text: CompactText, at start: Int) -> [Entry] {
        var entries: [Entry] = []
        var place = afterDivisions(text, start)
        while entries.count < most, let entry = entry(text, at: place) {
            entries.append(entry)
            guard let next = afterJoint(text, entry.range.upperBound), text.at(next) == "第" else { break }
            place = next
        }
        return entries
    }

    /// Behind 第二编第三章第一节, which add nothing to an article's number; behind 分则第三章第二节、 where an article follows.
    private static func afterDivisions(_ text: CompactText, _ start: Int) -> Int {
        var place = text.end(ofAny: ["分则", "总则"], at: start) ?? start
        for word in ["编", "章", "节"] as [Unicode.Scalar] {
            if text.at(place) == "第", let (_, end) = CompactText.counted(word, in: text, at: place) { place = end }
        }
        if place > start, let joint = afterJoint(text, place), text.at(joint) == "第" {
            let next = afterDivisions(text, joint)
            return ArticleNumber.read(text, at: next) == nil ? place : next
        }
        return place
    }

    private static func entry(_ text: CompactText, at start: Int) -> Entry? {
        guard let (article, end) = ArticleNumber.read(text, at: start) else { return nil }
        var place = ProvisionPlace(article: article)
        var last = end
        if let dash = afterRangeMark(text, last), text.at(dash) == "第" || ArticleNumber.read(text, at: dash) != nil,
            let (other, otherEnd) = ArticleNumber.read(text, at: dash), article < other
        {
            place.last = other
            return Entry(place: place, range: start..<otherEnd)
        }
        if let (value, end) = part("款", text, at: last) { (place.paragraph, last) = (value, end) }
        if let (value, end) = part("项", text, at: last) { (place.item, last) = (value, end) }
        if let (value, end) = part("目", text, at: last) { (place.subitem, last) = (value, end) }
        return Entry(place: place, range: start..<afterFurtherParts(text, last))
    }

    private static func part(_ word: Unicode.Scalar, _ text: CompactText, at place: Int) -> (Int, Int)? {
        guard text.at(place) == "第" || text.at(place) == "(", let (value, end) = CompactText.counted(word, in: text, at: place),
            value > 0
        else { return nil }
        return (value, end)
    }

    /// Behind 、第三款和第四款, 至第（五）项: more of the same article.
    private static func afterFurtherParts(_ text: CompactText, _ start: Int) -> Int {
        var end = start
        while true {
            var place = afterJoint(text, end) ?? afterRangeMark(text, end) ?? end
            var isPart = false
            for word in ["款", "项", "目"] as [Unicode.Scalar] {
                if let (_, next) = part(word, text, at: place) { (place, isPart) = (next, true) }
            }
            guard isPart else { return end }
            end = place
        }
    }

    private static func afterJoint(_ text: CompactText, _ place: Int) -> Int? {
        text.end(ofAny: ["以及", "或者", "、", "和", "及", "与", "或", ",第"], at: place).map { text.at($0 - 1) == "第" ? $0 - 1 : $0 }
    }

    private static func afterRangeMark(_ text: CompactText, _ place: Int) -> Int? {
        text.end(ofAny: ["至", "到", "-", "~"], at: place)
    }
}
