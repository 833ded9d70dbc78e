/// Why an index could not be opened, read or written. Whatever was committed before is untouched.
public struct IndexError: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        /// The folder does not exist or holds no index.
        case notAnIndex
        /// The folder holds other files and no index; nothing is written among them.
        case folderInUse
        /// Written by a program whose format this one does not read.
        case formatVersion(found: Int, readable: Int)
        /// Written with another text analysis, so that queries would not meet its terms.
        case analysisVersion(found: Int, expected: Int)
        /// Shorter or longer than its header or the manifest says.
        case wrongLength(expectedBytes: Int, foundBytes: Int)
        case checksumMismatch(part: String)
        /// A count or an offset points outside of what it should.
        case damaged(part: String)
        /// Another process is writing to this index.
        case locked
        /// The operating system refused; `code` is errno.
        case system(operation: String, code: Int32)
        /// One segment cannot hold more.
        case tooLarge(part: String)
    }

    /// The file or folder concerned.
    public let file: String
    public let reason: Reason

    public init(file: String, reason: Reason) {
        self.file = file
        self.reason = reason
    }
}
