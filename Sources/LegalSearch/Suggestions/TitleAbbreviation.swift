import InvertedIndex
import LegalDocuments

/// The document that a shortened title means: 银监法 is 银行业监督管理法, 鄂尔多斯养犬条例 is 鄂尔多斯市养犬管理条例.
///
/// Its characters stand in the title in their order, its last ones (法, 条例, 解释 …) at the title's end. Law of the whole country
/// and of the place asked for is abbreviated so; other titles only by a character or two. The place's own titles come first,
/// then those that add fewest characters.
struct TitleAbbreviation {
    let index: TitleIndex
    /// Documents of the place that the query or the reader names.
    let ofPlace: Set<DocumentAddress>

    private static let endings = ["法", "条例", "解释", "规定", "办法", "细则", "规则", "决定"].map { $0.unicodeScalars.map(\.value) }
    private static let lengths = 3...40
    /// From so many characters on, a text says enough of a title to be more than an abbreviation.
    private static let telling = 6

    /// Documents of the title; empty where the text is no abbreviation of one.
    func documents(for typed: String) -> [DocumentAddress] {
        let key = TitleKey.key(of: typed).unicodeScalars.map(\.value)
        guard Self.lengths.contains(key.count) else { return [] }
        let ending = Self.endings.first { key.count > $0.count && key.ends(with: $0) }
        // Without such an end only a title of the place is meant.
        if ending == nil, ofPlace.isEmpty || key.count < Self.telling { return [] }
        var best: (entry: TitleIndex.Entry, isOfPlace: Bool)?
        // Entries come weightiest first, so of two equally short titles the weightier stays.
        for entry in index.entries where entry.key.count >= key.count {
            let isOfPlace = entry.documents.contains(where: ofPlace.contains)
            guard isMeant(entry, isOfPlace, by: key, ending), TitleSuggestions.runs(key, through: entry.key) else { continue }
            if let best, best.isOfPlace, !isOfPlace { continue }
            if let best, best.isOfPlace == isOfPlace, best.entry.key.count <= entry.key.count { continue }
            best = (entry, isOfPlace)
        }
        return best?.entry.documents ?? []
    }

    private func isMeant(_ entry: TitleIndex.Entry, _ isOfPlace: Bool, by key: [UInt32], _ ending: [UInt32]?) -> Bool {
        let added = entry.key.count - key.count
        let isTelling = key.count >= Self.telling
        if isOfPlace && isTelling { return ending != nil || added <= key.count * 2 }
        guard let ending, entry.key.ends(with: ending) else { return false }
        if entry.rank <= DocumentKind.judicialInterpretation.rank || isOfPlace { return added <= (isTelling ? 4 : key.count * 3) }
        return isTelling && (added <= 2 || (added <= key.count && TitleSuggestions.holds(entry.key, key)))
    }
}

extension [UInt32] {
    fileprivate func ends(with other: [UInt32]) -> Bool { suffix(other.count).elementsEqual(other) }
}
