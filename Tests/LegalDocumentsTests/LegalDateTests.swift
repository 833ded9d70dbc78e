import FoundationEssentials
import LegalDocuments
import Testing

@Suite struct LegalDateTests {
    @Test func everyDayFrom1000To2999ComesBackFromItsNumber() throws {
        var number = try #require(LegalDate(year: 1000, month: 1, day: 1)).dayNumber
        for year in 1000...2999 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = LegalDate(year: year, month: month, day: day) else { continue }
                    guard date.dayNumber == number, LegalDate(dayNumber: number) == date else {
                        Issue.record("\(date) is not day \(number)")
                        return
                    }
                    number += 1
                }
            }
        }
        #expect(LegalDate(dayNumber: 0)?.description == "1970-01-01")
        #expect(LegalDate(dayNumber: number) == nil)
        #expect(LegalDate(dayNumber: .max) == nil)
    }

    @Test(arguments: [
        "2023-02-29", "2023-2-1", "2023-13-01", "0999-01-01", "3023-01-01", "2023-00-01", "2023-01-00", "2023/01/01",
        "", "2023-01-01 ", "+023-01-01",
    ])
    func aDayThatIsNoneIsRefused(iso: String) {
        #expect(LegalDate(iso: iso) == nil)
    }

    @Test func leapDaysFollowTheGregorianRule() {
        #expect(LegalDate(iso: "2024-02-29") != nil)
        #expect(LegalDate(iso: "2000-02-29") != nil)
        #expect(LegalDate(iso: "1900-02-29") == nil)
    }

    @Test func datesCompareByDay() throws {
        let days = try ["2022-12-31", "2023-01-01", "2023-01-02", "2023-02-01"].map { try #require(LegalDate(iso: $0)) }
        #expect(days == days.shuffled().sorted())
    }

    @Test func aDateIsItsISOTextInJSON() throws {
        let date = try #require(LegalDate(iso: "2023-09-01"))
        #expect(String(decoding: try JSONEncoder().encode([date]), as: UTF8.self) == "[\"2023-09-01\"]")
        #expect(try JSONDecoder().decode([LegalDate].self, from: Data("[\"2023-09-01\"]".utf8)) == [date])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LegalDate].self, from: Data("[\"2023-09-31\"]".utf8))
        }
        #expect(date.chinese == "2023年9月1日")
    }

    @Test(arguments: [
        "2023年9月1日", "二〇二三年九月一日", "二○二三年九月一日", "二零二三年九月一日", "２０２３年９月１日", "2023-09-01", "2023/9/1", "2023.9.1",
        "2023-09-01 09:30:00", "2023年9月1日 9时30分",
        "2023 年 9 月 1 日", "2023年09月01日", "（2023年9月1日）", "20230901", "2023-09-01T09:30:00Z", "2023—09—01 09:30",
        "2023-9-1", "2023年9月1号",
    ])
    func aDateIsReadInEveryWayItIsWritten(text: String) {
        #expect(LegalDate(chinese: text)?.description == "2023-09-01")
    }

    @Test(arguments: [
        "", "2023年", "2023年9月", "3023年9月1日", "2023年13月1日", "2023年2月30日", "2023年9月1日施行", "12023-09-01", "2023-09-011",
        "自2023年9月1日", "2023-09/01", "20230931", "九月一日",
    ])
    func whatIsNotOneDateIsRefused(text: String) {
        #expect(LegalDate(chinese: text) == nil)
    }

    @Test func datesAreFoundWithTheirPlaces() {
        let text = "𠮷自２０２４年１月１日起施行，二〇一九年十二月三十一日、2020-11-30止；192.168.1.1，12023-09-01"
        let matches = LegalDate.matches(in: text)
        #expect(matches.map(\.date.description) == ["2024-01-01", "2019-12-31", "2020-11-30"])
        let scalars = Array(text.unicodeScalars)
        let words = matches.map { match in scalars[match.span].map { String($0) }.joined() }
        #expect(words == ["２０２４年１月１日", "二〇一九年十二月三十一日", "2020-11-30"])
    }
}
