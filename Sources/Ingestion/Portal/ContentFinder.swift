import LegalDocuments

/// Finds the part of a page that holds the document.
///
/// First the containers that Chinese portals and Word are known to use, then the density of text: from the body down,
/// into whichever element holds nearly all the sentences and every article.
struct ContentFinder {
    private let weights: TextWeights

    private static let knownNames: Set<String> = [
        "ucap-content", "pages_content", "trs_editor", "trs_editor_view", "trs_ueditor", "custom_unionstyle", "zoom", "zoomcon",
        "ivs_content", "article_content", "maintext", "info_content", "arc_cont", "xl_content", "wordsection1", "section0",
        "article-content", "articlecontent", "content_main", "news_content", "newscontent", "con_text", "wzcon", "wz_content",
    ]

    private static let leafNames: Set<String> = ["p", "span", "li", "ul", "ol", "dl", "a", "h1", "h2", "h3", "h4", "tr", "b", "strong"]

    /// The elements to read in order; more than one where a page prints its text in several containers of one kind.
    static func content(of root: MarkupElement) -> Content {
        let body = root.child("body") ?? root
        let page = PageWeights(of: body)
        // A page that puts its text in what looks like navigation by name.
        let keepsChrome = page.withoutChrome.total.text * 4 < page.whole.total.text
        let finder = ContentFinder(weights: keepsChrome ? page.whole : page.withoutChrome)
        return Content(elements: finder.elements(in: body), skipsChrome: !keepsChrome)
    }

    struct Content {
        let elements: [MarkupElement]
        /// Whether navigation inside the elements is to be left out.
        let skipsChrome: Bool
    }

    private func elements(in body: MarkupElement) -> [MarkupElement] {
        let known = known(in: body)
        let total = weights.total
        let held = known.reduce(into: TextWeight()) { sum, element in
            let weight = weight(of: element)
            sum.text += weight.text
            sum.labels += weight.labels
        }
        if !known.isEmpty, held.labels == total.labels || held.text * 2 >= total.text { return known }
        let densest = densest(in: body)
        if !known.isEmpty, held.text > 0, held.text * 4 >= weight(of: densest).text, held.labels > 0 { return known }
        return known.isEmpty || weight(of: densest).text > held.text ? [densest] : known
    }

    private func weight(of element: MarkupElement) -> TextWeight { weights.weight(of: element) }

    /// Whether the labels outside a part are none of the document's: they neither lead to it nor go on from it, nor
    /// are they a row of their own.
    private func holdsAllArticles(_ part: TextWeight, of all: TextWeight) -> Bool {
        if part.labels == all.labels { return true }
        guard part.labels > 0 else { return false }
        let numbers = weights.numbers
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
        var names: [String: String?] = [:]
        body.visit { element in
            if ElementStyle.isHidden(element) { return false }
            guard let name = Self.knownName(of: element, &names) else { return true }
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

    /// - Parameter names: what the values of class and id seen before were found to be.
    private static func knownName(of element: MarkupElement, _ names: inout [String: String?]) -> String? {
        for attribute in element.attributes where attribute.name == "class" || attribute.name == "id" {
            if let seen = names[attribute.value] {
                if let name = seen { return name }
                continue
            }
            let name = attribute.value.split(separator: " ").lazy.map { $0.lowercased() }.first { knownNames.contains($0) }
            names[attribute.value] = .some(name)
            if let name { return name }
        }
        return nil
    }

    private func densest(in body: MarkupElement) -> MarkupElement {
        var element = body
        while true {
            let all = weight(of: element)
            let heaviest = element.elements.max { weight(of: $0).text < weight(of: $1).text }
            guard let heaviest else { return element }
            let part = weight(of: heaviest)
            // A row with several articles lays out the page.
            let isLayout = heaviest.name == "tr" && part.labels > 1
            guard isLayout || !Self.leafNames.contains(heaviest.name) else { return element }
            guard holdsAllArticles(part, of: all), part.text * 10 >= all.text * 8 else { return element }
            element = heaviest
        }
    }
}
