import Glibc
import Synchronization

/// Runs a program that is installed beside us over the bytes of a file, and takes what it prints.
///
/// It gets a copy of the file on disk, no shell, no input and nothing of our environment, and ends when its time is over.
struct ExternalProgram {
    let path: String

    /// The first of the names that is found on `PATH`.
    init?(_ names: [String]) {
        // Safety: the string is copied at once; nothing here changes the environment.
        let folders = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
        for name in names {
            for folder in folders.split(separator: ":") where unsafe access("\(folder)/\(name)", X_OK) == 0 {
                path = "\(folder)/\(name)"
                return
            }
        }
        return nil
    }

    var name: String { String(path.split(separator: "/").last ?? "") }

    struct Answer {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var status: Int32 = 0
    }

    /// - Parameter arguments: given the path of a file that holds the bytes.
    func run(over bytes: [UInt8], arguments: (String) -> [String]) throws(IngestionError.Reason) -> Answer {
        var template = Array("/tmp/lexigram-XXXXXX".utf8CString)
        // Safety: mkstemp writes six characters into the template, which ends with a NUL.
        let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer -> Int32 in
            guard let base = buffer.baseAddress else { return -1 }
            return unsafe mkstemp(base)
        }
        guard descriptor >= 0 else { throw .programFailed(name, words: "no temporary file") }
        let file = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unsafe unlink(file) }
        let isWritten = Self.write(bytes, to: descriptor)
        close(descriptor)
        guard isWritten else { throw .programFailed(name, words: "no room for a temporary file") }
        return try start([path] + arguments(file))
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            // Safety: the pointer is used within the closure, for the bytes that are left.
            let count = unsafe bytes.withUnsafeBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return unsafe Glibc.write(descriptor, base + written, buffer.count - written)
            }
            if count <= 0, errno != EINTR { return false }
            written += max(0, count)
        }
        return true
    }

    private func start(_ arguments: [String]) throws(IngestionError.Reason) -> Answer {
        let started = Self.starting.withLock { _ in startUnlocked(arguments) }
        guard let (process, output, errors) = started else { throw .programFailed(name, words: "it does not start") }
        defer {
            close(output)
            close(errors)
        }
        var answer = Answer()
        let ended = Self.collect(output, errors, into: &answer)
        if !ended { kill(process, SIGKILL) }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
        guard ended else { throw .programFailed(name, words: "it took longer or printed more than allowed") }
        answer.status = status & 0x7F == 0 ? status >> 8 & 0xFF : -1
        return answer
    }

    /// All that the program needs to know of its surroundings.
    private static let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"]

    /// Held from making the pipes until the child has them: a child of another thread that got them too would keep
    /// them open.
    private static let starting = Mutex(())

    /// The process, and the ends of the pipes to read from.
    private func startUnlocked(_ arguments: [String]) -> (process: pid_t, output: Int32, errors: Int32)? {
        guard let output = Self.pipe() else { return nil }
        guard let errors = Self.pipe() else {
            close(output.read)
            close(output.write)
            return nil
        }
        let process = spawn(arguments, output: output.write, errors: errors.write)
        close(output.write)
        close(errors.write)
        if let process { return (process, output.read, errors.read) }
        close(output.read)
        close(errors.read)
        return nil
    }

    private static func pipe() -> (read: Int32, write: Int32)? {
        var ends: [Int32] = [0, 0]
        // Safety: the call fills the two places it is lent.
        guard unsafe Glibc.pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private func spawn(_ arguments: [String], output: Int32, errors: Int32) -> pid_t? {
        // Safety: the actions are initialised before any use and destroyed after the last.
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        // Safety: the copies are freed after the call, which has read them; the list ends with nil.
        var list: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = unsafe Self.environment.map { unsafe strdup($0) } + [nil]
        defer { for unsafe item in unsafe list + environment { unsafe free(item) } }
        var process: pid_t = 0
        guard unsafe posix_spawn(&process, path, &actions, nil, &list, &environment) == 0 else { return nil }
        return process
    }

    /// Reads both pipes to their ends. False where time or room ran out.
    private static func collect(_ output: Int32, _ errors: Int32, into answer: inout Answer) -> Bool {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(IngestionLimits.programSeconds))
        var requests = [pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0)]
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while requests.contains(where: { $0.fd >= 0 }) {
            guard clock.now < end, answer.output.count <= IngestionLimits.fileBytes else { return false }
            // Safety: poll fills the requests it is lent; read writes at most the chunk's size into it.
            guard unsafe poll(&requests, 2, 200) >= 0 || errno == EINTR else { return false }
            for index in requests.indices where requests[index].revents != 0 {
                let size = chunk.count
                let count = unsafe read(requests[index].fd, &chunk, size)
                if count <= 0 {
                    requests[index].fd = -1
                } else if index == 0 {
                    answer.output.append(contentsOf: chunk.prefix(count))
                } else if answer.errors.count < size {
                    answer.errors.append(contentsOf: chunk.prefix(count))
                }
            }
        }
        return true
    }
}
