import LegalDocuments

/// Makes a tree of tokens.
///
///     query  = branch { "|" branch }
///     branch = { ["-"] item }
///     item   = near | "(" query ")" | field
///     near   = word { NEAR/n word }
struct QueryParser {
    static let deepest = 32
    static let mostTerms = 256

    private let tokens: [QueryToken]
    private let end: Int
    private var index = 0
    private var depth = 0
    private var terms = 0
    private(set) var conditions: [FieldCondition] = []
    private(set) var ignored: [String] = []

    /// A field's filters, either of which will do, or none of which may hold.
    struct FieldCondition: Equatable, Sendable {
        var filters: [SearchFilter]
        var isExcluded: Bool
    }

    /// - Parameter end: Unicode scalars of the query.
    init(_ tokens: [QueryToken], end: Int) {
        self.tokens = tokens
        self.end = end
    }

    /// The whole query; nil where only field conditions stand in it, or nothing that can be searched for.
    mutating func parse() throws(QuerySyntaxError) -> QueryNode? {
        let node = try readQuery()
        if let token = current { throw QuerySyntaxError(reason: .notOpened(")"), place: token.place) }
        return node
    }

    private var current: QueryToken? { index < tokens.count ? tokens[index] : nil }
    private var place: Int { current?.place ?? end }

    private mutating func readQuery() throws(QuerySyntaxError) -> QueryNode? {
        let conditionsBefore = conditions.count
        var branches: [QueryNode] = []
        let start = place
        var alternatives = 1
        if let first = try readBranch() { branches.append(first) }
        while let token = current, token.kind == .or {
            index += 1
            alternatives += 1
            guard conditions.count == conditionsBefore else { throw QuerySyntaxError(reason: .fieldInside("|"), place: start) }
            let next = try readBranch()
            guard conditions.count == conditionsBefore else { throw QuerySyntaxError(reason: .fieldInside("|"), place: start) }
            guard let next else { throw missing("|", token.place) }
            branches.append(next)
        }
        if alternatives > 1 {
            guard branches.count == alternatives else { throw missing("|", start) }
            for branch in branches where branch.booleanQuery == nil { throw missing("-", start) }
        }
        return branches.count == 1 ? branches[0] : branches.isEmpty ? nil : .any(branches)
    }

    private func missing(_ mark: String, _ place: Int) -> QuerySyntaxError {
        QuerySyntaxError(reason: .missingOperand(mark), place: place)
    }

    private mutating func readBranch() throws(QuerySyntaxError) -> QueryNode? {
        var nodes: [QueryNode] = []
        while let token = current, token.kind != .or, token.kind != .close {
            if case .near = token.kind { throw missing("NEAR", token.place) }
            if token.kind == .not {
                index += 1
                let before = conditions.count
                if let node = try readItem() {
                    nodes.append(.not(node))
                } else if conditions.count > before {
                    conditions[conditions.count - 1].isExcluded = true
                } else if current == nil || index == tokens.count {
                    if ignored.isEmpty { throw missing("-", token.place) }
                }
            } else if let node = try readItem() {
                nodes.append(node)
            }
        }
        return nodes.count == 1 && nodes[0].booleanQuery != nil ? nodes[0] : nodes.isEmpty ? nil : .all(nodes)
    }

    private mutating func readItem() throws(QuerySyntaxError) -> QueryNode? {
        guard let token = current else { return nil }
        switch token.kind {
        case .open: return try readGroup(token)
        case .field(let name, let value):
            index += 1
            return try readField(name, value, token)
        case .word, .quoted: return try readNear(token)
        case .close, .or, .not, .near: throw missing("-", token.place)
        }
    }

    private mutating func readGroup(_ open: QueryToken) throws(QuerySyntaxError) -> QueryNode? {
        guard depth < Self.deepest else { throw QuerySyntaxError(reason: .tooDeep(limit: Self.deepest), place: open.place) }
        let conditionsBefore = conditions.count
        index += 1
        depth += 1
        let node = try readQuery()
        depth -= 1
        guard current?.kind == .close else { throw QuerySyntaxError(reason: .notClosed("("), place: open.place) }
        index += 1
        guard conditions.count == conditionsBefore else { throw QuerySyntaxError(reason: .fieldInside("()"), place: open.place) }
        guard let node else { throw missing("()", open.place) }
        if case .near? = current?.kind { throw QuerySyntaxError(reason: .notNearable, place: place) }
        return node
    }

    private mutating func readField(
        _ name: String, _ value: String, _ token: QueryToken
    ) throws(QuerySyntaxError) -> QueryNode? {
        guard let field = QueryField(name: name) else {
            throw QuerySyntaxError(
                reason: .unknownField(name, known: QueryField.allCases.map { $0.names[0] }), place: token.place)
        }
        if field == .article {
            let label = value.contains("条") ? value : "第\(value)条"
            guard let article = ArticleNumber(label: label) else {
                throw QuerySyntaxError(
                    reason: .badValue(field: field.names[0], value: value, allowed: ["23", "第二十三条"]), place: token.place)
            }
            return .article(article.label)
        }
        conditions.append(FieldCondition(filters: try field.filters(value, place: token.place), isExcluded: false))
        return nil
    }

    /// A word or phrase, and those that NEAR joins to it.
    private mutating func readNear(_ first: QueryToken) throws(QuerySyntaxError) -> QueryNode? {
        let parts = try readParts()
        guard case .near(var distance)? = current?.kind else {
            let nodes = parts.map(QueryNode.part)
            return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? nil : .all(nodes)
        }
        var joined = parts
        while let token = current, case .near(let typed) = token.kind {
            index += 1
            distance = max(distance, typed)
            switch current?.kind {
            case .word, .quoted: break
            case .open: throw QuerySyntaxError(reason: .notNearable, place: place)
            default: throw missing("NEAR", token.place)
            }
            let next = try readParts()
            if next.isEmpty || joined.isEmpty { throw missing("NEAR", token.place) }
            joined += next
        }
        return .near(joined, within: distance)
    }

    private mutating func readParts() throws(QuerySyntaxError) -> [QueryPart] {
        guard let token = current else { return [] }
        index += 1
        let parts: [QueryPart]
        switch token.kind {
        case .word(let text):
            parts = QueryPart.parts(of: text, isQuoted: false)
            if parts.isEmpty { ignored.append(text) }
        case .quoted(let text):
            parts = QueryPart.parts(of: text, isQuoted: true)
            if parts.isEmpty, !text.isEmpty { ignored.append(text) }
        default: parts = []
        }
        terms += parts.count
        guard terms <= Self.mostTerms else {
            throw QuerySyntaxError(reason: .tooManyTerms(limit: Self.mostTerms), place: token.place)
        }
        return parts
    }
}
