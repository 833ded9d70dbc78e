public import Ingestion
import LegalDocuments

/// How far an indexing run has come.
public struct IndexingProgress: Sendable {
    /// Files done, of `total`.
    public let done: Int
    public let total: Int
    /// Bytes of the files done.
    public let bytes: Int
}

/// What an indexing run did.
public struct IndexingReport: Sendable, Equatable {
    /// One document that came, changed or went.
    public struct Change: Sendable, Equatable {
        public enum Kind: String, Sendable {
            case added, updated, removed
            /// Its files are no longer there; it is kept until a run prunes.
            case gone
        }

        public let kind: Kind
        public let id: String
        public let title: String
        public let source: String
    }

    /// Held in the index now.
    public var documents = 0
    public var provisions = 0
    public var added = 0
    public var updated = 0
    /// Sources that had not changed since they were read.
    public var unchanged = 0
    public var removed = 0
    /// Documents whose files are gone, kept as nobody asked to prune.
    public var gone = 0
    /// Copies that were joined to a document with the same text.
    public var copies = 0
    public var skipped: [IngestionError] = []
    /// What came, changed and went, where the index held documents before; at most ``mostChanges``.
    public var changes: [Change] = []
    public var seconds = 0.0
    /// Processor time, all threads together; the threads of a commit beside its first are not counted.
    public var stages = StageTimes()
    /// Whether the index was empty before: then all is new, and no change is named.
    var isFirst = true

    public static let mostChanges = 10_000

    public init() {}

    mutating func note(_ kind: Change.Kind, _ document: LegalDocument, _ source: String) {
        switch kind {
        case .added: added += 1
        case .updated: updated += 1
        case .removed: removed += 1
        case .gone: gone += 1
        }
        guard !isFirst, changes.count < Self.mostChanges else { return }
        changes.append(Change(kind: kind, id: document.id, title: document.title, source: source))
    }
}
