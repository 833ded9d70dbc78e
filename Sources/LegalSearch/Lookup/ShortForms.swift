import LegalDocuments

/// The names by which laws go: those in common use (``TitleKey/expand(_:)``), and the user's own.
///
/// One law a line: its short forms, ` > `, its title; `#` begins a comment. Words stand apart by blanks.
///
///     供水条例 水条例 > 样例市城市供水条例
struct ShortForms: Sendable, Equatable {
    /// What a line lacks.
    struct Malformed: Error, Equatable {
        /// From 1.
        let line: Int
        let text: String
    }

    /// Only those in common use.
    static let common = ShortForms()

    /// Key of a short form → title.
    private(set) var titles: [String: String] = [:]
    /// Key of a title → keys of its short forms.
    private var names: [String: [String]] = [:]

    private init() {}

    init(_ text: String) throws(Malformed) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let written = line.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
            let words = written.split(whereSeparator: \.isWhitespace)
            if words.isEmpty { continue }
            guard let arrow = words.firstIndex(where: { $0 == ">" || $0 == "→" }), arrow > 0, arrow + 2 == words.count,
                !TitleKey.key(of: String(words[arrow + 1])).isEmpty
            else { throw Malformed(line: index + 1, text: String(line)) }
            for word in words[..<arrow] { add(String(word), for: String(words[arrow + 1])) }
        }
    }

    private mutating func add(_ name: String, for title: String) {
        let short = TitleKey.key(of: name)
        let full = TitleKey.key(of: title)
        guard short != full else { return }
        titles[short] = title
        if !names[full, default: []].contains(short) { names[full, default: []].append(short) }
    }

    /// The title that a name is short for, the user's own first; nil for a name that nothing is known of.
    func title(for name: String) -> String? {
        titles.isEmpty ? TitleKey.expand(name) : titles[TitleKey.key(of: name)] ?? TitleKey.expand(name)
    }

    /// Keys of the user's short forms for a title.
    func keys(forTitleKey key: String) -> [String] { names[key] ?? [] }
}
