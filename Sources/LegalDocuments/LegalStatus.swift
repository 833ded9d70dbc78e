/// Whether a text is good law on a given day. `rawValue` is what JSON and the pages' style classes use.
public enum LegalStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// 现行有效
    case inForce = "in-force"
    /// 尚未施行
    case notYet = "not-yet"
    /// 已被修改: a later version has taken this text's place.
    case superseded
    /// 已废止
    case repealed
    /// 已失效: its stated term has ended.
    case expired
    /// 效力不明: the document does not tell, and nothing else held does.
    case unknown
}

/// One fact from which a status was concluded.
public struct StatusEvidence: Hashable, Sendable, Codable {
    /// The field that decided, for example `effective`.
    public var field: String
    /// Its value, for example `2024-01-01`.
    public var value: String
    /// Where the value was read: an origin as in ``LegalDocument/origins``, or a document's id.
    public var from: String
    /// The words it was read from; nil where they are not kept.
    public var quote: String?

    public init(field: String, value: String, from: String, quote: String? = nil) {
        self.field = field
        self.value = value
        self.from = from
        self.quote = quote
    }
}
