internal import Glibc

/// Looking into the folder of an index.
enum Folder {
    enum Kind { case missing, folder, other }

    static func kind(of path: String) -> Kind {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return .missing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
    }

    /// Whether the disk has room for more than a manifest; true where that cannot be told.
    static func hasRoom(_ path: String) -> Bool {
        var status = statvfs()
        guard unsafe statvfs(path, &status) == 0 else { return true }
        return status.f_bavail * status.f_frsize >= 65_536
    }

    /// Names in the folder, sorted, without `.` and `..`.
    static func names(in path: String) throws(IndexError) -> [String] {
        guard let stream = unsafe opendir(path) else {
            throw IndexError(file: path, reason: .system(operation: "opendir", code: errno))
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            // Safety: the entry is valid until the next `readdir`; its name ends with NUL within the field.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// A small file whole.
    static func read(_ path: String) throws(IndexError) -> [UInt8] {
        let file = try MappedFile(path: path)
        return file.bytes.array(0..<file.bytes.count) ?? []
    }
}
