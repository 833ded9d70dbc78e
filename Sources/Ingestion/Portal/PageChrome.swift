/// Parts of a page that are around every document and belong to none: navigation, share bars, related links, footers.
enum PageChrome {
    static let tags: Set<String> = ["nav", "footer", "aside", "header"]

    private static let tokens: Set<String> = [
        "nav", "navbar", "navigation", "menu", "submenu", "crumb", "crumbs", "breadcrumb", "breadcrumbs", "position", "location",
        "weizhi", "dqwz", "share", "sharebox", "bshare", "bdshare", "jiathis", "fenxiang", "related", "relate", "relation",
        "xgxx", "xgwj", "xgwd", "xgjd", "xglj", "footer", "foot", "copyright", "sidebar", "aside", "toolbar", "tools", "print",
        "dayin", "qrcode", "ewm", "erweima", "pagination", "pager", "pages", "prev", "next", "comments", "login",
        "search", "widget", "widgets", "comment", "pinglun", "recommend", "hot", "links", "friendlink", "ad", "ads", "banner", "logo", "topbar", "fontsize", "gongju",
    ]

    /// Classes that look like the above and are the document itself.
    private static let containers: Set<String> = ["pages_content", "pages-content"]

    static func isChrome(_ element: MarkupElement) -> Bool { element.traits.contains(.chrome) }

    static func isContainer(_ name: String) -> Bool { containers.contains(name.lowercased()) }

    /// Whether a class or id names such a part.
    static func isNamed(_ value: String) -> Bool { ElementStyle.tokens(of: value).contains { tokens.contains($0) } }
}
