import FoundationEssentials
import LegalDocuments

/// The day at a moment by this machine's clock and time zone.
enum LocalDay {
    static func of(secondsSince1970 seconds: Int64) -> LegalDate? {
        of(Date(timeIntervalSince1970: Double(seconds)))
    }

    private static func of(_ moment: Date) -> LegalDate? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .current
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return LegalDate(year: year, month: month, day: day)
    }
}
