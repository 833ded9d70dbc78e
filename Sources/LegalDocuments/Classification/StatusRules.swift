/// Concludes from what is known of a document whether its text is good law on a day.
public struct StatusRules {
    /// The first rule that applies decides:
    ///
    /// | Known                                              | Status     |
    /// |----------------------------------------------------|------------|
    /// | a draft, explanation, news, list or case            | unknown    |
    /// | repealed on or before the day                       | repealed   |
    /// | expires before the day                              | expired    |
    /// | a later version took its place on or before the day  | superseded |
    /// | effective after the day                             | not-yet    |
    /// | this version is dated after the day                 | not-yet    |
    /// | effective on or before the day                      | in-force   |
    /// | none of these                                       | unknown    |
    ///
    /// An amended law keeps the effective date of its first enactment, so a version dated after the day was not yet
    /// law on it, however early that date is. `repealedBy` is another document that says so. A digest is judged by its own dates alone: they are facts, its words are not.
    public static func status(
        kind: DocumentKind, textKind: TextKind, dates: DocumentDates, origins: [String: String],
        supersededBy: (id: String, on: LegalDate)?, repealedBy: (id: String, on: LegalDate)? = nil, on day: LegalDate
    ) -> (status: LegalStatus, evidence: [StatusEvidence]) {
        func evidence(_ field: String, _ date: LegalDate) -> [StatusEvidence] {
            [StatusEvidence(field: field, value: date.description, from: origins[field] ?? "document")]
        }
        guard kind.isLaw else { return (.unknown, []) }
        if let repealed = dates.repealed, repealed <= day { return (.repealed, evidence("repealed", repealed)) }
        if let repeal = repealedBy, repeal.on <= day {
            return (.repealed, [StatusEvidence(field: "repealed", value: repeal.on.description, from: repeal.id)])
        }
        if let expires = dates.expires, expires < day { return (.expired, evidence("expires", expires)) }
        if let later = supersededBy, later.on <= day {
            return (.superseded, [StatusEvidence(field: "superseded", value: later.on.description, from: later.id)])
        }
        if let effective = dates.effective, effective > day { return (.notYet, evidence("effective", effective)) }
        if let version = dates.version, version > day { return (.notYet, evidence("version", version)) }
        if let effective = dates.effective { return (.inForce, evidence("effective", effective)) }
        return (.unknown, [])
    }
}
