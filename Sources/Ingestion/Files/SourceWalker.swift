import Glibc

/// Walks what the user named: files and folders, in a fixed order.
///
/// Names are compared byte by byte, so the order is the same on every machine. Hidden files, what is no regular file,
/// and the assets of a saved page (`NAME_files` beside `NAME.html`) are passed over; a symbolic link is followed
/// once, so that a loop of links ends.
public struct SourceWalker {
    public struct File: Sendable, Equatable {
        public let path: String
        /// Bytes.
        public let size: Int
        /// Nanoseconds since 1970-01-01 UTC.
        public let modified: Int64

        public init(path: String, size: Int, modified: Int64) {
            self.path = path
            self.size = size
            self.modified = modified
        }
    }

    private struct Identity: Hashable {
        let device: UInt
        let node: UInt
    }

    private var files: [File] = []
    private var problems: [IngestionError] = []
    private var seenFolders: Set<Identity> = []
    private var seenFiles: Set<String> = []

    /// All files under the roots, in the order of the roots and sorted within each.
    ///
    /// - Returns: the files, and the folders and links below the roots that could not be read.
    /// - Throws: `missing` or `unreadable` for a root itself.
    public static func files(
        under roots: [String]
    ) throws(IngestionError) -> (files: [File], problems: [IngestionError]) {
        var walker = SourceWalker()
        for root in roots {
            let status = try Self.status(of: root)
            walker.visit(root, status, depth: 0)
        }
        return (walker.files, walker.problems)
    }

    private static func status(of path: String) throws(IngestionError) -> stat {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw FileBytes.failure(path, errno) }
        return status
    }

    private mutating func visit(_ path: String, _ status: stat, depth: Int) {
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            guard seenFiles.insert(path).inserted else { return }
            let nanoseconds = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
            files.append(File(path: path, size: Int(status.st_size), modified: nanoseconds))
        case S_IFDIR:
            let identity = Identity(device: UInt(status.st_dev), node: UInt(status.st_ino))
            guard seenFolders.insert(identity).inserted else { return }
            guard depth < IngestionLimits.folderDepth else {
                problems.append(IngestionError(source: path, reason: .tooDeep(limit: IngestionLimits.folderDepth)))
                return
            }
            visitFolder(path, depth: depth)
        default:
            if depth == 0 { problems.append(IngestionError(source: path, reason: .unreadable("not a regular file"))) }
        }
    }

    private mutating func visitFolder(_ path: String, depth: Int) {
        do {
            let names = try Self.names(in: path)
            let all = Set(names)
            for name in names where !Self.isPassedOver(name, among: all) {
                let inner = path.hasSuffix("/") ? path + name : path + "/" + name
                do {
                    visit(inner, try Self.status(of: inner), depth: depth + 1)
                } catch {
                    problems.append(error)
                }
            }
        } catch {
            problems.append(error)
        }
    }

    private static func isPassedOver(_ name: String, among all: Set<String>) -> Bool {
        if name.hasPrefix(".") { return true }
        for ending in ["_files", ".files", "_文件"] where name.hasSuffix(ending) {
            let page = name.dropLast(ending.count)
            if all.contains(page + ".html") || all.contains(page + ".htm") { return true }
        }
        return false
    }

    /// Names in a folder, without `.` and `..`, sorted by their bytes.
    private static func names(in path: String) throws(IngestionError) -> [String] {
        guard let folder = unsafe opendir(path) else { throw FileBytes.failure(path, errno) }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        // Safety: the entry that readdir lends is valid until the next call; its name is copied at once.
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
