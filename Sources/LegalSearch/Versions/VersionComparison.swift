public import LegalDocuments

/// Two versions of a law, article by article.
public struct VersionComparison: Sendable, Equatable {
    public var old: DocumentSummary
    public var new: DocumentSummary
    /// In the order of the newer text, with what it no longer has in its old place.
    public var articles: [ArticleChange]

    public init(old: DocumentSummary, new: DocumentSummary, articles: [ArticleChange]) {
        self.old = old
        self.new = new
        self.articles = articles
    }

    /// How many articles changed in this way.
    public func count(_ kind: ArticleChange.Kind) -> Int { articles.count { $0.kind == kind } }
}

/// What became of one article.
public struct ArticleChange: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case unchanged, added, removed, changed
        /// The same words under another number.
        case renumbered
    }

    public var kind: Kind
    /// Nil where it was added.
    public var old: Provision?
    /// Nil where it was removed.
    public var new: Provision?
    /// The words of both texts in order, where they differ; empty otherwise.
    public var words: [WordRun]

    public init(kind: Kind, old: Provision?, new: Provision?, words: [WordRun] = []) {
        self.kind = kind
        self.old = old
        self.new = new
        self.words = words
    }
}

/// Words that both texts have, or only one of them.
public struct WordRun: Sendable, Equatable {
    public enum Kind: String, Sendable { case kept, removed, added }

    public var kind: Kind
    public var text: String

    public init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}

extension VersionComparison {
    public init(old: DocumentAnswer, new: DocumentAnswer) {
        let pairs = ArticlePairing.pairs(old.document.provisions, new.document.provisions)
        self.init(
            old: old.summary, new: new.summary,
            articles: Self.changes(old.document.provisions, new.document.provisions, pairs))
    }

    private static func changes(_ old: [Provision], _ new: [Provision], _ pairs: [Int?]) -> [ArticleChange] {
        let kept = Set(pairs.compactMap(\.self))
        var changes: [ArticleChange] = []
        var next = 0
        func passRemoved(before end: Int) {
            while next < end {
                if !kept.contains(next) { changes.append(ArticleChange(kind: .removed, old: old[next], new: nil)) }
                next += 1
            }
        }
        for (index, provision) in new.enumerated() {
            guard let place = pairs[index] else {
                changes.append(ArticleChange(kind: .added, old: nil, new: provision))
                continue
            }
            if place >= next { passRemoved(before: place) }
            changes.append(change(old[place], provision))
        }
        passRemoved(before: old.count)
        return changes
    }

    private static func change(_ old: Provision, _ new: Provision) -> ArticleChange {
        if ArticlePairing.letters(old.text) == ArticlePairing.letters(new.text) {
            return ArticleChange(kind: old.label == new.label ? .unchanged : .renumbered, old: old, new: new)
        }
        return ArticleChange(kind: .changed, old: old, new: new, words: WordDifference.runs(old.text, new.text))
    }
}
