/// A package around one part.
enum PackedInput {
    static func document(_ part: [UInt8]) -> [UInt8] { StoredZIP.bytes([("word/document.xml", part)]) }

    static func numbering(_ part: [UInt8]) -> [UInt8] {
        StoredZIP.bytes([("word/document.xml", Array(listDocument.utf8)), ("word/numbering.xml", part)])
    }

    static func page(_ part: [UInt8]) -> [UInt8] {
        StoredZIP.bytes([("OFD.xml", Array(root.utf8)), ("Document.xml", Array(document.utf8)), ("Page.xml", part)])
    }

    private static let listDocument = """
        <w:document xmlns:w="w"><w:body>\(String(repeating: "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>条文。</w:t></w:r></w:p>", count: 12))</w:body></w:document>
        """
    private static let root = "<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>"
    private static let document = "<Document><Pages><Page BaseLoc=\"Page.xml\"/><Page BaseLoc=\"Page.xml\"/></Pages></Document>"
}

/// A ZIP file without compression. Source: PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
enum StoredZIP {
    static func bytes(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let offset = archive.count
            let common = little(20, 2) + little(0, 8) + little(checksum(file.bytes), 4) + little(file.bytes.count, 4)
                + little(file.bytes.count, 4) + little(file.name.utf8.count, 2) + little(0, 2)
            archive += [0x50, 0x4B, 3, 4] + common + Array(file.name.utf8) + file.bytes
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10) + little(offset, 4) + Array(file.name.utf8)
        }
        let start = archive.count
        return archive + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(files.count, 2) + little(files.count, 2)
            + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * min($0, 7))) } }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        Int(~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 })
    }
}
