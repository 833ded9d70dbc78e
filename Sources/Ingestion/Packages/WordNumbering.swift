/// Writes out the numbers of lists, which Word does not store in the text: 第%1条 with a Chinese counter is an article's
/// label. Source: ECMA-376 part 1, section 17.9.
struct WordNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        var isLegal = false
    }

    private typealias Levels = [Int: Level]

    private var lists: [String: (abstract: String, levels: Levels)] = [:]
    /// Counters by abstract list, as lists that share one go on counting.
    private var counters: [String: [Int?]] = [:]

    private static let deepestLevel = 9

    init(_ root: MarkupElement?) {
        guard let root else { return }
        var abstracts: [String: Levels] = [:]
        for element in root.elements where element.name == "abstractNum" {
            guard let identifier = element["abstractNumId"] ?? element["abstractnumid"] else { continue }
            abstracts[identifier] = Self.levels(in: element)
        }
        for element in root.elements where element.name == "num" {
            guard let identifier = element["numId"] ?? element["numid"], let abstract = element.child("abstractNumId")?["val"]
            else { continue }
            var levels = abstracts[abstract] ?? [:]
            for change in element.elements where change.name == "lvlOverride" {
                guard let index = change["ilvl"].flatMap({ Int($0) }) else { continue }
                if let level = change.child("lvl") { levels[index] = Self.level(level) }
                if let start = change.child("startOverride")?["val"].flatMap({ Int($0) }) { levels[index]?.start = start }
            }
            // A list that begins anew counts for itself.
            let isOverridden = element.child("lvlOverride")?.child("startOverride") != nil
            lists[identifier] = (isOverridden ? "num \(identifier)" : abstract, levels)
        }
    }

    private static func levels(in abstract: MarkupElement) -> Levels {
        var levels: Levels = [:]
        for element in abstract.elements where element.name == "lvl" {
            if let index = element["ilvl"].flatMap({ Int($0) }), (0..<deepestLevel).contains(index) { levels[index] = level(element) }
        }
        return levels
    }

    private static func level(_ element: MarkupElement) -> Level {
        var level = Level()
        if let start = element.child("start")?["val"].flatMap({ Int($0) }), (0...100_000).contains(start) { level.start = start }
        level.format = numberFormat(of: element) ?? "decimal"
        level.text = element.child("lvlText")?["val"] ?? ""
        level.isLegal = element.child("isLgl").map(WordStyles.isOn) ?? false
        return level
    }

    /// Newer formats stand beside a fallback in an `AlternateContent`.
    private static func numberFormat(of level: MarkupElement) -> String? {
        level.child("numFmt")?["val"] ?? level.descendant("numFmt")?["val"]
    }

    /// The number of the next paragraph of a list, as it is printed; empty where it has none.
    mutating func label(of own: MarkupElement?, style: WordStyles.Style) -> String {
        guard let identifier = own?.child("numId")?["val"] ?? style.numberID, identifier != "0", let list = lists[identifier]
        else { return "" }
        let index = own?.child("ilvl")?["val"].flatMap { Int($0) } ?? style.level ?? 0
        guard (0..<Self.deepestLevel).contains(index), let level = list.levels[index] else { return "" }
        var counts = counters[list.abstract] ?? Array(repeating: nil, count: Self.deepestLevel)
        counts[index] = counts[index].map { min($0 + 1, 1_000_000) } ?? level.start
        for deeper in (index + 1)..<Self.deepestLevel { counts[deeper] = nil }
        counters[list.abstract] = counts
        if level.format == "bullet" || level.format == "none" { return "" }
        return Self.text(of: level, counts, list.levels)
    }

    private static func text(of level: Level, _ counts: [Int?], _ levels: Levels) -> String {
        var text = ""
        var isAfterPercent = false
        for character in level.text {
            if isAfterPercent {
                isAfterPercent = false
                if let place = character.wholeNumberValue, (1...deepestLevel).contains(place) {
                    let source = levels[place - 1] ?? Level()
                    let format = level.isLegal ? "decimal" : source.format
                    text += CounterFormat.text(of: counts[place - 1] ?? source.start, format: format)
                }
            } else if character == "%" {
                isAfterPercent = true
            } else {
                text.append(character)
            }
        }
        // 第一条 and 第一章 stand off from what follows; 一、 and （一） do not.
        return text.hasPrefix("第") && ["条", "章", "节", "编"].contains(where: text.hasSuffix) ? text + "　" : text
    }
}
