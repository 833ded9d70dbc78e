import LegalDocuments

/// The titles of the regulations that a notice says it prints: 现将《…办法》印发给你们, 关于印发…办法的通知.
struct PrintedWorks {
    private var names: Set<String> = []

    /// Paragraphs of a notice in which it says what it prints.
    private static let mostBlocks = 12
    private static let printingWords: [StaticString] = ["印发", "公布", "发布", "转发"]

    init(title: String, blocks: [Block]) {
        add(from: title)
        if names.isEmpty, title.holds("印发"), let start = title.firstRange(of: "印发"), let end = title[start.upperBound...].firstRange(of: "的通知") {
            let name = title[start.upperBound..<end.lowerBound].squeezed
            if name.utf8.count >= 12 { names.insert(name) }
        }
        for block in blocks.prefix(Self.mostBlocks) where block.text.holdsAny(Self.printingWords) {
            add(from: block.text)
        }
    }

    /// Whether a line is one of the titles and nothing else.
    func contains(_ line: String) -> Bool {
        guard !names.isEmpty, line.utf8.count <= 300 else { return false }
        let bare = line.squeezed
        return names.contains(bare) || names.contains { $0.hasPrefix(bare + "（") && $0.hasSuffix("）") }
    }

    private mutating func add(from text: String) {
        guard text.holds("《") else { return }
        var rest = text.unicodeScalars[...]
        while let open = rest.firstIndex(of: "《") {
            var depth = 0
            var at = open
            while at < rest.endIndex {
                if rest[at] == "《" { depth += 1 }
                if rest[at] == "》" { depth -= 1 }
                if depth == 0 { break }
                at = rest.index(after: at)
            }
            guard at < rest.endIndex else { return }
            let name = String(rest[rest.index(after: open)..<at]).squeezed
            if name.utf8.count >= 12 { names.insert(name) }
            rest = rest[rest.index(after: at)...]
        }
    }
}
