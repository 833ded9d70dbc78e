import Glibc

/// What lower layers and the system say in English only, in the reader's language.
extension Messages {
    /// The system's words for an errno.
    func system(_ code: Int32) -> String {
        // Safety: the string is copied at once, and commands report from one thread.
        let words = unsafe String(cString: strerror(code))
        return isChinese ? Self.systemWords[code] ?? words : words
    }

    /// The same for words that the system has already chosen.
    func system(_ words: String) -> String {
        guard isChinese else { return words }
        let known = Self.systemWords.first { code, _ in unsafe String(cString: strerror(code)) == words }
        return known?.value ?? words
    }

    // MARK: Service

    func noToken(in file: String) -> String { pick("\(file) 里没有口令。", "There is no token in \(file).") }

    var userNeedsInstall: String { pick("--user 要与 --install 同用。", "--user goes with --install.") }

    func unitWritten(_ path: String) -> String {
        pick(
            "已写入 \(path)。启动：systemctl --user enable --now lexigram",
            "Written to \(path). Start it: systemctl --user enable --now lexigram")
    }

    /// What a file turned out to be, as ingestion names it.
    func fileKind(_ name: String) -> String { isChinese ? Self.fileKinds[name] ?? name : name }

    private static let systemWords: [Int32: String] = [
        ENOENT: "没有这个文件或文件夹", EACCES: "没有权限", EPERM: "不允许这样做", EISDIR: "这是一个文件夹", ENOTDIR: "路径中间有一段不是文件夹",
        ENOSPC: "磁盘已满", EDQUOT: "用完了磁盘配额", EROFS: "磁盘只能读", EIO: "磁盘读写出错", EMFILE: "打开的文件太多", ENFILE: "系统打开的文件太多",
        ENOMEM: "内存不足", ELOOP: "符号链接绕成了圈", ENAMETOOLONG: "名称太长", EFBIG: "文件太大", EBUSY: "正被占用",
    ]

    private static let fileKinds = [
        "PNG picture": "PNG 图片", "JPEG picture": "JPEG 图片", "GIF picture": "GIF 图片", "TIFF picture": "TIFF 图片",
        "WebP picture": "WebP 图片", "BMP picture": "BMP 图片", "ELF program": "Linux 程序", "Windows program": "Windows 程序",
        "SQLite database": "SQLite 数据库", "binary data": "二进制数据",
        "RTF file": "RTF 文件", "RAR archive": "RAR 压缩包",
        "Excel spreadsheet": "Excel 表格",
        "PowerPoint slides": "PowerPoint 演示文稿", "OpenDocument file": "OpenDocument 文件",
        "old Office file without a Word document": "旧版 Office 文件，里面没有 Word 文档",
    ]
}
