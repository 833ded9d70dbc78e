/// The fields above a message or a part of one; folded lines are put together. Source: RFC 5322, section 2.2.
struct MailHeader {
    private var fields: [String: String] = [:]
    /// Where the body begins.
    private(set) var end: Int

    init(_ bytes: ArraySlice<UInt8>) {
        var at = bytes.startIndex
        var name = ""
        while at < bytes.endIndex, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
        while at < bytes.endIndex {
            let lineEnd = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let line = bytes[at..<lineEnd]
            at = min(lineEnd + 1, bytes.endIndex)
            if line.allSatisfy({ $0 == 0x0D }) { break }
            let text = String(decoding: line, as: UTF8.self)
            if line.first == 0x20 || line.first == 0x09 {
                fields[name]?.append(text.trimmedBlanks)
            } else if let colon = text.firstIndex(of: ":") {
                name = text[..<colon].trimmedBlanks.lowercased()
                if fields[name] == nil { fields[name] = text[text.index(after: colon)...].trimmedBlanks }
            } else {
                break
            }
        }
        end = at
    }

    /// The value of a field, by its name in lower case.
    subscript(name: String) -> String? { fields[name] }

    /// `boundary="…"` of a field.
    func parameter(_ name: String, of field: String) -> String? {
        guard let value = fields[field] else { return nil }
        for part in value.split(separator: ";").dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            guard part[..<equals].trimmedBlanks.lowercased() == name else { continue }
            let text = part[part.index(after: equals)...].trimmedBlanks
            return text.hasPrefix("\"") ? String(text.dropFirst().prefix { $0 != "\"" }) : text
        }
        return nil
    }
}
