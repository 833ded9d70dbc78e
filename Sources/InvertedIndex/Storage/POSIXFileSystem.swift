internal import Glibc

/// The real disk.
package struct POSIXFileSystem: IndexFileSystem {
    package init() {}

    /// Bytes of one call. For a long one the system may take the file's pages in blocks as long, which are likelier to be memory that
    /// was never used; for a short one it takes what was freed a moment ago.
    private static let pieceBytes = 1 << 16

    package func createFolder(_ path: String) throws(IndexError) {
        if unsafe mkdir(path, 0o755) != 0 && errno != EEXIST { throw failure("mkdir", path) }
    }

    package func write(_ chunks: [[UInt8]], to path: String) throws(IndexError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        for chunk in chunks { try write(chunk, to: descriptor, path) }
    }

    private func write(_ chunk: [UInt8], to descriptor: Int32, _ path: String) throws(IndexError) {
        var written = 0
        while written < chunk.count {
            // Safety: the pointer is used within the closure, for at most the bytes that are left.
            let count = unsafe chunk.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress! + written, min(bytes.count - written, Self.pieceBytes))
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure("write", path)
            }
            written += count
        }
    }

    package func sync(_ path: String) throws(IndexError) { try sync(path, flags: O_RDONLY) }

    package func syncFolder(_ path: String) throws(IndexError) { try sync(path, flags: O_RDONLY | O_DIRECTORY) }

    private func sync(_ path: String, flags: Int32) throws(IndexError) {
        let descriptor = unsafe open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        if fsync(descriptor) != 0 { throw failure("fsync", path) }
    }

    package func rename(_ path: String, to target: String) throws(IndexError) {
        if unsafe Glibc.rename(path, target) != 0 { throw failure("rename", path) }
    }

    package func remove(_ path: String) throws(IndexError) {
        if unsafe unlink(path) != 0 && errno != ENOENT { throw failure("unlink", path) }
    }

    private func failure(_ operation: String, _ path: String) -> IndexError {
        IndexError(file: path, reason: .system(operation: operation, code: errno))
    }
}
