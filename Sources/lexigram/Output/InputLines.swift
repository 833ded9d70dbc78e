import Glibc

/// Why lines could not be read; `code` is errno.
struct InputError: Error {
    let path: String
    let code: Int32
}

/// The lines of a file or of standard input, as they come. Broken UTF-8 becomes U+FFFD and stops nothing.
final class InputLines {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var place = 0
    private var ended = false

    /// `-` is standard input.
    init(path: String) throws(InputError) {
        let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputError(path: path, code: errno) }
        self.path = path
        self.descriptor = descriptor
    }

    /// All bytes of a file; `-` is standard input.
    static func bytes(path: String) throws(InputError) -> [UInt8] {
        let lines = try InputLines(path: path)
        while !lines.ended { try lines.fill() }
        return lines.buffer
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// Without its line end; nil behind the last.
    func next() throws(InputError) -> String? {
        var searched = place
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { place = end + 1 }
                return text(place..<end)
            }
            if ended {
                guard place < buffer.count else { return nil }
                defer { place = buffer.count }
                return text(place..<buffer.count)
            }
            buffer.removeFirst(place)
            place = 0
            searched = buffer.count
            try fill()
        }
    }

    private func fill() throws(InputError) {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        // Safety: the buffer holds as many bytes as are asked for.
        let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        if count > 0 {
            buffer += chunk[..<count]
        } else if count == 0 {
            ended = true
        } else if errno == EAGAIN {
            waitUntilReadable()
        } else if errno != EINTR {
            throw InputError(path: path, code: errno)
        }
    }

    private func waitUntilReadable() {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // Safety: one request, alive for the length of the call.
        _ = unsafe poll(&request, 1, -1)
    }

    private func text(_ range: Range<Int>) -> String {
        let end = range.upperBound > range.lowerBound && buffer[range.upperBound - 1] == 0x0D ? range.upperBound - 1 : range.upperBound
        return String(decoding: buffer[range.lowerBound..<end], as: UTF8.self)
    }
}
