import FoundationEssentials
import LegalDocuments

/// The time of day, as far as a library needs it.
enum WallClock {
    /// Seconds since 1970.
    static func seconds() -> Int64 { Int64(Date().timeIntervalSince1970) }

    /// Today in Chinese law: the calendar day in China (UTC+8, without daylight saving).
    static func today() -> LegalDate {
        let days = (seconds() + 8 * 3600) / 86_400
        return LegalDate(dayNumber: Int(days)) ?? LegalDate(dayNumber: 0)!
    }
}
