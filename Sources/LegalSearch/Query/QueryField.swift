import LegalDocuments

/// A condition on a field, as a query writes it: 标题:复议, year:2020-2023.
enum QueryField: String, CaseIterable {
    case title, number, issuer, kind, region, year, status, article
    case textKind = "text_kind"

    /// The names it goes by; the first is its own.
    var names: [String] {
        switch self {
        case .title: ["标题", "title", "名称"]
        case .number: ["文号", "number"]
        case .issuer: ["机关", "issuer", "发文机关", "制定机关"]
        case .kind: ["种类", "kind", "类别"]
        case .region: ["地区", "region"]
        case .year: ["年份", "year", "年"]
        case .status: ["效力", "status"]
        case .article: ["条", "article"]
        case .textKind: ["文本", "text_kind"]
        }
    }

    init?(name: String) {
        let lowercase = name.lowercased()
        guard let field = Self.allCases.first(where: { $0.names.contains(lowercase) }) else { return nil }
        self = field
    }

    /// Whether a word before a colon is taken for a field's name: a known one, or any short one that could be meant so.
    static func isName(_ text: String) -> Bool {
        if QueryField(name: text) != nil { return true }
        let isLatin = text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("A"..."Z").contains($0) || $0 == "_" }
        return !text.isEmpty && isLatin && text.count > 1 && !["http", "https", "ftp"].contains(text.lowercased())
    }

    private static let statuses: [(status: LegalStatus, names: [String])] = [
        (.inForce, ["现行", "现行有效", "有效"]), (.notYet, ["尚未施行", "未施行", "尚未生效"]),
        (.superseded, ["已修改", "已被修改"]), (.repealed, ["废止", "已废止"]), (.expired, ["失效", "已失效"]), (.unknown, ["不明", "效力不明"]),
    ]

    /// The filters that the value stands for, either of which will do.
    func filters(_ value: String, place: Int) throws(QuerySyntaxError) -> [SearchFilter] {
        func bad(_ allowed: [String]) -> QuerySyntaxError {
            QuerySyntaxError(reason: .badValue(field: names[0], value: value, allowed: allowed), place: place)
        }
        guard !value.isEmpty else { throw bad([]) }
        switch self {
        case .title: return [SearchFilter(key: .title, value: value)]
        case .issuer: return [SearchFilter(key: .issuer, value: value)]
        case .kind: return [SearchFilter(key: .kind, value: value)]
        case .region: return [SearchFilter(key: .region, value: value)]
        case .number:
            guard DocumentNumber(value) != nil else { throw bad(["鄂府发〔2023〕62号"]) }
            return [SearchFilter(key: .number, value: value)]
        case .textKind:
            guard let kind = ["full": "full", "正文": "full", "digest": "digest", "提要": "digest"][value] else {
                throw bad(["正文", "提要"])
            }
            return [SearchFilter(key: .textKind, value: kind)]
        case .status:
            if let status = LegalStatus(rawValue: value) { return [SearchFilter(key: .status, value: status.rawValue)] }
            guard let entry = Self.statuses.first(where: { $0.names.contains(value) }) else {
                throw bad(Self.statuses.map { $0.names[0] })
            }
            return [SearchFilter(key: .status, value: entry.status.rawValue)]
        case .year:
            guard let years = Self.years(value) else { throw bad(["2023", "2020-2023"]) }
            return years.map { SearchFilter(key: .year, value: "\($0)") }
        case .article: return []
        }
    }

    /// 2023, 2020-2023, 2020—2023年; at most 200 years.
    private static func years(_ value: String) -> ClosedRange<Int>? {
        let parts = value.split(omittingEmptySubsequences: false) { "-－–—~～至到".contains($0) }
            .map { $0.hasSuffix("年") ? $0.dropLast() : $0 }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, let first = numbers.first, let last = numbers.last, numbers.count <= 2,
            (1_000...2_999).contains(first), (1_000...2_999).contains(last), first <= last, last - first < 200
        else { return nil }
        return first...last
    }
}
