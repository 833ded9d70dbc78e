/// Parts of a page that are around every document and belong to none: navigation, share bars, related links, footers.
enum PageChrome {
    private static let tags: Set<String> = ["nav", "footer", "aside", "header"]

    private static let tokens: Set<String> = [
        "nav", "navbar", "navigation", "menu", "submenu", "crumb", "crumbs", "breadcrumb", "breadcrumbs", "position", "location",
        "weizhi", "dqwz", "share", "sharebox", "bshare", "bdshare", "jiathis", "fenxiang", "related", "relate", "relation",
        "xgxx", "xgwj", "xgwd", "xgjd", "xglj", "footer", "foot", "copyright", "sidebar", "aside", "toolbar", "tools", "print",
        "dayin", "qrcode", "ewm", "erweima", "pagination", "pager", "pages", "prev", "next", "comments", "login",
        "search", "widget", "widgets", "comment", "pinglun", "recommend", "hot", "links", "friendlink", "ad", "ads", "banner", "logo", "topbar", "fontsize", "gongju",
    ]

    /// Classes that look like the above and are the document itself.
    private static let containers: Set<String> = ["pages_content", "pages-content"]

    static func isChrome(_ element: MarkupElement) -> Bool {
        if tags.contains(element.name) { return true }
        guard element.attributes.contains(where: { $0.name == "class" || $0.name == "id" }) else { return false }
        if let name = element["class"], containers.contains(name.lowercased()) { return false }
        return ElementStyle.nameTokens(element).contains { tokens.contains($0) }
    }
}
