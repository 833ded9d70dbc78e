public import LegalDocuments

/// Reads one file's bytes into documents, whatever its format and encoding.
///
/// Readers hold no state: one may serve many threads.
public struct DocumentReader: Sendable {
    public init() {}

    /// The documents in a file on disk.
    ///
    /// - Throws: ``IngestionError`` with the path as given.
    public func documents(atPath path: String) throws(IngestionError) -> [LegalDocument] {
        try documents(in: try FileBytes.read(path), source: path)
    }

    /// The documents in the bytes of a file.
    ///
    /// - Parameter source: the path as the user gave it: named in errors, kept in ``LegalDocument/sources``, and asked
    ///   for a date in the file's name.
    /// - Complexity: O(*n*) in bytes.
    public func documents(in bytes: [UInt8], source: String) throws(IngestionError) -> [LegalDocument] {
        do {
            return try read(bytes, source)
        } catch {
            throw IngestionError(source: source, reason: error)
        }
    }

    private func read(_ bytes: [UInt8], _ source: String) throws(IngestionError.Reason) -> [LegalDocument] {
        let limit = IngestionLimits.fileBytes
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        guard !bytes.isEmpty else { throw .empty }
        if let signature = FileSignature(bytes) { throw signature.reason }
        let text = try TextDecoder.utf8(bytes)
        guard text.contains(where: { $0 > 0x20 }) else { throw .empty }
        switch DocumentFormat(utf8: text, source: source) {
        case .html:
            return [try PortalPage.document(text, source: source)]
        case .akomaNtoso:
            return try AkomaNtosoReader.documents(in: try MarkupParser.xml(text), source: source)
        case .otherXML:
            return try otherXML(try MarkupParser.xml(text), text, source)
        case .markdown:
            return [try MarkdownReader.document(text, source: source)]
        case .mhtml:
            throw .unsupportedFormat("MHTML page")
        case .json:
            throw .unsupportedFormat("JSON")
        case .plainText:
            return [try PlainTextReader.document(text, source: source)]
        }
    }

    private func otherXML(
        _ root: MarkupElement, _ text: [UInt8], _ source: String
    ) throws(IngestionError.Reason) -> [LegalDocument] {
        if root.name == "html" { return [try PortalPage.document(text, source: source)] }
        if root.name == "akomaNtoso" { return try AkomaNtosoReader.documents(in: root, source: source) }
        throw .unsupportedFormat("XML with the root element \(root.name)")
    }
}
