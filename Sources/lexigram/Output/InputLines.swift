import Glibc

/// The lines of a file or of standard input, as they come. Broken UTF-8 becomes U+FFFD and stops nothing.
final class InputLines {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var place = 0
    private var ended = false

    /// Nil where the file cannot be opened; `-` is standard input.
    init?(path: String) {
        descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// Without its line end; nil behind the last.
    func next() -> String? {
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
            fill()
        }
    }

    private func fill() {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        // Safety: the buffer holds as many bytes as are asked for.
        let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        if count > 0 { buffer += chunk[..<count] } else if count == 0 || errno != EINTR { ended = true }
    }

    private func text(_ range: Range<Int>) -> String {
        let end = range.upperBound > range.lowerBound && buffer[range.upperBound - 1] == 0x0D ? range.upperBound - 1 : range.upperBound
        return String(decoding: buffer[range.lowerBound..<end], as: UTF8.self)
    }
}
