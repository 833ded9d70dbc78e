/// Names of the files in an archive.
enum EntryName {
    /// Names are UTF-8 or, as Windows in China writes them into ZIP files, GB18030; `\` parts folders there.
    static func decoded(_ bytes: [UInt8]) -> String {
        let text: String
        if UTF8Survey(bytes).isValid {
            text = String(decoding: bytes, as: UTF8.self)
        } else {
            let converted = CharacterConverter.utf8(from: bytes, encoding: "GB18030")?.text ?? bytes
            text = String(decoding: converted, as: UTF8.self)
        }
        var name = text.contains("/") ? text : String(text.map { $0 == "\\" ? "/" : $0 })
        while name.hasPrefix("./") { name.removeFirst(2) }
        return name
    }

    /// Absolute, with a drive letter, or through `..`.
    static func leadsOutside(_ name: String) -> Bool {
        if name.hasPrefix("/") || name.hasPrefix("\\") { return true }
        let scalars = Array(name.unicodeScalars.prefix(2))
        if scalars.count == 2, scalars[1] == ":", scalars[0].properties.isAlphabetic { return true }
        return name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..")
    }

    /// Hidden files and what macOS adds.
    static func isPassedOver(_ name: String) -> Bool {
        name.isEmpty || name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" || $0 == "Thumbs.db" }
    }

    /// The page that the folder of assets around a file belongs to, without its ending: `a/page` of `a/page_files/x.html`.
    static func pageOfAssets(_ name: String) -> String? {
        var path = ""
        for part in name.split(separator: "/").dropLast() {
            let folder = path.isEmpty ? String(part) : path + "/" + part
            for ending in AssetFolder.endings where part.hasSuffix(ending) { return String(folder.dropLast(ending.count)) }
            path = folder
        }
        return nil
    }
}

/// The folder that a browser puts beside a saved page.
enum AssetFolder {
    static let endings = ["_files", ".files", "_文件"]
    static let pageEndings = [".html", ".htm", ".xhtml", ".HTM", ".HTML"]
}
