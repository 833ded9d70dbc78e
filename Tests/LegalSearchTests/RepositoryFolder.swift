import Glibc

/// The folder of the repository that these tests were compiled in.
enum RepositoryFolder {
    static let path: String = {
        let file = unsafe realpath(#filePath, nil).map { resolved in
            defer { unsafe free(resolved) }
            return unsafe String(cString: resolved)
        } ?? #filePath
        return file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    }()

    static func text(_ name: String) -> String {
        guard let file = unsafe fopen(path + "/" + name, "r") else { return "" }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }
}
