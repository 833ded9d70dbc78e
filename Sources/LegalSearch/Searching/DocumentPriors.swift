import InvertedIndex
import LegalDocuments

/// The factor of each document for one search: authority, currency, the place asked for, and for a question how many
/// documents lean on it.
struct DocumentPriors {
    let snapshot: IndexSnapshot
    let standings: DocumentStandings
    let settings: RankingSettings
    /// Documents of the place that the query or the reader names.
    let ofPlace: Set<DocumentAddress>
    /// Nil where it does not count.
    let authority: LawAuthority?

    func factor(of address: DocumentAddress) throws(IndexError) -> Float {
        let nature = try snapshot.column(DocumentColumn.nature.rawValue, of: address)
        let factor = settings.factor(
            rank: Int(nature & 0xFF), status: standings[address].status,
            isDigest: nature & DocumentColumn.isDigest != 0, isOfPlace: ofPlace.contains(address))
        guard let authority else { return factor }
        return factor * (1 + settings.named * authority.logarithm(of: address))
    }
}
