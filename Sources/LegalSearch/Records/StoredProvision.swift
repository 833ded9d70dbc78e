import InvertedIndex
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
        guard let parts = Parts(record, headings) else { return nil }
        let scalars = text.unicodeScalars
        guard parts.labelCount > 0 else {
            return .some(Provision(id: parts.storedID, label: "", headings: parts.headings, text: text))
        }
        guard let end = scalars.index(scalars.startIndex, offsetBy: parts.labelCount, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return nil }
        let label = String(scalars[..<end])
        guard let id = parts.id(label: label) else { return nil }
        return .some(
            Provision(id: id, label: label, headings: parts.headings, text: String(scalars[scalars.index(after: end)...])))
    }

    /// The same for a list of hits, which need no more of the text than a piece: what names the provision, and where among the
    /// scalars its text begins.
    static func summary(
        scalars: [UInt32], record: [UInt8], headings: [String]
    ) -> (provision: ProvisionSummary, textStart: Int)?? {
        if record == none { return .some(nil) }
        guard let parts = Parts(record, headings) else { return nil }
        guard parts.labelCount > 0 else {
            return (ProvisionSummary(id: parts.storedID, label: "", headings: parts.headings), 0)
        }
        guard parts.labelCount < scalars.count else { return nil }
        let label = String(scalarValues: Array(scalars[..<parts.labelCount]))
        guard let id = parts.id(label: label) else { return nil }
        return (ProvisionSummary(id: id, label: label, headings: parts.headings), parts.labelCount + 1)
    }

    /// What a record tells.
    private struct Parts {
        /// Scalars of the label.
        let labelCount: Int
        let headings: [String]
        /// Empty where it follows from the label.
        let storedID: String

        init?(_ record: [UInt8], _ headings: [String]) {
            var reader = RecordReader(record)
            guard let labelCount = reader.number(), labelCount >= 1, let places = reader.list({ $0.number() }),
                places.allSatisfy(headings.indices.contains), let storedID = reader.string()
            else { return nil }
            self.labelCount = labelCount - 1
            self.headings = places.map { headings[$0] }
            self.storedID = storedID
        }

        func id(label: String) -> String? {
            storedID.isEmpty ? ArticleNumber(label: label)?.provisionID : storedID
        }
    }
}
