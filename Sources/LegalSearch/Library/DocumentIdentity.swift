import LegalDocuments
import TextAnalysis

/// Gives each document an id that no other has and that is the same when its source is read again.
struct DocumentIdentity {
    /// Ids given in this run, with the source of each.
    private var given: [String: String] = [:]
    /// The sources of a document that the index already holds; empty where it holds none of this id.
    private let sourcesHeld: (String) -> [String]

    init(sourcesHeld: @escaping (String) -> [String]) { self.sourcesHeld = sourcesHeld }

    /// The id for a document read from `source`: its number or title and date; where that is taken, with the name of
    /// its part added (民法典-2020-05-28-合同编), then with a hash of the source's path.
    mutating func id(for document: LegalDocument, source: String) -> String {
        let dates = document.dates
        let date = dates.version ?? dates.published ?? dates.written ?? dates.adopted ?? dates.effective
        let base = DocumentID.base(
            number: document.number.flatMap { DocumentNumber($0) }, title: document.title, date: date)
        var candidates = [base]
        if let part = Self.part(of: document) ?? Self.part(namedBy: source) { candidates.append(base + "-" + part) }
        candidates.append(base + "-" + Self.shortHash(source))
        var number = 2
        while true {
            let id = candidates.isEmpty ? base + "-" + Self.shortHash("\(source)#\(number)") : candidates.removeFirst()
            if candidates.isEmpty { number += 1 }
            guard given[id] == nil, isFree(id, for: source) else { continue }
            given[id] = source
            return id
        }
    }

    private func isFree(_ id: String, for source: String) -> Bool {
        let held = sourcesHeld(id)
        // A document that another source holds too stays theirs.
        return held.isEmpty || held == [source]
    }

    /// 第三编 合同 → 合同编: the name of the only part that the document holds.
    private static func part(of document: LegalDocument) -> String? {
        let parts = Set(document.provisions.compactMap { $0.headings.first })
        guard parts.count == 1, let heading = parts.first, let end = heading.firstIndex(of: "编"),
            heading.hasPrefix("第")
        else { return nil }
        let name = heading[heading.index(after: end)...].filter { !$0.isWhitespace }
        guard !name.isEmpty, name.count <= 12 else { return nil }
        let part = name.hasSuffix("编") ? name : name + "编"
        return DocumentID.isValid(part) ? part : nil
    }

    /// …/民法典/合同编.html → 合同编: a file's name, where it is a short word of Han characters.
    private static func part(namedBy source: String) -> String? {
        let file = source.split(separator: "/").last ?? ""
        let name = String(file.prefix { $0 != "." })
        let isWord = name.unicodeScalars.allSatisfy { CharacterClass.of($0.value) == .han }
        return isWord && (1...12).contains(name.unicodeScalars.count) ? name : nil
    }

    private static func shortHash(_ text: String) -> String {
        let hash = StableHash.value(text.utf8)
        let digits = String(UInt32(truncatingIfNeeded: hash ^ hash >> 32), radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
