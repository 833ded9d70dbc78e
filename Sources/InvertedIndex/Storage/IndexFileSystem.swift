/// Every way in which a writer touches the disk, so that a test can record the steps, stop after any of
/// them, or make one fail.
package protocol IndexFileSystem: Sendable {
    func createFolder(_ path: String) throws(IndexError)
    /// Creates or replaces a file and writes the chunks one after the other. Not durable until ``sync(_:)``.
    func write(_ chunks: [[UInt8]], to path: String) throws(IndexError)
    /// Returns when the file's bytes are on the disk (fsync).
    func sync(_ path: String) throws(IndexError)
    /// Atomic within one folder.
    func rename(_ path: String, to target: String) throws(IndexError)
    func remove(_ path: String) throws(IndexError)
    /// Returns when the folder's entries are on the disk: a rename is durable only after it.
    func syncFolder(_ path: String) throws(IndexError)
}
