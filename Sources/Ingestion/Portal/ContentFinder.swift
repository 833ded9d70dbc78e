import LegalDocuments

/// Finds the part of a page that holds the document.
///
/// First the containers that Chinese portals and Word are known to use, then the density of text: from the body down,
/// into whichever element holds nearly all the sentences and every article.
struct ContentFinder {
    /// How much readable text an element holds.
    struct Weight {
        /// Bytes of text outside links; those of sentences count five times.
        var text = 0
        /// Text runs that begin with 第…条.
        var labels = 0
        /// How many such runs stand before the element.
        var firstLabel = 0
    }

    /// The numbers of all labels in document order.
    private var numbers: [Int] = []
    private var weights: [ObjectIdentifier: Weight] = [:]
    private let skipsChrome: Bool

    private init(skipsChrome: Bool) {
        self.skipsChrome = skipsChrome
    }

    private static let knownNames: Set<String> = [
        "ucap-content", "pages_content", "trs_editor", "trs_editor_view", "trs_ueditor", "custom_unionstyle", "zoom", "zoomcon",
        "ivs_content", "article_content", "maintext", "info_content", "arc_cont", "xl_content", "wordsection1", "section0",
        "article-content", "articlecontent", "content_main", "news_content", "newscontent", "con_text", "wzcon", "wz_content",
    ]

    private static let leafNames: Set<String> = ["p", "span", "li", "ul", "ol", "dl", "a", "h1", "h2", "h3", "h4", "tr", "b", "strong"]

    /// The elements to read in order; more than one where a page prints its text in several containers of one kind.
    static func content(of root: MarkupElement) -> Content {
        let body = root.child("body") ?? root
        var all = ContentFinder(skipsChrome: false)
        let total = all.weigh(body)
        var bare = ContentFinder(skipsChrome: true)
        let kept = bare.weigh(body)
        // A page that puts its text in what looks like navigation by name.
        if kept.text * 4 < total.text { return Content(elements: all.elements(in: body, total), skipsChrome: false) }
        return Content(elements: bare.elements(in: body, kept), skipsChrome: true)
    }

    struct Content {
        let elements: [MarkupElement]
        /// Whether navigation inside the elements is to be left out.
        let skipsChrome: Bool
    }

    private func elements(in body: MarkupElement, _ total: Weight) -> [MarkupElement] {
        let known = known(in: body)
        let held = known.reduce(into: Weight()) { sum, element in
            let weight = weight(of: element)
            sum.text += weight.text
            sum.labels += weight.labels
        }
        if !known.isEmpty, held.labels == total.labels || held.text * 2 >= total.text { return known }
        let densest = densest(in: body)
        if !known.isEmpty, held.text > 0, held.text * 4 >= weight(of: densest).text, held.labels > 0 { return known }
        return known.isEmpty || weight(of: densest).text > held.text ? [densest] : known
    }

    private func weight(of element: MarkupElement) -> Weight { weights[ObjectIdentifier(element)] ?? Weight() }

    private mutating func weigh(_ element: MarkupElement) -> Weight {
        var sum = Weight(firstLabel: numbers.count)
        guard !ElementStyle.isHidden(element), !(skipsChrome && PageChrome.isChrome(element)) else { return sum }
        if element.name == "a", element["href"] != nil { return sum }
        for child in element.children {
            switch child {
            case .text(let text): add(text, to: &sum)
            case .element(let inner):
                let weight = weigh(inner)
                sum.text += weight.text
                sum.labels += weight.labels
            }
        }
        weights[ObjectIdentifier(element)] = sum
        return sum
    }

    private mutating func add(_ text: String, to sum: inout Weight) {
        guard text.utf8.count > 2, !text.isBlank else { return }
        let isSentence = text.holds("。") || text.holds("；") || text.utf8.count > 150
        sum.text += text.utf8.count * (isSentence ? 5 : 1)
        if text.holds("第"), let label = ArticleLabel(text.trimmedBlanks) {
            sum.labels += 1
            numbers.append(label.number.number)
        }
    }

    /// Whether the labels outside a part are none of the document's: they neither lead to it nor go on from it, nor
    /// are they a row of their own.
    private func holdsAllArticles(_ part: Weight, of all: Weight) -> Bool {
        if part.labels == all.labels { return true }
        guard part.labels > 0 else { return false }
        let inner = numbers[part.firstLabel..<part.firstLabel + part.labels]
        let before = numbers[all.firstLabel..<inner.startIndex]
        let after = numbers[inner.endIndex..<all.firstLabel + all.labels]
        guard let first = inner.first, let last = inner.last, first == 1, before.last != 0, after.first != last + 1 else { return false }
        return ![before, after].contains { Self.holdsRow($0) }
    }

    /// Three numbers in sequence: articles of something, not mentions.
    private static func holdsRow(_ numbers: ArraySlice<Int>) -> Bool {
        zip(numbers, zip(numbers.dropFirst(), numbers.dropFirst(2))).contains { $0 + 1 == $1.0 && $1.0 + 1 == $1.1 }
    }

    /// The outermost known containers of the kind that holds most.
    private func known(in body: MarkupElement) -> [MarkupElement] {
        var groups: [String: [MarkupElement]] = [:]
        body.visit { element in
            if ElementStyle.isHidden(element) { return false }
            guard let name = Self.knownName(of: element) else { return true }
            groups[name, default: []].append(element)
            return true
        }
        let best = groups.max { left, right in
            let (first, second) = (sum(left.value), sum(right.value))
            return first == second ? left.key > right.key : first < second
        }
        guard let best else { return [] }
        return withoutMinor(best.value)
    }

    private func sum(_ elements: [MarkupElement]) -> Int { elements.map { weight(of: $0).text }.max() ?? 0 }

    /// Of several containers of one kind the largest, and others beside it that hold articles.
    private func withoutMinor(_ elements: [MarkupElement]) -> [MarkupElement] {
        guard let largest = elements.max(by: { weight(of: $0).text < weight(of: $1).text }) else { return [] }
        var inner: Set<ObjectIdentifier> = []
        for element in elements {
            element.visit { if $0 !== element { inner.insert(ObjectIdentifier($0)) }; return true }
        }
        return elements.filter { element in
            guard !inner.contains(ObjectIdentifier(element)) else { return false }
            return element === largest || weight(of: element).labels > 0
        }
    }

    private static func knownName(of element: MarkupElement) -> String? {
        for attribute in element.attributes where attribute.name == "class" || attribute.name == "id" {
            for name in attribute.value.split(separator: " ") {
                let lower = name.lowercased()
                if knownNames.contains(lower) { return lower }
            }
        }
        return nil
    }

    private func densest(in body: MarkupElement) -> MarkupElement {
        var element = body
        while true {
            let all = weight(of: element)
            let heaviest = element.elements.max { weight(of: $0).text < weight(of: $1).text }
            guard let heaviest, !Self.leafNames.contains(heaviest.name) else { return element }
            let part = weight(of: heaviest)
            guard holdsAllArticles(part, of: all), part.text * 10 >= all.text * 8 else { return element }
            element = heaviest
        }
    }
}
