import InvertedIndex
import LegalDocuments

/// Finds the words from which a status was concluded: a clause of the document itself, or the sentence of another
/// that repeals it.
struct EvidenceQuotes {
    let state: LibraryState

    private static let longest = 200

    func quoted(_ evidence: [StatusEvidence], of document: LegalDocument) throws(IndexError) -> [StatusEvidence] {
        var result = evidence
        for index in result.indices where result[index].quote == nil {
            result[index].quote = try quote(for: result[index], of: document)
        }
        return result
    }

    private func quote(for evidence: StatusEvidence, of document: LegalDocument) throws(IndexError) -> String? {
        if evidence.from.hasPrefix("text: ") {
            let id = evidence.from.dropFirst("text: ".count)
            guard let provision = document.provisions.first(where: { $0.id == id }) else { return nil }
            return clause(evidence, provision.text, document.dates)
        }
        guard evidence.field == "repealed", let address = try state.snapshot.document(withID: evidence.from) else { return nil }
        let targets = Set(CitationKeyword.targets(of: document))
        let stored = try DocumentCoding.stored(address, in: state.snapshot)
        let units = Array(try state.snapshot.units(of: address))
        for made in try DocumentCoding.citations(of: address, in: state.snapshot)
        where made.citation.relation == .repeals && units.indices.contains(made.provision)
            && CitationKeyword.targets(of: made.citation).contains(where: targets.contains)
        {
            let unit = UnitAddress(segment: address.segment, unit: units[made.provision])
            guard let provision = try DocumentCoding.provision(unit, headings: stored.headings, in: state.snapshot) else { continue }
            return sentence(around: made.citation.span, in: provision.text)
        }
        return nil
    }

    private func clause(_ evidence: StatusEvidence, _ text: String, _ dates: DocumentDates) -> String? {
        switch evidence.field {
        case "effective":
            ValidityStatements.effectiveDate(in: text, publishedOn: dates.published ?? dates.version, adoptedOn: dates.adopted, approvedOn: dates.approved)?.quote
        case "expires": ValidityStatements.expiryDate(in: text, effectiveOn: dates.effective)?.quote
        default: nil
        }
    }

    /// The sentence that a span stands in, cut where it is very long.
    private func sentence(around span: Range<Int>, in text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let ends = "。；\n".unicodeScalars
        var start = min(span.lowerBound, scalars.count)
        while start > 0, span.lowerBound - start < Self.longest, !ends.contains(scalars[start - 1]) { start -= 1 }
        var end = min(span.upperBound, scalars.count)
        while end < scalars.count, end - start < Self.longest * 2, !ends.contains(scalars[end]) { end += 1 }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<max(start, end)])
        return String(view)
    }
}
