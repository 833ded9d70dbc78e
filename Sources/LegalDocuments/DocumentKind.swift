/// What sort of document a text is, in the words that Chinese law uses.
///
/// Open by design: a portal may name a kind that is not listed here, and it is kept as written.
public struct DocumentKind: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let constitution = DocumentKind(rawValue: "宪法")
    public static let law = DocumentKind(rawValue: "法律")
    public static let administrativeRegulation = DocumentKind(rawValue: "行政法规")
    public static let judicialInterpretation = DocumentKind(rawValue: "司法解释")
    public static let localRegulation = DocumentKind(rawValue: "地方性法规")
    public static let departmentalRule = DocumentKind(rawValue: "部门规章")
    public static let localRule = DocumentKind(rawValue: "地方政府规章")
    public static let normativeDocument = DocumentKind(rawValue: "规范性文件")
    public static let judicialCase = DocumentKind(rawValue: "案例")
    public static let draft = DocumentKind(rawValue: "征求意见稿")
    public static let explanation = DocumentKind(rawValue: "解读")
    public static let news = DocumentKind(rawValue: "新闻")
    public static let listPage = DocumentKind(rawValue: "目录页")
    public static let other = DocumentKind(rawValue: "其他")

    /// Drafts, explanations, news and lists: they are about law but are none, and are never in force.
    public var isLaw: Bool {
        switch self {
        case .draft, .explanation, .news, .listPage, .judicialCase: false
        default: true
        }
    }

    /// Rank among the sources of law, 0 for the Constitution, larger for lesser authority.
    /// Source: 立法法 (2023), articles 98 to 102.
    public var rank: Int {
        switch self {
        case .constitution: 0
        case .law: 1
        case .administrativeRegulation: 2
        case .judicialInterpretation: 3
        case .localRegulation: 4
        case .departmentalRule, .localRule: 5
        case .normativeDocument: 6
        case .judicialCase: 8
        case .draft, .explanation, .news, .listPage: 9
        default: 7
        }
    }
}

/// Whether the text held is the document itself or only a description of it.
public enum TextKind: String, Hashable, Sendable, Codable {
    /// The document's own words.
    case full
    /// A digest in other words (提要). It never passes for law.
    case digest
}
