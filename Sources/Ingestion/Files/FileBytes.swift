import Glibc

/// The bytes of one file, read whole.
enum FileBytes {
    /// Refuses what is no regular file and what is larger than ``IngestionLimits/fileBytes``.
    static func read(_ path: String) throws(IngestionError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw IngestionError(source: path, reason: .unreadable("not a regular file"))
        }
        let size = Int(status.st_size)
        let limit = IngestionLimits.fileBytes
        guard size <= limit else { throw IngestionError(source: path, reason: .tooLarge(bytes: size, limit: limit)) }
        return try contents(of: descriptor, path: path, expected: size)
    }

    static func failure(_ path: String, _ code: Int32) -> IngestionError {
        if code == ENOENT || code == ENOTDIR { return IngestionError(source: path, reason: .missing) }
        let words = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        return IngestionError(source: path, reason: .unreadable(words))
    }

    /// Reads to the end, or to the limit where a file grows meanwhile.
    private static func contents(of descriptor: Int32, path: String, expected: Int) throws(IngestionError) -> [UInt8] {
        var bytes: [UInt8] = []
        var problem: Int32 = 0
        while bytes.count <= IngestionLimits.fileBytes {
            let step = max(4096, expected + 1 - bytes.count)
            // Safety: at most `step` bytes are written into the `step` bytes that the closure is lent.
            let part = unsafe [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
                let got = unsafe Glibc.read(descriptor, buffer.baseAddress, step)
                if got < 0 { problem = errno }
                count = max(0, got)
            }
            if problem == EINTR { problem = 0; continue }
            if problem != 0 { throw failure(path, problem) }
            if part.isEmpty { return bytes }
            bytes = bytes.isEmpty ? part : bytes + part
        }
        throw IngestionError(source: path, reason: .tooLarge(bytes: bytes.count, limit: IngestionLimits.fileBytes))
    }
}
