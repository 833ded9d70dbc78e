public import LegalDocuments

/// The ledger as CSV (RFC 4180) that spreadsheet programs open as it is: UTF-8 with a byte order mark.
public enum LedgerTable {
    /// - Parameters:
    ///   - headings: the columns' names in the reader's language: number, title, issuer, kind, written, published,
    ///     effective, expires, repealed, status, evidence, changed bases, id.
    ///   - status: the reader's words for a status.
    public static func csv(
        _ entries: [LedgerEntry], headings: [String], status: (LegalStatus) -> String
    ) -> String {
        var text = "\u{FEFF}" + row(headings)
        for entry in entries { text += row(cells(entry, status: status)) }
        return text
    }

    public static func cells(_ entry: LedgerEntry, status: (LegalStatus) -> String) -> [String] {
        let document = entry.document
        let dates = document.dates
        let days = [dates.written, dates.published, dates.effective, dates.expires, dates.repealed].map { $0?.description ?? "" }
        let evidence = document.statusEvidence.map { "\($0.field) \($0.value) (\($0.from))" }.joined(separator: "; ")
        let bases = entry.changedBases.map { "\($0.title) \(status($0.status)) \($0.since?.description ?? "")" }.joined(separator: "; ")
        return [document.number ?? "", document.title, document.issuer ?? "", document.kind.rawValue] + days
            + [status(document.status), evidence, bases, document.id]
    }

    private static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// A cell that begins like a formula gets an apostrophe, so that no program runs what a page's title holds.
    private static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
        return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}
