/// What the first bytes of a file that is no text say it is.
enum FileSignature {
    case picture(String)
    case document(String)

    private static let signatures: [(bytes: [UInt8], kind: FileSignature)] = [
        ([0x89, 0x50, 0x4E, 0x47], .picture("PNG picture")),
        ([0xFF, 0xD8, 0xFF], .picture("JPEG picture")),
        (Array("GIF8".utf8), .picture("GIF picture")),
        ([0x49, 0x49, 0x2A, 0x00], .picture("TIFF picture")),
        ([0x4D, 0x4D, 0x00, 0x2A], .picture("TIFF picture")),
        ([0x7F, 0x45, 0x4C, 0x46], .picture("ELF program")),
        ([0x4D, 0x5A, 0x90, 0x00], .picture("Windows program")),
        (Array("SQLite format 3".utf8), .picture("SQLite database")),
        (Array("%PDF-".utf8), .document("PDF file")),
        ([0x50, 0x4B, 0x03, 0x04], .document("ZIP file (DOCX, OFD or an archive)")),
        ([0xD0, 0xCF, 0x11, 0xE0], .document("old Word or Excel file")),
        (Array("{\\rtf".utf8), .document("RTF file")),
        (Array("Rar!".utf8), .document("RAR archive")),
        ([0x37, 0x7A, 0xBC, 0xAF], .document("7z archive")),
        ([0x1F, 0x8B], .document("gzip file")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .document("xz file")),
        ([0x28, 0xB5, 0x2F, 0xFD], .document("zstd file")),
    ]

    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            self = .picture("WebP picture")
            return
        }
        if bytes.starts(with: Array("BM".utf8)), bytes.count > 14, bytes[6...9].allSatisfy({ $0 == 0 }) {
            self = .picture("BMP picture")
            return
        }
        guard let found = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
        self = found.kind
    }

    var reason: IngestionError.Reason {
        switch self {
        case .picture(let name): .notText(looksLike: name)
        case .document(let name): .unsupportedFormat(name)
        }
    }
}
