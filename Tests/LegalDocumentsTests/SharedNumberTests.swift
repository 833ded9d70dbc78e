import FoundationEssentials
import LegalDocuments
import Testing

/// The folder with data that is not part of the package.
private let shared = ProcessInfo.processInfo.environment["LEXIGRAM_SHARED"]

@Suite(.enabled(if: shared != nil))
struct SharedNumberTests {
    @Test func everyNumberOfTheElevenSitesGivesItsThreeParts() throws {
        let folder = try #require(shared)
        let table = try String(contentsOfFile: "\(folder)/numbers/numbers.tsv", encoding: .utf8)
        let rows = table.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(rows.count > 17_000)
        var misread: [String] = []
        for row in rows where row.count == 4 {
            let number = DocumentNumber(String(row[0]))
            if number?.code != String(row[1]) || number?.year != String(row[2]) || number?.serial != String(row[3]) {
                misread.append("\(row[0]) → \(number?.key ?? "nil")")
            }
        }
        #expect(misread.isEmpty, "\(misread.count) misread: \(misread.prefix(20))")
    }
}
