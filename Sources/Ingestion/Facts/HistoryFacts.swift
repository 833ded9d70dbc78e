import LegalDocuments

extension DocumentFacts {
    /// Takes the days from the note below the title: 通过, 批准, 公布, 修正, 施行 …
    ///
    /// The version is the last enactment or amendment. A day that the note gives for the text's first adoption
    /// stays `adopted` also where it was amended later.
    mutating func offer(_ events: [HistoryEvent], from origin: String) {
        var lastChange: LegalDate?
        for event in events {
            if let field = Self.field(of: event) { offer(event.date, as: field, from: origin) }
            if Self.isChange(event), lastChange.map({ $0 < event.date }) ?? true { lastChange = event.date }
        }
        if let lastChange { offer(lastChange, as: .version, from: origin) }
        if let body = events.last(where: { Self.isChange($0) && $0.body != nil })?.body {
            offerIssuer(body, from: origin)
        }
    }

    private static func field(of event: HistoryEvent) -> DateField? {
        switch event.action {
        case .adopted: .adopted
        case .approved: .approved
        case .published: .published
        case .effective: .effective
        case .repealed: .repealed
        default: nil
        }
    }

    private static func isChange(_ event: HistoryEvent) -> Bool {
        switch event.action {
        case .effective, .repealed: false
        default: true
        }
    }

    /// The version of a text whose note names none: the best of its other days, and what dates the file as the last
    /// resort.
    ///
    /// Collections date each file by the day its text was made public or signed. A date that no other field holds tells
    /// this text from its versions where the note does not speak against it:
    ///
    /// | The file is dated                    | It is                                      |
    /// |--------------------------------------|--------------------------------------------|
    /// | up to ten days before the last change | the day of that change as it was signed    |
    /// | up to a year after it                | its publication, where no day is known     |
    /// | later, or after a publication of old | a version that the note does not know of   |
    /// | earlier                              | nothing: the text holds later changes      |
    mutating func settleVersion(fileDate: LegalDate?, from origin: String) {
        if let fileDate, let change = dates.version, change != fileDate {
            let delay = fileDate.dayNumber - change.dayNumber
            if dates.published == nil, (0...Self.longestDelayInDays).contains(delay) {
                offer(fileDate, as: .published, from: origin)
            } else if delay >= -Self.longestLeadInDays, !isKnown(fileDate) {
                replaceVersion(by: fileDate, from: origin)
            }
        }
        for field in [DateField.published, .approved, .adopted, .written] where dates.version == nil {
            if let date = dates[field] { offer(date, as: .version, from: origins[field.rawValue] ?? field.rawValue) }
        }
        if let fileDate { offer(fileDate, as: .version, from: origin) }
    }

    private static let longestDelayInDays = 366
    private static let longestLeadInDays = 10

    /// Whether a field holds the day already.
    private func isKnown(_ date: LegalDate) -> Bool { DateField.allCases.contains { dates[$0] == date } }

    /// What the text says of its own validity, looked for in its last provisions and in its first.
    mutating func offerValidity(in provisions: [Provision]) {
        let last = provisions.suffix(6).reversed()
        // The President promulgates a law on the day on which it is adopted (宪法第八十条).
        let publication = (origins["published"] == "file name" ? nil : dates.published) ?? dates.written
            ?? (kind == .law ? dates.adopted : nil)
        for provision in Array(last) + provisions.prefix(provisions.count > 6 ? 1 : 0) {
            if dates.effective == nil,
                let found = ValidityStatements.effectiveDate(
                    in: provision.text, publishedOn: publication, adoptedOn: dates.adopted, approvedOn: dates.approved) {
                offer(found.date, as: .effective, from: "text: \(provision.id)")
            }
            if dates.expires == nil, provision.text.holds("效"),
                let found = ValidityStatements.expiryDate(in: provision.text, effectiveOn: dates.effective) {
                offer(found.date, as: .expires, from: "text: \(provision.id)")
            }
        }
    }
}

/// The date in a file's name: `…(2023-09-01).md`.
enum FileNameDate {
    static func date(in path: String) -> LegalDate? {
        let name = path.split(separator: "/").last ?? ""
        guard let open = name.lastIndex(where: { $0 == "(" || $0 == "（" }),
            let close = name[open...].firstIndex(where: { $0 == ")" || $0 == "）" })
        else { return nil }
        return LegalDate(iso: name[name.index(after: open)..<close])
    }
}
