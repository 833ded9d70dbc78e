/// A provision with its paragraphs (款), items (项) and subitems (目).
struct AkomaNtosoProvision {
    private let provision: Provision

    init(_ provision: Provision) { self.provision = provision }

    func write(to xml: inout XMLText) {
        let attributes: XMLText.Attributes = [("eId", provision.id)]
        if provision.id.hasPrefix("art_") {
            xml.element("article", attributes) { inner(&$0) }
        } else if provision.label.isEmpty {
            xml.element("hcontainer", [("name", "text")] + attributes) { plain(provision.lines, &$0) }
        } else {
            // A numbered part of a notice is no division of a law: its number stands before its first words.
            xml.element("hcontainer", [("name", "numbered")] + attributes) { xml in
                plain([provision.label + (provision.lines.first ?? "")] + provision.lines.dropFirst(), &xml)
            }
        }
    }

    private func inner(_ xml: inout XMLText) {
        xml.element("num", text: provision.label)
        let paragraphs = Self.paragraphs(provision.lines)
        if paragraphs.isEmpty { plain([""], &xml) }
        for (index, paragraph) in paragraphs.enumerated() {
            let id = "\(provision.id)__para_\(index + 1)"
            xml.element("paragraph", [("eId", id)]) { xml in
                guard !paragraph.items.isEmpty else { return plain([paragraph.text ?? ""], &xml) }
                if let text = paragraph.text { xml.element("intro") { $0.element("p", text: text) } }
                items(paragraph.items, under: id, &xml)
            }
        }
    }

    private func items(_ items: [Item], under parent: String, _ xml: inout XMLText) {
        for (index, item) in items.enumerated() {
            let id = "\(parent)__point_\(index + 1)"
            xml.element("point", [("eId", id)]) { xml in
                xml.element("num", text: item.label)
                guard !item.subitems.isEmpty else { return plain([item.text], &xml) }
                xml.element("intro") { $0.element("p", text: item.text) }
                for (place, subitem) in item.subitems.enumerated() {
                    xml.element("indent", [("eId", "\(id)__indent_\(place + 1)")]) { xml in
                        xml.element("num", text: subitem.label)
                        plain([subitem.text], &xml)
                    }
                }
            }
        }
    }

    private func plain(_ lines: [String], _ xml: inout XMLText) {
        xml.element("content") { xml in
            for line in lines.isEmpty ? [""] : lines { xml.element("p", text: line) }
        }
    }

    // MARK: Taking apart

    private struct Paragraph { var text: String?; var items: [Item] = [] }
    private struct Item { let label: String; let text: String; var subitems: [(label: String, text: String)] = [] }

    /// Lines that begin as items do belong to the paragraph before them.
    private static func paragraphs(_ lines: [String]) -> [Paragraph] {
        var result: [Paragraph] = []
        for line in lines {
            if let (label, text) = item(line) {
                if result.isEmpty { result.append(Paragraph()) }
                result[result.count - 1].items.append(Item(label: label, text: text))
            } else if let (label, text) = subitem(line), let last = result.last?.items.indices.last {
                result[result.count - 1].items[last].subitems.append((label, text))
            } else {
                result.append(Paragraph(text: line))
            }
        }
        return result
    }

    /// （一） and (一).
    private static func item(_ line: String) -> (label: String, text: String)? {
        guard let open = line.first, open == "（" || open == "(", let close = line.firstIndex(where: { $0 == "）" || $0 == ")" })
        else { return nil }
        let digits = line[line.index(after: line.startIndex)..<close]
        guard (1...4).contains(digits.count), digits.allSatisfy({ "一二三四五六七八九十百零〇".contains($0) }) else { return nil }
        return split(line, behind: close)
    }

    /// 1. and 1． and 1、.
    private static func subitem(_ line: String) -> (label: String, text: String)? {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), digits.endIndex < line.endIndex, ".．、".contains(line[digits.endIndex])
        else { return nil }
        return split(line, behind: digits.endIndex)
    }

    private static func split(_ line: String, behind end: String.Index) -> (label: String, text: String) {
        (String(line[...end]), String(line[line.index(after: end)...]))
    }
}
