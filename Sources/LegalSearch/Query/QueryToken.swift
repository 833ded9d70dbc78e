/// A piece of a query: a word, a quoted phrase, a mark that joins them.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        case word(String)
        /// Between quotation marks or title marks: found as it stands.
        case quoted(String)
        case open, close
        case or, not
        /// NEAR/5, 邻近5: the words beside it within so many characters.
        case near(Int)
        /// 标题:复议 and the like; the value without marks around it.
        case field(name: String, value: String)
    }

    let kind: Kind
    /// Unicode scalars before it in the query.
    let place: Int
}

/// Cuts a query into tokens. It never fails: what is not closed is told beside the tokens, because in a sentence a
/// stray mark is only punctuation.
struct QueryLexer {
    private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "“": "”", "„": "”", "「": "」", "『": "』", "《": "》", "＂": "＂",
    ]
    static let defaultDistance = 10

    private(set) var tokens: [QueryToken] = []
    /// The first mark that is not closed.
    private(set) var error: QuerySyntaxError?
    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ query: String) {
        scalars = Array(query.unicodeScalars)
        while place < scalars.count { readToken() }
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar.value < 0x20 }

    private mutating func add(_ kind: QueryToken.Kind, at start: Int) { tokens.append(QueryToken(kind: kind, place: start)) }

    private mutating func readToken() {
        let scalar = scalars[place]
        if isBlank(scalar) {
            place += 1
        } else if Self.closing[scalar] != nil {
            readQuoted()
        } else if "(（".unicodeScalars.contains(scalar) {
            add(.open, at: place)
            place += 1
        } else if ")）".unicodeScalars.contains(scalar) {
            add(.close, at: place)
            place += 1
        } else if "|｜".unicodeScalars.contains(scalar) {
            add(.or, at: place)
            place += 1
        } else if "-－".unicodeScalars.contains(scalar), place + 1 < scalars.count, !isBlank(scalars[place + 1]) {
            add(.not, at: place)
            place += 1
        } else {
            readWord()
        }
    }

    /// A mark and what stands before the mark that closes it. One that nothing closes is passed over.
    private mutating func readQuoted() {
        let start = place
        place += 1
        guard let close = Self.closing[scalars[start]] else { return }
        guard let end = scalars[place...].firstIndex(of: close) else {
            if error == nil { error = QuerySyntaxError(reason: .notClosed(String(scalars[start])), place: start) }
            return
        }
        add(.quoted(Self.text(scalars[place..<end])), at: start)
        place = end + 1
    }

    private mutating func readWord() {
        let start = place
        var depth = 0
        scan: while place < scalars.count {
            let scalar = scalars[place]
            switch scalar {
            case _ where isBlank(scalar) || Self.closing[scalar] != nil || scalar == "|" || scalar == "｜": break scan
            // A bracket behind a word belongs to it, as in 办法（试行）; one that closes a group does not.
            case "(", "（": depth += 1
            case ")", "）":
                if depth == 0 { break scan }
                depth -= 1
            default: break
            }
            place += 1
        }
        let word = Self.text(scalars[start..<place])
        guard let colon = word.unicodeScalars.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
            return add(Self.operator(word) ?? .word(word), at: start)
        }
        let name = String(word.unicodeScalars[..<colon])
        guard QueryField.isName(name) else { return add(.word(word), at: start) }
        var value = String(word.unicodeScalars[word.unicodeScalars.index(after: colon)...])
        if value.isEmpty, place < scalars.count, Self.closing[scalars[place]] != nil {
            readQuoted()
            guard case .quoted(let quoted)? = tokens.last?.kind else { return }
            tokens.removeLast()
            value = quoted
        }
        add(.field(name: name, value: value), at: start)
    }

    private static func `operator`(_ word: String) -> QueryToken.Kind? {
        switch word {
        case "OR": return .or
        case "NOT": return .not
        case "NEAR", "邻近": return .near(defaultDistance)
        default: break
        }
        for name in ["NEAR/", "邻近/", "邻近"] where word.hasPrefix(name) {
            if let distance = Int(word.dropFirst(name.count)), (0...1_000).contains(distance) { return .near(distance) }
        }
        return nil
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
