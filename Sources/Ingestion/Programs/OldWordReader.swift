import LegalDocuments

/// Reads the compound files of Word 97 to 2003 with `antiword` or `catdoc`, where one of them is installed.
enum OldWordReader {
    static func document(_ bytes: [UInt8], source: String) throws(IngestionError.Reason) -> LegalDocument {
        // A DOCX under a password is a compound file with this stream. Source: MS-OFFCRYPTO, section 2.3.4.
        if holds(bytes, name: "EncryptedPackage") { throw .encrypted }
        guard holds(bytes, name: "WordDocument") else { throw .unsupportedFormat("old Office file without a Word document") }
        guard let program = ExternalProgram(["antiword", "catdoc"]) else { throw .programMissing("antiword, catdoc") }
        var answer = try run(program, bytes)
        if answer.status != 0 || !holdsText(answer.output), program.name == "antiword", let other = ExternalProgram(["catdoc"]) {
            answer = try run(other, bytes)
        }
        let words = String(decoding: answer.errors.prefix(300), as: UTF8.self).onOneLine
        if words.contains("ncrypted") { throw .encrypted }
        guard answer.status == 0 else { throw .programFailed(program.name, words: words.isEmpty ? "broken file" : words) }
        let text = try TextDecoder.utf8(answer.output)
        guard holdsText(text) else { throw .noContent }
        return try PlainTextReader.document(text, source: source)
    }

    private static func run(_ program: ExternalProgram, _ bytes: [UInt8]) throws(IngestionError.Reason) -> ExternalProgram.Answer {
        let isAntiword = program.name == "antiword"
        return try program.run(over: bytes) { isAntiword ? ["-m", "UTF-8.txt", "-w", "0", $0] : ["-d", "utf-8", "-w", $0] }
    }

    private static func holdsText(_ bytes: [UInt8]) -> Bool { bytes.contains { $0 > 0x20 } }

    /// Whether the file's directory names a stream; names are UTF-16.
    private static func holds(_ bytes: [UInt8], name: String) -> Bool {
        let wanted: [UInt8] = name.utf8.flatMap { [$0, 0] as [UInt8] }
        var at = 0
        while at + wanted.count <= bytes.count {
            guard let next = bytes[at...].firstIndex(of: wanted[0]), next + wanted.count <= bytes.count else { return false }
            if bytes[next..<next + wanted.count].elementsEqual(wanted) { return true }
            at = next + 1
        }
        return false
    }
}
