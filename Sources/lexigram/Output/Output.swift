import Glibc

/// Standard output for answers, standard error for everything else.
enum Output {
    /// Whether a person is looking, so that colour and progress make sense.
    static let isTerminal = isatty(STDOUT_FILENO) == 1
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1

    static func line(_ text: String) { line(Array(PlainText.printable(text, keepingBold: isTerminal).utf8)) }

    /// As they are: for answers that programs read.
    static func line(_ bytes: [UInt8]) {
        let code = write(bytes + [0x0A], to: STDOUT_FILENO)
        // Whoever closed a pipe wants no more, and no word about it.
        if code == EPIPE { exit(1) }
        if code != 0 {
            complain(Messages.current.cannotWrite(code))
            exit(1)
        }
    }

    /// A whole file's text, without a line end of its own.
    static func text(_ text: String) {
        let code = write(Array(PlainText.printable(text, keepingBold: false, keepingReturns: true).utf8), to: STDOUT_FILENO)
        if code == EPIPE { exit(1) }
        if code != 0 {
            complain(Messages.current.cannotWrite(code))
            exit(1)
        }
    }

    /// Nothing depends on whether anybody hears it.
    static func complain(_ sentence: String) {
        _ = write(Array((PlainText.printable(sentence, keepingBold: false) + "\n").utf8), to: STDERR_FILENO)
    }

    /// Replaces the line that stands on standard error, which must be a terminal.
    static func replaceErrorLine(with text: String) {
        _ = write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO)
    }

    static func bold(_ text: String) -> String {
        isTerminal ? PlainText.boldBegins + text + PlainText.boldEnds : text
    }

    /// A descriptor that the caller closed would be given to the next file that is opened, and answers would be
    /// written into the index. So the three standard ones are taken before anything is opened.
    static func takeStandardDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            _ = unsafe open("/dev/null", O_RDWR)
        }
    }

    /// - Returns: 0, or the errno that stopped it.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            // Safety: the pointer is used within the closure, for at most the bytes that are left.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                waitUntilWritable(descriptor)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// A pipe that its reader has set not to block takes what it can and asks to be tried again.
    private static func waitUntilWritable(_ descriptor: Int32) {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        // Safety: one request, alive for the length of the call.
        _ = unsafe poll(&request, 1, -1)
    }
}
