internal import Glibc
import LegalDocuments

/// The titles that a document names in 《》, as keywords of the index: who leans on whom.
enum NamedTitles {
    static let prefix = "names="
    /// Longer runs between title marks are no titles, in Unicode scalars.
    private static let lengths = 3...60

    /// One keyword for each title that is not the document's own.
    static func keywords(of document: LegalDocument) -> [String] {
        var keys: Set<String> = []
        for provision in document.provisions { addTitles(in: provision.text, to: &keys) }
        keys.remove(TitleKey.key(of: document.title))
        return keys.map { prefix + $0 }.sorted()
    }

    private static func addTitles(in text: String, to keys: inout Set<String>) {
        guard text.holds("《") else { return }
        var open: Int?
        let bytes = text.utf8.span
        var place = 0
        while place + 3 <= bytes.count {
            // 《 and 》 are E3 80 8A and E3 80 8B.
            guard bytes[place] == 0xE3, bytes[place + 1] == 0x80, bytes[place + 2] | 1 == 0x8B else {
                place += 1
                continue
            }
            place += 3
            if bytes[place - 1] == 0x8A {
                open = place
            } else if let start = open {
                open = nil
                let title = String(decoding: (start..<place - 3).map { bytes[$0] }, as: UTF8.self)
                if lengths.contains(title.unicodeScalars.count) { keys.insert(TitleKey.key(of: title)) }
            }
        }
    }

    static func logarithm(of count: Int) -> Float { log1pf(Float(count)) }
}
