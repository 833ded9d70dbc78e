import LegalDocuments

/// A document that is a ZIP of XML parts: DOCX (ECMA-376) or OFD (GB/T 33190-2016).
struct OfficePackage {
    enum Kind: Equatable {
        case word
        case ofd
        /// Known by its parts and not read: a spreadsheet, slides, OpenDocument.
        case other(String)
    }

    private let parts: [String: [UInt8]]

    /// Names that are looked at before the bytes are taken for an archive.
    private static let markedParts: [(name: String, kind: Kind)] = [
        ("word/document.xml", .word), ("OFD.xml", .ofd), ("xl/workbook.xml", .other("Excel spreadsheet")),
        ("ppt/presentation.xml", .other("PowerPoint slides")), ("META-INF/manifest.xml", .other("OpenDocument file")),
    ]

    /// Nil where the ZIP is an archive of files. A broken one is an archive too: the reader of archives tells why.
    static func kind(of bytes: [UInt8]) throws(IngestionError.Reason) -> Kind? {
        var found: Kind?
        do throws(IngestionError.Reason) {
            try ArchiveReader.visit(bytes, budget: ArchiveBudget(packedBytes: bytes.count), wants: { name in
                if found == nil { found = markedParts.first { $0.name == name }?.kind }
                return false
            }, take: { _, _ in })
        } catch {
            if found == nil, mentionsWordPart(bytes) { throw error }
        }
        return found
    }

    /// A DOCX cut short has lost its list of parts, but not their names.
    private static func mentionsWordPart(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        return head.holds("[Content_Types].xml") || head.holds("OFD.xml")
    }

    static func document(_ bytes: [UInt8], source: String) throws(IngestionError.Reason) -> LegalDocument {
        let kind = try kind(of: bytes)
        if case .other(let name)? = kind { throw .unsupportedFormat(name) }
        let package = try OfficePackage(bytes)
        return kind == .ofd
            ? try OFDDocument.document(in: package, source: source) : try WordDocument.document(in: package, source: source)
    }

    private init(_ bytes: [UInt8]) throws(IngestionError.Reason) {
        var parts: [String: [UInt8]] = [:]
        var refused: IngestionError.Reason?
        try ArchiveReader.visit(bytes, budget: ArchiveBudget(packedBytes: bytes.count), wants: { $0.hasSuffix(".xml") }) { name, content in
            switch content {
            case .bytes(let bytes): parts[name] = bytes
            case .refused(let reason): refused = reason
            }
        }
        if let refused { throw refused }
        self.parts = parts
    }

    /// The root of a part; nil where the package has none of this name.
    func xml(_ name: String) throws(IngestionError.Reason) -> MarkupElement? {
        guard let bytes = parts[name] else { return nil }
        guard bytes.count <= IngestionLimits.markupBytes else {
            throw .tooLarge(bytes: bytes.count, limit: IngestionLimits.markupBytes)
        }
        return try MarkupParser.xml(try TextDecoder.utf8(bytes))
    }
}
