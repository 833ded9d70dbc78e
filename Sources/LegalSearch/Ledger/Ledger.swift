public import LegalDocuments

/// What the ledger (台账) is to list.
public struct LedgerRequest: Sendable, Equatable {
    public enum Sort: String, Sendable, CaseIterable {
        case number, title, issuer, written, published, effective, expires, status
    }

    /// All must hold; two of the same key: either.
    public var filters: [SearchFilter]
    public var sort: Sort
    /// Nil for today.
    public var asOf: LegalDate?
    /// Only what expires on or before this day and has not expired on the day asked.
    public var expiresBy: LegalDate?
    /// Only documents one of whose bases (依据) was repealed, or replaced by a later version, since they were issued.
    public var basisChanged: Bool

    public init(
        filters: [SearchFilter] = [], sort: Sort = .title, asOf: LegalDate? = nil, expiresBy: LegalDate? = nil,
        basisChanged: Bool = false
    ) {
        self.filters = filters
        self.sort = sort
        self.asOf = asOf
        self.expiresBy = expiresBy
        self.basisChanged = basisChanged
    }
}

/// A line of the ledger.
public struct LedgerEntry: Sendable, Equatable {
    public var document: DocumentSummary
    /// Bases that changed since the document was issued. Filled where they were asked for.
    public var changedBases: [ChangedBasis]

    public init(document: DocumentSummary, changedBases: [ChangedBasis] = []) {
        self.document = document
        self.changedBases = changedBases
    }
}

/// A document on which another rests, and what became of it.
public struct ChangedBasis: Sendable, Equatable {
    public var document: String
    public var title: String
    /// `repealed`, `expired`, or `superseded` where a later version has come since.
    public var status: LegalStatus
    /// Since when; nil where that is not known.
    public var since: LegalDate?

    public init(document: String, title: String, status: LegalStatus, since: LegalDate?) {
        self.document = document
        self.title = title
        self.status = status
        self.since = since
    }
}
