import Glibc
import LegalSearch

/// A folder of pages and a library beside it, gone when the test ends.
final class TemporaryLibrary: Sendable {
    let folder: String
    var pages: String { folder + "/pages" }
    var index: String { folder + "/index" }

    init() {
        var template = Array("/tmp/lexigram-test-XXXXXX".utf8CString)
        folder = unsafe template.withUnsafeMutableBufferPointer { unsafe String(cString: mkdtemp($0.baseAddress!)) }
        unsafe mkdir(folder + "/pages", 0o755)
    }

    deinit { unsafe system("rm -rf '\(folder)'") }

    /// Writes a page; `name` may hold a folder that exists.
    func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) {
        let file = unsafe fopen(pages + "/" + name, "w")!
        unsafe fwrite(bytes, 1, bytes.count, file)
        unsafe fclose(file)
    }

    func remove(_ name: String) { unsafe unlink(pages + "/" + name) }

    func move(_ path: String, to other: String) { unsafe rename(path, other) }

    @discardableResult
    func indexPages(prune: Bool = false, at moment: Int64? = nil) throws -> IndexingReport {
        let writer = try LibraryWriter(directory: index)
        if let moment { writer.now = { moment } }
        return try writer.index(sources: [pages], jobs: 2, prune: prune) { _ in }
    }

    func open() throws -> Library { try Library(directory: index) }
}

/// Small laws in the tests' own words, as the Markdown that a collection keeps.
enum SampleLaw {
    static func markdown(_ title: String, history: String, _ articles: [String]) -> String {
        let body = articles.enumerated().map { "第\(["一", "二", "三", "四", "五", "六", "七", "八"][$0])条　\($1)" }
        return "# \(title)\n\n\(history)\n\n<!-- INFO END -->\n\n" + body.joined(separator: "\n\n") + "\n"
    }

    static let dogs = markdown(
        "样例市犬只管理条例", history: "2021年3月1日 样例市人民代表大会常务委员会 通过",
        [
            "为了规范犬只管理，制定本条例。", "犬只应当登记。遛狗的人应当牵好绳子，绳长不超过一米。",
            "违反第二条规定的，由城市管理部门处二百元罚款。", "本条例自2021年6月1日起施行。",
        ])
    static let water = markdown(
        "样例市节水办法", history: "2022年5月1日 样例市人民政府 公布",
        ["本办法所称节水，是指合理用水。", "用水单位应当安装计量设施，並且按月報告。", "本办法自2022年7月1日起施行。"])
}
