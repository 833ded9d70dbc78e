import Glibc
import InvertedIndex

/// A folder of its own for a test, gone when the test ends.
final class TestFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/lexigram-index-XXXXXX".utf8CString)
        path = unsafe template.withUnsafeMutableBufferPointer { unsafe String(cString: mkdtemp($0.baseAddress!)) }
    }

    deinit { unsafe system("rm -rf '\(path)'") }

    var index: String { path + "/index" }

    /// Bytes as a reader of the index meets them: in a mapped file.
    func mapped(_ bytes: [UInt8]) throws -> MappedBytes {
        try POSIXFileSystem().write([bytes], to: path + "/bytes")
        return try MappedFile(path: path + "/bytes").bytes
    }

    static func bytes(of path: String) throws -> [UInt8] {
        let bytes = try MappedFile(path: path).bytes
        return bytes.array(0..<bytes.count) ?? []
    }

    func read(_ name: String) throws -> [UInt8] { try Self.bytes(of: index + "/" + name) }

    /// Another folder with the same index.
    func copy() throws -> TestFolder {
        let other = TestFolder()
        try POSIXFileSystem().createFolder(other.index)
        for name in names() { try other.write(read(name), to: name) }
        return other
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try POSIXFileSystem().write([bytes], to: index + "/" + name)
    }

    func names() -> [String] {
        guard let stream = unsafe opendir(index) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}

/// The same numbers in every run: SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

let plainConfiguration = IndexConfiguration(contentVersion: 1, columnCount: 1)

extension IndexDocument {
    /// A document of units alone.
    static func plain(_ id: String, _ texts: [String], title: String = "", column: Int64 = 0) -> IndexDocument {
        IndexDocument(
            id: id, keywords: ["kind=plain"], columns: [column], record: Array("record of \(id)".utf8),
            spans: title.isEmpty ? [] : [IndexSpan(field: .title, units: 0..<texts.count, text: title)],
            units: texts.map { IndexUnit(text: $0, record: Array($0.utf8.prefix(3))) })
    }
}

extension IndexSnapshot {
    static func open(_ folder: TestFolder) throws -> IndexSnapshot {
        try open(folder.index, configuration: plainConfiguration)
    }

    /// Texts of the units that hold a phrase.
    func texts(_ phrase: String, partial: Bool = true) throws -> [String] {
        try matches(all: [Clause([Phrase(phrase, matchesPartialWords: partial)])]).flatMap { match in
            try match.units.map { try text(of: UnitAddress(segment: match.segment, unit: $0)) }
        }
    }
}
