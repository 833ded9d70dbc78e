internal import Glibc

extension IndexSnapshot {
    /// Whether this is the last commit in `folder`. Another index in its place is another commit, whatever its generation.
    ///
    /// - Throws: what would keep the last commit from being opened again, a file that is gone among it, or the next from being
    ///   made: no room on the disk. A snapshot reads on from files that are gone; who opens the index anew cannot.
    /// - Complexity: O(*s*) in segments; one small file is read.
    public func isCurrent(in folder: String, configuration: IndexConfiguration) throws(IndexError) -> Bool {
        guard try Self.manifest(in: folder, configuration: configuration) == manifest else { return false }
        let names = manifest.segments.flatMap { [$0.fileName, $0.deletedFileName].compactMap(\.self) }
        if let missing = names.first(where: { Folder.kind(of: folder + "/" + $0) != .other }) {
            // A writer takes files away once a newer manifest has taken their place.
            guard try Self.manifest(in: folder, configuration: configuration) == manifest else { return false }
            throw IndexError(file: folder + "/" + missing, reason: .system(operation: "open", code: ENOENT))
        }
        guard Folder.hasRoom(folder) else { throw IndexError(file: folder, reason: .system(operation: "write", code: ENOSPC)) }
        return true
    }
}
