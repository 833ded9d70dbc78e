internal import TextAnalysis

/// Changes an index: documents added, replaced, removed, and all of it made visible at once by a commit.
///
/// Nothing that is written is read by anyone before ``commit(at:)`` has renamed the new manifest into place. After an
/// error the index is what it was, or, where the error came behind the rename, what the commit made of it. The writer is
/// used up then: what it holds in memory may be half of a change, so each later call throws the same error, and a new
/// writer goes on. One writer at a time holds the folder's lock.
public final class IndexWriter {
    /// The postings that may be held in memory before they go to disk as a segment: about 12 bytes each.
    public static let defaultPostingLimit = 24_000_000

    /// Bytes of segments that become one. A section's offsets end at 4 GiB, a posting space's at 2.
    package static let defaultMergeLimit = 1 << 30

    let folder: String
    let configuration: IndexConfiguration
    let fileSystem: any IndexFileSystem
    private let lock: WriterLock
    private let postingLimit: Int
    let mergeLimit: Int
    let leastFrequent: Int
    var manifest: Manifest
    var segments: [OpenSegment]
    private var builder: SegmentBuilder
    private var builderIDs: [String: Int] = [:]
    private var builderDeleted: [Int] = []
    var hasChanges = false
    private var failure: IndexError?
    private let threads: Int
    private let mergesInBackground: Bool
    private var isFirstCommit = true
    /// What ``knownSymbols()`` gave last, and the file of the segment.
    var known: (path: String, symbols: KnownSymbols)?
    var merging: BackgroundMerge?

    /// A segment as the next commit will have it.
    struct OpenSegment {
        var entry: Manifest.Segment
        let reader: SegmentReader
        var deleted: DeletedDocuments
        /// Written since the last commit.
        var isNew: Bool
    }

    /// Opens the index in `folder` for writing; makes the folder and an empty index where there is none.
    ///
    /// - Parameters:
    ///   - postingLimit: bounds the memory: about 12 bytes for each posting held.
    ///   - threads: that a segment is made by, 1 or 2.
    /// - Throws: ``IndexError`` with `folderInUse` where the folder holds other things than an index.
    public convenience init(
        folder: String, configuration: IndexConfiguration, postingLimit: Int = defaultPostingLimit, threads: Int = 1
    ) throws(IndexError) {
        try self.init(
            folder: folder, configuration: configuration, fileSystem: POSIXFileSystem(), postingLimit: postingLimit,
            threads: threads, mergesInBackground: true)
    }

    package init(
        folder: String, configuration: IndexConfiguration, fileSystem: any IndexFileSystem,
        postingLimit: Int = defaultPostingLimit, mergeLimit: Int = defaultMergeLimit, leastFrequent: Int? = nil,
        threads: Int = 1, mergesInBackground: Bool = false
    ) throws(IndexError) {
        switch Folder.kind(of: folder) {
        case .missing: try Self.createFolders(folder, fileSystem)
        case .other: throw IndexError(file: folder, reason: .notAnIndex)
        case .folder: break
        }
        let exists = Folder.kind(of: folder + "/" + Manifest.name) == .other
        if !exists, try Folder.names(in: folder).contains(where: { !Self.isOwn($0) }) {
            throw IndexError(file: folder, reason: .folderInUse)
        }
        lock = try WriterLock(folder: folder)
        self.folder = folder
        self.configuration = configuration
        self.fileSystem = fileSystem
        self.postingLimit = postingLimit
        self.mergeLimit = mergeLimit
        self.threads = threads
        self.mergesInBackground = mergesInBackground
        self.leastFrequent = leastFrequent ?? FrequentGrams.least
        builder = SegmentBuilder(configuration: configuration, leastFrequent: self.leastFrequent, threads: threads)
        if exists {
            let snapshot = try IndexSnapshot.open(folder, configuration: configuration)
            manifest = snapshot.manifest
            segments = zip(snapshot.manifest.segments, snapshot.segments).map {
                OpenSegment(entry: $0, reader: $1.reader, deleted: $1.deleted, isNew: false)
            }
        } else {
            manifest = Manifest(
                generation: 0, nextSegment: 1, analysisVersion: Folding.version,
                contentVersion: configuration.contentVersion, committedAt: 0, segments: [])
            segments = []
            hasChanges = true
        }
        try removeStrayFiles()
    }

