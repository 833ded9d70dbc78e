import LegalDocuments

/// The headings of a document as a tree, each with the provisions under it.
struct DocumentOutline {
    struct Node {
        let title: String
        /// Index of the first provision under it, and of the last.
        let first: Int
        fileprivate(set) var last: Int
        fileprivate(set) var children: [Node] = []
    }

    let nodes: [Node]
    private let provisions: [Provision]

    init(of provisions: [Provision]) {
        self.provisions = provisions
        var nodes: [Node] = []
        var previous: [String] = []
        for (index, provision) in provisions.enumerated() {
            Self.add(provision.headings[...], after: previous[...], at: index, to: &nodes)
            previous = provision.headings
        }
        self.nodes = nodes
    }

    /// A heading goes on where the provision before stood under it too, else begins anew.
    private static func add(
        _ headings: ArraySlice<String>, after previous: ArraySlice<String>?, at index: Int, to nodes: inout [Node]
    ) {
        guard let title = headings.first else { return }
        let goesOn = previous?.first == title && !nodes.isEmpty
        if goesOn {
            nodes[nodes.count - 1].last = index
        } else {
            nodes.append(Node(title: title, first: index, last: index))
        }
        add(headings.dropFirst(), after: goesOn ? previous?.dropFirst() : nil, at: index, to: &nodes[nodes.count - 1].children)
    }

    func write(to html: inout HTML, phrases: Phrases) {
        guard !nodes.isEmpty || provisions.count > 1 else { return }
        html.element(.nav, [.class("rail stick"), .ariaLabel(phrases.contents)]) { html in
            html.element(.details) { html in
                html.element(.summary, text: phrases.contents)
                html.element(.h2) { html in
                    html.text(phrases.contents + " ")
                    html.element(.small, text: phrases.contentsCount(provisions.count))
                }
                if nodes.isEmpty { labels(&html, phrases) } else { list(&html, nodes) }
            }
        }
        html.newline()
    }

    private func list(_ html: inout HTML, _ nodes: [Node]) {
        html.element(.ol) { html in
            for node in nodes {
                html.element(.li) { html in
                    html.element(.a, [.href(.anchor(provisions[node.first].id))]) { html in
                        html.text(node.title + " ")
                        if let range = articles(of: node) { html.element(.span, text: range) }
                    }
                    if !node.children.isEmpty { list(&html, node.children) }
                }
            }
        }
    }

    /// A document without headings is listed by its provisions.
    private func labels(_ html: inout HTML, _ phrases: Phrases) {
        html.element(.ol) { html in
            for provision in provisions where !provision.label.isEmpty {
                html.element(.li) { $0.element(.a, [.href(.anchor(provision.id))], text: provision.label) }
            }
        }
    }

    /// `20—23`; nil where the provisions are no articles.
    private func articles(of node: Node) -> String? {
        guard let first = Self.article(provisions[node.first].id), let last = Self.article(provisions[node.last].id)
        else { return nil }
        return first == last ? first : "\(first)—\(last)"
    }

    /// `art_23_1` → `23`.
    private static func article(_ id: String) -> String? {
        guard id.hasPrefix("art_") else { return nil }
        let number = id.dropFirst(4).prefix { $0 != "_" }
        return number.isEmpty ? nil : String(number)
    }
}
