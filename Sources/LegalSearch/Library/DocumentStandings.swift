import InvertedIndex
import LegalDocuments

/// What every document of a library is on one day: its status, and whether another version stands in for it.
struct DocumentStandings: Sendable {
    struct Standing: Sendable {
        var status = LegalStatus.unknown
        /// Hidden unless all versions are asked for.
        var isHidden = false
        /// The later version that took its place, and when.
        var successor: (address: DocumentAddress, on: LegalDate)?
        /// The document that repealed it, and from when.
        var repeal: Repeals.Repeal?
        /// Another part of the same work, which says from when all of it applies: the 附则 of 民法典.
        var wholeEffective: (address: DocumentAddress, on: LegalDate)?
        /// Its text bears no date, and another version does: which of the two came later is not known.
        var isUndated = false
        /// Factor for the score: authority and currency.
        var prior: Float = 1
    }

    let day: LegalDate
    /// For each segment, one for each document.
    private let standings: [[Standing]]

    subscript(address: DocumentAddress) -> Standing { standings[address.segment][address.document] }

    /// - Complexity: O(*n*) in documents; 3,500 take about a millisecond.
    init(_ snapshot: IndexSnapshot, repeals: Repeals, on day: LegalDate) throws(IndexError) {
        self.day = day
        var standings: [[Standing]] = (0..<snapshot.segmentCount).map {
            Array(repeating: Standing(), count: snapshot.documentCount(ofSegment: $0))
        }
        var families: [Int64: [Member]] = [:]
        for address in snapshot.documents() {
            let member = try Member(address, in: snapshot)
            families[member.family, default: []].append(member)
        }
        for members in families.values {
            for member in members {
                standings[member.address.segment][member.address.document] = Self.standing(
                    of: member, among: members, repeal: repeals[member.address], on: day)
            }
            for member in members {
                let hides = Self.isStoodInFor(member, among: members) { standings[$0.segment][$0.document] }
                standings[member.address.segment][member.address.document].isHidden = hides
            }
        }
        self.standings = standings
    }

    private static func standing(
        of member: Member, among members: [Member], repeal: Repeals.Repeal?, on day: LegalDate
    ) -> Standing {
        var standing = Standing()
        standing.repeal = repeal
        var dates = member.dates
        if dates.effective == nil, let part = members.first(where: { $0.dates.effective != nil && $0.isPart(of: member) }) {
            dates.effective = part.dates.effective
            standing.wholeEffective = part.dates.effective.map { (part.address, $0) }
        }
        let successor = members.filter { $0.supersedes(member) }
            .compactMap { later in later.start.map { (later.address, $0) } }
            .filter { $0.1 <= day }
            .min { $0.1 < $1.1 }
        standing.successor = successor
        standing.status = StatusRules.status(
            kind: member.isLaw ? .law : .draft, textKind: member.isDigest ? .digest : .full, dates: dates,
            origins: [:], supersededBy: successor.map { ("", $0.1) }, repealedBy: repeal.map { ("", $0.on) }, on: day
        ).status
        if successor == nil, standing.status == .inForce, members.contains(where: member.isUndated(beside:)) {
            standing.isUndated = true
            standing.status = .unknown
        }
        standing.prior = RankingPriors.factor(rank: member.rank, status: standing.status, isDigest: member.isDigest)
        return standing
    }

    /// A superseded text is hidden, a repealed one whose place a later version took, and one that is not yet in force where another version is.
    private static func isStoodInFor(
        _ member: Member, among members: [Member], standing: (DocumentAddress) -> Standing
    ) -> Bool {
        switch standing(member.address).status {
        case .superseded: true
        case .repealed: standing(member.address).successor != nil
        case .unknown where standing(member.address).isUndated:
            members.contains { $0.isVersion(of: member) && standing($0.address).status == .inForce }
        case .notYet:
            members.contains { other in
                other.address != member.address && other.isVersion(of: member)
                    && ![.superseded, .notYet].contains(standing(other.address).status)
            }
        default: false
        }
    }
}

extension DocumentStandings {
    /// What the columns tell of one document of a family.
    struct Member: Sendable {
        let address: DocumentAddress
        let family: Int64
        let rank: Int
        let isLaw: Bool
        let isDigest: Bool
        let dates: DocumentDates
        private let articles: ClosedRange<Int64>?

        init(_ address: DocumentAddress, in snapshot: IndexSnapshot) throws(IndexError) {
            func value(_ column: DocumentColumn) throws(IndexError) -> Int64 {
                try snapshot.column(column.rawValue, of: address)
            }
            func date(_ column: DocumentColumn) throws(IndexError) -> LegalDate? {
                let day = try value(column)
                return day == DocumentColumn.none ? nil : LegalDate(dayNumber: Int(day))
            }
            self.address = address
            family = try value(.family)
            let nature = try value(.nature)
            rank = Int(nature & 0xFF)
            isLaw = nature & DocumentColumn.isLaw != 0
            isDigest = nature & DocumentColumn.isDigest != 0
            dates = DocumentDates(
                effective: try date(.effective), expires: try date(.expires), repealed: try date(.repealed),
                version: try date(.version))
            let (first, last) = (try value(.firstArticle), try value(.lastArticle))
            articles = first > 0 && first <= last ? first...last : nil
        }

        /// From when this version counts: its own effective date, or its own day where that date belongs to an earlier version.
        var start: LegalDate? {
            guard let version = dates.version else { return dates.effective }
            guard let effective = dates.effective else { return version }
            return max(version, effective)
        }

        /// Two texts of one work are versions where they cover the same articles, parts where they do not.
        func isVersion(of other: Member) -> Bool {
            guard isLaw, other.isLaw, !isDigest, !other.isDigest, let mine = articles, let theirs = other.articles else {
                return false
            }
            let shared = min(mine.upperBound, theirs.upperBound) - max(mine.lowerBound, theirs.lowerBound) + 1
            return shared * 2 > min(mine.upperBound - mine.lowerBound, theirs.upperBound - theirs.lowerBound) + 1
        }

        /// Two texts of one work and one day that share no article are parts of it.
        func isPart(of other: Member) -> Bool {
            guard address != other.address, isLaw, other.isLaw, !isDigest, !other.isDigest, dates.version != nil,
                dates.version == other.dates.version, let mine = articles, let theirs = other.articles
            else { return false }
            return !mine.overlaps(theirs)
        }

        /// A later version takes the place of an earlier one. A text without a date is earlier where it came into force earlier.
        func supersedes(_ other: Member) -> Bool {
            guard address != other.address, isVersion(of: other), let mine = dates.version else { return false }
            if let theirs = other.dates.version { return mine > theirs }
            guard let effective = dates.effective, let theirs = other.dates.effective else { return false }
            return effective > theirs
        }

        /// Whether another version bears a date and this text does not, so that nothing tells which is the later.
        func isUndated(beside other: Member) -> Bool {
            address != other.address && dates.version == nil && other.dates.version != nil && other.isVersion(of: self)
                && !other.supersedes(self)
        }
    }
}
