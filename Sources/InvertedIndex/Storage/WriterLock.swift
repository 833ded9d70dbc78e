internal import Glibc

/// Lets one process at a time write to an index.
///
/// The lock is the kernel's, on an open file (flock): it ends with the process, so a crash leaves none behind.
final class WriterLock: Sendable {
    private let descriptor: Int32

    init(folder: String) throws(IndexError) {
        let path = folder + "/lock"
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw IndexError(file: path, reason: .system(operation: "open", code: errno))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw IndexError(file: path, reason: code == EWOULDBLOCK ? .locked : .system(operation: "flock", code: code))
        }
    }

    deinit {
        // Unlocked first: a child that was forked meanwhile and has not yet called exec shares the open file,
        // and the lock with it.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
