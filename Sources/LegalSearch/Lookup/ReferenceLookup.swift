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

    /// Documents that carry the numbers of a list or a range: 鄂府办发〔2023〕93、95、96号. Empty for a text that is more than one.
    func documents(listedIn typed: String) throws(IndexError) -> [DocumentAddress] {
        guard typed.unicodeScalars.count <= Self.longestList else { return [] }
        let numbers = DocumentNumber.matches(in: typed)
        let covered = numbers.map(\.span)
        guard numbers.count > 1, let first = covered.first?.lowerBound, let last = covered.last?.upperBound,
            first <= 1, typed.unicodeScalars.count - last <= 1
        else { return [] }
        var found: [DocumentAddress] = []
        for match in numbers {
            for address in try documents(numbered: match.number) where !found.contains(address) { found.append(address) }
        }
        return found
    }

    private static let longestList = 200

    /// Documents with this title, or a short form of it. Where versions of one work are held, the one that counts on
    /// the day; where full texts and digests are, the full texts.
    func documents(titled title: String) throws(IndexError) -> [DocumentAddress] {
        var found = try titled(title)
        if found.isEmpty, let full = state.shortForms.title(for: title) { found = try titled(full) }
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

    /// Documents whose number shares most with what was typed, nearest first, at most `limit`.
    func near(_ partial: PartialDocumentNumber?, limit: Int = 10) throws(IndexError) -> [DocumentSummary] {
        guard let partial else { return [] }
        var result: [DocumentSummary] = []
        for address in try NearNumbers(snapshot: snapshot).documents(near: partial, limit: limit) {
            result.append(try summary(address))
        }
        return result
    }
}
