/// Reads the label–value pairs of a page's header: tables, definition lists, list items, spans, or one line of all.
///
///     索 引 号：00001　发文字号：鄂府发〔2023〕62号      two pairs on one line
///     <td>标　　题</td><td>关于……的通知</td>            label and value in two cells
struct MetadataPairs {
    struct Pair: Equatable {
        let label: String
        let field: MetadataField
        let value: String
    }

    private(set) var pairs: [Pair] = []
    /// A label at the end of the cell before, whose value is the next cell.
    private var waiting: String?

    /// Stands between the texts of two inline elements.
    private static let boundary: Unicode.Scalar = "\u{1F}"

    /// The pairs in a part of a page, in document order.
    static func pairs(in root: MarkupElement, skips: (MarkupElement) -> Bool) -> [Pair] {
        var reader = MetadataPairs()
        reader.read(root, skips)
        return reader.pairs
    }

    /// The pairs in one line, where it begins with a label.
    static func pairs(inLine line: String) -> [Pair] {
        var reader = MetadataPairs()
        reader.readCell(line)
        guard let first = reader.pairs.first, line.squeezed.drop(while: { "【[（(".contains($0) }).hasPrefix(first.label)
        else { return [] }
        return reader.pairs
    }

    private static let longestHeaderCell = 900

    /// Whether a table or list is a header: two of its cells begin with a known label, and none holds a text.
    static func isHeader(_ table: MarkupElement) -> Bool {
        var count = 0
        var holdsText = false
        table.visit { element in
            guard element.name == "td" || element.name == "th" || element.name == "dt" || element.name == "li" else { return true }
            if element.descendant("td") != nil { return true }
            let text = element.visibleText
            if text.utf8.count > longestHeaderCell { holdsText = true }
            var reader = MetadataPairs()
            reader.readCell(reader.inlineText(of: element))
            if let label = reader.pairs.first?.label ?? reader.waiting, text.squeezed.hasPrefix(label) { count += 1 }
            return false
        }
        return count >= 2 && !holdsText
    }

    private mutating func read(_ element: MarkupElement, _ skips: (MarkupElement) -> Bool) {
        guard !ElementStyle.isHidden(element), !skips(element) else { return }
        var run = ""
        for child in element.children {
            switch child {
            case .text(let text): run += text
            case .element(let inner) where isInline(inner):
                run.unicodeScalars.append(Self.boundary)
                run += inlineText(of: inner)
                run.unicodeScalars.append(Self.boundary)
            case .element(let inner):
                if !run.isBlank { readCell(run) }
                run = ""
                read(inner, skips)
            }
        }
        let isCell = ["td", "th", "dd"].contains(element.name)
        if !run.isBlank || isCell && element.elements.allSatisfy({ isInline($0) }) { readCell(run) }
        if ["tr", "dl", "ul", "table"].contains(element.name) { waiting = nil }
    }

    private func isInline(_ element: MarkupElement) -> Bool {
        element.name != "br" && !element.traits.contains(.block) && element.elements.allSatisfy { isInline($0) }
    }

    private func inlineText(of element: MarkupElement) -> String {
        guard !ElementStyle.isHidden(element) else { return "" }
        var text = ""
        for child in element.children {
            switch child {
            case .text(let part): text += part
            case .element(let inner):
                text.unicodeScalars.append(Self.boundary)
                text += inlineText(of: inner)
                text.unicodeScalars.append(Self.boundary)
            }
        }
        return text
    }

    private mutating func readCell(_ text: String) {
        let cell = MetadataCell(text)
        let marks = cell.labels()
        if let label = waiting {
            waiting = nil
            if marks.first?.range.lowerBound != 0 {
                add(label, cell.value(from: 0, to: marks.first?.range.lowerBound ?? cell.count))
            }
        }
        for (index, mark) in marks.enumerated() {
            let end = index + 1 < marks.count ? marks[index + 1].range.lowerBound : cell.count
            let value = cell.value(from: mark.range.upperBound, to: end)
            if value.isEmpty, index + 1 == marks.count {
                waiting = mark.label
            } else {
                add(mark.label, value)
            }
        }
    }

    private mutating func add(_ label: String, _ value: String) {
        guard let field = MetadataField.labels[label], !value.isEmpty, value.utf8.count <= 900 else { return }
        pairs.append(Pair(label: label, field: field, value: value))
    }
}

/// One cell's text without blanks, each scalar knowing where it stood.
private struct MetadataCell {
    struct Mark {
        let label: String
        /// Offsets among the scalars that are no blanks; the end lies behind the colon.
        let range: Range<Int>
    }

    private let original: [Unicode.Scalar]
    private var scalars: [Unicode.Scalar] = []
    private var offsets: [Int] = []
    private var gaps: [Gap] = []

    private enum Gap { case none, blank, element }

    var count: Int { scalars.count }

    private static let openers: Set<Unicode.Scalar> = ["【", "[", "（", "(", "|", "丨", "｜", "·", "，", ",", "；", ";", "/"]

    /// What ends a label: a colon, or the bracket of 【文号】.
    private static let closers: Set<Unicode.Scalar> = ["：", ":", "】", "]"]

    init(_ text: String) {
        original = Array(text.unicodeScalars.prefix(2_000))
        var gap = Gap.element
        for (offset, scalar) in original.enumerated() {
            if scalar.value == 0x1F {
                gap = .element
            } else if Blanks.contains(scalar) {
                if gap == .none { gap = .blank }
            } else {
                scalars.append(scalar)
                offsets.append(offset)
                gaps.append(gap)
                gap = .none
            }
        }
        gaps.append(.element)
    }

    func labels() -> [Mark] {
        var marks: [Mark] = []
        var at = 0
        while at < scalars.count {
            if let mark = label(at: at) {
                marks.append(mark)
                at = mark.range.upperBound
            } else {
                at += 1
            }
        }
        return marks
    }

    private func label(at start: Int) -> Mark? {
        guard MetadataField.firstScalars.contains(scalars[start]) else { return nil }
        guard start == 0 || gaps[start] != .none || Self.openers.contains(scalars[start - 1]) else { return nil }
        let longest = min(MetadataField.longestLabel, scalars.count - start)
        for length in stride(from: longest, through: 2, by: -1) {
            let end = start + length
            let isBeforeColon = end < scalars.count && Self.closers.contains(scalars[end])
            // 发表于 2020-03-05 needs no colon.
            let leadsOn = scalars[end - 1] == "于" && gaps[end] == .blank
            guard isBeforeColon || leadsOn || gaps[end] == .element else { continue }
            var word = String.UnicodeScalarView()
            word.append(contentsOf: scalars[start..<end])
            let label = String(word)
            guard MetadataField.labels[label] != nil else { continue }
            return Mark(label: label, range: start..<(isBeforeColon ? end + 1 : end))
        }
        return nil
    }

    /// The text between two offsets, without the bracket that opens the next label.
    func value(from start: Int, to end: Int) -> String {
        var end = end
        while end > start, Self.openers.contains(scalars[end - 1]), scalars[end - 1] != "]" { end -= 1 }
        guard start < end else { return "" }
        var value = String.UnicodeScalarView()
        for scalar in original[offsets[start]...offsets[end - 1]] where scalar.value != 0x1F { value.append(scalar) }
        return String(value).onOneLine
    }
}
