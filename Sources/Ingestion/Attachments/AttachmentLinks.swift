/// A link of a page to a file that it calls its annex: `附件：<a href="P020230101.docx">用水定额表</a>`.
struct AttachmentLink: Equatable, Sendable {
    /// As written, with its escapes.
    let address: String
    /// What the link says.
    let name: String
}

/// Finds the links of a page to its annexes.
///
/// A link counts where it names a file that is no page and says 附件 itself, or stands below 附件： with no paragraph between:
/// a list of laws to download is no row of annexes.
struct AttachmentLinks {
    private var links: [AttachmentLink] = []
    private var isBelowMark = false

    private static let marks = ["附件", "附表", "附录", "附图", "附：", "附:", "相关附件", "文件附件", "【附件", "下载附件", "附1", "附2"]
    private static let endings = [
        ".doc", ".docx", ".wps", ".ofd", ".pdf", ".rtf", ".txt", ".xls", ".xlsx", ".et", ".zip", ".rar", ".ceb",
    ]
    /// A longer text is a paragraph, and ends the row of annexes.
    private static let longestMark = 200

    static func links(in root: MarkupElement) -> [AttachmentLink] {
        var finder = AttachmentLinks()
        finder.visit(root)
        return finder.links
    }

    /// Whether a file's name says that it may be an annex of a page.
    static func mayBeAttachment(_ name: String) -> Bool {
        let lower = String(name.suffix(6)).lowercased()
        return endings.contains { lower.hasSuffix($0) }
    }

    private mutating func visit(_ element: MarkupElement) {
        guard !ElementStyle.isHidden(element) else { return }
        if element.name == "a", let address = element["href"] {
            let name = element.visibleText.onOneLine
            if Self.isMark(name) { isBelowMark = true }
            if isBelowMark, Self.mayBeAttachment(Self.path(of: address)) || Self.mayBeAttachment(name) {
                links.append(AttachmentLink(address: address, name: name))
            }
            return
        }
        for child in element.children {
            switch child {
            case .element(let inner): visit(inner)
            case .text(let text):
                if Self.isMark(text) { isBelowMark = true } else if text.utf8.count > Self.longestMark { isBelowMark = false }
            }
        }
    }

    private static func isMark(_ text: String) -> Bool {
        guard text.utf8.count <= 3 * longestMark else { return false }
        let bare = text.squeezed
        return marks.contains { bare.hasPrefix($0) }
    }

    /// An address without what follows `?` and `#`, its escapes read.
    static func path(of address: String) -> String { PercentCoding.decoded(String(address.prefix { $0 != "?" && $0 != "#" })) }
}
