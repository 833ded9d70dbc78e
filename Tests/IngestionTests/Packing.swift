/// A ZIP file without compression, as a test needs one. Source: PKWARE APPNOTE.TXT 6.3.
enum StoredZIP {
    static func bytes(_ files: [(name: String, bytes: [UInt8])], encrypted: Bool = false) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let offset = archive.count
            let common = little(20, 2) + little(encrypted ? 1 : 0x800, 2) + little(0, 6) + little(checksum(file.bytes), 4)
                + little(file.bytes.count, 4) + little(file.bytes.count, 4) + little(file.name.utf8.count, 2) + little(0, 2)
            archive += [0x50, 0x4B, 3, 4] + common + Array(file.name.utf8) + file.bytes
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10) + little(offset, 4) + Array(file.name.utf8)
        }
        let start = archive.count
        return archive + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(files.count, 2) + little(files.count, 2)
            + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    static func bytes(_ files: [(name: String, text: String)]) -> [UInt8] {
        bytes(files.map { (name: $0.name, bytes: Array($0.text.utf8)) })
    }

    private static func little(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * min($0, 7))) }
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        let value = bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
        }
        return Int(~value)
    }
}

/// A tar file of one entry. Source: POSIX.1-1988 ustar.
enum PlainTar {
    static func bytes(name: String, _ content: [UInt8], type: Character = "0", link: String = "") -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.enumerated() { header[place + offset] = byte }
        }
        func octal(_ value: Int, _ width: Int) -> String {
            let digits = String(value, radix: 8)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        put(name, at: 0)
        put("0000644", at: 100)
        put(octal(content.count, 11), at: 124)
        put("00000000000", at: 136)
        put("        " + String(type), at: 148)
        put(link, at: 157)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", at: 148)
        let padding = [UInt8](repeating: 0, count: (512 - content.count % 512) % 512 + 1024)
        return header + content + padding
    }
}
