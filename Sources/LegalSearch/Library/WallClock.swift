import FoundationEssentials
package import LegalDocuments

/// The time of day, as far as a library needs it.
package enum WallClock {
    /// Seconds since 1970.
    static func seconds() -> Int64 { Int64(Date().timeIntervalSince1970) }

    /// A moment as RFC 3339 writes it, in UTC.
    package static func timestamp(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }

    /// Today in Chinese law: the calendar day in China (UTC+8, without daylight saving).
    package static func today() -> LegalDate {
        let days = (seconds() + 8 * 3600) / 86_400
        return LegalDate(dayNumber: Int(days)) ?? LegalDate(dayNumber: 0)!
    }
}
