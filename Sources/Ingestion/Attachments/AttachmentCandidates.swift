/// The files beside pages that may be their annexes: Word, OFD, PDF and the like in a page's folder, or in a folder of it.
public struct AttachmentCandidates: Sendable {
    /// Paths by the folder with its `/`, of its own files and of those one level below.
    private var byFolder: [String: [String]] = [:]

    public init(_ files: [SourceWalker.File]) {
        let folders = Set(files.lazy.filter { Self.isPage($0.path) }.map { Self.folder(of: $0.path) })
        for file in files where AttachmentLinks.mayBeAttachment(file.path) {
            let folder = Self.folder(of: file.path)
            for around in [folder, Self.folder(of: String(folder.dropLast()))] where folders.contains(around) {
                byFolder[around, default: []].append(file.path)
            }
        }
    }

    public var isEmpty: Bool { byFolder.isEmpty }

    /// The candidates around a page; none for what is no page by its name.
    func files(besides page: String) -> [String] { Self.isPage(page) ? byFolder[Self.folder(of: page)] ?? [] : [] }

    /// Whether the file is a page with candidates around it.
    public func surround(_ path: String) -> Bool { !files(besides: path).isEmpty }

    /// Whether one of these files lies around a page.
    public func surround(_ page: String, with files: Set<String>) -> Bool { self.files(besides: page).contains { files.contains($0) } }

    private static func isPage(_ path: String) -> Bool {
        let lower = String(path.suffix(6)).lowercased()
        return [".html", ".htm", ".shtml", ".xhtml"].contains { lower.hasSuffix($0) }
    }

    static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }
}

/// Which file a link leads to.
struct AttachmentFiles {
    let page: String
    private let paths: Set<String>
    /// The files of the page's own folder by their bare names.
    private var byName: [String: String] = [:]

    init(page: String, files: [String]) {
        self.page = page
        paths = Set(files)
        let folder = AttachmentCandidates.folder(of: page)
        for file in files.reversed() where AttachmentCandidates.folder(of: file) == folder {
            byName[Self.bare(String(file.dropFirst(folder.count)))] = file
        }
    }

    /// By its address; where a browser made that absolute, by the name at its end; where the file was saved under what the
    /// link says, by that.
    func file(of link: AttachmentLink) -> String? {
        let folder = AttachmentCandidates.folder(of: page)
        var path = AttachmentLinks.path(of: link.address)
        while path.hasPrefix("./") { path.removeFirst(2) }
        if !path.contains("://"), !EntryName.leadsOutside(path), paths.contains(folder + path) { return folder + path }
        let last = path.split(separator: "/").last.map(String.init) ?? ""
        if !last.isEmpty, paths.contains(folder + last) { return folder + last }
        let said = Self.bare(link.name)
        return said.utf8.count >= 6 ? byName[said] : nil
    }

    /// Letters and digits only, without the ending: systems replace what names may not hold.
    private static func bare(_ name: String) -> String {
        let stem = AttachmentLinks.mayBeAttachment(name) ? name[..<(name.lastIndex(of: ".") ?? name.endIndex)] : name[...]
        return String(stem.filter { $0.isLetter || $0.isNumber })
    }
}
