import CArchive
import Glibc

/// Walks the entries of a ZIP, tar (also gzip, bzip2, xz, zstd) or 7z archive that lies in memory. Nothing is written
/// to disk, no entry names a place outside the archive, and the budget bounds what comes out.
enum ArchiveReader {
    enum Content {
        case bytes([UInt8])
        case refused(IngestionError.Reason)
    }

    private static let chunkBytes = 64 << 10

    /// Calls `take` for each regular file that `wants` asks for, in the order of the archive, and for each entry that
    /// is refused.
    ///
    /// - Throws: `malformed` or `encrypted` where the archive breaks off; what was taken before stays good.
    static func visit(
        _ bytes: [UInt8], budget: ArchiveBudget, wants: (String) -> Bool, take: (String, Content) -> Void
    ) throws(IngestionError.Reason) {
        // Safety: the archive reads the buffer that the closure is lent, and is freed inside it.
        let outcome = unsafe bytes.withUnsafeBytes { buffer -> Result<Void, IngestionError.Reason> in
            do throws(IngestionError.Reason) {
                try unsafe visit(buffer, budget, wants, take)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    private static func visit(
        _ buffer: UnsafeRawBufferPointer, _ budget: ArchiveBudget, _ wants: (String) -> Bool, _ take: (String, Content) -> Void
    ) throws(IngestionError.Reason) {
        guard let archive = unsafe archive_read_new() else { throw .malformed("out of memory") }
        defer { unsafe archive_read_free(archive) }
        // Names come out in UTF-8 only where the thread's locale is; it is put back afterwards.
        let locale = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
        let outer = unsafe uselocale(locale)
        defer {
            unsafe uselocale(outer)
            if let locale = unsafe locale { unsafe freelocale(locale) }
        }
        unsafe supportFormats(archive)
        // One file compressed alone: page.html.gz.
        if unsafe FileSignature.isCompressed(Array(buffer.prefix(8))) { unsafe archive_read_support_format_raw(archive) }
        guard unsafe archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
            throw unsafe failure(archive)
        }
        var entry: OpaquePointer?
        while true {
            let status = unsafe archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return }
            guard status >= ARCHIVE_WARN, let entry = unsafe entry else { throw unsafe failure(archive) }
            try budget.countEntry()
            let name = unsafe self.name(of: entry)
            guard let content = try unsafe content(of: entry, name, in: archive, budget, wants) else { continue }
            take(name, content)
        }
    }

    private static func supportFormats(_ archive: OpaquePointer) {
        unsafe archive_read_support_filter_gzip(archive)
        unsafe archive_read_support_filter_bzip2(archive)
        unsafe archive_read_support_filter_xz(archive)
        unsafe archive_read_support_filter_zstd(archive)
        unsafe archive_read_support_format_zip(archive)
        unsafe archive_read_support_format_tar(archive)
        unsafe archive_read_support_format_7zip(archive)
    }

    /// Nil for what nobody asked for: folders, and files that are not wanted.
    private static func content(
        of entry: OpaquePointer, _ name: String, in archive: OpaquePointer, _ budget: ArchiveBudget, _ wants: (String) -> Bool
    ) throws(IngestionError.Reason) -> Content? {
        let type = unsafe archive_entry_filetype(entry)
        if type == S_IFDIR { return nil }
        if EntryName.leadsOutside(name) { return .refused(.unsafePath) }
        let isLink = unsafe type == S_IFLNK || archive_entry_hardlink(entry) != nil
        if isLink { return wants(name) ? .refused(.link) : nil }
        guard type == S_IFREG || type == 0, wants(name) else { return nil }
        if unsafe archive_entry_is_encrypted(entry) != 0 { return .refused(.encrypted) }
        do {
            return .bytes(try unsafe data(of: archive, budget))
        } catch {
            if case .tooLarge = error { return .refused(error) }
            throw error
        }
    }

    /// The bytes of the entry whose header was read last.
    private static func data(of archive: OpaquePointer, _ budget: ArchiveBudget) throws(IngestionError.Reason) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            var status = 0
            // Safety: at most `chunkBytes` are written into as many bytes that the closure is lent.
            let part = unsafe [UInt8](unsafeUninitializedCapacity: chunkBytes) { buffer, count in
                unsafe status = Int(archive_read_data(archive, buffer.baseAddress, chunkBytes))
                count = max(0, status)
            }
            if status == Int(ARCHIVE_RETRY) || status == Int(ARCHIVE_WARN) { status = -1 }
            if status < 0 { throw unsafe failure(archive) }
            if part.isEmpty { return bytes }
            try budget.count(bytes: part.count)
            bytes.append(contentsOf: part)
            if bytes.count > IngestionLimits.fileBytes {
                throw .tooLarge(bytes: bytes.count, limit: IngestionLimits.fileBytes)
            }
        }
    }

    private static func name(of entry: OpaquePointer) -> String {
        // Safety: the entry owns the name until the next header; it is copied at once.
        if let raw = unsafe archive_entry_pathname(entry) {
            return unsafe EntryName.decoded(Array(UnsafeBufferPointer(start: raw, count: strlen(raw))).map { UInt8(bitPattern: $0) })
        }
        return unsafe archive_entry_pathname_utf8(entry).map { unsafe String(cString: $0) } ?? ""
    }

    private static func failure(_ archive: OpaquePointer) -> IngestionError.Reason {
        // Safety: the message belongs to the archive, which outlives this copy.
        let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "not a whole archive"
        let isLocked = ["ncrypt", "rypto", "assphrase", "assword"].contains { words.contains($0) }
        return isLocked ? .encrypted : .malformed(words)
    }
}
