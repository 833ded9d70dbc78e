import InvertedIndex

/// The sections of the segment of an index, by number: length and checksum, as the file's table has them.
struct SectionSums: Equatable {
    private(set) var sums: [UInt32: [UInt64]] = [:]

    /// - Parameter kept: the numbers that are wanted.
    init(_ folder: TestFolder, where kept: (UInt32) -> Bool) throws {
        let names = folder.names().filter { $0.hasSuffix(".segment") }
        precondition(names.count == 1)
        let bytes = try MappedFile(path: folder.index + "/" + names[0]).bytes
        for index in 0..<Int(bytes.load(UInt32.self, at: 12) ?? 0) {
            let place = 32 + 24 * index
            guard let name = bytes.load(UInt32.self, at: place), kept(name) else { continue }
            sums[name] = [bytes.load(UInt64.self, at: place + 16)!, UInt64(bytes.load(UInt32.self, at: place + 4)!)]
        }
    }

    /// Lengths of units, and all postings and dictionaries of their texts.
    static func body(_ folder: TestFolder) throws -> SectionSums { try SectionSums(folder) { $0 == 5 || 32...42 ~= $0 } }
}
