/// The languages the pages speak. `rawValue` is what `lang` and `hreflang` say.
enum Language: String, Sendable, CaseIterable {
    case chinese = "zh-CN"
    case english = "en"

    /// Reads `?lang=`: `zh`, `zh-CN`, `en`, `en-GB`. Nil for any other.
    init?(tag: some StringProtocol) {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        switch primary {
        case "zh": self = .chinese
        case "en": self = .english
        default: return nil
        }
    }

    /// The one that `Accept-Language` likes best; Chinese where it names neither.
    init(acceptLanguage: String?) {
        var best: (language: Language, weight: Double)?
        for range in (acceptLanguage ?? "").split(separator: ",").prefix(20) {
            let parts = range.split(separator: ";")
            guard let tag = parts.first.map({ Self.trimmed($0) }), let language = Language(tag: tag) else { continue }
            let weight = parts.dropFirst().lazy.map { Self.trimmed($0) }.first { $0.hasPrefix("q=") }
                .flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > 0, weight > (best?.weight ?? 0) { best = (language, weight) }
        }
        self = best?.language ?? .chinese
    }

    /// For `?lang=`.
    var tag: String { self == .chinese ? "zh" : "en" }

    var other: Language { self == .chinese ? .english : .chinese }

    /// Its name in itself.
    var ownName: String { self == .chinese ? "中文" : "English" }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
