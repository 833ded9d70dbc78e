/// The title of a page's document, looked for outside the header table.
enum PageTitle {
    private static let classTokens: Set<String> = ["title", "bt", "biaoti", "headline", "artititle", "subject", "ti"]

    /// `h1` and elements whose class says title, the one that the window's title repeats first.
    static func shown(in body: MarkupElement, windowTitle: String) -> String? {
        var candidates: [String] = []
        body.visit { element in
            if ElementStyle.isHidden(element) || element.name != "header" && PageChrome.isChrome(element) { return false }
            let isHeading = element.name == "h1" || element.name == "h2"
            guard isHeading || isNamedTitle(element) else { return true }
            let text = element.visibleText.onOneLine
            if isUsable(text) { candidates.append(text) }
            return false
        }
        let window = windowTitle.squeezed
        return candidates.first { window.contains($0.squeezed) } ?? candidates.first
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
