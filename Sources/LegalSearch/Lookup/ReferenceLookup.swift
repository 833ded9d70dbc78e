import InvertedIndex
import LegalDocuments

/// Finds documents by what names them: number, title, id; and an article in one.
struct ReferenceLookup {
    let state: LibraryState
    let standings: DocumentStandings
    /// Gives older versions too.
    var allVersions = false

    private var snapshot: IndexSnapshot { state.snapshot }

    /// Documents that carry exactly this number.
    func documents(numbered number: DocumentNumber) throws(IndexError) -> [DocumentAddress] {
        try snapshot.documents(withKeyword: DocumentKeyword.number(number.key))
    }

    /// Documents with this title, or a short form of it. Where versions of one work are held, the one that counts on
    /// the day; where full texts and digests are, the full texts.
    func documents(titled title: String) throws(IndexError) -> [DocumentAddress] {
        var found = try titled(title)
        if found.isEmpty, let full = TitleKey.expand(title) { found = try titled(full) }
        if !allVersions {
            let current = found.filter { !standings[$0].isHidden }
            if !current.isEmpty { found = current }
        }
        var full: [DocumentAddress] = []
        for address in found {
            let nature = try snapshot.column(DocumentColumn.nature.rawValue, of: address)
            if nature & DocumentColumn.isDigest == 0 { full.append(address) }
        }
        return full.isEmpty ? found : full
    }

    private func titled(_ title: String) throws(IndexError) -> [DocumentAddress] {
        try snapshot.documents(withKeyword: DocumentKeyword.title(TitleKey.key(of: title)))
    }

    /// The unit of a document whose provision has this id.
    ///
    /// Articles mostly stand by their numbers, so it is looked for where counting from the first leads, and only where it is
    /// not there from end to end.
    func unit(_ provisionID: String, of address: DocumentAddress) throws(IndexError) -> UnitAddress? {
        let wanted = Self.number(inID: provisionID)
        if let wanted, try !mayHold(article: wanted, address) { return nil }
        let stored = try DocumentCoding.stored(address, in: snapshot)
        let units = try snapshot.units(of: address)
        func provision(_ unit: UInt32) throws(IndexError) -> Provision? {
            try DocumentCoding.provision(
                UnitAddress(segment: address.segment, unit: unit), headings: stored.headings, in: snapshot)
        }
        if let wanted, var place = units.first.map(Int.init) {
            for _ in 0..<8 where units.contains(UInt32(place)) {
                guard let found = try provision(UInt32(place)) else { break }
                if found.id == provisionID { return UnitAddress(segment: address.segment, unit: UInt32(place)) }
                guard let number = Self.number(inID: found.id), number != wanted else { break }
                place = min(max(place + wanted - number, Int(units.lowerBound)), Int(units.upperBound) - 1)
            }
        }
        for unit in units where try provision(unit)?.id == provisionID {
            return UnitAddress(segment: address.segment, unit: unit)
        }
        return nil
    }

    /// Whether the number is between those of the document's first and last article.
    private func mayHold(article number: Int, _ address: DocumentAddress) throws(IndexError) -> Bool {
        let first = try snapshot.column(DocumentColumn.firstArticle.rawValue, of: address)
        let last = try snapshot.column(DocumentColumn.lastArticle.rawValue, of: address)
        return first <= number && number <= last
    }

    /// 23 of `art_23`.
    private static func number(inID id: String) -> Int? {
        guard id.hasPrefix("art_") else { return nil }
        let digits = id.utf8.dropFirst("art_".utf8.count).prefix { (0x30...0x39).contains($0) }
        return digits.count <= 6 ? digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } : nil
    }

    func summary(_ address: DocumentAddress) throws(IndexError) -> DocumentSummary {
        DocumentSummaries.summary(
            try DocumentCoding.stored(address, in: snapshot), address, standings: standings, snapshot: snapshot)
    }

    // MARK: Near numbers

    /// Documents whose number shares most with what was typed, nearest first, at most `limit`.
    func near(_ partial: PartialDocumentNumber?, limit: Int = 10) throws(IndexError) -> [DocumentSummary] {
        guard let partial else { return [] }
        var found: [(rank: Int, distance: Int, address: DocumentAddress)] = []
        for entry in try numbers(near: partial) {
            guard let (rank, distance) = Self.nearness(of: entry.number, to: partial) else { continue }
            found += entry.documents.map { (rank, distance, $0) }
        }
        found.sort { ($0.rank, $0.distance, $0.address) < ($1.rank, $1.distance, $1.address) }
        var seen: Set<DocumentAddress> = []
        var result: [DocumentSummary] = []
        for entry in found where seen.insert(entry.address).inserted && result.count < limit {
            result.append(try summary(entry.address))
        }
        return result
    }

    private typealias Numbered = (number: (code: String, year: String, serial: String), documents: [DocumentAddress])

    /// Numbers of the same code, and those of the same year and serial.
    private func numbers(near partial: PartialDocumentNumber) throws(IndexError) -> [Numbered] {
        var result: [Numbered] = []
        if let code = partial.code {
            // Codes of the same body begin alike: 鄂府发, 鄂府办发.
            let prefix = DocumentKeyword.number(String(DocumentNumber.foldedCode(code).prefix(2)))
            for (keyword, documents) in try snapshot.keywords(withPrefix: prefix, limit: 5_000) {
                let parts = keyword.dropFirst(DocumentKeyword.number("").count).split(
                    separator: "|", omittingEmptySubsequences: false)
                if parts.count == 3 { result.append(((String(parts[0]), String(parts[1]), String(parts[2])), documents)) }
            }
        } else if let year = partial.year {
            let prefix = "serial=\(year)|" + (partial.serial.map { $0 + "|" } ?? "")
            for (keyword, documents) in try snapshot.keywords(withPrefix: prefix, limit: 5_000) {
                let parts = keyword.dropFirst("serial=".count).split(separator: "|", omittingEmptySubsequences: false)
                if parts.count == 3 { result.append(((String(parts[2]), String(parts[0]), String(parts[1])), documents)) }
            }
        }
        return result
    }

    /// How near: 0 where all typed parts agree, then by which one differs; the distance of serial or year within it.
    private static func nearness(
        of number: (code: String, year: String, serial: String), to partial: PartialDocumentNumber
    ) -> (rank: Int, distance: Int)? {
        let sameCode = partial.code.map { DocumentNumber.foldedCode($0) == DocumentNumber.foldedCode(number.code) } ?? true
        let sameYear = partial.year.map { $0 == number.year } ?? true
        let sameSerial = partial.serial.map { $0 == number.serial } ?? true
        let serialDistance = distance(partial.serial, number.serial)
        let yearDistance = distance(partial.year, number.year)
        switch (sameCode, sameYear, sameSerial) {
        case (true, true, true): return (0, 0)
        case (false, true, true): return (1, 0)
        case (true, true, false): return (2, serialDistance)
        case (true, false, true): return (3, yearDistance)
        case (true, false, false): return (4, yearDistance * 1_000 + serialDistance)
        case (false, true, false): return (5, serialDistance)
        default: return nil
        }
    }

    private static func distance(_ typed: String?, _ held: String) -> Int {
        guard let typed = typed.flatMap(Int.init), let held = Int(held) else { return 999 }
        return min(abs(typed.subtractingReportingOverflow(held).partialValue), 999)
    }
}

extension DocumentNumber {
    /// The code as keys spell it.
    fileprivate static func foldedCode(_ code: String) -> String {
        DocumentNumber(code + "〔2000〕1号").map { String($0.key.prefix { $0 != "|" }) } ?? code
    }
}
