import LegalDocuments
import LegalSearch

/// The parameters of `/list`.
struct LedgerParameters {
    enum Format: String, CaseIterable { case html, csv, jsonl }

    /// Lines of one page.
    static let pageSize = 200

    let request: LedgerRequest
    let format: Format
    let offset: Int
    /// As given, for the links of the page.
    let items: [QueryItem]

    init(_ items: QueryItems) throws(ServiceError) {
        let reader = ParameterReader(items)
        let sort = try reader.choice("sort", of: LedgerRequest.Sort.allCases.map(\.rawValue))
        request = LedgerRequest(
            filters: try reader.filters(), sort: sort.flatMap(LedgerRequest.Sort.init(rawValue:)) ?? .title,
            asOf: try reader.date("as_of"), expiresBy: try reader.date("expires_by"),
            basisChanged: try reader.flag("basis_changed"))
        format = try reader.choice("format", of: Format.allCases.map(\.rawValue)).flatMap(Format.init(rawValue:)) ?? .html
        offset = try reader.integer("offset", in: 0...10_000_000) ?? 0
        self.items = items.without("offset").filter { !["format", "lang"].contains($0.name) }
    }
}
