import InvertedIndex
import LegalDocuments

/// Finds the held numbers that come nearest to a number, or to a part of one.
///
/// | Typed            | Given, in this order                                                        |
/// |------------------|-----------------------------------------------------------------------------|
/// | 鄂府发〔2023〕62号  | the number itself; sister codes (鄂府办发〔2023〕62号); serial or year off by 1, by 2 … |
/// | 鄂府发〔2023〕      | that code and year, by serial                                                |
/// | 鄂府发 62         | that code and serial, the newest first                                       |
/// | 鄂府发            | that code, the newest first                                                  |
/// | 〔2023〕62号       | every code's number of that year and serial                                  |
/// | 〔2023〕, 62号     | every code's numbers of that year; that serial, the newest first             |
///
/// - Complexity: some tens of probes into the dictionary of keywords, however many numbers are held.
struct NearNumbers {
    let snapshot: IndexSnapshot

    /// Years in which documents have been numbered: those that the parser reads, from the newest that is held on.
    private static let oldestYear = 1949
    /// How far the serial or the year may be off.
    private static let farthest = 9
    /// Before those that are off by one.
    private static let mostSisters = 3
    /// At most so many keywords are looked at where a prefix leaves the number open: one body's numbers of one year.
    private static let widest = 1_000

    /// Documents, nearest first, each once.
    func documents(near partial: PartialDocumentNumber, limit: Int) throws(IndexError) -> [DocumentAddress] {
        var found = Found(limit: limit)
        switch (partial.code, partial.year, partial.serial) {
        case (let code?, let year, let serial?) where year != nil || partial.isOrder:
            try addNear(code, year ?? "", serial, to: &found)
        case (let code?, let year?, _):
            try add(DocumentNumber.key(code: code, year: year, serial: ""), by: Self.serial, to: &found)
            if found.isEmpty { try addYears(code, serial: "", around: Int(year), to: &found) }
        case (let code?, nil, let serial):
            try addYears(code, serial: serial ?? "", around: nil, to: &found)
        case (nil, let year?, let serial):
            let prefix = DocumentKeyword.serial(year: year, serial: serial ?? "", code: "")
            try add(keywords: serial == nil ? String(prefix.dropLast()) : prefix, by: Self.serial, to: &found)
        case (nil, nil, let serial?):
            for year in years where !found.isFull {
                try add(keywords: DocumentKeyword.serial(year: String(year), serial: serial, code: ""), by: Self.serial, to: &found)
            }
        default: break
        }
        return found.documents
    }

    /// From the newest on.
    private var years: [Int] { Array((Self.oldestYear...WallClock.today().year + 1).reversed()) }

    // MARK: Whole numbers

    private func addNear(_ code: String, _ year: String, _ serial: String, to found: inout Found) throws(IndexError) {
        try add(number: DocumentNumber.key(code: code, year: year, serial: serial), to: &found)
        let sisters = try sisters(of: code, year, serial)
        for sister in sisters.prefix(Self.mostSisters) { found.add(sister) }
        let typed = Int(serial) ?? 0
        for step in 1...Self.farthest where !found.isFull {
            for other in [typed - step, typed + step] where other > 0 {
                try add(number: DocumentNumber.key(code: code, year: year, serial: String(other)), to: &found)
            }
            guard let typed = Int(year) else { continue }
            for other in [typed - step, typed + step] {
                try add(number: DocumentNumber.key(code: code, year: String(other), serial: serial), to: &found)
            }
        }
        for sister in sisters.dropFirst(Self.mostSisters) { found.add(sister) }
        guard found.isEmpty else { return }
        try add(DocumentNumber.key(code: code, year: year, serial: ""), by: { abs(Self.serial($0) - typed) }, to: &found)
    }

    /// The same year and serial under a code of the same body or place: 鄂府办发 for 鄂府发.
    private func sisters(
        of code: String, _ year: String, _ serial: String
    ) throws(IndexError) -> [[DocumentAddress]] {
        let prefix = DocumentKeyword.serial(year: year, serial: serial, code: "")
        var sisters: [(distance: Int, documents: [DocumentAddress])] = []
        for (keyword, documents) in try snapshot.keywords(withPrefix: prefix, limit: Self.widest) {
            let other = keyword.dropFirst(prefix.count)
            let distance = EditDistance.between(Array(code.unicodeScalars), Array(other.unicodeScalars), limit: 6)
            guard other.unicodeScalars.count > 0, distance > 0, distance == 1 || distance <= 6 && other.unicodeScalars.first == code.unicodeScalars.first else { continue }
            sisters.append((distance, documents))
        }
        return sisters.sorted { $0.distance < $1.distance }.map(\.documents)
    }

    // MARK: Parts

    /// A code's numbers year by year: from the newest on, or from a year outwards.
    private func addYears(_ code: String, serial: String, around year: Int?, to found: inout Found) throws(IndexError) {
        let ordered = year.map { near in years.sorted { abs($0 - near) < abs($1 - near) } } ?? years
        for year in ordered.map(String.init) + [""] where !found.isFull {
            let key = DocumentNumber.key(code: code, year: year, serial: serial)
            if serial.isEmpty { try add(key, by: Self.serial, to: &found) } else { try add(number: key, to: &found) }
        }
    }

    private func add(number key: String, to found: inout Found) throws(IndexError) {
        found.add(try snapshot.documents(withKeyword: DocumentKeyword.number(key)))
    }

    /// Numbers whose key begins like this.
    private func add(_ key: String, by order: (String) -> Int, to found: inout Found) throws(IndexError) {
        try add(keywords: DocumentKeyword.number(key), by: order, to: &found)
    }

    private func add(keywords prefix: String, by order: (String) -> Int, to found: inout Found) throws(IndexError) {
        let listed = try snapshot.keywords(withPrefix: prefix, limit: Self.widest)
        for entry in listed.map({ (order($0.keyword), $0.documents) }).sorted(by: { $0.0 < $1.0 }) { found.add(entry.1) }
    }

    /// The serial at the end of a number's keyword, or in the middle of a serial's.
    private static func serial(_ keyword: String) -> Int {
        keyword.split(separator: "|").dropFirst().compactMap { Int($0) }.last ?? 0
    }
}

/// Documents in the order in which they were found.
private struct Found {
    let limit: Int
    private(set) var documents: [DocumentAddress] = []
    private var seen: Set<DocumentAddress> = []

    init(limit: Int) { self.limit = limit }

    var isEmpty: Bool { documents.isEmpty }
    var isFull: Bool { documents.count >= limit }

    mutating func add(_ more: [DocumentAddress]) {
        for document in more where !isFull && seen.insert(document).inserted { documents.append(document) }
    }
}

extension PartialDocumentNumber {
    /// Whether no year belongs to it: 国务院令第711号.
    fileprivate var isOrder: Bool { year == nil && (code.map { $0.hasSuffix("令") || $0.hasSuffix("告") } ?? false) }
}
