import Ingestion
import InvertedIndex
import LegalDocuments

/// Annexes that lie beside their page and are part of its document.
extension IndexingRun {
    /// Pages that have not changed and whose annexes have come or changed.
    func pagesGainingAttachments(
        _ unchanged: [SourceWalker.File], _ changed: [SourceWalker.File]
    ) -> [SourceWalker.File] {
        guard !candidates.isEmpty, !changed.isEmpty else { return [] }
        let new = Set(changed.map(\.path))
        let reader = DocumentReader()
        return unchanged.filter { page in
            candidates.surround(page.path, with: new)
                && reader.attachments(ofPage: page.path, among: candidates).contains {
                    new.contains($0) && !reader.read(atPath: $0).documents.isEmpty
                }
        }
    }

    /// Whether the annexes of a page are those that were joined to it; true for an annex itself.
    func attachmentsAreUnchanged(_ stored: StoredDocument, besides path: String) -> Bool {
        let attachments = stored.document.attachments
        guard !attachments.isEmpty, !attachments.contains(path) else { return true }
        return stored.sources.filter { attachments.contains($0.path) }.allSatisfy { stamp in
            let file = present[stamp.path] ?? (try? SourceWalker.files(under: [stamp.path]))?.files.first
            return file?.size == stamp.size && file?.modified == stamp.modified
        }
    }

    /// The documents that a file and its annexes gave before, by their ids. What the file's page joined then and has let go is
    /// to be read by itself.
    mutating func documentsBefore(_ read: ReadFile, of file: SourceWalker.File) throws(IndexError) -> [String: DocumentAddress] {
        guard let committed else { return [:] }
        var before: [String: DocumentAddress] = [:]
        for address in try held(from: file.path) {
            before[try committed.id(of: address)] = address
            let attachments = try DocumentCoding.stored(address, in: committed).document.attachments
            if !attachments.contains(file.path) { released.formUnion(attachments.subtracting(read.attached)) }
        }
        for path in read.attached {
            for address in try held(from: path) { before[try committed.id(of: address)] = address }
        }
        return before
    }
}
