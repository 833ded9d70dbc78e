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
    func unit(_ provisionID: String, of address: DocumentAddress) throws(IndexError) -> UnitAddress? {
        let stored = try DocumentCoding.stored(address, in: snapshot)
        for unit in try snapshot.units(of: address) {
            let place = UnitAddress(segment: address.segment, unit: unit)
            if try DocumentCoding.provision(place, headings: stored.headings, in: snapshot)?.id == provisionID { return place }
        }
        return nil
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
