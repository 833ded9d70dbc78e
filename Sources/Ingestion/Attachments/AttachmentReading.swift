import LegalDocuments

extension DocumentReader {
    /// All that a page on disk holds; files beside it that it links to as its annexes are joined to its document.
    ///
    /// An annex's provisions follow those of the page under a heading with its name and its file's, `att_1__` before their
    /// ids. A file that cannot be read, and one that is the page's own text once more, stays by itself.
    public func read(atPath path: String, joining candidates: AttachmentCandidates) -> Reading {
        var reading = read(atPath: path)
        guard reading.documents.count == 1 else { return reading }
        for (link, file) in linkedFiles(ofPage: path, among: candidates) {
            guard reading.attached.count < IngestionLimits.attachments, !reading.attached.contains(file),
                join(file, link, to: &reading.documents[0], number: reading.attached.count + 1)
            else { continue }
            reading.attached.append(file)
        }
        return reading
    }

    /// The files that a page would have joined to it, if they can be read.
    public func attachments(ofPage path: String, among candidates: AttachmentCandidates) -> [String] {
        linkedFiles(ofPage: path, among: candidates).map(\.file)
    }

    /// The links of a page to files beside it. Without such files the page is not looked at.
    private func linkedFiles(
        ofPage path: String, among candidates: AttachmentCandidates
    ) -> [(link: AttachmentLink, file: String)] {
        let files = candidates.files(besides: path)
        guard !files.isEmpty, let bytes = try? FileBytes.read(path), let text = try? TextDecoder.utf8(bytes),
            let root = try? MarkupParser.html(text)
        else { return [] }
        let beside = AttachmentFiles(page: path, files: files)
        return AttachmentLinks.links(in: root).compactMap { link in beside.file(of: link).map { (link, $0) } }
    }

    private func join(_ file: String, _ link: AttachmentLink, to page: inout LegalDocument, number: Int) -> Bool {
        let annexes = read(atPath: file).documents.filter { !$0.provisions.isEmpty }
        let count = annexes.reduce(page.provisions.count) { $0 + $1.provisions.count }
        guard !annexes.isEmpty, count <= IngestionLimits.provisions, !annexes.contains(where: { Self.holds(page, $0) }) else { return false }
        let heading = Self.heading(link, file, number)
        var names = ProvisionNames()
        for annex in annexes {
            page.provisions += annex.provisions.map { provision in
                var joined = provision
                joined.id = names.unique("att_\(number)__\(provision.id)")
                joined.headings.insert(heading, at: 0)
                return joined
            }
        }
        page.sources.append(file)
        page.origins[LegalDocument.attachmentOrigin(file)] = heading
        return true
    }

    /// Whether the page prints the annex itself, or is a copy of it.
    private static func holds(_ page: LegalDocument, _ annex: LegalDocument) -> Bool {
        let key = TitleKey.key(of: annex.title)
        return TitleKey.key(of: page.title) == key
            || page.provisions.contains { $0.headings.contains { TitleKey.key(of: $0) == key } }
    }

    /// 附件1　用水定额表（P020230101.docx）
    private static func heading(_ link: AttachmentLink, _ file: String, _ number: Int) -> String {
        let fileName = String(file.dropFirst(AttachmentCandidates.folder(of: file).count))
        var name = link.name
        if AttachmentLinks.mayBeAttachment(name), let dot = name.lastIndex(of: ".") { name = String(name[..<dot]) }
        if !name.hasPrefix("附") { name = "附件\(number)　\(name)" }
        return "\(name)（\(fileName)）"
    }
}
