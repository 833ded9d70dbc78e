/// The bodies of a message: parted at their boundary, decoded from base64 and quoted-printable.
enum MailBody {
    /// What lies between the lines `--boundary`; the last part may lack its closing line.
    static func parts(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [ArraySlice<UInt8>] = []
        var open: Int?
        var at = body.startIndex
        while at < body.endIndex {
            let lineEnd = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
            if body[at..<lineEnd].starts(with: mark) {
                if let open, open <= at { parts.append(body[open..<at]) }
                open = min(lineEnd + 1, body.endIndex)
                if body[at..<lineEnd].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
            }
            at = min(lineEnd + 1, body.endIndex)
        }
        if let open, open < body.endIndex { parts.append(body[open...]) }
        return parts
    }

    static func decoded(_ body: ArraySlice<UInt8>, coding: String, charset: String?) -> [UInt8] {
        let bytes =
            switch coding {
            case "base64": base64(body)
            case "quoted-printable": quotedPrintable(body)
            default: Array(body)
            }
        // The header's charset decides only where the page itself names none.
        guard let charset, EncodingDeclaration.name(in: bytes) == nil, !UTF8Survey(bytes).isValid else { return bytes }
        let name = charset.lowercased().hasPrefix("gb") ? "GB18030" : charset
        return CharacterConverter.utf8(from: bytes, encoding: name)?.text ?? bytes
    }

    private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count * 3 / 4)
        var word: UInt32 = 0
        var bits = 0
        for byte in body {
            guard let value = base64Value(byte) else {
                if byte == UInt8(ascii: "=") { break }
                continue
            }
            word = word << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
            }
        }
        return bytes
    }

    private static func base64Value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61) + 26
        case 0x30...0x39: UInt32(byte - 0x30) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count)
        var at = body.startIndex
        while at < body.endIndex {
            guard body[at] == UInt8(ascii: "="), at + 1 < body.endIndex else {
                bytes.append(body[at])
                at += 1
                continue
            }
            if body[at + 1] == 0x0A {
                at += 2
            } else if body[at + 1] == 0x0D {
                at += at + 2 < body.endIndex && body[at + 2] == 0x0A ? 3 : 2
            } else if at + 2 < body.endIndex, let high = HexDigit.value(body[at + 1]), let low = HexDigit.value(body[at + 2]) {
                bytes.append(high << 4 | low)
                at += 3
            } else {
                bytes.append(body[at])
                at += 1
            }
        }
        return bytes
    }
}
