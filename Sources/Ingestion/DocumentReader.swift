public import LegalDocuments

/// Reads one file's bytes into documents, whatever its format and encoding.
///
/// Readers hold no state: one may serve many threads.
public struct DocumentReader: Sendable {
    public init() {}

    /// All that a file on disk holds. Files inside an archive are named `archive.zip/inner/name.html`.
    public func read(atPath path: String) -> Reading {
        do {
            let bytes = try StageTimes.measure(.decode) { () throws(IngestionError) in try FileBytes.read(path) }
            return read(bytes, source: path) { FrameFile.bytes(named: $0, beside: path) }
        } catch {
            var reading = Reading()
            reading.problems.append(error)
            return reading
        }
    }

    /// All that the bytes of a file hold.
    ///
    /// - Parameter source: the path as the user gave it: named in errors, kept in ``LegalDocument/sources``, and asked
    ///   for a date in the file's name.
    /// - Complexity: O(*n*) in bytes.
    public func read(_ bytes: [UInt8], source: String) -> Reading {
        read(bytes, source: source) { _ in nil }
    }

    /// The documents in a file on disk.
    ///
    /// - Throws: ``IngestionError`` where the file gave none.
    public func documents(atPath path: String) throws(IngestionError) -> [LegalDocument] {
        try documents(of: read(atPath: path))
    }

    /// The documents in the bytes of a file.
    ///
    /// - Throws: ``IngestionError`` where they gave none.
    public func documents(in bytes: [UInt8], source: String) throws(IngestionError) -> [LegalDocument] {
        try documents(of: read(bytes, source: source))
    }

    private func documents(of reading: Reading) throws(IngestionError) -> [LegalDocument] {
        if reading.documents.isEmpty, let problem = reading.problems.first { throw problem }
        return reading.documents
    }

    private func read(_ bytes: [UInt8], source: String, frames: @escaping (String) -> [UInt8]?) -> Reading {
        var run = FileReading(budget: ArchiveBudget(packedBytes: bytes.count))
        StageTimes.measure(.structure) { run.read(bytes, source: source, depth: 0, frames: frames) }
        var reading = run.reading
        reading.contentHash = ContentHash.of(bytes)
        return reading
    }
}
