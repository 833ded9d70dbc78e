import LegalDocuments

/// The keywords by which a document is found through what it cites. Targets that are indexed later are found by them too.
enum CitationKeyword {
    /// A document that is cited, by what names it.
    enum Target: Hashable {
        /// Key of a title, as ``TitleKey`` makes it.
        case title(String)
        /// ``DocumentNumber/key``.
        case number(String)

        fileprivate var text: String {
            switch self {
            case .title(let key): "t:" + key
            case .number(let key): "n:" + key
            }
        }
    }

    /// A document that another repeals: by title and number where both are given, so that one title with another number
    /// is not taken for it.
    struct Repeal: Hashable {
        var title: String?
        var number: String?

        static let prefix = "repeals="
        private static let separator: Character = "\u{1}"

        var keyword: String { "\(Self.prefix)\(title ?? "")\(Self.separator)\(number ?? "")" }

        init(_ citation: Citation) {
            title = citation.title.map(CitationKeyword.key)
            number = citation.number?.key
        }

        init?(keyword: String) {
            let parts = keyword.dropFirst(Self.prefix.count).split(separator: Self.separator, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            title = parts[0].isEmpty ? nil : String(parts[0])
            number = parts[1].isEmpty ? nil : String(parts[1])
        }
    }

    static func cites(_ target: Target) -> String { "cites=" + target.text }

    static func all(of citations: [StoredCitation]) -> Set<String> {
        var keywords: Set<String> = []
        for stored in citations {
            for target in targets(of: stored.citation) { keywords.insert(cites(target)) }
            if stored.citation.relation == .repeals { keywords.insert(Repeal(stored.citation).keyword) }
        }
        return keywords
    }

    /// By its number, and by its title.
    static func targets(of citation: Citation) -> [Target] {
        var targets: [Target] = []
        if let number = citation.number { targets.append(.number(number.key)) }
        if let title = citation.title { targets.append(.title(key(of: title))) }
        return targets
    }

    /// The key of a title, or of what it is short for.
    static func key(of title: String) -> String { TitleKey.key(of: TitleKey.expand(title) ?? title) }

    /// All that a document may be cited by.
    static func targets(of document: LegalDocument, _ shortForms: ShortForms = .common) -> [Target] {
        var titles = [document.title] + TitleKey.shortForms(of: document.title)
        // 最高人民法院《关于…的解释》: the issuer stands before the marks.
        if let about = document.title.firstRange(of: "关于"), about.lowerBound > document.title.startIndex {
            titles.append(String(document.title[about.lowerBound...]))
        }
        var targets: [Target] = []
        for title in titles {
            let key = TitleKey.key(of: title)
            for name in [key] + shortForms.keys(forTitleKey: key) where !targets.contains(.title(name)) {
                targets.append(.title(name))
            }
        }
        if let number = document.number.flatMap({ DocumentNumber($0) }) { targets.append(.number(number.key)) }
        return targets
    }
}
