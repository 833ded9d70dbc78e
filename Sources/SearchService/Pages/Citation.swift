import LegalDocuments

/// How a provision, or a whole document, is cited.
struct Citation {
    let document: LegalDocument
    /// 第二十三条; empty for the whole document.
    let label: String

    /// 《行政复议法》（2023年9月1日文本）第二十条; a number stands where there is one, for it tells the text by itself.
    func full(_ phrases: Phrases) -> String {
        let version = document.number.map { "（\($0)）" } ?? document.dates.version.map { phrases.citedVersion($0) } ?? ""
        return Self.titled(document.title) + version + label
    }

    /// 行政复议法第二十条.
    var short: String {
        let country = "中华人民共和国"
        let title = document.title
        return (title.hasPrefix(country) && title != country ? String(title.dropFirst(country.count)) : title) + label
    }

    /// A title within a title has single marks (GB/T 15834-2011, 4.15.3.5).
    private static func titled(_ title: String) -> String {
        var inner = ""
        for character in title {
            switch character {
            case "《": inner.append("〈")
            case "》": inner.append("〉")
            default: inner.append(character)
            }
        }
        return "《\(inner)》"
    }
}
