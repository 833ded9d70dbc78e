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
        var open: String.Index?
        let scalars = text.unicodeScalars
        for place in scalars.indices {
            if scalars[place] == "《" { open = scalars.index(after: place) }
            guard scalars[place] == "》", let start = open else { continue }
            open = nil
            let title = String(scalars[start..<place])
            if lengths.contains(title.unicodeScalars.count) { keys.insert(TitleKey.key(of: title)) }
        }
    }

    static func logarithm(of count: Int) -> Float { log1pf(Float(count)) }
}
