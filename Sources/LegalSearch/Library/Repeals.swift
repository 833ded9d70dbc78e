import InvertedIndex
import LegalDocuments

/// Which documents of a library others have repealed: 《…》同时废止 in one changes the standing of another.
struct Repeals: Sendable {
    struct Repeal: Sendable {
        var by: DocumentAddress
        /// The first day on which it no longer applies.
        var on: LegalDate
    }

    private let repeals: [DocumentAddress: Repeal]

    subscript(address: DocumentAddress) -> Repeal? { repeals[address] }

    /// Only what is certain counts: the repealing document is law and says from when it applies, and what it names is
    /// older. So two documents that name each other never repeal one another both.
    ///
    /// - Complexity: O(*r* log *n*) in the repeals that texts state.
    init(_ snapshot: IndexSnapshot) throws(IndexError) {
        var repeals: [DocumentAddress: Repeal] = [:]
        for (keyword, repealing) in try snapshot.keywords(withPrefix: CitationKeyword.Repeal.prefix, limit: .max) {
            guard let named = CitationKeyword.Repeal(keyword: keyword) else { continue }
            let targets = try Self.targets(of: named, in: snapshot)
            guard !targets.isEmpty else { continue }
            for address in repealing {
                let member = try DocumentStandings.Member(address, in: snapshot)
                guard member.isLaw, !member.isDigest, let start = member.dates.effective ?? member.dates.version else { continue }
                for target in targets where target != address {
                    let other = try DocumentStandings.Member(target, in: snapshot)
                    guard let age = other.dates.version ?? other.dates.effective,
                        age < member.dates.version ?? start, age < start
                    else { continue }
                    if let known = repeals[target], known.on <= start { continue }
                    repeals[target] = Repeal(by: address, on: start)
                }
            }
        }
        self.repeals = repeals
    }

    private static func targets(
        of named: CitationKeyword.Repeal, in snapshot: IndexSnapshot
    ) throws(IndexError) -> [DocumentAddress] {
        if let number = named.number {
            let numbered = try snapshot.documents(withKeyword: DocumentKeyword.number(number))
            if !numbered.isEmpty { return numbered }
        }
        guard let title = named.title else { return [] }
        let titled = try snapshot.documents(withKeyword: DocumentKeyword.title(title))
        guard named.number != nil else { return titled }
        // The number named is of no document held: only one whose own number is not known may be meant.
        var unnumbered: [DocumentAddress] = []
        for address in titled where try DocumentCoding.stored(address, in: snapshot).document.number == nil {
            unnumbered.append(address)
        }
        return unnumbered
    }
}
