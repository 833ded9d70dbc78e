internal import Glibc

/// The user's own synonyms: `synonyms.txt` in the folder of the index, read when a library is opened.
enum SynonymFile {
    static let name = "synonyms.txt"
    /// Larger files are not read to their end, in bytes.
    private static let largest = 4 << 20

    /// The standard table, with what the file adds to it where there is one.
    static func table(besideIndex folder: String) throws(LibraryError) -> SynonymTable {
        let path = folder + "/" + name
        guard let text = contents(of: path) else { return .standard }
        do throws(SynonymTable.Malformed) {
            return SynonymTable.standard.extended(by: try SynonymTable(text))
        } catch {
            throw .malformedSynonyms(file: path, line: error.line, text: error.text)
        }
    }

    private static func contents(of path: String) -> String? {
        guard let file = unsafe fopen(path, "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: largest)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
