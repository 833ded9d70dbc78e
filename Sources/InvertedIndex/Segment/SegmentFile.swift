/// Puts sections together into the bytes of a segment file, and takes such a file apart again.
enum SegmentFile {
    /// The whole file in chunks: header, table, then each section with its padding.
    static func chunks(of sections: [(SegmentLayout.Section, [UInt8])]) -> [[UInt8]] {
        var table = ByteWriter()
        var content: [[UInt8]] = []
        var offset = SegmentLayout.headerBytes + sections.count * SegmentLayout.entryBytes
        for (section, bytes) in sections {
            let padding = (SegmentLayout.alignment - offset % SegmentLayout.alignment) % SegmentLayout.alignment
            if padding > 0 { content.append([UInt8](repeating: 0, count: padding)) }
            offset += padding
            table.uint32(section.rawValue)
            table.uint32(CRC32C.checksum(of: bytes))
            table.uint64(UInt64(offset))
            table.uint64(UInt64(bytes.count))
            content.append(bytes)
            offset += bytes.count
        }
        return [header(table: table.bytes, sectionCount: sections.count, fileBytes: offset), table.bytes] + content
    }

    private static func header(table: [UInt8], sectionCount: Int, fileBytes: Int) -> [UInt8] {
        var header = ByteWriter()
        header.append(SegmentLayout.magic)
        header.uint32(SegmentLayout.version)
        header.uint32(UInt32(sectionCount))
        header.uint64(UInt64(fileBytes))
        header.uint32(CRC32C.checksum(of: table))
        header.uint32(CRC32C.checksum(of: header.bytes))
        return header.bytes
    }

    /// Sections by name. Verifies magic, version, length and the checksums of header and table, not those of the
    /// sections: the cost does not grow with the file.
    static func open(_ file: MappedFile) throws(IndexError) -> [SegmentLayout.Section: MappedSection] {
        let bytes = file.bytes
        func fail(_ reason: IndexError.Reason) -> IndexError { IndexError(file: file.path, reason: reason) }
        guard let magic = bytes.array(0..<8), magic == SegmentLayout.magic, let version = bytes.uint32(2),
            let count = bytes.uint32(3), let fileBytes = bytes.uint64(2), let tableSum = bytes.uint32(6),
            let headerSum = bytes.uint32(7)
        else { throw fail(.damaged(part: "header")) }
        guard version == SegmentLayout.version else {
            throw fail(.formatVersion(found: Int(version), readable: Int(SegmentLayout.version)))
        }
        guard bytes.checksum(0..<28) == headerSum else { throw fail(.checksumMismatch(part: "header")) }
        guard fileBytes == UInt64(bytes.count) else {
            throw fail(.wrongLength(expectedBytes: Int(clamping: fileBytes), foundBytes: bytes.count))
        }
        let tableEnd = SegmentLayout.headerBytes + Int(count) * SegmentLayout.entryBytes
        guard count < 1 << 16, bytes.checksum(SegmentLayout.headerBytes..<tableEnd) == tableSum else {
            throw fail(.checksumMismatch(part: "table"))
        }
        var sections: [SegmentLayout.Section: MappedSection] = [:]
        for index in 0..<Int(count) {
            guard let section = entry(index, of: file) else { throw fail(.damaged(part: "table")) }
            if let name = section.name { sections[name] = section }
        }
        return sections
    }

    private static func entry(_ index: Int, of file: MappedFile) -> MappedSection? {
        let place = SegmentLayout.headerBytes + index * SegmentLayout.entryBytes
        guard let name = file.bytes.load(UInt32.self, at: place),
            let checksum = file.bytes.load(UInt32.self, at: place + 4),
            let offset = file.bytes.load(UInt64.self, at: place + 8),
            let length = file.bytes.load(UInt64.self, at: place + 16),
            offset <= UInt64(file.bytes.count), length <= UInt64(file.bytes.count) - offset,
            let bytes = file.bytes.slice(Int(offset)..<Int(offset + length))
        else { return nil }
        return MappedSection(name: SegmentLayout.Section(rawValue: name), bytes: bytes, checksum: checksum)
    }
}

/// A section as the table describes it; `name` is nil for one that this version does not know.
struct MappedSection: Sendable {
    let name: SegmentLayout.Section?
    let bytes: MappedBytes
    let checksum: UInt32
}
