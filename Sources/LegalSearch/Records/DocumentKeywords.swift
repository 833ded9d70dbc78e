import LegalDocuments

/// The exact strings by which the index finds a document. Each begins with what it is.
enum DocumentKeyword {
    static func kind(_ value: String) -> String { "kind=" + value }
    static func issuer(_ value: String) -> String { "issuer=" + value }
    static func region(_ value: String) -> String { "region=" + value }
    static func year(_ value: String) -> String { "year=" + value }
    static func textKind(_ value: String) -> String { "text_kind=" + value }
    static func source(_ path: String) -> String { "source=" + path }
    /// Of the folded title without marks and 中华人民共和国.
    static func title(_ key: String) -> String { "title=" + key }
    static func number(_ key: String) -> String { "number=" + key }
    /// Year and serial before the code, for whoever has only those.
    static func serial(year: String, serial: String, code: String) -> String { "serial=\(year)|\(serial)|\(code)" }
    /// Title as written, for suggestions.
    static func suggestion(_ text: String) -> String { "suggest=" + text }
    static func text(_ hash: UInt64) -> String { "text=" + String(hash, radix: 16) }

    static func all(of document: LegalDocument, sources: [SourceStamp], textHash: UInt64?) -> [String] {
        var keywords = [
            kind(document.kind.rawValue), textKind(document.textKind.rawValue), suggestion(document.title),
        ]
        keywords += sources.flatMap { $0.file == $0.path ? [source($0.path)] : [source($0.path), source($0.file)] }
        for form in [document.title] + TitleKey.shortForms(of: document.title) {
            keywords.append(title(TitleKey.key(of: form)))
        }
        if let issuer = document.issuer { keywords.append(self.issuer(issuer)) }
        if let region = document.region { keywords.append(self.region(region)) }
        if let year = year(of: document) { keywords.append(self.year(year)) }
        if let textHash { keywords.append(text(textHash)) }
        if let number = document.number.flatMap({ DocumentNumber($0) }) {
            keywords.append(self.number(number.key))
            keywords.append(serial(year: number.year, serial: number.serial, code: number.code))
            keywords.append(suggestion(number.canonical))
        }
        return Array(Set(keywords)).sorted()
    }

    /// The year of the text: of its version, publication or signature, whichever is known first.
    static func year(of document: LegalDocument) -> String? {
        let dates = document.dates
        return (dates.version ?? dates.published ?? dates.written ?? dates.adopted ?? dates.effective).map { "\($0.year)" }
    }
}
