import InvertedIndex
import LegalDocuments

/// Checks the citations of a text against a library: whether what they name is held, exists, belongs together, and is
/// good law on a day.
struct CitationChecker {
    let resolver: CitationResolver

    private var lookup: ReferenceLookup { resolver.lookup }
    private var snapshot: IndexSnapshot { resolver.state.snapshot }

    /// - Parameter suggests: whether a near title is sought where nothing fits.
    func check(_ citation: Citation, in text: CitedText, suggests: Bool = true) throws(IndexError) -> CheckedCitation {
        var checked = CheckedCitation(
            citation: citation, text: text.words(of: citation), line: text.line(of: citation), verdict: .notHere)
        let found = try resolver.documents(citation)
        guard let (address, unit) = try resolver.holder(of: citation.place?.article, among: found) else {
            if suggests { checked.suggestion = try nearest(citation) }
            return checked
        }
        let summary = try lookup.summary(address)
        checked.document = summary
        if let right = try mismatch(citation, found, summary) {
            checked.verdict = .mismatch
            checked.suggestion = right
            return checked
        }
        checked.verdict = CitationVerdict(summary.status)
        if citation.place == nil, summary.textKind == .full, let end = text.unreadableArticle(after: citation.span.upperBound) {
            checked.verdict = .noSuchArticle
            checked.citation.span = citation.span.lowerBound..<end
            checked.text = text.words(of: checked.citation)
        }
        if let place = citation.place { try check(place, unit, address, summary, &checked, text) }
        if checked.suggestion == nil { checked.suggestion = correction(citation, summary, checked) }
        return checked
    }

    // MARK: The article

    private func check(
        _ place: ProvisionPlace, _ unit: UnitAddress?, _ address: DocumentAddress, _ summary: DocumentSummary,
        _ checked: inout CheckedCitation, _ text: CitedText
    ) throws(IndexError) {
        guard summary.textKind == .full else {
            checked.verdict = .unknown
            return
        }
        guard let unit, let provision = try provision(unit, of: address) else {
            checked.verdict = .noSuchArticle
            checked.suggestion = try otherVersion(with: place.article, of: address, summary)
            return
        }
        if let last = place.last, try lookup.unit(last.provisionID, of: address) == nil {
            checked.verdict = .noSuchArticle
            return
        }
        let parts = ProvisionParts(provision.text)
        guard let words = parts.text(paragraph: place.paragraph, item: place.item, subitem: place.subitem) else {
            checked.verdict = .noSuchArticle
            checked.suggestion = Self.name(summary, place.article.label)
            return
        }
        checked.provision = provision.id
        checked.quotation = QuotationCheck.quotation(in: text, after: checked.citation.span.upperBound, from: words, or: provision.text)
    }

    private func provision(_ unit: UnitAddress, of address: DocumentAddress) throws(IndexError) -> Provision? {
        let stored = try DocumentCoding.stored(address, in: snapshot)
        return try DocumentCoding.provision(unit, headings: stored.headings, in: snapshot)
    }

    /// Another version that has the article: named with its day, so that the reader sees which text was meant.
    private func otherVersion(
        with article: ArticleNumber, of address: DocumentAddress, _ summary: DocumentSummary
    ) throws(IndexError) -> String? {
        var lookup = lookup
        lookup.allVersions = true
        for other in try lookup.documents(titled: summary.title) where other != address {
            guard try lookup.unit(article.provisionID, of: other) != nil else { continue }
            let version = try lookup.summary(other)
            guard let day = version.dates.version else { continue }
            return "《\(version.title)》（\(day.chinese)文本）\(article.label)"
        }
        return nil
    }

    // MARK: Title and number

    /// The right pair where number and title name two documents; nil where they agree or only one is given.
    private func mismatch(
        _ citation: Citation, _ found: [DocumentAddress], _ summary: DocumentSummary
    ) throws(IndexError) -> String? {
        guard let number = citation.number, let title = citation.title else { return nil }
        for address in found {
            let document = try DocumentCoding.stored(address, in: snapshot).document
            let key = CitationKeyword.key(of: title)
            let isNamed = CitationKeyword.targets(of: document, resolver.state.shortForms).contains(.title(key)) || Self.holds(document.title, key)
            let held = document.number.flatMap { DocumentNumber($0) }
            if isNamed, held == nil || held == number { return nil }
        }
        return Self.name(summary, "")
    }

    /// A title that is part of the other names the same document: an issuer left out, a notice for what it prints.
    private static func holds(_ title: String, _ key: String) -> Bool {
        let held = TitleKey.key(of: title)
        return key.unicodeScalars.count >= 6 && (held.contains(key) || key.contains(held))
    }

    /// The document's own name where the text calls it otherwise.
    private func correction(_ citation: Citation, _ summary: DocumentSummary, _ checked: CheckedCitation) -> String? {
        guard checked.verdict != .noSuchArticle, let title = citation.title else { return nil }
        let isOwnName = TitleKey.key(of: title) == TitleKey.key(of: summary.title)
        let lacksMark = checked.text.contains("《") != checked.text.contains("》")
        let lacksBracket = checked.text.unicodeScalars.filter { "（(".unicodeScalars.contains($0) }.count
            != checked.text.unicodeScalars.filter { "）)".unicodeScalars.contains($0) }.count
        guard !isOwnName || lacksMark || lacksBracket else { return nil }
        return Self.name(summary, citation.place?.article.label ?? "")
    }

    /// 《行政复议法》第二十三条, with the number where the document has one.
    static func name(_ summary: DocumentSummary, _ label: String) -> String {
        "《\(summary.title)》" + (summary.number.map { "（\($0)）" } ?? "") + label
    }

    /// The held document that comes nearest; nil where none is near.
    private func nearest(_ citation: Citation) throws(IndexError) -> String? {
        if let number = citation.number, let near = try lookup.near(PartialDocumentNumber(number.canonical), limit: 1).first,
            citation.title == nil
        {
            return Self.name(near, "")
        }
        guard let title = citation.title else { return nil }
        return try NearTitles(state: resolver.state).nearest(to: title).map { address throws(IndexError) in
            Self.name(try lookup.summary(address), citation.place?.article.label ?? "")
        }
    }
}
