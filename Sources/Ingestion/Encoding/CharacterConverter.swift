import Glibc

/// Converts bytes of another encoding to UTF-8 with the system's iconv.
enum CharacterConverter {
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// The text in UTF-8 and how many bytes were broken; each broken byte becomes one U+FFFD.
    /// Nil where the system does not know the encoding.
    static func utf8(from bytes: [UInt8], encoding: String) -> (text: [UInt8], broken: Int)? {
        // Safety: iconv_open answers (iconv_t)-1 on failure, and only then; closed below, used nowhere else.
        guard let converter = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
            return nil
        }
        defer { unsafe iconv_close(converter) }
        var input = bytes
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2 + 16)
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        var broken = 0
        var consumed = 0
        while consumed < input.count {
            let step = unsafe convert(converter, &input, from: consumed, into: &chunk)
            text.append(contentsOf: chunk.prefix(step.written))
            consumed = step.consumed
            if step.isBroken, consumed < input.count {
                text.append(contentsOf: replacement)
                broken += 1
                consumed += 1
            }
        }
        return (text, broken)
    }

    /// One call of iconv: how far it read, how much it wrote, and whether it stopped at a broken byte.
    private static func convert(
        _ converter: iconv_t, _ input: inout [UInt8], from start: Int, into chunk: inout [UInt8]
    ) -> (consumed: Int, written: Int, isBroken: Bool) {
        let count = input.count
        let room = chunk.count
        // Safety: both pointers stay inside the buffers lent by the closures; iconv never passes the counts given.
        return unsafe input.withUnsafeMutableBytes { source in
            unsafe chunk.withUnsafeMutableBytes { target in
                var from = unsafe source.baseAddress.map { unsafe ($0 + start).assumingMemoryBound(to: CChar.self) }
                var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = count - start
                var free = room
                let answer = unsafe iconv(converter, &from, &left, &to, &free)
                let failed = answer == Int(-1)
                return (count - left, room - free, failed && errno != E2BIG)
            }
        }
    }
}
