import LegalDocuments

/// The pages of one text that a script turns, all but the first hidden:
///
///     <div id="con_1">…</div> <div id="con_2" style="display:none">…</div> <p>共2页 [1] [2] 下一页</p>
///
/// What is hidden there is to be read all the same.
enum TurnedPages {
    /// The same nodes; hidden elements among them are shown where they have the name, the class and the id, but for its
    /// number, of one that is not hidden, and a pager stands beside them.
    static func shown(_ nodes: [MarkupNode]) -> [MarkupNode] {
        guard nodes.contains(where: isHiddenPage) else { return nodes }
        let elements = nodes.compactMap { node -> MarkupElement? in
            if case .element(let element) = node { element } else { nil }
        }
        guard elements.contains(where: isPager) else { return nodes }
        let open = elements.filter { isPage($0) && !ElementStyle.isHidden($0) }
        return nodes.map { node in
            guard isHiddenPage(node), case .element(let element) = node, open.contains(where: { isOfOneKind($0, element) })
            else { return node }
            return .element(element.copy(traits: element.traits.subtracting(.hidden)))
        }
    }

    private static func isHiddenPage(_ node: MarkupNode) -> Bool {
        if case .element(let element) = node { ElementStyle.isHidden(element) && isPage(element) } else { false }
    }

    /// A `div` or the like whose id ends with a number.
    private static func isPage(_ element: MarkupElement) -> Bool {
        element.traits.contains(.block) && element["id"]?.last?.isNumber == true
    }

    private static func isOfOneKind(_ left: MarkupElement, _ right: MarkupElement) -> Bool {
        func stem(_ element: MarkupElement) -> Substring? { element["id"].map { id in id[...].trimmingNumber } }
        return left.name == right.name && left["class"] == right["class"] && stem(left) == stem(right)
    }

    private static let longestPager = 200

    private static func isPager(_ element: MarkupElement) -> Bool {
        guard !ElementStyle.isHidden(element) else { return false }
        let text = element.visibleText.squeezed
        return text.utf8.count <= longestPager && (text.holds("下一页") || text.holds("下页") || text.holds("上一页"))
    }
}

extension Substring {
    /// Without the digits at its end.
    fileprivate var trimmingNumber: Substring {
        var rest = self
        while rest.last?.isNumber == true { rest.removeLast() }
        return rest
    }
}
