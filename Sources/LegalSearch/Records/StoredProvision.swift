import LegalDocuments

/// How a provision stands in the index: its label and text are one searchable text, with a blank between them, and a
/// record of a few bytes tells them apart again.
enum StoredProvision {
    /// Between label and text.
    private static let separator = "\u{3000}"
    /// Record of a document that has no provisions: its only unit is empty and is no provision.
    private static let none: [UInt8] = []

    static func text(_ provision: Provision) -> String {
        provision.label.isEmpty ? provision.text : provision.label + separator + provision.text
    }

    /// - Parameter headings: places of the provision's headings in ``StoredDocument/headings``.
    static func record(_ provision: Provision, headings: [Int]) -> [UInt8] {
        var writer = RecordWriter()
        writer.number(provision.label.unicodeScalars.count + 1)
        writer.number(headings.count)
        for heading in headings { writer.number(heading) }
        // An article's id follows from its label, and need not be kept.
        writer.string(ArticleNumber(label: provision.label)?.provisionID == provision.id ? "" : provision.id)
        return writer.bytes
    }

    /// Takes a unit apart; `.some(nil)` for the unit of a document without provisions, nil for damage.
    static func provision(text: String, record: [UInt8], headings: [String]) -> Provision?? {
        if record == none { return .some(nil) }
        var reader = RecordReader(record)
        guard let labelCount = reader.number(), labelCount >= 1, let places = reader.list({ $0.number() }),
            places.allSatisfy(headings.indices.contains), let storedID = reader.string()
        else { return nil }
        let scalars = text.unicodeScalars
        guard labelCount > 1 else {
            return .some(Provision(id: storedID, label: "", headings: places.map { headings[$0] }, text: text))
        }
        guard let end = scalars.index(scalars.startIndex, offsetBy: labelCount - 1, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return nil }
        let label = String(scalars[..<end])
        let id = storedID.isEmpty ? ArticleNumber(label: label)?.provisionID : storedID
        guard let id else { return nil }
        return .some(
            Provision(
                id: id, label: label, headings: places.map { headings[$0] },
                text: String(scalars[scalars.index(after: end)...])))
    }
}
