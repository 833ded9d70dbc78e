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

    /// How people and pages write a number: brackets of every kind or none, other digits, blanks, marks, labels.
    private static func spellings(_ code: String, _ year: String, _ serial: String) -> [String] {
        let wide = { (text: String) in
            String(String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
        }
        let digits = Array("〇一二三四五六七八九")
        let chinese = String(year.compactMap { $0.wholeNumberValue.map { digits[$0] } })
        let padded = String(repeating: "0", count: max(0, 3 - serial.count)) + serial
        let parted = code.map(String.init).joined(separator: "\u{200B}")
        return [
            "\(code)〔\(year)〕\(serial)号", "\(code)[\(year)]\(serial)号", "\(code)【\(year)】第\(serial)号",
            "\(code)（\(year)）\(padded)号", "\(code)〔\(year)]\(serial)号", "\(code)〔\(year)\(serial.count > 3 ? " " : "〕")\(serial)号",
            "\(code)〔\(wide(year))〕\(wide(serial))号", "\(code)〔\(chinese)〕\(serial)号", "\(code) 〔 \(year) 〕 \(serial) 号",
            "\(parted)〔\(year)〕\(serial)号", "\(code)〔\(year)〕\(serial)", "\(code)\(year) \(serial)", "\(code)\(year)-\(serial)",
            "\(code)\(year)年第\(serial)号", "\(code)\(serial)号\(year)年", "发文字号：\(code)〔\(year)〕\(serial)号",
            "（\(code)〔\(year)〕\(serial)号）", "\(code)〔\(year)〕\(serial)號",
        ]
    }

    @Test func everySpellingOfEveryNumberIsRead() throws {
        let folder = try #require(shared)
        let table = try String(contentsOfFile: "\(folder)/numbers/numbers.tsv", encoding: .utf8)
        var misread: [String] = []
        for line in table.split(separator: "\n").dropFirst() {
            let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard row.count == 4, let number = DocumentNumber(row[0]) else { continue }
            // An order numbered without a year has none to spell; 沪教委法2017 21 may as well be a law and its year.
            guard !row[2].isEmpty else { continue }
            let mayBeLaw = row[1].hasSuffix("法")
            for typed in Self.spellings(row[1], row[2], row[3]) where DocumentNumber(typed) != number {
                if !mayBeLaw || !["\(row[1])\(row[2]) \(row[3])", "\(row[1])\(row[2])-\(row[3])"].contains(typed) { misread.append(typed) }
            }
        }
        #expect(misread.isEmpty, "\(misread.count) misread: \(misread.prefix(40))")
    }
}
