/// Finds citations in the texts of one document, one text after the other: a short form that one of them
/// introduces (以下简称《办法》) is understood in those that follow.
public struct CitationFinder: Sendable {
    /// Key of a short form → the title it stands for.
    private var aliases: [String: String]

    /// - Parameter shortForms: key of a short form (``TitleKey/key(of:)``) → title, beside those in common use.
    public init(shortForms: [String: String] = [:]) { aliases = shortForms }

    /// The citations in the next text, with spans in its Unicode scalars.
    public mutating func citations(in text: String) -> [Citation] {
        var found: [Citation] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var offset = 0
        while start < scalars.endIndex {
            let (end, count, isWorthReading) = CitationTrigger.line(in: scalars, from: start, knowsAliases: !aliases.isEmpty)
            if isWorthReading {
                var scan = CitationLineScan(String(scalars[start..<end]), aliases: aliases)
                for var citation in scan.citations() {
                    citation.span = citation.span.lowerBound + offset..<citation.span.upperBound + offset
                    found.append(citation)
                }
                aliases = scan.aliases
            }
            guard end < scalars.endIndex else { break }
            start = scalars.index(after: end)
            offset += count + 1
        }
        return found
    }
}

/// Tells cheaply whether a line can hold a citation at all, so that most of a law's text need not be folded.
enum CitationTrigger {
    static func line(
        in scalars: String.UnicodeScalarView, from start: String.Index, knowsAliases: Bool
    ) -> (end: String.Index, count: Int, isWorthReading: Bool) {
        var place = start
        var count = 0
        var found = false
        var before: Unicode.Scalar = " "
        var last: Unicode.Scalar = " "
        while place < scalars.endIndex {
            let scalar = scalars[place]
            if scalar == "\n" { break }
            if !found { found = begins(before, last, scalar, knowsAliases) }
            before = last
            last = scalar
            count += 1
            place = scalars.index(after: place)
        }
        return (place, count, found || isTitleEnd(last, after: before))
    }

    private static func begins(
        _ before: Unicode.Scalar, _ last: Unicode.Scalar, _ scalar: Unicode.Scalar, _ knowsAliases: Bool
    ) -> Bool {
        switch scalar {
        case "《", "〈", "》", "〉", "号", "號", "«": return true
        // 推出“…方案”, 制发…等文件: titles without marks.
        case "“", "\"": return "出发台布".unicodeScalars.contains(last)
        case "发": return last == "制" || last == "印"
        default: break
        }
        if scalar == "第" || scalar.value >= 0x30 && scalar.value < 0x3A {
            return last == "法" && !"本依办辦".unicodeScalars.contains(before) || last == "典" || last == "例" && before != "本"
                || (last == "则" || last == "定" || knowsAliases && last == "法") && before != "规" && before != "本"
                || knowsAliases && "释法定则".unicodeScalars.contains(last)
        }
        return isTitleEnd(last, after: before) && BareTitleScan.mayFollow(scalar)
    }

    /// 法 that is not the end of an ordinary word such as 依法.
    private static func isTitleEnd(_ last: Unicode.Scalar, after before: Unicode.Scalar) -> Bool {
        last == "法" && !"依合办辦执司违非方立守无普做本说".unicodeScalars.contains(before) || last == "典" && before == "法"
            || last == "例" && before == "条"
    }
}
