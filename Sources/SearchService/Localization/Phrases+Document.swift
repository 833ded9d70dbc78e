import LegalDocuments

extension Phrases {
    var contents: String { pick("目录", "Contents") }
    func contentsCount(_ provisions: Int) -> String { pick("\(provisions) 条", "\(provisions) provisions") }
    var description: String { pick("著录", "Description") }
    var download: String { pick("下载", "Download") }
    var plainText: String { pick("纯文本", "Plain text") }
    var notStated: String { pick("未载明", "not stated") }

    func printedFrom(_ address: String) -> Sentence {
        sentence("印自 Lexigram。永久地址：\(address)", "Printed from Lexigram. Permanent address: \(address)")
    }

    // MARK: Status

    func statusOn(_ date: LegalDate) -> Sentence { sentence("以 \(date: date) 为准", "as of \(date: date)") }
    var reason: Sentence { sentence("判断依据：", "Why: ") }
    var nothingTold: Sentence {
        sentence("文件没有写明，本库也没有别的依据。", "the document does not say, and nothing else held here does.")
    }
    var nothingAgainst: Sentence {
        sentence("；本库没有修改或者废止它的文件。", "; no document held here amends or repeals it.")
    }
    var digestHasNoText: Sentence {
        sentence("本库只有这份文件的提要，没有正文。提要不能当作条文引用。", "Only a digest of this document is held, not its text. A digest cannot be cited as law.")
    }

    /// The name of a field of a document, as in `origins` and in evidence.
    func field(_ name: String) -> String {
        switch name {
        case "written": pick("成文", "Written")
        case "published": pick("公布", "Published")
        case "adopted": pick("通过", "Adopted")
        case "approved": pick("批准", "Approved")
        case "effective": pick("施行", "Effective")
        case "expires": pick("有效期至", "Expires")
        case "repealed": pick("废止", "Repealed")
        case "version": pick("文本日期", "Text dated")
        case "number": pick("文号", "Number")
        case "issuer": pick("制定机关", "Issuer")
        case "kind": pick("类别", "Kind")
        case "region": pick("地区", "Region")
        case "title": pick("标题", "Title")
        case "status": pick("有效性", "Stated validity")
        case "supersededBy", "superseded": pick("取代它的文本", "Later text")
        case "text_kind", "textKind": pick("正文或提要", "Text or digest")
        default: name
        }
    }

    var indexNumber: String { pick("索引号", "Index number") }
    var webAddress: String { pick("来源网址", "Web page") }
    var sourceFiles: String { pick("来源文件", "Source file") }

    /// Where a value was read, in words. `provision` gives the label and link of a provision by its id.
    func origin(_ origin: String, provision: (String) -> (label: String, link: Link)?) -> Sentence {
        let (head, tail) = Self.split(origin)
        switch head {
        case "page table": return sentence("据网页上的“\(tail)”", "from the page's “\(tail)”")
        case "meta": return sentence("据网页元数据 \(tail)", "from the page's metadata \(tail)")
        case "text":
            guard let found = provision(tail) else { return sentence("据正文", "from the text") }
            return sentence("据\(found.label, to: found.link)", "from \(found.label, to: found.link)")
        case "preface", "history": return sentence("据题注", "from the note under the title")
        case "file name": return sentence("据文件名", "from the file name")
        case "title": return sentence("据标题", "from the title")
        case "correction", "corrections", "corrections.jsonl": return sentence("人工核定", "corrected by hand")
        default: return sentence("据 \(origin)", "from \(origin)")
        }
    }

    /// `meta: PubDate` → `meta`, `PubDate`.
    private static func split(_ origin: String) -> (String, String) {
        guard let colon = origin.firstIndex(of: ":") else { return (origin, "") }
        return (String(origin[..<colon]), String(origin[origin.index(after: colon)...].drop { $0 == " " }))
    }

    // MARK: Versions

    var versions: String { pick("各版本", "Versions") }
    var version: String { pick("版本", "Version") }
    var statusColumn: String { pick("效力", "Status") }
    var undated: String { pick("日期未载明", "undated") }
    var reading: String { pick("正在看", "This one") }
    var open: String { pick("打开", "Open") }

    // MARK: Matches and citations

    func matches(_ query: String, _ links: [(String, Link)], more: Int) -> Sentence {
        var result = sentence(
            "与“\(query)”相符的有 \(count: links.count + more) 条：", "\(count: links.count + more) provisions match “\(query)”: ")
        for (index, link) in links.enumerated() {
            if index > 0 { result.append(Sentence(text: listSeparator)) }
            result.append("\(link.0, to: link.1)")
        }
        if more > 0 { result.append(sentence("，等等", " and more")) }
        return result
    }
    func noMatches(_ query: String) -> Sentence {
        sentence("这份文件里没有与“\(query)”相符的条款。", "No provision of this document matches “\(query)”.")
    }

    var cite: String { pick("引用", "Cite") }
    var fullCitation: String { pick("全称", "In full") }
    var shortCitation: String { pick("简称", "Short") }
    var permanentAddress: String { pick("这个文本的永久地址", "Permanent address of this text") }
    /// The date that tells which text of a law is cited.
    func citedVersion(_ date: LegalDate) -> String { "（\(date.chinese)文本）" }
    var paragraphUnit: String { pick("款", " (paragraph)") }
    func paragraph(_ label: String, _ number: Int) -> String { pick("\(label)第\(number)款", "\(label), paragraph \(number)") }
    var untitledProvision: String { pick("正文", "Text") }
}
