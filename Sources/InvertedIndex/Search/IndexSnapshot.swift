internal import Synchronization
internal import TextAnalysis

/// One commit of an index, opened for reading. It stays as it is while writers go on.
///
/// Opening reads the manifest and the header of each segment.
/// - Complexity: O(*s*) to open, in the number of segments.
public final class IndexSnapshot: Sendable {
    /// Rises with every commit.
    public let generation: UInt64
    /// Seconds since 1970.
    public let committedAt: Int64
    /// Live documents.
    public let documentCount: Int
    /// Units of all segments, those of deleted documents among them.
    let unitCount: Int
    let averageUnitLength: Float
    let segments: [LiveSegment]
    let manifest: Manifest
    private let knownTables: Mutex<[(parameters: RankingParameters, body: ScoreTable, span: ScoreTable)]> = Mutex([])

    /// Memory of searches for any clause, and tables; later commits go on with them.
    let windows: WindowPool
    private let tables: ScoreTables

    /// A segment and what is deleted of it.
    struct LiveSegment: Sendable {
        let reader: SegmentReader
        let deleted: DeletedDocuments
    }

    /// Opens the last commit in `folder`.
    ///
    /// - Parameter previous: an earlier commit of it, whose segments are shared where they are still in use: then only what is
    ///   new is opened.
    public static func open(
        _ folder: String, configuration: IndexConfiguration, sharing previous: IndexSnapshot? = nil
    ) throws(IndexError) -> IndexSnapshot {
        var attempts = 0
        while true {
            let manifest = try manifest(in: folder, configuration: configuration)
            do throws(IndexError) {
                return try IndexSnapshot(manifest, folder: folder, configuration: configuration, previous)
            } catch {
                // A writer may have replaced the commit, and its files, between the two readings.
                attempts += 1
                let now = try self.manifest(in: folder, configuration: configuration)
                guard now.generation != manifest.generation, attempts < 5 else { throw error }
            }
        }
    }

    /// The generation of the last commit in `folder`, without opening its segments.
    public static func generation(
        committedIn folder: String, configuration: IndexConfiguration
    ) throws(IndexError) -> UInt64 {
        try manifest(in: folder, configuration: configuration).generation
    }

    /// Whether `folder` holds a commit.
    public static func exists(in folder: String) -> Bool { Folder.kind(of: folder + "/" + Manifest.name) == .other }

    static func manifest(in folder: String, configuration: IndexConfiguration) throws(IndexError) -> Manifest {
        let path = folder + "/" + Manifest.name
        guard Folder.kind(of: folder) == .folder, Folder.kind(of: path) == .other else {
            throw IndexError(file: folder, reason: .notAnIndex)
        }
        return try Manifest(
            Folder.read(path), path: path, analysisVersion: Folding.version,
            contentVersion: configuration.contentVersion)
    }

    private init(
        _ manifest: Manifest, folder: String, configuration: IndexConfiguration, _ previous: IndexSnapshot?
    ) throws(IndexError) {
        var segments: [LiveSegment] = []
        for entry in manifest.segments {
            let path = folder + "/" + entry.fileName
            let known = previous?.segments.first { $0.reader.reads(fileAt: path) }
            let reader = if let known { known.reader } else {
                try SegmentReader(path: path, configuration: configuration)
            }
            guard reader.byteCount == entry.bytes else {
                throw IndexError(
                    file: reader.path,
                    reason: .wrongLength(expectedBytes: entry.bytes, foundBytes: reader.byteCount))
            }
            guard reader.counts.documents == entry.documents, reader.counts.units == entry.units else {
                throw reader.damage("counts")
            }
            let deleted = try entry.deletedFileName.map { name throws(IndexError) in
                try DeletedDocuments(path: folder + "/" + name, documents: entry.documents)
            } ?? DeletedDocuments(documents: entry.documents)
            guard deleted.count == entry.deletedCount else {
                throw IndexError(
                    file: folder + "/" + (entry.deletedFileName ?? Manifest.name),
                    reason: .damaged(part: "deleted documents"))
            }
            segments.append(LiveSegment(reader: reader, deleted: deleted))
        }
        self.manifest = manifest
        self.segments = segments
        windows = previous?.windows ?? WindowPool()
        tables = previous?.tables ?? ScoreTables()
        generation = manifest.generation
        committedAt = manifest.committedAt
        documentCount = segments.reduce(0) { $0 + $1.reader.counts.documents - $1.deleted.count }
        unitCount = segments.reduce(0) { $0 + $1.reader.counts.units }
        let tokens = segments.reduce(0) { $0 + $1.reader.counts.tokens }
        averageUnitLength = max(1, Float(tokens) / Float(max(1, unitCount)))
    }

    /// What the parameters make of every frequency and length, in units and in spans. Kept for the few sets of parameters
    /// that are in use.
    func scoreTables(_ parameters: RankingParameters) -> (body: ScoreTable, span: ScoreTable) {
        knownTables.withLock { known in
            if let tables = known.first(where: { $0.parameters == parameters }) { return (tables.body, tables.span) }
            let body = tables.table(parameters, average: averageUnitLength)
            let span = tables.table(parameters, average: RankingParameters.averageSpanLength)
            if known.count >= 8 { known.removeFirst() }
            known.append((parameters, body, span))
            return (body, span)
        }
    }

    static func idKeyword(_ id: String) -> String { "id=" + id }
}

/// Where a document stands in one snapshot.
public struct DocumentAddress: Hashable, Comparable, Sendable {
    public let segment: Int
    public let document: Int

    package init(segment: Int, document: Int) {
        self.segment = segment
        self.document = document
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.segment, left.document) < (right.segment, right.document)
    }
}

/// Where a unit stands in one snapshot.
public struct UnitAddress: Hashable, Sendable {
    public let segment: Int
    public let unit: UInt32

    public init(segment: Int, unit: UInt32) {
        self.segment = segment
        self.unit = unit
    }
}
