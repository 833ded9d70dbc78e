import LegalDocuments

/// Reads the paragraphs and tables of a Word document. Headers, footers, footnotes, comments and deleted text are other
/// parts or elements and are left out. Source: ECMA-376 part 1, chapter 17.
struct WordDocument {
    private let styles: WordStyles
    private var numbering: WordNumbering
    private var blocks: [Block] = []

    static func document(in package: OfficePackage, source: String) throws(IngestionError.Reason) -> LegalDocument {
        guard let root = try package.xml("word/document.xml"), let body = root.child("body") else {
            throw .malformed("no word/document.xml with a body")
        }
        let styles = WordStyles(try package.xml("word/styles.xml"))
        let numbering = WordNumbering(try package.xml("word/numbering.xml"))
        return try document(of: body, WordDocument(styles: styles, numbering: numbering), source)
    }

    /// The body of a document that brings no styles and no numbering.
    static func document(body: MarkupElement, source: String) throws(IngestionError.Reason) -> LegalDocument {
        try document(of: body, WordDocument(styles: WordStyles(nil), numbering: WordNumbering(nil)), source)
    }

    private init(styles: WordStyles, numbering: WordNumbering) {
        self.styles = styles
        self.numbering = numbering
    }

    private static func document(
        of body: MarkupElement, _ empty: WordDocument, _ source: String
    ) throws(IngestionError.Reason) -> LegalDocument {
        var reader = empty
        reader.read(body)
        guard !reader.blocks.isEmpty else { throw .noContent }
        return try DocumentAssembly.document(blocks: reader.blocks, facts: DocumentFacts(), source: source)
    }

    /// Elements that only wrap others; of two renderings of one thing the first is read.
    private mutating func read(_ element: MarkupElement) {
        for inner in element.elements {
            switch inner.name {
            case "p": addParagraph(inner)
            case "tbl": addTable(inner)
            case "sectPr", "del", "moveFrom", "Fallback", "tblPr", "tblGrid": continue
            default: read(inner)
            }
        }
    }

    private mutating func addParagraph(_ paragraph: MarkupElement) {
        let properties = paragraph.child("pPr")
        let style = styles.resolved(properties?.child("pStyle")?["val"])
        let label = numbering.label(of: properties?.child("numPr"), style: style)
        var runs = WordRuns()
        runs.read(paragraph)
        let centring = properties?.child("jc")?["val"] ?? style.justification
        for (index, line) in runs.lines.enumerated() {
            let own = line.text.onOneLine
            let text = index == 0 ? label + own : own
            guard !text.isBlank, !own.isEmpty || index == 0 else { continue }
            blocks.append(
                Block(
                    text: text.trimmedBlanks, isCentred: centring == "center", isBold: line.isBold || style.isBold,
                    headingLevel: style.isTitle ? 0 : style.headingLevel, isTitle: style.isTitle))
        }
        for box in runs.boxes { read(box) }
    }

    private mutating func addTable(_ table: MarkupElement) {
        for row in table.elements where row.name == "tr" {
            let cells = row.elements.flatMap { $0.name == "sdt" ? $0.child("sdtContent")?.elements ?? [] : [$0] }
                .filter { $0.name == "tc" }
            // A table of one column, or one that holds articles, only lays out the page.
            let inner = cells.map { cell in
                var reader = WordDocument(styles: styles, numbering: numbering)
                reader.read(cell)
                numbering = reader.numbering
                return reader.blocks
            }
            let holdsArticles = inner.contains { $0.contains { ArticleLabel($0.text)?.isSetOff == true } }
            if cells.count == 1 || holdsArticles {
                for part in inner { blocks.append(contentsOf: part) }
            } else {
                let text = inner.map { $0.map(\.text).joined(separator: " ") }.filter { !$0.isEmpty }.joined(separator: "　")
                if !text.isEmpty { blocks.append(Block(text: text, isTableRow: true)) }
            }
        }
    }
}

/// The text of one paragraph, cut at its line breaks.
private struct WordRuns {
    private(set) var lines: [(text: String, isBold: Bool)] = [("", true)]
    /// Contents of text boxes, read after the paragraph that anchors them.
    private(set) var boxes: [MarkupElement] = []

    mutating func read(_ element: MarkupElement) {
        for inner in element.elements {
            switch inner.name {
            case "r": readRun(inner)
            case "pPr", "del", "moveFrom", "Fallback": continue
            default: read(inner)
            }
        }
    }

    private mutating func readRun(_ run: MarkupElement) {
        let properties = run.child("rPr")
        if let hidden = properties?.child("vanish"), WordStyles.isOn(hidden) { return }
        let isBold = properties?.child("b").map(WordStyles.isOn) ?? false
        for inner in run.elements { add(inner, isBold) }
    }

    private mutating func add(_ element: MarkupElement, _ isBold: Bool) {
        switch element.name {
        case "t": append(element.text, isBold)
        case "tab": append(" ", true)
        case "br", "cr": if element["type"] == nil || element["type"] == "textWrapping" { lines.append(("", true)) }
        case "noBreakHyphen": append("-", isBold)
        case "sym", "instrText", "delText", "rPr", "footnoteReference", "endnoteReference", "Fallback": break
        case "ruby": if let base = element.child("rubyBase") { read(base) }
        case "txbxContent": boxes.append(element)
        default: for inner in element.elements { add(inner, isBold) }
        }
    }

    private mutating func append(_ text: String, _ isBold: Bool) {
        let last = lines.count - 1
        lines[last].text += text
        if !isBold, !text.isBlank { lines[last].isBold = false }
    }
}
