internal import Glibc

/// The parts of a hit's score, told apart, for whoever puts them in words.
///
///     score = ((text + characters) × prior + law) × learned
///
/// What a search has no use for is nil: only a question looks at single characters, at the rest of the law, and at what answered
/// questions taught.
public enum ScoreBreakdown: Sendable, Equatable {
    /// The query names it by title, number or article.
    case named
    /// Hits stand by date; their texts count for nothing.
    case byDate
    /// Hits stand by when they came into the index or changed in it.
    case byChange
    case text(Parts)

    public struct Parts: Sendable, Equatable {
        /// What its words, pairs of characters and headings have.
        public let text: Double
        /// What its single characters add.
        public let characters: Double?
        /// The factor of authority, currency and place.
        public let prior: Double
        /// What the other provisions of its law add.
        public let law: Double?
        public let learned: Learned?
    }

    /// A factor that answered questions taught, and what it looked at.
    public struct Learned: Sendable, Equatable {
        public let factor: Double
        /// How much of the question's characters the text holds, by weight, in percent.
        public let coverage: Int
        /// The best score of a provision nearby, as a share of the best of all.
        public let neighbour: Double
        /// Documents that name the law.
        public let namingDocuments: Int
        /// Characters of the text.
        public let length: Int
    }

    /// Nil for a hit whose explanation was not asked for.
    public init?(_ hit: Hit) {
        guard let parts = hit.explanation else { return nil }
        let values = Dictionary(parts.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        if values["named"] != nil {
            self = .named
        } else if let text = values["text"], let prior = values["prior"] {
            let learned = values["learned"].map { Learned($0, values) }
            self = .text(
                Parts(text: text, characters: values["characters"], prior: prior, law: values["law"], learned: learned))
        } else {
            self = values[SortOrder.changed.rawValue] == nil ? .byDate : .byChange
        }
    }
}

extension ScoreBreakdown.Learned {
    fileprivate init(_ factor: Double, _ values: [String: Double]) {
        self.factor = factor
        coverage = Int(((values["coverage"] ?? 0) * 100).rounded())
        neighbour = values["neighbour"] ?? 0
        // The part is the logarithm of one more than their number.
        namingDocuments = Int((exp(min(values["authority"] ?? 0, 20)) - 1).rounded())
        length = Int(values["length"] ?? 0)
    }
}
