import InvertedIndex
import LegalDocuments

/// The factor of each document: authority, currency, the place asked for, and for a question how many documents lean on
/// it.
struct DocumentPriors: Sendable {
    /// What the factors depend on besides the commit.
    struct Basis: Sendable, Equatable {
        let day: LegalDate
        let settings: RankingSettings
        /// Whether it counts how many documents lean on one.
        let isQuestion: Bool
    }

    let basis: Basis
    /// Every document's, older versions' too.
    private(set) var everyVersion: DocumentFactors
    /// Without those whose place another version takes.
    private(set) var shownVersions: DocumentFactors

    /// - Complexity: O(*n*) in documents.
    init(_ basis: Basis, table: DocumentTable, standings: DocumentStandings, authority: LawAuthority?) {
        self.basis = basis
        var factors = table.rows.map { $0.map { _ in Float(0) } }
        for segment in factors.indices {
            for document in factors[segment].indices {
                let address = DocumentAddress(segment: segment, document: document)
                factors[segment][document] = Self.factor(
                    of: address, basis.settings, table, standings, authority, isOfPlace: false)
            }
        }
        everyVersion = DocumentFactors(factors)
        shownVersions = DocumentFactors(Self.hiding(factors, standings))
    }

    subscript(address: DocumentAddress) -> Float { everyVersion.factors[address.segment][address.document] }

    /// The same where the documents of a place count for more, and where a filter lets only some through.
    func adapted(
        toPlace ofPlace: Set<DocumentAddress>, filter: DocumentFilter, table: DocumentTable,
        standings: DocumentStandings, authority: LawAuthority?
    ) -> DocumentPriors {
        if ofPlace.isEmpty, filter.passesAll { return self }
        var factors = everyVersion.factors
        for address in ofPlace {
            factors[address.segment][address.document] = Self.factor(
                of: address, basis.settings, table, standings, authority, isOfPlace: true)
        }
        filter.clear(&factors)
        var result = self
        result.everyVersion = DocumentFactors(factors)
        result.shownVersions = DocumentFactors(Self.hiding(factors, standings))
        return result
    }

    private static func factor(
        of address: DocumentAddress, _ settings: RankingSettings, _ table: DocumentTable,
        _ standings: DocumentStandings, _ authority: LawAuthority?, isOfPlace: Bool
    ) -> Float {
        let row = table[address]
        let factor = settings.factor(
            rank: row.rank, status: standings[address].status, isDigest: row.isDigest, isOfPlace: isOfPlace)
        guard let authority else { return factor }
        return factor * (1 + settings.named * authority.logarithm(of: address))
    }

    private static func hiding(_ factors: [[Float]], _ standings: DocumentStandings) -> [[Float]] {
        var shown = factors
        for segment in shown.indices {
            for document in shown[segment].indices
            where standings[DocumentAddress(segment: segment, document: document)].isHidden {
                shown[segment][document] = 0
            }
        }
        return shown
    }
}
