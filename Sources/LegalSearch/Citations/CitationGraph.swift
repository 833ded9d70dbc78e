import InvertedIndex
import LegalDocuments

/// What a held document cites, and what cites it.
struct CitationGraph {
    let state: LibraryState
    let standings: DocumentStandings

    private var snapshot: IndexSnapshot { state.snapshot }
    private var resolver: CitationResolver { CitationResolver(state: state, standings: standings) }
    /// No list of citing provisions is longer.
    private static let most = 2_000

    func cites(_ address: DocumentAddress, _ document: LegalDocument) throws(IndexError) -> [CitationMade] {
        var targets: [Citation: CitationTarget?] = [:]
        var made: [CitationMade] = []
        for stored in try DocumentCoding.citations(of: address, in: snapshot) {
            guard document.provisions.indices.contains(stored.provision) else { continue }
            // The same words elsewhere lead to the same place.
            var words = stored.citation
            words.span = 0..<0
            words.relation = .mentions
            let target: CitationTarget?
            if let known = targets[words] { target = known } else { target = try resolver.target(of: words) }
            targets[words] = .some(target)
            made.append(
                CitationMade(
                    provision: document.provisions[stored.provision].id, citation: stored.citation, target: target))
        }
        return made
    }

    /// In the order of the citing documents' ids.
    func citedBy(_ address: DocumentAddress, _ document: LegalDocument) throws(IndexError) -> [CitationReceived] {
        let targets = Set(CitationKeyword.targets(of: document, state.shortForms))
        var citing: Set<DocumentAddress> = []
        for target in targets { citing.formUnion(try snapshot.documents(withKeyword: CitationKeyword.cites(target))) }
        citing.remove(address)
        let number = document.number.flatMap { DocumentNumber($0) }
        var received: [CitationReceived] = []
        for other in citing.sorted() where received.count < Self.most {
            let stored = try DocumentCoding.stored(other, in: snapshot)
            let citations = try DocumentCoding.citations(of: other, in: snapshot).filter { stored in
                names(document, number, targets, stored.citation)
            }
            guard !citations.isEmpty else { continue }
            let labels = try labels(of: other, stored)
            for cited in citations {
                let label = labels.indices.contains(cited.provision) ? labels[cited.provision] : ("", "")
                received.append(
                    CitationReceived(
                        document: stored.document.id, title: stored.document.title, status: standings[other].status,
                        provision: label.0, label: label.1, relation: cited.citation.relation, place: cited.citation.place))
            }
        }
        return received.sorted { $0.document < $1.document }
    }

    private func names(
        _ document: LegalDocument, _ number: DocumentNumber?, _ targets: Set<CitationKeyword.Target>, _ citation: Citation
    ) -> Bool {
        // One title, two numbers: an earlier document of the same name.
        if let cited = citation.number, let number, cited != number { return false }
        return CitationKeyword.targets(of: citation).contains(where: targets.contains)
    }

    private func labels(of address: DocumentAddress, _ stored: StoredDocument) throws(IndexError) -> [(String, String)] {
        var labels: [(String, String)] = []
        for unit in try snapshot.units(of: address) {
            let place = UnitAddress(segment: address.segment, unit: unit)
            let provision = try DocumentCoding.provision(place, headings: stored.headings, in: snapshot)
            labels.append((provision?.id ?? "", provision?.label ?? ""))
        }
        return labels
    }
}
