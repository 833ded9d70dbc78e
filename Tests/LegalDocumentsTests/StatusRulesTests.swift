import LegalDocuments
import Testing

@Suite struct StatusRulesTests {
    private static func day(_ iso: String) -> LegalDate? { LegalDate(iso: iso) }

    private func status(
        _ dates: DocumentDates, on day: String, kind: DocumentKind = .law, textKind: TextKind = .full,
        later: String? = nil
    ) throws -> (status: LegalStatus, evidence: [StatusEvidence]) {
        let day = try #require(LegalDate(iso: day))
        return StatusRules.status(
            kind: kind, textKind: textKind, dates: dates, origins: ["effective": "text: art_90"],
            supersededBy: later.flatMap { LegalDate(iso: $0) }.map { ("later-law", $0) }, on: day)
    }

    @Test func aTextAppliesFromItsEffectiveDay() throws {
        let dates = DocumentDates(effective: Self.day("2024-01-01"))
        #expect(try status(dates, on: "2023-12-31").status == .notYet)
        let first = try status(dates, on: "2024-01-01")
        #expect(first.status == .inForce)
        #expect(first.evidence == [StatusEvidence(field: "effective", value: "2024-01-01", from: "text: art_90")])
    }

    @Test func repealTakesEffectOnItsDayAndOutranksEverything() throws {
        let dates = DocumentDates(
            effective: Self.day("2000-01-01"), expires: Self.day("2010-12-31"), repealed: Self.day("2024-01-01"))
        #expect(try status(dates, on: "2024-01-01", later: "2005-01-01").status == .repealed)
        #expect(try status(dates, on: "2010-12-31").status == .inForce)
        #expect(try status(dates, on: "2011-01-01").status == .expired)
    }

    @Test func aLaterVersionTakesItsPlaceFromItsOwnDay() throws {
        let dates = DocumentDates(effective: Self.day("2000-01-01"))
        #expect(try status(dates, on: "2023-12-31", later: "2024-01-01").status == .inForce)
        let superseded = try status(dates, on: "2024-01-01", later: "2024-01-01")
        #expect(superseded.status == .superseded)
        #expect(superseded.evidence == [StatusEvidence(field: "superseded", value: "2024-01-01", from: "later-law")])
    }

    @Test func aVersionDatedAfterTheDayWasNotYetLaw() throws {
        let version = DocumentDates(version: Self.day("2023-09-01"))
        #expect(try status(version, on: "2023-08-31").status == .notYet)
        #expect(try status(version, on: "2023-09-01").status == .unknown)
        // Amended in 2023, in force since 1999: in 2010 another version of it was.
        let amended = DocumentDates(effective: Self.day("1999-10-01"), version: Self.day("2023-09-01"))
        #expect(try status(amended, on: "2010-01-01").status == .notYet)
        #expect(try status(amended, on: "2024-01-01").status == .inForce)
    }

    @Test func whatIsNotKnownIsNotGuessed() throws {
        let nothing = try status(
            DocumentDates(written: Self.day("2020-01-01"), published: Self.day("2020-01-02")), on: "2024-01-01")
        #expect(nothing.status == .unknown)
        #expect(nothing.evidence.isEmpty)
    }

    @Test(arguments: [DocumentKind.draft, .explanation, .news, .listPage, .judicialCase])
    func whatIsAboutLawIsNeverInForce(kind: DocumentKind) throws {
        let dates = DocumentDates(effective: Self.day("2020-01-01"), repealed: Self.day("2021-01-01"))
        #expect(try status(dates, on: "2020-06-01", kind: kind).status == .unknown)
    }

    @Test func aDigestIsJudgedByItsKnownDates() throws {
        #expect(
            try status(DocumentDates(effective: Self.day("2020-01-01")), on: "2024-01-01", textKind: .digest).status
                == .inForce)
        #expect(try status(DocumentDates(), on: "2024-01-01", textKind: .digest).status == .unknown)
    }
}
