/// The title of a page's document, looked for outside the header table.
enum PageTitle {
    private static let classTokens: Set<String> = ["title", "bt", "biaoti", "headline", "artititle", "subject", "ti"]

    /// `h1`, `h2` and elements whose class says title: the one that the window's title repeats and that is no body's
    /// name, then the first. `h3` counts where there is none of these.
    static func shown(in body: MarkupElement, windowTitle: String) -> String? {
        var candidates: [String] = []
        var minor: [String] = []
        body.visit { element in
            if ElementStyle.isHidden(element) || element.name != "header" && PageChrome.isChrome(element) { return false }
            let level = ElementStyle.headingLevel(element)
            guard (1...3).contains(level) || isNamedTitle(element) else { return true }
            let text = Self.text(of: element)
            guard isUsable(text) else { return level == 0 }
            if level == 3 { minor.append(text) } else { candidates.append(text) }
            return false
        }
        let window = windowTitle.squeezed
        let repeated = candidates.filter { window.contains($0.squeezed) }
        let named = repeated.isEmpty ? candidates : repeated
        return named.first { !isBodyName($0) } ?? candidates.first { !isBodyName($0) } ?? named.first ?? minor.first
    }

    /// Without what is set in small beside it: a date, a count.
    private static func text(of element: MarkupElement) -> String {
        let whole = element.visibleText.onOneLine
        guard let aside = element.descendant("small")?.visibleText.onOneLine, !aside.isEmpty, whole.hasSuffix(aside) else { return whole }
        let title = whole.dropLast(aside.count).trimmedBlanks
        return title.isEmpty ? whole : title
    }

    /// 某市司法局: the heading of a site, not of a document.
    private static func isBodyName(_ text: String) -> Bool {
        text.unicodeScalars.count <= 24 && !text.contains("关于")
            && ["局", "厅", "委员会", "人民政府", "办公室", "办公厅", "院", "中心"].contains { text.hasSuffix($0) }
    }

    private static func isNamedTitle(_ element: MarkupElement) -> Bool {
        guard ["div", "p", "span", "h3", "td", "font"].contains(element.name) else { return false }
        return ElementStyle.nameTokens(element).contains { classTokens.contains($0) }
    }

    private static func isUsable(_ text: String) -> Bool {
        let count = text.unicodeScalars.count
        guard count >= 4, count <= 200 else { return false }
        return !text.hasSuffix("…") && !text.hasSuffix("...") && !isSiteName(text) && HeadingLabel.endsAsHeading(text)
            && HeadingLabel.division(text) == nil && ArticleLabel(text) == nil
    }

    private static func isSiteName(_ text: String) -> Bool {
        ["网", "网站", "政务服务", "政府网", "政府信息公开", "信息公开专栏", "政务公开"].contains { text.hasSuffix($0) }
    }

    /// The window's title without the names of site and column: `标题_政府信息公开_某市人民政府网`.
    static func withoutSiteName(_ title: String) -> String {
        let parts = title.onOneLine.split { "_|｜丨".contains($0) || $0 == "-" || $0 == "—" || $0 == "–" }
            .map { $0.trimmedBlanks }
            .filter { !$0.isEmpty }
        guard let first = parts.first else { return "" }
        if parts.count == 1 { return first }
        if first.unicodeScalars.count >= 6, !isSiteName(first), !first.hasSuffix("人民政府") { return first }
        return parts.max { $0.unicodeScalars.count < $1.unicodeScalars.count } ?? first
    }
}
