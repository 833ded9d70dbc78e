import LegalDocuments
import LegalSearch

extension Messages {
    /// What is known of a document, each value with where it was read.
    func facts(of document: LegalDocument) -> [(name: String, value: String, origin: String?)] {
        let dates = document.dates
        let rows: [(String, String, String?)] = [
            ("issuer", pick("制定机关", "Issuer"), document.issuer), ("number", pick("文号", "Number"), document.number),
            ("indexNumber", pick("索引号", "Index number"), document.indexNumber),
            ("region", pick("地区", "Region"), document.region),
            ("written", pick("成文", "Written"), dates.written?.description),
            ("adopted", pick("通过", "Adopted"), dates.adopted?.description),
            ("approved", pick("批准", "Approved"), dates.approved?.description),
            ("published", pick("发布", "Published"), dates.published?.description),
            ("effective", pick("施行", "Effective"), dates.effective?.description),
            ("expires", pick("有效期至", "Expires"), dates.expires?.description),
            ("repealed", pick("废止", "Repealed"), dates.repealed?.description),
            ("version", pick("版本", "Version"), dates.version?.description),
        ]
        var facts = rows.compactMap { field, name, value in
            value.map { (name: name, value: $0, origin: document.origins[field].map { origin($0, in: document) }) }
        }
        facts.append((pick("编号", "Id"), document.id, nil))
        let attachments = document.attachments
        for source in document.sources {
            let name = attachments.contains(source) ? pick("附件文件", "Annex file") : pick("来源文件", "Source")
            facts.append((name, source, nil))
        }
        return facts
    }

    /// Where a value was read: 题注, 正文第九十条, 页面“发布日期”.
    private func origin(_ origin: String, in document: LegalDocument) -> String {
        let parts = origin.split(separator: ":", maxSplits: 1).map { String($0.drop { $0 == " " }) }
        switch (parts.first, parts.count > 1 ? parts[1] : nil) {
        case ("text", let id?):
            let label = document.provisions.first { $0.id == id }?.label ?? ""
            return pick("正文", "text, ") + (label.isEmpty ? id : label)
        case ("page table", let label?): return pick("页面“\(label)”", "page: \(label)")
        case ("meta", let name?): return pick("网页标记 \(name)", "page metadata: \(name)")
        case ("preface", nil): return pick("题注", "note below the title")
        case ("file name", nil): return pick("文件名", "file name")
        case ("title", nil): return pick("由名称", "by the title")
        case ("heading", nil), ("page heading", nil): return pick("标题", "heading")
        case ("signature", nil): return pick("落款", "signature")
        default: return origin
        }
    }

    /// From when a part of a work applies, as another part of it states; nil where the document states it itself.
    func effectiveElsewhere(_ answer: DocumentAnswer) -> String? {
        guard answer.document.dates.effective == nil,
            let evidence = answer.statusEvidence.first(where: { $0.field == "effective" })
        else { return nil }
        return pick("施行　", "Effective  ") + evidence.value + pick("　(同一部法的另一部分 \(evidence.from))", "  (another part of this law: \(evidence.from))")
    }

    func versions(_ versions: [DocumentVersion]) -> String {
        pick("各版本　", "Versions  ")
            + versions.map { "\($0.version?.description ?? $0.id) \(status($0.status))" }.joined(separator: pick("；", "; "))
    }

    /// A citation to paste: 《中华人民共和国行政复议法》（2023年修订）第二十三条.
    func citation(of document: LegalDocument, _ label: String) -> String {
        pick("引用：", "Cite as: ") + document.citation(label: label)
    }

    func facetName(_ field: String) -> String {
        switch SearchFilter.Key(rawValue: field) {
        case .kind: pick("类别", "Kind")
        case .issuer: pick("制定机关", "Issuer")
        case .region: pick("地区", "Region")
        case .year: pick("年份", "Year")
        case .status: pick("效力", "Status")
        case .number, .title, .document, .textKind, nil: field
        }
    }

    func facetValue(_ value: String, of field: String) -> String {
        guard field == SearchFilter.Key.status.rawValue, let known = LegalStatus(rawValue: value) else { return value }
        return status(known)
    }

    func statistics(_ statistics: LibraryStatistics) -> String {
        let bytes = statistics.bytes
        func size(_ count: Int) -> String {
            count < 1_000_000 ? "\((count + 999) / 1_000) kB" : "\((Double(count) / 1e5).rounded() / 10) MB"
        }
        let kinds = statistics.kinds.map { "\($0.kind) \($0.count)" }.joined(separator: pick("，", ", "))
        return pick(
            "文件 \(statistics.documents) 份，条款 \(statistics.provisions) 条，\(statistics.segments) 段，词项 \(statistics.terms) 个。\n"
                + "占 \(size(bytes.total))：词典 \(size(bytes.dictionary))，倒排 \(size(bytes.postings))，"
                + "原文 \(size(bytes.text))，其他 \(size(bytes.other))。\n\(kinds)",
            "\(statistics.documents) documents, \(statistics.provisions) provisions, \(statistics.segments) segments, \(statistics.terms) terms.\n"
                + "\(size(bytes.total)): dictionary \(size(bytes.dictionary)), postings \(size(bytes.postings)), "
                + "text \(size(bytes.text)), other \(size(bytes.other)).\n\(kinds)")
    }
}
