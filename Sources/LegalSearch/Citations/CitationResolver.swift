import InvertedIndex
import LegalDocuments

/// Follows citations to the documents and articles they name, as of one day.
struct CitationResolver {
    let state: LibraryState
    let standings: DocumentStandings

    private var snapshot: IndexSnapshot { state.snapshot }
    var lookup: ReferenceLookup { ReferenceLookup(state: state, standings: standings) }

    /// Who may stand before title marks and be part of the title: 最高人民法院《关于…的解释》.
    private static let issuers = [
        "最高人民法院", "最高人民法院、最高人民检察院", "最高人民检察院", "全国人民代表大会常务委员会", "全国人民代表大会", "国务院", "国务院办公厅",
    ]

    /// Documents with this title, or with it behind an issuer's name.
    func documents(titled title: String) throws(IndexError) -> [DocumentAddress] {
        let found = try lookup.documents(titled: title)
        guard found.isEmpty, title.hasPrefix("关于") else { return found }
        for issuer in Self.issuers {
            let found = try lookup.documents(titled: issuer + title)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The documents a citation may mean, best first: by its number where one has it, else by its title.
    func documents(_ citation: Citation) throws(IndexError) -> [DocumentAddress] {
        if let number = citation.number {
            let found = try lookup.documents(numbered: number)
            if !found.isEmpty { return found }
        }
        return try citation.title.map { title throws(IndexError) in try documents(titled: title) } ?? []
    }

    /// The one of several that has the article; the first where none has, or none is asked for.
    func holder(
        of article: ArticleNumber?, among found: [DocumentAddress]
    ) throws(IndexError) -> (document: DocumentAddress, unit: UnitAddress?)? {
        if let article {
            for address in found {
                if let unit = try lookup.unit(article.provisionID, of: address) { return (address, unit) }
            }
        }
        return found.first.map { ($0, nil) }
    }

    func target(of citation: Citation) throws(IndexError) -> CitationTarget? {
        let found = try documents(citation)
        let article = citation.place?.article
        guard let (address, unit) = try holder(of: article, among: found) else { return nil }
        let summary = try lookup.summary(address)
        return CitationTarget(
            document: summary.id, title: summary.title, status: summary.status,
            provision: unit == nil ? nil : article?.provisionID)
    }
}
