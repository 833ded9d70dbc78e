/// Tells from the words around citations what the text does with the documents.
struct CitationRelationScan {
    let text: CompactText
    /// In their order.
    let cited: [CitedDocument]

    private typealias Words = ArraySlice<Unicode.Scalar>

    private static let bases = WordList("根据 依据 依照 按照 遵照 为了实施 为实施 为贯彻 为了贯彻 贯彻落实 贯彻实施 为落实")
    private static let references = WordList("参照 比照 适用 准用")
    private static let changes = WordList("修改 修订 修正")
    private static let unchanging = WordList("新 未 经 拟")
    private static let printings = WordList("印发 转发 公布 发布 颁布 批转 下发 现将")
    private static let endings = WordList(
        "同时废止 即行废止 自行废止 相应废止 予以废止 一并废止 废止 停止执行 停止施行 不再适用 不再执行 同时失效 自动失效 即行失效")
    private static let repealing = WordList("废止 停止执行 废止下列文件:")
    private static let alterations = WordList("作如下修改 作以下修改 作出如下修改 作出修改 作出以下修改 进行修改 修改为 予以修改 作如下修正 部分条款")
    private static let partial = WordList("未 不 中 条 内容")
    private static let whens = WordList("自 同时 即 均 从 于 已 一律 也 相应 将 随之")
    private static let enactments = WordList(
        "制定本 制定了 特制定 现制定 修订本 作如下 作出如下 决定如下 解释如下 通知如下 提出如下 结合本 结合我 结合实际 制定如下 现就 现将")
    private static let joints = WordList("、 和 及 以及 与 , 或者 或")
    private static let issued = WordList("发布的 公布的 颁布的 印发的 通过的 批准的 下发的 制定的 修正的 修订的 修改的")

    func relations() -> [Citation.Relation] {
        var relations: [Citation.Relation] = []
        var start = 0
        for index in cited.indices {
            let next = index + 1
            if next < cited.count, joins(cited[index].range.upperBound, cited[next].range.lowerBound) { continue }
            let group = cited[start].range.lowerBound..<max(cited[start].range.lowerBound, cited[index].range.upperBound)
            for member in start...index { relations.append(relation(of: cited[member], in: group)) }
            start = next
        }
        return relations
    }

    /// Whether two citations stand in one list: nothing between them but joints, brackets and who issued the next one when.
    private func joins(_ end: Int, _ start: Int) -> Bool {
        guard end <= start, start - end <= 80 else { return false }
        var place = end
        if text.at(place) == "(", let close = (place..<start).first(where: { text.scalars[$0] == ")" }) { place = close + 1 }
        let between = text.scalars[place..<start]
        guard let joint = between.isEmpty ? 0 : Self.joints.start(of: between) else { return false }
        let rest = between.dropFirst(joint)
        // 、2014年2月14日原: a date before the number of the next.
        if let first = rest.first, CompactText.digit(first) != nil, !rest.contains(where: { ",.;:".unicodeScalars.contains($0) }) { return true }
        return joint == between.count
            || Self.issued.end(of: between) != nil && !between.contains { MarkedTitle.isStop($0) }
    }

    private func relation(of cited: CitedDocument, in group: Range<Int>) -> Citation.Relation {
        let after = following(group.upperBound)
        let before = preceding(group.lowerBound)
        if isRepealed(after) || Self.repealing.end(of: before) != nil { return cited.entries.isEmpty ? .repeals : .amends }
        if let word = Self.changes.end(of: before), Self.unchanging.end(of: before.dropLast(word)) == nil { return .amends }
        if alters(after) { return .amends }
        if Self.printings.end(of: before) != nil { return .prints }
        if let lead = lastBasis(before), !before[lead...].contains(where: { ".;:".unicodeScalars.contains($0) }) {
            return enacts(group.lowerBound) ? .basis : .applies
        }
        if Self.references.end(of: before) != nil { return .refers }
        return before.suffix(2).elementsEqual("违反".unicodeScalars) ? .applies : .mentions
    }

    /// 作如下修改, at once or behind 等二十七件司法解释.
    private func alters(_ after: Words) -> Bool {
        let words = after.drop { $0 == "," }
        if Self.alterations.start(of: words) != nil { return true }
        guard words.first == "等", let found = Self.alterations.first(in: words.prefix(24)) else { return false }
        return !words[..<found.lowerBound].contains(",")
    }

    /// Where the last 根据 or the like ends.
    private func lastBasis(_ before: Words) -> Int? {
        before.indices.reversed().lazy.compactMap { place in
            Self.bases.start(of: before[place...]).map { place + $0 }
        }.first
    }

    /// The words behind a list of citations, to the end of their sentence, at most forty.
    private func following(_ place: Int) -> Words {
        var start = place
        // （鄂府发〔2010〕5号） and the like may stand between.
        if text.at(start) == "(", let close = (start..<min(text.count, start + 60)).first(where: { text.scalars[$0] == ")" }) {
            start = close + 1
        }
        var end = start
        while end < text.count, end - start < 40, !MarkedTitle.isStop(text, end) { end += 1 }
        return text.scalars[start..<end]
    }

    private func preceding(_ place: Int) -> Words {
        var start = place
        while start > 0, place - start < 60, !MarkedTitle.isStop(text, start - 1) { start -= 1 }
        return text.scalars[start..<place]
    }

    /// Only where nothing but when and how stands before 废止: 《X》中关于…的规定同时废止 repeals no document.
    private func isRepealed(_ after: Words) -> Bool {
        guard let word = Self.endings.first(in: after) else { return false }
        if let next = after[word.upperBound...].first, "前后的时之日".unicodeScalars.contains(next) { return false }
        let between = after[..<word.lowerBound]
        if Self.partial.first(in: between) != nil { return false }
        var clause = between.drop { $0 == "," || $0 == "等" }
        if clause.starts(with: "文件".unicodeScalars) { clause = clause.dropFirst(2) }
        return clause.isEmpty || Self.whens.start(of: clause) != nil
    }

    /// Whether the sentence makes a document: 根据《…》，制定本办法.
    private func enacts(_ place: Int) -> Bool {
        var end = place
        while end < text.count, end - place < 400, !MarkedTitle.isStop(text, end) { end += 1 }
        return Self.enactments.first(in: text.scalars[place..<end]) != nil
    }
}
