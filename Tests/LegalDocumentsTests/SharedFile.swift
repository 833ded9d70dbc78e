import FoundationEssentials

/// Data that is no part of the package, where LEXIGRAM_SHARED names a folder with it.
enum SharedFile {
    static func text(_ name: String) -> String? {
        guard let folder = ProcessInfo.processInfo.environment["LEXIGRAM_SHARED"] else { return nil }
        return try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }
}
