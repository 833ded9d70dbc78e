import FoundationEssentials
import LegalDocuments
import LegalSearch
import Testing

private let shared = ProcessInfo.processInfo.environment["LEXIGRAM_SHARED"]

/// The 17,054 real numbers of eleven sites, each the number of a document in one index.
@Suite(.enabled(if: shared != nil))
struct SharedLookupTests {
    private static let rows: [String] = {
        guard let shared, let table = try? String(contentsOfFile: "\(shared)/numbers/numbers.tsv", encoding: .utf8) else { return [] }
        return table.split(separator: "\n").dropFirst().compactMap { $0.split(separator: "\t", omittingEmptySubsequences: false).first.map(String.init) }
    }()

    private static let opened: (library: TemporaryLibrary, opened: Library)? = try? {
        let library = TemporaryLibrary()
        var records = ""
        for (index, row) in rows.enumerated() {
            let canonical = DocumentNumber(row)?.canonical ?? ""
            records += SampleRecord.json(canonical, index)
        }
        library.write(records, to: "numbers.jsonl")
        try library.indexPages()
        return (library, try library.open())
    }()

    @Test func everyRowInEverySpellingFindsADocumentOfThatNumber() throws {
        let opened = try #require(Self.opened).opened
        #expect(Self.rows.count == 17_054)
        var lost: [String] = []
        var tried = 0
        for row in Self.rows {
            guard let number = DocumentNumber(row) else {
                lost.append(row)
                continue
            }
            for typed in [row] + SampleRecord.spellings(of: number) {
                tried += 1
                let found = try opened.lookUp(number: typed, asOf: nil).matches
                if found.isEmpty || found.contains(where: { $0.number.flatMap { DocumentNumber($0) } != number }) { lost.append(typed) }
            }
        }
        #expect(lost.isEmpty, "\(lost.count) of \(tried) lost: \(lost.prefix(20))")
    }

    @Test func aSerialOrAYearOffByOneSuggestsTheRow() throws {
        let opened = try #require(Self.opened).opened
        var lost: [String] = []
        for row in Self.rows.indices.filter({ $0 % 17 == 0 }).map({ Self.rows[$0] }) {
            guard let number = DocumentNumber(row), !number.year.isEmpty, let serial = Int(number.serial), let year = Int(number.year) else { continue }
            for typed in ["\(number.code)〔\(number.year)〕\(serial + 1)号", "\(number.code)〔\(year + 1)〕\(serial)号"] {
                let answer = try opened.lookUp(number: typed, asOf: nil)
                let isSuggested = answer.near.contains { $0.number.flatMap { DocumentNumber($0) } == number }
                if answer.matches.isEmpty, !isSuggested { lost.append("\(row) ← \(typed)") }
            }
        }
        #expect(lost.isEmpty, "\(lost.count): \(lost.prefix(20))")
    }
}
