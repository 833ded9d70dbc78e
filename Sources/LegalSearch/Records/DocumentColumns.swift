import LegalDocuments

/// The numbers that the index keeps for each document, for what must be known of all of them at once.
enum DocumentColumn: Int, CaseIterable {
    /// Days since 1970, ``none`` where unknown.
    case version, effective, expires, repealed
    /// What versions and parts of one work share.
    case family
    /// Rank of the kind, and bits for what it is.
    case nature
    /// Numbers of the first and the last article; 0 without articles.
    case firstArticle, lastArticle
    /// When the document came into the index, or last came with another content, in seconds since 1970.
    case changed

    static let none = Int64.min
    static let isLaw: Int64 = 1 << 8
    static let isDigest: Int64 = 1 << 9

    static func values(of document: LegalDocument, changedAt: Int64) -> [Int64] {
        let articles = document.provisions.compactMap { ArticleNumber(label: $0.label)?.number }
        let dates = document.dates
        func day(_ date: LegalDate?) -> Int64 { date.map { Int64($0.dayNumber) } ?? none }
        var nature = Int64(document.kind.rank)
        if document.kind.isLaw { nature |= isLaw }
        if document.textKind == .digest { nature |= isDigest }
        return [
            day(dates.version ?? dates.published ?? dates.adopted), day(dates.effective), day(dates.expires),
            day(dates.repealed), StableHash.signed(TitleKey.key(of: document.title)), nature,
            Int64(articles.min() ?? 0), Int64(articles.max() ?? 0), changedAt,
        ]
    }
}

/// A hash that is the same in every run: FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
enum StableHash {
    static func value(_ bytes: some Sequence<UInt8>, continuing start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
        var hash = start
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    static func signed(_ text: String) -> Int64 { Int64(bitPattern: value(text.utf8)) }
}
