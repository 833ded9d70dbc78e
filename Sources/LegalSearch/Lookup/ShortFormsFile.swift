import Glibc

/// The user's own short forms: `short-forms.txt` in the folder of the index, read when a library is opened.
enum ShortFormsFile {
    static let name = "short-forms.txt"
    /// Larger files are not read to their end, in bytes.
    private static let largest = 4 << 20

    /// Those in common use, with what the file adds where there is one.
    static func shortForms(besideIndex folder: String) throws(LibraryError) -> ShortForms {
        let path = folder + "/" + name
        guard let text = contents(of: path) else { return .common }
        do throws(ShortForms.Malformed) {
            return try ShortForms(text)
        } catch {
            throw .malformedShortForms(file: path, line: error.line, text: error.text)
        }
    }

    private static func contents(of path: String) -> String? {
        guard let file = unsafe fopen(path, "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: largest)
        // Safety: at most `bytes.count` bytes are written into the array.
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
