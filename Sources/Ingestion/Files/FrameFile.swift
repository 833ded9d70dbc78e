/// The file that a saved page shows in a frame: below the page's own folder, never outside.
enum FrameFile {
    static func bytes(named address: String, beside page: String) -> [UInt8]? {
        let name = PercentCoding.decoded(String(address.prefix { $0 != "?" && $0 != "#" }))
        guard !name.isEmpty, !name.contains(":"), !EntryName.leadsOutside(name) else { return nil }
        let folder = page.lastIndex(of: "/").map { page[...$0] } ?? ""
        let relative = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
        return try? FileBytes.read(folder + relative)
    }
}

/// `%E6%96%87` in the address of a frame.
enum PercentCoding {
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = HexDigit.value(bytes[at + 1]),
                let low = HexDigit.value(bytes[at + 2]) {
                decoded.append(high << 4 | low)
                at += 3
            } else {
                decoded.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}

enum HexDigit {
    static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
