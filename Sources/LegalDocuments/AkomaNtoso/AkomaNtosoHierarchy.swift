/// Provisions under their headings, as nested elements: 编 part, 分编 subpart, 章 chapter, 节 section, 条 article.
struct AkomaNtosoHierarchy {
    private let provisions: [Provision]

    init(_ provisions: [Provision]) { self.provisions = provisions }

    func write(to xml: inout XMLText) {
        var counts: [String: Int] = [:]
        write(provisions[...], depth: 0, under: "", &counts, to: &xml)
        // A body without anything in it is not allowed.
        if provisions.isEmpty { xml.element("hcontainer", [("name", "text"), ("eId", "text_1")]) { content([""], &$0) } }
    }

    /// Provisions that share their first `depth` headings.
    private func write(
        _ provisions: ArraySlice<Provision>, depth: Int, under parent: String, _ counts: inout [String: Int],
        to xml: inout XMLText
    ) {
        var rest = provisions
        while let first = rest.first {
            guard first.headings.count > depth else {
                AkomaNtosoProvision(first).write(to: &xml)
                rest = rest.dropFirst()
                continue
            }
            let heading = DivisionHeading(first.headings[depth])
            let group = rest.prefix { $0.headings.count > depth && $0.headings[depth] == first.headings[depth] }
            rest = rest.dropFirst(group.count)
            let stem = parent.isEmpty ? heading.abbreviation : "\(parent)__\(heading.abbreviation)"
            counts[stem, default: 0] += 1
            let id = "\(stem)_\(counts[stem] ?? 1)"
            let attributes: XMLText.Attributes = [("eId", id)]
            let inner: (inout XMLText) -> Void = { xml in
                if let number = heading.number { xml.element("num", text: number) }
                if !heading.title.isEmpty { xml.element("heading", text: heading.title) }
                write(group, depth: depth + 1, under: id, &counts, to: &xml)
            }
            switch heading.division {
            case .part: xml.element("part", attributes, inner)
            case .subpart: xml.element("subpart", attributes, inner)
            case .chapter: xml.element("chapter", attributes, inner)
            case .section: xml.element("section", attributes, inner)
            case nil: xml.element("hcontainer", [("name", "heading")] + attributes, inner)
            }
        }
    }

    private func content(_ lines: [String], _ xml: inout XMLText) {
        xml.element("content") { xml in
            for line in lines { xml.element("p", text: line) }
        }
    }
}

/// A heading taken apart: 第三章 总则.
private struct DivisionHeading {
    enum Division { case part, subpart, chapter, section }

    let division: Division?
    /// 第三章; nil where it has none.
    let number: String?
    let title: String

    private static let words: [(ending: String, division: Division)] = [
        ("分编", .subpart), ("编", .part), ("章", .chapter), ("节", .section),
    ]

    init(_ heading: String) {
        let first = heading.prefix { $0 != " " && $0 != "　" }
        guard first.hasPrefix("第"), first.count <= 10, let word = Self.words.first(where: { first.hasSuffix($0.ending) }) else {
            division = nil
            number = nil
            title = heading
            return
        }
        division = word.division
        number = String(first)
        title = String(heading.dropFirst(first.count).drop { $0 == " " || $0 == "　" })
    }

    /// As the naming convention shortens it.
    var abbreviation: String {
        switch division {
        case .part: "part"
        case .subpart: "subpart"
        case .chapter: "chp"
        case .section: "sec"
        case nil: "hcontainer"
        }
    }
}
