/// One document as a line of JSON gives it. Keys that are not named here are passed over.
struct DocumentRecord: Decodable {
    struct Unit: Decodable {
        var id: String?
        var label: String?
        var headings: [String]?
        var text: String
    }

    let title: String
    let number: String?
    let issuer: String?
    let kind: String?
    let region: String?
    let textKind: String?
    let indexNumber: String?
    let url: String?
    let origins: [String: String]?
    /// Dates as written, of those that are given.
    let dates: [(field: DateField, written: String)]
    let provisions: [Unit]?
    /// The whole text, where it is not cut into provisions.
    let text: String?

    private enum Key: String, CodingKey {
        case title, number, issuer, kind, region, url, origins, provisions, text
        case textKind = "text_kind"
        case indexNumber = "index_number"
    }

    private struct DateKey: CodingKey {
        let field: DateField
        var stringValue: String { field.rawValue }
        var intValue: Int? { nil }

        init(_ field: DateField) { self.field = field }
        init?(stringValue: String) {
            guard let field = DateField(rawValue: stringValue) else { return nil }
            self.field = field
        }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        title = try values.decode(String.self, forKey: .title)
        number = try values.decodeIfPresent(String.self, forKey: .number)
        issuer = try values.decodeIfPresent(String.self, forKey: .issuer)
        kind = try values.decodeIfPresent(String.self, forKey: .kind)
        region = try values.decodeIfPresent(String.self, forKey: .region)
        textKind = try values.decodeIfPresent(String.self, forKey: .textKind)
        indexNumber = try values.decodeIfPresent(String.self, forKey: .indexNumber)
        url = try values.decodeIfPresent(String.self, forKey: .url)
        origins = try values.decodeIfPresent([String: String].self, forKey: .origins)
        provisions = try values.decodeIfPresent([Unit].self, forKey: .provisions)
        text = try values.decodeIfPresent(String.self, forKey: .text)
        let days = try decoder.container(keyedBy: DateKey.self)
        var dates: [(field: DateField, written: String)] = []
        for field in DateField.allCases {
            if let written = try days.decodeIfPresent(String.self, forKey: DateKey(field)) { dates.append((field, written)) }
        }
        self.dates = dates
    }
}
