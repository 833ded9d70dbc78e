import InvertedIndex
import LegalDocuments

/// The law that an abbreviation in no table means: 银监法 is 银行业监督管理法, 民诉法解释 the interpretation of that law.
///
/// Its characters stand in the title in their order, the last ones (法, 条例, 解释 …) at its end. Only law of the whole country is
/// abbreviated so; of several titles the one that adds fewest characters is meant.
struct TitleAbbreviation {
    let index: TitleIndex

    private static let endings = ["法", "条例", "解释", "规定", "办法", "细则", "规则", "决定"].map { $0.unicodeScalars.map(\.value) }
    private static let lengths = 3...10
    /// A title that adds more than so many characters for each one typed is too far away.
    private static let mostAdded = 4

    /// Documents of the title; empty where the text is no abbreviation of one.
    func documents(for typed: String) -> [DocumentAddress] {
        let key = TitleKey.key(of: typed).unicodeScalars.map(\.value)
        guard Self.lengths.contains(key.count),
            let ending = Self.endings.first(where: { key.count > $0.count && key.ends(with: $0) })
        else { return [] }
        var best: TitleIndex.Entry?
        // Entries come weightiest first, so of two equally short titles the weightier stays.
        for entry in index.entries where entry.rank <= DocumentKind.judicialInterpretation.rank {
            guard entry.key.count <= key.count * Self.mostAdded, entry.key.ends(with: ending),
                best.map({ entry.key.count < $0.key.count }) ?? true, TitleSuggestions.runs(key, through: entry.key)
            else { continue }
            best = entry
        }
        return best?.documents ?? []
    }
}

extension [UInt32] {
    fileprivate func ends(with other: [UInt32]) -> Bool { suffix(other.count).elementsEqual(other) }
}
