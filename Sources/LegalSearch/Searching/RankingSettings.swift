/// Every number by which ranking is set, in one place. `make tune` varies them by name and reports what each is worth.
///
///     var settings = RankingSettings.standard
///     settings.set("synonyms", to: 0)        // the same search without lay words
public struct RankingSettings: Sendable, Equatable {
    public static let standard = RankingSettings()

    // MARK: Words that must all be there

    /// How soon more occurrences stop to count (BM25 k₁).
    public var wordSaturation: Float = 1.5
    /// How much long texts are held back, 0 through 1 (BM25 b).
    public var wordLength: Float = 0.75
    public var wordTitle: Float = 1
    public var wordHeading: Float = 0.4

    // MARK: A question

    public var questionSaturation: Float = 1
    public var questionLength: Float = 0.75
    public var questionTitle: Float = 0.2
    public var questionHeading: Float = 0.3
    /// Weight of a pair of characters that only asks (什么, 怎么) against one that tells.
    public var functionWords: Float = 0.3
    /// Weight of what the synonyms add, against what was typed.
    public var synonyms: Float = 0.5
    /// Weight of single characters against pairs, among the best candidates.
    public var characters: Float = 1.15
    /// Share of the mean of a law's best provisions that each of its provisions gains.
    public var lawShare: Float = 0.3
    /// So many provisions of a law make that mean.
    public var lawDepth: Float = 3
    /// Candidates that are looked at closely.
    public var closeDepth: Float = 300
    /// How much of what answered questions taught is applied, from 0, nothing, to 1 (``LearnedOrder``).
    public var learned: Float = 1

    // MARK: Priors, as factors

    public var law: Float = 1.2
    public var regulation: Float = 1
    public var interpretation: Float = 1.1
    public var localRule: Float = 0.7
    public var normative: Float = 0.8
    /// Cases, drafts, explanations, news, lists.
    public var notLaw: Float = 0.7
    public var digest: Float = 0.9
    public var superseded: Float = 0.9
    public var lapsed: Float = 0.8
    /// For each natural logarithm of the number of documents that name the law.
    public var named: Float = 0.06
    /// For documents of the place that the query or the reader names.
    public var place: Float = 1.6

    /// Added where the query is a document's title or its short form.
    public static let exactTitle: Float = 1_000

    public init() {}

    private typealias Setting = (name: String, path: WritableKeyPath<RankingSettings, Float>)

    private static var table: [Setting] {
        [
            ("wordSaturation", \.wordSaturation), ("wordLength", \.wordLength), ("wordTitle", \.wordTitle),
            ("wordHeading", \.wordHeading), ("questionSaturation", \.questionSaturation),
            ("questionLength", \.questionLength), ("questionTitle", \.questionTitle),
            ("questionHeading", \.questionHeading), ("functionWords", \.functionWords), ("synonyms", \.synonyms),
            ("characters", \.characters), ("lawShare", \.lawShare), ("lawDepth", \.lawDepth),
            ("closeDepth", \.closeDepth), ("learned", \.learned), ("law", \.law), ("regulation", \.regulation),
            ("interpretation", \.interpretation), ("localRule", \.localRule), ("normative", \.normative),
            ("notLaw", \.notLaw), ("digest", \.digest), ("superseded", \.superseded), ("lapsed", \.lapsed),
            ("named", \.named), ("place", \.place),
        ]
    }

    /// Names of all settings.
    public static var names: [String] { table.map(\.name) }

    /// False for a name that is none, or a value that is negative, above 10,000 or no number.
    public mutating func set(_ name: String, to value: Float) -> Bool {
        guard let setting = Self.table.first(where: { $0.name == name }), (0...10_000).contains(value) else { return false }
        self[keyPath: setting.path] = value
        return true
    }

    public subscript(name: String) -> Float? { Self.table.first { $0.name == name }.map { self[keyPath: $0.path] } }
}
