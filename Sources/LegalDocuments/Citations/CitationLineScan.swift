/// A document named in one line, before it is told what for.
struct CitedDocument {
    /// As written, or what the short form used stands for.
    var title: String?
    var number: DocumentNumber?
    var entries: [ArticleListScan.Entry] = []
    /// In places of the compact text, articles included.
    var range: Range<Int>
}

/// Finds the citations of one line.
struct CitationLineScan {
    private let original: String
    private let source: [Unicode.Scalar]
    private let text: CompactText
    /// Places that a title in marks covers, whether it names a document or not.
    private var isTaken: [Bool]
    private var numbers = NumberPlaces()
    private var found: [CitedDocument] = []
    private(set) var aliases: ShortFormTable

    init(_ line: String, aliases: ShortFormTable) {
        original = line
        source = Array(line.unicodeScalars)
        text = CompactText(line)
        isTaken = Array(repeating: false, count: text.count)
        self.aliases = aliases
    }

    mutating func citations() -> [Citation] {
        if text.scalars.contains("号") {
            numbers = NumberPlaces(DocumentNumber.matches(in: text, original: original))
        }
        findMarked()
        findBare()
        continueLists()
        findNumbered()
        findUnmarked()
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        let relations = CitationRelationScan(text: text, cited: found).relations()
        return zip(found, relations).flatMap(citations)
    }

    private func citations(_ cited: CitedDocument, _ relation: Citation.Relation) -> [Citation] {
        guard let first = cited.entries.first else { return [citation(cited, nil, relation, cited.range)] }
        let head = cited.range.lowerBound..<first.range.upperBound
        return [citation(cited, first.place, relation, head)]
            + cited.entries.dropFirst().map { citation(cited, $0.place, relation, $0.range) }
    }

    private func citation(
        _ cited: CitedDocument, _ place: ProvisionPlace?, _ relation: Citation.Relation, _ range: Range<Int>
    ) -> Citation {
        Citation(
            title: cited.title, number: cited.number, place: place, relation: relation, span: text.originalSpan(of: range))
    }

    private mutating func take(_ range: Range<Int>) {
        for place in range.clamped(to: 0..<isTaken.count) { isTaken[place] = true }
    }

    private mutating func add(_ cited: CitedDocument) {
        found.append(cited)
        take(cited.range)
    }

    private func written(_ range: Range<Int>) -> String { String(folded: source[text.originalSpan(of: range).clamped(to: source.indices)]) }

    // MARK: In marks

    private mutating func findMarked() {
        var place = 0
        while place < text.count {
            guard text.scalars[place] == "《", let title = MarkedTitle.read(text, at: place) else {
                place += 1
                continue
            }
            let tail = CitedTail(text, at: title.end, numbers: numbers)
            let words = text.scalars[title.inner]
            let known = aliases[CitedAlias.key(words)]
            take(place..<title.end)
            if let end = tail.shortFormEnd { take(title.end..<end) }
            if isAnnex(place) { register(tail.aliases, for: written(title.inner)) }
            let isDocument = CitedTitle.isDocument(words) && !CitedTitle.isGeneric(words) && !isAnnex(place) && !isPeriodical(title.end)
            if known != nil || isDocument || names(tail, words) || isStandard(place..<title.end) {
                register(tail.aliases, for: known ?? written(title.inner))
                let start = startOfNumber(before: place) ?? place
                let number = tail.number ?? (start < place ? numbers.starting(at: start)?.number : nil)
                add(
                    CitedDocument(
                        title: known ?? written(title.inner), number: number, entries: tail.entries,
                        range: start..<max(title.end, tail.end)))
            }
            // The bracket that introduces a short form is no citation of it.
            place = max(title.end, tail.shortFormEnd ?? title.end)
        }
    }

    /// 本条例所附《税目税率表》: a part of the document itself.
    private func isAnnex(_ place: Int) -> Bool { text.has("所附", at: place - 2) || text.has("附件", at: place - 2) }

    /// 在《国防专利内部通报》上刊登: what others are printed in.
    private func isPeriodical(_ end: Int) -> Bool {
        text.end(ofAny: ["上刊登", "上刊载", "上登载", "上发表", "上予以公告", "上公告", "上连载", "刊登"], at: end) != nil
    }

    /// A title of no known ending that a document number stands behind.
    private func names(_ tail: CitedTail, _ words: ArraySlice<Unicode.Scalar>) -> Bool {
        tail.number != nil && !CitedTitle.isGeneric(words)
    }

