import InvertedIndex

/// A query taken apart.
struct ReadQuery: Sendable {
    typealias Part = QueryPart

    /// What is looked for, exclusions left out.
    private(set) var parts: [Part] = []
    /// What must not be there, where the query is only words and exclusions.
    private(set) var excluded: [Part] = []
    /// The whole, where it is more than words and exclusions: brackets, |, NEAR, an article.
    private(set) var tree: BooleanQuery?
    /// Conditions on fields.
    private(set) var conditions: [QueryParser.FieldCondition] = []
    /// Typed, but nothing that can be searched for.
    private(set) var ignored: [String] = []
    /// Reads like a sentence that asks.
    private(set) var isQuestion = false
    /// The query without its conditions on fields, for look-ups by name.
    private(set) var words: String

    init(_ query: String) throws(QuerySyntaxError) {
        words = query
        let lexer = QueryLexer(query)
        if readAsQuestion(query, lexer.tokens) { return }
        if let error = lexer.error { throw error }
        var parser = QueryParser(lexer.tokens, end: query.unicodeScalars.count)
        let node = try parser.parse()
        conditions = parser.conditions
        ignored = parser.ignored
        if !conditions.isEmpty { words = Self.words(of: lexer.tokens) }
        guard let node else { return }
        parts = node.parts
        if let plain = Self.plain(node) { excluded = plain } else { tree = node.booleanQuery }
        if tree == nil && parts.isEmpty { excluded = [] }
    }

    /// In a sentence every mark is punctuation, and quotation marks only set something off.
    private mutating func readAsQuestion(_ query: String, _ tokens: [QueryToken]) -> Bool {
        var parts: [Part] = []
        var ignored: [String] = []
        for token in tokens {
            let found: [Part]
            switch token.kind {
            case .word(let text):
                found = Part.parts(of: text, isQuoted: false)
                if found.isEmpty { ignored.append(text) }
            case .quoted(let text): found = Part.parts(of: text, isQuoted: true)
            case .open, .close: found = []
            case .or, .not, .near, .field: return false
            }
            parts += found
            guard parts.count <= QueryParser.mostTerms else { return false }
        }
        // Only where hardly anything stands outside them do quotation marks require: “一房多租”有效吗 asks.
        let unquoted = parts.filter { !$0.isQuoted }
        let length = unquoted.reduce(0) { $0 + $1.phrases[0].scalars.count }
        guard length >= 4 || (length >= 2 && unquoted.contains { QuestionWords.asks($0.text) }) else { return false }
        guard QuestionWords.reads(query, parts) else { return false }
        (self.parts, self.ignored, isQuestion) = (parts, ignored, true)
        return true
    }

    /// What is excluded, where a node is nothing but words, all of which must be there, and exclusions of words.
    private static func plain(_ node: QueryNode) -> [Part]? {
        switch node {
        case .part: return []
        case .not(let inner):
            guard case .part(let part) = inner else { return nil }
            return [part]
        case .all(let nodes):
            var excluded: [Part] = []
            for node in nodes {
                guard let parts = plain(node) else { return nil }
                excluded += parts
            }
            return excluded
        case .any, .near, .article: return nil
        }
    }

    private static func words(of tokens: [QueryToken]) -> String {
        tokens.compactMap { token in
            switch token.kind {
            case .word(let text), .quoted(let text): text
            default: nil
            }
        }.joined(separator: " ")
    }
}

extension String {
    /// Folded scalars as text, for notes and suggestions only.
    init(folded scalars: [UInt32]) { self.init(scalarValues: scalars) }
}
