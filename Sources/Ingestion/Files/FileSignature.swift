/// What the first bytes of a file that is no text say it is.
enum FileSignature: Equatable {
    /// A picture, a program: never a document.
    case notText(String)
    /// A format that is known and not read.
    case unsupported(String)
    case pdf
    /// The compound file of old Word, also around encrypted DOCX.
    case compoundFile
    /// ZIP: an archive, or the package of DOCX and OFD.
    case zip
    /// Another archive, or one file compressed.
    case archive

    private static let signatures: [(bytes: [UInt8], kind: FileSignature)] = [
        ([0x89, 0x50, 0x4E, 0x47], .notText("PNG picture")),
        ([0xFF, 0xD8, 0xFF], .notText("JPEG picture")),
        (Array("GIF8".utf8), .notText("GIF picture")),
        ([0x49, 0x49, 0x2A, 0x00], .notText("TIFF picture")),
        ([0x4D, 0x4D, 0x00, 0x2A], .notText("TIFF picture")),
        ([0x7F, 0x45, 0x4C, 0x46], .notText("ELF program")),
        ([0x4D, 0x5A, 0x90, 0x00], .notText("Windows program")),
        (Array("SQLite format 3".utf8), .notText("SQLite database")),
        (Array("%PDF-".utf8), .pdf),
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0], .compoundFile),
        (Array("{\\rtf".utf8), .unsupported("RTF file")),
        (Array("Rar!".utf8), .unsupported("RAR archive")),
        ([0x37, 0x7A, 0xBC, 0xAF], .archive),
        ([0x1F, 0x8B], .archive),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .archive),
        ([0x28, 0xB5, 0x2F, 0xFD], .archive),
        (Array("BZh".utf8), .archive),
    ]

    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            self = .notText("WebP picture")
            return
        }
        if bytes.starts(with: Array("BM".utf8)), bytes.count > 14, bytes[6...9].allSatisfy({ $0 == 0 }) {
            self = .notText("BMP picture")
            return
        }
        if bytes.count >= 512, bytes[257..<262].elementsEqual("ustar".utf8) {
            self = .archive
            return
        }
        guard let found = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
        self = found.kind
    }

    /// gzip, xz, zstd or bzip2.
    static func isCompressed(_ head: some Sequence<UInt8>) -> Bool {
        let head = Array(head)
        let marks: [[UInt8]] = [[0x1F, 0x8B], [0xFD, 0x37, 0x7A], [0x28, 0xB5, 0x2F, 0xFD], Array("BZh".utf8)]
        return marks.contains { head.starts(with: $0) }
    }
}