    /// A merge at work writes to the folder, so the lock is held until it is done.
    deinit { merging?.wait() }

    private static func createFolders(_ path: String, _ fileSystem: any IndexFileSystem) throws(IndexError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            if Folder.kind(of: made) == .missing { try fileSystem.createFolder(made) }
        }
    }

    /// Takes a document in; one with the same id that was there before is replaced.
    public func add(_ document: IndexDocument) throws(IndexError) {
        try unlessFailed { () throws(IndexError) in
            _ = try removeDocument(document.id)
            builderIDs[document.id] = builder.ids.count
            builder.add(document)
            hasChanges = true
            if builder.holds(postingLimit) { try flush() }
        }
    }

    /// Takes a document out. True if it was there.
    @discardableResult
    public func remove(id: String) throws(IndexError) -> Bool {
        try unlessFailed { () throws(IndexError) in try removeDocument(id) }
    }

    private func removeDocument(_ id: String) throws(IndexError) -> Bool {
        if let place = builderIDs.removeValue(forKey: id) {
            builderDeleted.append(place)
            hasChanges = true
            return true
        }
        let keyword = Array(IndexSnapshot.idKeyword(id).utf8)
        for index in segments.indices {
            guard var cursor = try segments[index].reader.keywords.cursor(ofWord: keyword) else { continue }
            while try cursor.next() != .max {
                let document = Int(cursor.ordinal)
                guard !segments[index].deleted.contains(document) else { continue }
                segments[index].deleted.insert(document)
                hasChanges = true
                return true
            }
        }
        return false
    }

    /// Makes everything since the last commit durable and visible. Returns the new generation; nothing is written where
    /// nothing changed.
    ///
    /// Where there are many segments of a size they are merged: small ones at once, large ones in the background, to take
    /// their place with a later commit, or with ``finishMerges(at:)``.
    ///
    /// - Parameter time: seconds since 1970, kept in the manifest.
    @discardableResult
    public func commit(at time: Int64) throws(IndexError) -> UInt64 {
        try unlessFailed { () throws(IndexError) in
            try takeMerged()
            guard hasChanges else { return manifest.generation }
            try flush()
            // A writer that commits once has no later commit to take a merged segment.
            let mergesAll = !mergesInBackground || isFirstCommit
            while let group = dueMerge(), mergesAll || isSmall(group) { try merge(group) }
            isFirstCommit = false
            let generation = try publish(at: time)
            if mergesInBackground { try beginMerge() }
            return generation
        }
    }

    /// Waits until nothing more is to be merged, and commits that.
    @discardableResult
    public func finishMerges(at time: Int64) throws(IndexError) -> UInt64 {
        var generation = try commit(at: time)
        while let merging {
            merging.wait()
            generation = try commit(at: time)
        }
        return generation
    }

    /// Commits, with everything in one segment and nothing deleted left in it.
    ///
    /// - Throws: ``IndexError`` with `tooLarge` where one segment cannot hold it all.
    @discardableResult
    public func compact(at time: Int64) throws(IndexError) -> UInt64 {
        try unlessFailed { () throws(IndexError) in
            merging?.wait()
            try takeMerged()
            try flush()
            if segments.count > 1 || segments.contains(where: { $0.deleted.count > 0 }) {
                let group = Array(segments.indices)
                guard bytes(of: group) <= mergeLimit else {
                    throw IndexError(file: folder, reason: .tooLarge(part: "segment"))
                }
                try merge(group)
                hasChanges = true
            }
        }
        return try commit(at: time)
    }

    private func unlessFailed<Value>(_ body: () throws(IndexError) -> Value) throws(IndexError) -> Value {
        if let failure { throw failure }
        do throws(IndexError) { return try body() } catch {
            failure = error
            throw error
        }
    }

    // MARK: Steps of a commit

    /// Writes what the builder holds as a segment, which the next manifest will name.
    private func flush() throws(IndexError) {
        guard !builder.isEmpty else { return }
        var full = SegmentBuilder(configuration: configuration, leastFrequent: leastFrequent, threads: threads)
        swap(&full, &builder)
        let deleted = builderDeleted
        builderDeleted = []
        builderIDs = [:]
        // A writer that commits once, and a little, would not get back what laying them out takes.
        let known = isFirstCommit && !full.isLong ? nil : try knownSymbols()
        try segments.append(write(full.sections(known: known), deleted: deleted))
    }

    func write(
        _ sections: [(SegmentLayout.Section, [UInt8])], deleted places: [Int]
    ) throws(IndexError) -> OpenSegment {
        let number = manifest.nextSegment
        manifest.nextSegment += 1
        let path = folder + "/\(number).segment"
        try fileSystem.write(SegmentFile.chunks(of: sections), to: path)
        let reader = try SegmentReader(path: path, configuration: configuration)
        var deleted = DeletedDocuments(documents: reader.counts.documents)
        for place in places { deleted.insert(place) }
        let entry = Manifest.Segment(
            number: number, documents: reader.counts.documents, units: reader.counts.units, bytes: reader.byteCount,
            deletedIn: nil, deletedCount: 0)
        return OpenSegment(entry: entry, reader: reader, deleted: deleted, isNew: true)
    }

    private func publish(at time: Int64) throws(IndexError) -> UInt64 {
        let generation = manifest.generation + 1
        let merged = Set(merging?.sources.map(\.number) ?? [])
        segments.removeAll { $0.deleted.count == $0.reader.counts.documents && !merged.contains($0.entry.number) }
        for index in segments.indices {
            if segments[index].isNew { try fileSystem.sync(segments[index].reader.path) }
            try writeDeleted(&segments[index], generation: generation)
        }
        var next = manifest
        next.generation = generation
        next.committedAt = time
        next.segments = segments.map(\.entry)
        let temporary = folder + "/" + Manifest.name + ".new"
        try fileSystem.write([next.encoded()], to: temporary)
        try fileSystem.sync(temporary)
        // The entries of the files that the manifest names must be durable before it is.
        try fileSystem.syncFolder(folder)
        try fileSystem.rename(temporary, to: folder + "/" + Manifest.name)
        try fileSystem.syncFolder(folder)
        manifest = next
        for index in segments.indices { segments[index].isNew = false }
        hasChanges = false
        try removeStrayFiles()
        return generation
    }

    private func writeDeleted(_ segment: inout OpenSegment, generation: UInt64) throws(IndexError) {
        guard segment.deleted.count != segment.entry.deletedCount else { return }
        segment.entry.deletedIn = generation
        segment.entry.deletedCount = segment.deleted.count
        guard let name = segment.entry.deletedFileName else { return }
        let path = folder + "/" + name
        try fileSystem.write([segment.deleted.encoded(documents: segment.reader.counts.documents)], to: path)
        try fileSystem.sync(path)
    }

    /// Removes files that no commit names: those a commit replaced, and those an interrupted one left.
    private func removeStrayFiles() throws(IndexError) {
        var named = Set(manifest.segments.flatMap { [$0.fileName] + [$0.deletedFileName].compactMap { $0 } })
        if let merging { named.insert("\(merging.number).segment") }
        for name in try Folder.names(in: folder) where Self.isStray(name) && !named.contains(name) {
            try fileSystem.remove(folder + "/" + name)
        }
    }

    private static func isStray(_ name: String) -> Bool {
        name == Manifest.name + ".new"
            || ((name.hasSuffix(".segment") || name.hasSuffix(".deleted")) && name.first?.isNumber == true)
    }

    private static func isOwn(_ name: String) -> Bool { name == "lock" || name == Manifest.name || isStray(name) }
}

extension IndexWriter.OpenSegment {
    var liveUnits: Int {
        let documents = reader.counts.documents
        return documents == 0 ? 0 : reader.counts.units * (documents - deleted.count) / documents
    }
}
