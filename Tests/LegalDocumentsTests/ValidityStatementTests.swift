import LegalDocuments
import Testing

@Suite struct ValidityStatementTests {
    @Test(arguments: [
        "本办法自2024年1月1日起试行两年。", "本办法自2024年1月1日起施行，试行两年。", "本办法自2024年1月1日起施行，试行期2年。",
    ])
    func aTrialOfTwoYearsEndsAfterTwoYears(text: String) {
        #expect(ValidityStatements.expiryDate(in: text, effectiveOn: nil)?.date == LegalDate(iso: "2025-12-31"))
    }

    @Test func aTrialWithoutATermDoesNotEnd() {
        #expect(ValidityStatements.expiryDate(in: "本办法自2024年1月1日起试行。", effectiveOn: nil) == nil)
    }

    private let published = LegalDate(year: 2023, month: 12, day: 20)

    @Test(arguments: [
        ("本办法自2024年1月1日起施行。", "2024-01-01"), ("本办法自二〇二四年一月一日起施行。", "2024-01-01"), ("本法自公布之日起施行。", "2023-12-20"),
        ("本通知自印发之日起执行。", "2023-12-20"),
        ("本规定自发布之日起30日后施行。", "2024-01-19"), ("现予公布，自2024年3月1日起施行。", "2024-03-01"), ("自2024年3月1日起施行。", "2024-03-01"),
        ("本条例自２０２４年１月１日起施行。2009年旧条例同时废止。", "2024-01-01"), ("本细则由市财政局负责解释，自2024年2月1日起实施。", "2024-02-01"),
        ("本规定自2024年1月1日零时起施行。", "2024-01-01"), ("旧规定不再执行。本规定自2024年5月1日起生效。", "2024-05-01"),
        ("本解释自2024.1.1起施行", "2024-01-01"), ("本意见自2024年1月1日起实行。", "2024-01-01"), ("本《办法》自2024年7月1日起施行。", "2024-07-01"),
        ("本实施办法自发文之日起施行。", "2023-12-20"),
    ])
    func theDayFromWhichItAppliesIsRead(text: String, date: String) throws {
        let found = try #require(ValidityStatements.effectiveDate(in: text, publishedOn: published))
        #expect(found.date.description == date)
        #expect(text.contains(found.quote))
    }

    @Test(arguments: [
        "", "本条例自公布之日起施行。", "第五条自2024年1月1日起施行。", "合同自2024年1月1日起生效。", "自2024年1月1日起计算期限。", "许可证自2024年1月1日起实施。",
        "本办法自2024年2月30日起施行。", "自3024年1月1日起施行。",
    ])
    func withoutADayOrAboutAnotherSubjectNothingIsRead(text: String) {
        #expect(ValidityStatements.effectiveDate(in: text, publishedOn: nil) == nil)
    }

    @Test(arguments: [
        ("本办法自2024年1月1日起施行，有效期五年。", "2028-12-31"), ("本办法自2024年1月1日起施行，有效期至2028年6月30日。", "2028-06-30"),
        ("本通知有效期至2026年12月31日。", "2026-12-31"), ("本规定的有效期为2年。", "2025-02-28"), ("本办法自2024年1月1日起施行。有效期5年。", "2028-12-31"),
        ("本细则自印发之日起施行，试行期一年。", "2024-02-29"), ("本办法自2024年1月1日起施行，至2028年12月31日止。", "2028-12-31"),
        ("本措施有效期6个月。", "2023-08-31"),
        ("本通知有效期为2024年1月1日至2025年12月31日。", "2025-12-31"), ("本规定有效期5年，自2024年1月1日起计算。", "2028-12-31"),
        ("本细则自公布之日起30日后施行，有效期为二年。", "2025-02-28"), ("本方案自发布之日起实施，暂定试行1年。", "2024-02-29"),
        ("本办法自2024年1月1日起正式实施，有效期至2026年12月31日。", "2026-12-31"),
        ("本办法有效期自2024年1月1日至2025年12月31日。", "2025-12-31"), ("本办法有效期自2024年1月1日起5年。", "2028-12-31"),
    ])
    func theLastDayOnWhichItAppliesIsRead(text: String, date: String) throws {
        let found = try #require(
            ValidityStatements.expiryDate(in: text, effectiveOn: LegalDate(year: 2023, month: 3, day: 1)))
        #expect(found.date.description == date)
        #expect(text.contains(found.quote))
    }

    @Test(arguments: [
        "许可证的有效期为三年。", "食品流通许可证有效期五年。", "集体合同有效期限内，双方可以变更。", "有效期届满需要延续的，应当申请。", "本办法自2024年1月1日起施行。许可证有效期五年。",
        "本市核发的许可证有效期三年。", "本办法所称许可证有效期为五年。", "本办法自2024年1月1日起施行，许可证有效期五年。", "本办法有效期零年。", "",
    ])
    func aLicenceOrContractIsNotTheDocument(text: String) {
        #expect(ValidityStatements.expiryDate(in: text, effectiveOn: LegalDate(year: 2023, month: 3, day: 1)) == nil)
    }

    @Test func theDayOfAdoptionOrApprovalCountsWhereTheTextNamesIt() {
        let (adopted, approved) = (LegalDate(iso: "2023-11-01"), LegalDate(iso: "2023-11-30"))
        func read(_ text: String) -> String? {
            ValidityStatements.effectiveDate(in: text, publishedOn: nil, adoptedOn: adopted, approvedOn: approved)?.date.description
        }
        #expect(read("本规则自通过之日起施行。") == "2023-11-01")
        #expect(read("本规定自国务院批准之日起施行。") == "2023-11-30")
        #expect(read("本规则自公布之日起施行。") == nil)
    }

    @Test func aTermWithoutAKnownStartGivesNoDate() {
        #expect(ValidityStatements.expiryDate(in: "本办法有效期五年。", effectiveOn: nil) == nil)
    }

    @Test func aTermThatStartsOnALeapDayEndsWithFebruary() {
        let start = LegalDate(year: 2024, month: 2, day: 29)
        #expect(ValidityStatements.expiryDate(in: "本办法有效期一年。", effectiveOn: start)?.date.description == "2025-02-28")
        #expect(ValidityStatements.expiryDate(in: "本办法有效期四年。", effectiveOn: start)?.date.description == "2028-02-28")
    }
}
