import LegalDocuments

/// The reading of one file from disk, with all files inside it.
struct FileReading {
    private(set) var reading = Reading()
    private let budget: ArchiveBudget

    init(budget: ArchiveBudget) { self.budget = budget }

    /// - Parameter frames: the bytes of a file that a page shows as its frame; nil where there is none.
    mutating func read(_ bytes: [UInt8], source: String, depth: Int, frames: (String) -> [UInt8]?) {
        do {
            switch try container(bytes) {
            case .archive?: try readArchive(bytes, source, depth)
            case .mail?: try readMail(bytes, source, depth)
            case .lines(let text)?: readLines(text, source)
            case nil: reading.documents.append(contentsOf: try documents(bytes, source, frames))
            }
        } catch {
            refuse(source, error)
        }
    }

    private enum Container {
        case archive
        case mail
        case lines([UInt8])
    }

    /// What may hold several documents, each with problems of its own; nil for all else.
    private func container(_ bytes: [UInt8]) throws(IngestionError.Reason) -> Container? {
        let limit = IngestionLimits.fileBytes
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        guard !bytes.isEmpty else { throw .empty }
        switch FileSignature(bytes) {
        case .archive: return .archive
        case .zip: return try OfficePackage.kind(of: bytes) == nil ? .archive : nil
        case nil: break
        default: return nil
        }
        if MailMessage.isSavedPage(bytes) { return .mail }
        let head = bytes.prefix(64)
        guard head.contains(UInt8(ascii: "{")), let first = bytes.first(where: { $0 > 0x20 && $0 < 0x80 }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        else { return nil }
        let text = try TextDecoder.utf8(bytes)
        return DocumentFormat(utf8: text, source: "") == .json ? .lines(text) : nil
    }

    private func documents(
        _ bytes: [UInt8], _ source: String, _ frames: (String) -> [UInt8]?
    ) throws(IngestionError.Reason) -> [LegalDocument] {
        switch FileSignature(bytes) {
        case .notText(let name): throw .notText(looksLike: name)
        case .unsupported(let name): throw .unsupportedFormat(name)
        case .pdf: return [try PDFReader.document(bytes, source: source)]
        case .compoundFile: return [try OldWordReader.document(bytes, source: source)]
        case .zip: return [try OfficePackage.document(bytes, source: source)]
        case .archive, nil: return try TextReading.documents(try TextDecoder.utf8(bytes), source, frames)
        }
    }

    // MARK: What holds files

    private mutating func readArchive(_ bytes: [UInt8], _ source: String, _ depth: Int) throws(IngestionError.Reason) {
        guard depth < IngestionLimits.archiveDepth else { throw .tooDeep(limit: IngestionLimits.archiveDepth) }
        var pages: Set<String> = []
        var assets: [(page: String, name: String, bytes: [UInt8])] = []
        var count = 0
        var inner = self
        defer { reading = inner.reading }
        try ArchiveReader.visit(bytes, budget: budget, wants: { !EntryName.isPassedOver($0) }) { name, content in
            count += 1
            let path = source + "/" + (name == "data" ? Self.nameWithoutCompression(source) : name)
            switch content {
            case .refused(let reason): inner.refuse(path, reason)
            case .bytes(let bytes):
                for ending in AssetFolder.pageEndings where name.hasSuffix(ending) { pages.insert(String(name.dropLast(ending.count))) }
                if let page = EntryName.pageOfAssets(name) {
                    if Self.mayBeDocument(name) { assets.append((page, name, bytes)) }
                } else {
                    inner.read(bytes, source: path, depth: depth + 1) { _ in nil }
                }
            }
        }
        for asset in assets where !pages.contains(asset.page) {
            inner.read(asset.bytes, source: source + "/" + asset.name, depth: depth + 1) { _ in nil }
        }
        if count == 0 { throw .empty }
    }

    private static func nameWithoutCompression(_ source: String) -> String {
        let name = source.split(separator: "/").last.map(String.init) ?? "data"
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// Pictures, scripts and style sheets are not kept while the page that they may belong to is still to come.
    private static func mayBeDocument(_ name: String) -> Bool {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return !["png", "jpg", "jpeg", "gif", "svg", "css", "js", "ico", "webp", "woff", "woff2", "ttf", "mp4"].contains(ending)
    }

    private mutating func readMail(_ bytes: [UInt8], _ source: String, _ depth: Int) throws(IngestionError.Reason) {
        let message = try MailMessage(bytes)
        guard let page = message.page else { throw .noContent }
        var inner = FileReading(budget: budget)
        // A message inside the message would be read without end.
        guard depth < IngestionLimits.archiveDepth else { throw .tooDeep(limit: IngestionLimits.archiveDepth) }
        inner.read(page.bytes, source: source, depth: depth + 1) { message.part(named: $0) }
        for index in inner.reading.documents.indices where inner.reading.documents[index].url == nil {
            inner.reading.documents[index].url = page.location
        }
        reading.documents += inner.reading.documents
        reading.problems += inner.reading.problems
    }

    private mutating func readLines(_ text: [UInt8], _ source: String) {
        let (documents, problems) = RecordReader.documents(in: text, source: source)
        reading.documents += documents
        reading.problems += problems
    }

    private mutating func refuse(_ source: String, _ reason: IngestionError.Reason) {
        reading.problems.append(IngestionError(source: source, reason: reason))
    }
}

/// Reads one text in UTF-8 by its format.
enum TextReading {
    static func documents(
        _ text: [UInt8], _ source: String, _ frames: (String) -> [UInt8]?
    ) throws(IngestionError.Reason) -> [LegalDocument] {
        guard text.contains(where: { $0 > 0x20 }) else { throw .empty }
        let format = DocumentFormat(utf8: text, source: source)
        if format == .markdown { return [try MarkdownReader.document(text, source: source)] }
        if format == .plainText { return [try PlainTextReader.document(text, source: source)] }
        let limit = IngestionLimits.markupBytes
        guard text.count <= limit else { throw .tooLarge(bytes: text.count, limit: limit) }
        switch format {
        case .html: return [try PortalPage.document(text, source: source, frames: frames)]
        case .akomaNtoso: return try AkomaNtosoReader.documents(in: try MarkupParser.xml(text), source: source)
        default: return try otherXML(try MarkupParser.xml(text), text, source, frames)
        }
    }

    private static func otherXML(
        _ root: MarkupElement, _ text: [UInt8], _ source: String, _ frames: (String) -> [UInt8]?
    ) throws(IngestionError.Reason) -> [LegalDocument] {
        switch root.name {
        case "html": return [try PortalPage.document(text, source: source, frames: frames)]
        case "akomaNtoso": return try AkomaNtosoReader.documents(in: root, source: source)
        // Word 2003 writes a whole document as one XML file.
        case "wordDocument": return [try WordDocument.document(body: root.child("body") ?? root, source: source)]
        default: throw .unsupportedFormat("XML with the root element \(root.name)")
        }
    }
}