    /// 国家标准《…》, 《…》国家标准: standards have names of any kind.
    private func isStandard(_ title: Range<Int>) -> Bool {
        let kinds = ["国家标准", "行业标准", "地方标准", "强制性标准", "推荐性标准"]
        return text.end(ofAny: kinds, at: title.upperBound) != nil || text.has("标准", at: title.lowerBound - 2)
    }

    /// 鄂府发〔2023〕62号《…》, 国务院令第711号公布的《…》: the number before the title belongs to it.
    private func startOfNumber(before place: Int) -> Int? {
        for end in stride(from: place, through: max(0, place - 6), by: -1) {
            guard let match = numbers.ending(at: end) else { continue }
            let joint = text.string(end..<place)
            let joins = ["", "文件", "文", ")", "公布的", "发布的", "颁布的", "印发的", "下发的", "的"].contains(joint)
            return joins && !isTaken[match.range.lowerBound] ? match.range.lowerBound : nil
        }
        return nil
    }

    private mutating func register(_ names: [String], for title: String) {
        for name in names { aliases[name] = title }
    }

    // MARK: Without marks

    private mutating func findBare() {
        let scan = BareTitleScan(text: text, aliases: aliases)
        var place = 0
        while place < text.count {
            guard !isTaken[place], let title = scan.title(endingAt: place + 1), !isTaken[title.range.lowerBound] else {
                place += 1
                continue
            }
            let tail = CitedTail(text, at: title.range.upperBound, numbers: NumberPlaces())
            if title.isKnown || !tail.entries.isEmpty {
                let name = written(title.range)
                register(tail.aliases, for: name)
                add(
                    CitedDocument(
                        title: title.standsFor ?? name, number: nil, entries: tail.entries,
                        range: title.range.lowerBound..<(tail.entries.isEmpty ? title.range.upperBound : tail.end)))
            }
            place = title.range.upperBound
        }
    }

    /// 刑法第一百二十条之一规定的帮助恐怖活动罪或者第一百九十一条: an article that a joint ties to the law before it.
    private mutating func continueLists() {
        for index in found.indices where !found[index].entries.isEmpty {
            while let entry = nextArticle(after: found[index].range.upperBound) {
                found[index].entries.append(entry)
                found[index].range = found[index].range.lowerBound..<entry.range.upperBound
                take(entry.range)
            }
        }
    }

    private func nextArticle(after end: Int) -> ArticleListScan.Entry? {
        if let next = afterQuotation(end), text.at(next) == "第" { return ArticleListScan.read(text, at: next).first }
        var place = end
        while place < text.count, place - end < 24, !isTaken[place], text.has(",或者", at: place) || !",.;:、?!《(\"".unicodeScalars.contains(text.scalars[place]) {
            if let joint = text.end(ofAny: ["或者违反", "或者", "以及"], at: place), text.at(joint) == "第", place > end {
                return ArticleListScan.read(text, at: joint).first
            }
            place += 1
        }
        return nil
    }

    /// 第三十八条规定：“……”第四十一条规定：“……”: behind the words quoted from an article, the same law goes on.
    private func afterQuotation(_ end: Int) -> Int? {
        guard let open = text.end(ofAny: ["规定:\"", "规定,\"", "规定\"", ":\""], at: end),
            let close = (open..<min(text.count, open + 600)).first(where: { text.scalars[$0] == "\"" })
        else { return nil }
        return close + 1
    }

    /// Numbers that no title in marks has taken, with the title that may stand bare before them.
    private mutating func findNumbered() {
        for (number, range) in numbers.entries where !range.contains(where: { isTaken[$0] }) {
            let before = text.at(range.lowerBound - 1) == "(" ? range.lowerBound - 1 : range.lowerBound
            let title = UnmarkedTitleScan.title(in: text, before: before) { isTaken[$0] }
            let tail = CitedTail(text, at: range.upperBound, numbers: NumberPlaces())
            let start = title?.lowerBound ?? range.lowerBound
            let closes = title != nil && text.at(range.upperBound) == ")" && tail.entries.isEmpty
            let end = tail.entries.isEmpty ? range.upperBound + (closes ? 1 : 0) : tail.end
            add(CitedDocument(title: title.map(written), number: number, entries: tail.entries, range: start..<end))
        }
    }

    /// Names in quotation marks, and lists of bare names after 制发 and the like.
    private mutating func findUnmarked() {
        for range in UnmarkedTitleScan.quoted(in: text) + UnmarkedTitleScan.listed(in: text)
        where !range.contains(where: { isTaken[$0] }) {
            let isQuoted = text.at(range.lowerBound) == "\""
            let words = isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range
            add(CitedDocument(title: written(words), number: nil, range: range))
        }
    }
}
