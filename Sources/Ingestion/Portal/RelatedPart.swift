import LegalDocuments

/// A box that begins with 相关文件 or the like and goes on with what other pages hold.
///
/// It is the lowest element that holds the heading and more; those around it may hold the document too.
enum RelatedPart {
    private static let headings: Set<String> = [
        "相关政策", "相关文件", "相关链接", "相关解读", "相关阅读", "相关推荐", "相关信息", "相关新闻", "相关文章", "相关内容", "相关稿件", "推荐阅读", "推荐文章",
        "热门推荐", "热点推荐", "为您推荐", "猜你喜欢", "猜您喜欢", "猜你想看", "猜您想看", "最新公开", "最新文件", "最新发布", "最新政策", "最新信息", "热门文章",
        "热门文件", "热点信息", "延伸阅读", "同类文件", "友情链接", "本期目录", "往期回顾", "同栏目文章",
    ]

    private static let firstScalars = Set(headings.compactMap(\.unicodeScalars.first))

    /// Elements that hold a page rather than a box on it.
    private static let wholes: Set<String> = ["html", "body", "main", "article", "form"]

    static func traits(of name: String, _ children: [MarkupNode]) -> ElementTraits {
        var isBegun = false
        for child in children {
            switch child {
            case .text(let text):
                if text.isBlank { continue }
                if isBegun { return wholes.contains(name) ? [] : .chrome }
                guard isHeading(text) else { return [] }
            case .element(let inner):
                if inner.traits.contains(.blank) || inner.traits.contains(.hidden) { continue }
                if isBegun { return wholes.contains(name) ? [] : .chrome }
                guard inner.traits.contains(.relatedHeading) else { return [] }
            }
            isBegun = true
        }
        return isBegun ? .relatedHeading : .blank
    }

    private static func isHeading(_ text: String) -> Bool {
        guard (12...60).contains(text.utf8.count), let first = text.unicodeScalars.first(where: { !Blanks.contains($0) }),
            firstScalars.contains(first)
        else { return false }
        let bare = text.squeezed.unicodeScalars.prefix { $0 != "：" && $0 != ":" && $0 != ">" && $0 != "》" }
        return headings.contains(String(bare))
    }
}
