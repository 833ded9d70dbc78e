import Glibc

/// Standard output for answers, standard error for everything else.
enum Output {
    /// Whether a person is looking, so that colour and progress make sense.
    static let isTerminal = isatty(STDOUT_FILENO) == 1
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1

    static func line(_ text: String) { line(Array(text.utf8)) }

    static func line(_ bytes: [UInt8]) { write(bytes + [0x0A], to: STDOUT_FILENO) }

    static func complain(_ sentence: String) { write(Array((sentence + "\n").utf8), to: STDERR_FILENO) }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            // Safety: the pointer is used within the closure, for at most the bytes that are left.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
            }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                // The reader has gone or the disk is full: there is nobody to tell.
                exit(1)
            }
        }
    }

    static func bold(_ text: String) -> String { isTerminal ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
