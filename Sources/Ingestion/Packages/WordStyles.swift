/// What a paragraph's style says of it, with what the style it is based on says.
struct WordStyles {
    struct Style {
        var headingLevel = 0
        var isTitle = false
        var isBold = false
        var justification: String?
        var numberID: String?
        var level: Int?
    }

    private var definitions: [String: MarkupElement] = [:]
    private static let longestChain = 16

    init(_ root: MarkupElement?) {
        for style in root?.elements ?? [] where style.name == "style" {
            if let identifier = style["styleId"] ?? style["styleid"] { definitions[identifier] = style }
        }
    }

    /// Neither absent nor set to off.
    static func isOn(_ property: MarkupElement) -> Bool { !["0", "false", "off"].contains(property["val"] ?? "1") }

    func resolved(_ identifier: String?) -> Style {
        var style = Style()
        var next = identifier
        for _ in 0..<Self.longestChain {
            guard let name = next, let definition = definitions[name] else { break }
            Self.add(definition, to: &style)
            next = definition.child("basedOn")?["val"]
        }
        return style
    }

    private static func add(_ definition: MarkupElement, to style: inout Style) {
        let name = (definition.child("name")?["val"] ?? "").lowercased()
        if name == "title" { style.isTitle = true }
        let paragraph = definition.child("pPr")
        if style.headingLevel == 0 {
            if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...6).contains(level) {
                style.headingLevel = level
            } else if let level = paragraph?.child("outlineLvl")?["val"].flatMap({ Int($0) }), (0...5).contains(level) {
                style.headingLevel = level + 1
            }
        }
        if style.justification == nil { style.justification = paragraph?.child("jc")?["val"] }
        if let bold = definition.child("rPr")?.child("b"), isOn(bold) { style.isBold = true }
        let number = paragraph?.child("numPr")
        if style.numberID == nil { style.numberID = number?.child("numId")?["val"] }
        if style.level == nil { style.level = number?.child("ilvl")?["val"].flatMap { Int($0) } }
    }
}
