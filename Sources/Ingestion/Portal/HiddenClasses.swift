import LegalDocuments

/// Elements that a page's own style sheet hides: `.tip { display: none }`.
///
/// Only rules of one class or one id are understood. Where a rule hides the text itself, a script was to show it: then
/// nothing is taken away.
enum HiddenClasses {
    static func pruned(_ root: MarkupElement) -> MarkupElement {
        var names: Set<String> = []
        root.visit { element in
            if element.name == "style" { names.formUnion(hiddenNames(in: element.text)) }
            return true
        }
        guard !names.isEmpty else { return root }
        let pruned = without(names, root)
        return holdsMost(pruned, of: root) ? pruned : root
    }

    /// `.name` and `#name` of the rules that hide.
    private static func hiddenNames(in sheet: String) -> [String] {
        guard sheet.holds("display") || sheet.holds("visibility") else { return [] }
        return sheet.split(separator: "}").flatMap { rule -> [String] in
            let parts = rule.split(separator: "{")
            guard parts.count == 2 else { return [] }
            let body = parts[1].squeezed.lowercased()
            guard body.holds("display:none") || body.holds("visibility:hidden") else { return [] }
            return parts[0].split(separator: ",").map(\.trimmedBlanks).filter(isSimple)
        }
    }

    private static func isSimple(_ selector: String) -> Bool {
        guard let first = selector.first, first == "." || first == "#" else { return false }
        return selector.dropFirst().allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }

    private static func without(_ names: Set<String>, _ element: MarkupElement) -> MarkupElement {
        let children = element.children.compactMap { child -> MarkupNode? in
            guard case .element(let inner) = child else { return child }
            return isNamed(inner, names) ? nil : .element(without(names, inner))
        }
        return element.copy(children: children)
    }

    private static func isNamed(_ element: MarkupElement, _ names: Set<String>) -> Bool {
        if let id = element["id"], names.contains("#" + id) { return true }
        guard let classes = element["class"] else { return false }
        return classes.split(separator: " ").contains { names.contains("." + $0) }
    }

    private static func holdsMost(_ pruned: MarkupElement, of root: MarkupElement) -> Bool {
        pruned.visibleText.utf8.count * 2 >= root.visibleText.utf8.count
    }
}
