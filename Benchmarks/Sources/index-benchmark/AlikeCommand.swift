import TextAnalysis

/// `alike --articles FILE --out FILE`: the characters of the text that Lexigram takes for one with another of the text,
/// 着 and 著 say.
///
/// Lexigram folds more than the engines it is compared with. A query that holds such a character rightly finds more here,
/// and is none to compare by.
enum AlikeCommand {
    static func run(_ arguments: Arguments) throws {
        var seen: Set<Unicode.Scalar> = []
        for law in try Law.read(arguments.string("articles")) {
            seen.formUnion(law.title.unicodeScalars)
            for article in law.articles { seen.formUnion(article.unicodeScalars) }
        }
        var groups: [[UInt32]: [Unicode.Scalar]] = [:]
        for scalar in seen {
            var folded: [UInt32] = []
            Folding.append(String(scalar), to: &folded)
            groups[folded, default: []].append(scalar)
        }
        let alike = groups.values.filter { $0.count > 1 }.joined()
        try Report.write(alike.map(String.init).sorted(), to: arguments.string("out"))
    }
}
