/// Bytes of a file as UTF-8, whatever encoding they came in.
///
/// | What the bytes show                             | Read as                |
/// |-------------------------------------------------|------------------------|
/// | a byte order mark                               | what it says           |
/// | every second byte of the head is NUL            | UTF-16                 |
/// | well-formed UTF-8 with characters beyond ASCII   | UTF-8, whatever is declared |
/// | nearly all UTF-8                                | UTF-8, broken bytes replaced |
/// | declared Big5, or more everyday characters so   | Big5                   |
/// | all else, also where gb2312 or nothing is declared | GB18030             |
///
/// A broken byte costs one U+FFFD, never the document.
enum TextDecoder {
    static func utf8(_ bytes: [UInt8]) throws(IngestionError.Reason) -> [UInt8] {
        try StageTimes.measure(.decode, within: .structure) { () throws(IngestionError.Reason) in try decoded(bytes) }
    }

    private static func decoded(_ bytes: [UInt8]) throws(IngestionError.Reason) -> [UInt8] {
        if let text = byMark(bytes) { return cleaned(text) }
        if let text = unmarkedUTF16(bytes) { return cleaned(text) }
        let survey = UTF8Survey(bytes)
        guard survey.controlBytes <= IngestionLimits.strayControlCharacters
            || survey.controlBytes * IngestionLimits.bytesPerControlCharacter <= bytes.count else {
            throw .notText(looksLike: "binary data")
        }
        if survey.isValid { return survey.controlBytes == 0 ? bytes : cleaned(bytes) }
        if survey.strayBytes * 20 <= survey.multibyteCharacters { return cleaned(repaired(bytes)) }
        return cleaned(try legacy(bytes))
    }

    private static func byMark(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = Array(bytes.dropFirst(3))
            let survey = UTF8Survey(rest)
            // A mark in front of GB18030: some editors add it without converting.
            guard survey.strayBytes <= survey.multibyteCharacters else { return nil }
            return survey.isValid ? rest : repaired(rest)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return CharacterConverter.utf8(from: Array(bytes.dropFirst(2)), encoding: "UTF-16LE")?.text
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return CharacterConverter.utf8(from: Array(bytes.dropFirst(2)), encoding: "UTF-16BE")?.text
        }
        return nil
    }

    /// Markup without a mark: `<` and NUL in turns.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 8 else { return nil }
        let head = bytes.prefix(8)
        let isLittle = [1, 3, 5, 7].allSatisfy { head[$0] == 0 } && [0, 2, 4, 6].allSatisfy { head[$0] != 0 }
        let isBig = [0, 2, 4, 6].allSatisfy { head[$0] == 0 } && [1, 3, 5, 7].allSatisfy { head[$0] != 0 }
        guard isLittle || isBig else { return nil }
        return CharacterConverter.utf8(from: bytes, encoding: isLittle ? "UTF-16LE" : "UTF-16BE")?.text
    }

    private static func legacy(_ bytes: [UInt8]) throws(IngestionError.Reason) -> [UInt8] {
        let declared = EncodingDeclaration.name(in: bytes)
        if let declared, declared.hasPrefix("utf-8") || declared == "utf8" {
            let survey = UTF8Survey(bytes)
            if survey.strayBytes < survey.multibyteCharacters { return repaired(bytes) }
        }
        let simplified = CharacterConverter.utf8(from: bytes, encoding: "GB18030")
        let saysBig5 = declared?.hasPrefix("big5") == true
        let head = Array(bytes.prefix(64 << 10))
        if saysBig5 || (declared == nil && everyday(head, "BIG5-HKSCS") > 2 * everyday(head, "GB18030")),
            let traditional = CharacterConverter.utf8(from: bytes, encoding: "BIG5-HKSCS") {
            if traditional.broken <= (simplified?.broken ?? .max) || saysBig5 && traditional.broken * 50 < bytes.count {
                return traditional.text
            }
        }
        guard let simplified else { throw .unsupportedFormat("text that is not UTF-8, and no GB18030 on this system") }
        guard simplified.broken * 4 <= bytes.count else { throw .notText(looksLike: "binary data") }
        return simplified.text
    }

    /// How many characters that every Chinese legal text has many of a decoding gives.
    private static func everyday(_ bytes: [UInt8], _ encoding: String) -> Int {
        guard let text = CharacterConverter.utf8(from: bytes, encoding: encoding)?.text else { return 0 }
        let wanted: Set<Unicode.Scalar> = [
            "的", "第", "不", "以", "及", "之", "在", "一", "人", "有", "法", "定", "条", "條", "应", "應", "规", "規", "国", "國",
        ]
        return String(decoding: text, as: UTF8.self).unicodeScalars.count { wanted.contains($0) }
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

    /// Without NUL and other control characters, which no parser takes.
    private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 < 0x20 && !UTF8Survey.isTextControl($0) || $0 == 0x1B }) else { return bytes }
        return bytes.filter { $0 >= 0x20 || UTF8Survey.isTextControl($0) && $0 != 0x1B }
    }
}
