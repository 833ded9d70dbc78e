/// Tells from the words around citations what the text does with the documents.
struct CitationRelationScan {
    let text: CompactText
    /// In their order.
    let cited: [CitedDocument]

    private static let bases = ["根据", "依据", "依照", "按照", "遵照", "为了实施", "为实施", "为贯彻", "为了贯彻", "贯彻落实", "贯彻实施", "为落实"]
    private static let references = ["参照", "比照", "适用", "准用"]
    private static let changes = ["修改", "修订", "修正"]
    private static let printings = ["印发", "转发", "公布", "发布", "颁布", "批转", "下发", "现将"]
    private static let endings = ["同时废止", "即行废止", "自行废止", "相应废止", "予以废止", "一并废止", "废止", "停止执行", "停止施行", "同时失效", "自动失效", "即行失效"]

    func relations() -> [Citation.Relation] {
        var relations: [Citation.Relation] = []
        var group: [Int] = []
        func close() {
            guard let first = group.first, let last = group.last else { return }
            let start = cited[first].range.lowerBound
            let end = cited[last].range.upperBound
            for index in group { relations.append(relation(of: cited[index], groupStart: start, groupEnd: end)) }
        }
        for index in cited.indices {
            if let last = group.last, !joins(cited[last].range.upperBound, cited[index].range.lowerBound) {
                close()
                group = []
            }
            group.append(index)
        }
        close()
        return relations
    }

    /// Whether two citations stand in one list: nothing between them but joints, brackets and who issued the next one when.
    private func joins(_ end: Int, _ start: Int) -> Bool {
        guard end <= start, start - end <= 60 else { return false }
        let between = text.string(end..<start)
        if ["", "、", "和", "及", "以及", "与", ",", "或者", "或"].contains(between) { return true }
        guard let first = between.first, "、和及与,(".contains(first) else { return false }
        let bracketed = between.hasPrefix("(") && between.contains(")")
        let tail = bracketed ? between.drop { $0 != ")" }.dropFirst() : between[...]
        if bracketed, ["", "、", "和", "及", "以及", "与", ","].contains(String(tail)) { return true }
        return ["发布的", "公布的", "颁布的", "印发的", "通过的", "批准的", "下发的", "制定的"].contains(where: between.hasSuffix)
    }

    private func relation(of cited: CitedDocument, groupStart: Int, groupEnd: Int) -> Citation.Relation {
        let after = following(groupEnd)
        let before = preceding(groupStart)
        if isRepealed(after) || before.hasSuffix("废止") || before.hasSuffix("废止下列文件:") {
            return cited.entries.isEmpty ? .repeals : .amends
        }
        if changes(before) || amends(after) { return .amends }
        if Self.printings.contains(where: before.hasSuffix) || after.hasPrefix("印发给") { return .prints }
        let lead = Self.bases.compactMap { before.end(ofLast: $0) }.max()
        if let lead, !before[lead...].contains(where: { ".;:".contains($0) }) {
            return enacts(groupStart) ? .basis : .applies
        }
        if Self.references.contains(where: { before.hasSuffix($0) }) { return .refers }
        return before.hasSuffix("违反") ? .applies : .mentions
    }

    /// The words behind a list of citations, to the end of their sentence, at most forty.
    private func following(_ place: Int) -> String {
        var start = place
        // （鄂府发〔2010〕5号） and the like may stand between.
        if text.at(start) == "(", let close = (start..<min(text.count, start + 60)).first(where: { text.scalars[$0] == ")" }) {
            start = close + 1
        }
        var end = start
        while end < text.count, end - start < 40, !MarkedTitle.isStop(text, end) { end += 1 }
        return text.string(start..<max(start, end))
    }

    private func preceding(_ place: Int) -> String {
        var start = place
        while start > 0, place - start < 60, !MarkedTitle.isStop(text, start - 1) { start -= 1 }
        return text.string(start..<place)
    }

    /// Only where nothing but when and how stands before 废止: 《X》中关于…的规定同时废止 repeals no document.
    private func isRepealed(_ after: String) -> Bool {
        for word in Self.endings {
            guard let range = after.firstRange(of: word) else { continue }
            let between = after[..<range.lowerBound]
            let next = after[range.upperBound...].first
            if let next, "前后的时之日".contains(next) { return false }
            if between.contains("未") || between.contains("不") || between.contains("中") || between.contains("条")
                || between.contains("规定") && !between.contains("日起")
            {
                return false
            }
            let clause = between.drop { $0 == "," }
            return clause.isEmpty || clause == "等" || ["自", "同时", "即", "均", "从", "于", "已", "一律", "也", "相应"].contains(where: clause.hasPrefix)
                || clause.hasSuffix("同时") || clause.hasSuffix("一并")
        }
        return false
    }

    /// 修改《…》, but not 新修订《…》 or 未修改.
    private func changes(_ before: String) -> Bool {
        Self.changes.contains { word in
            before.hasSuffix(word) && !["新", "未", "经", "拟"].contains(where: before.dropLast(word.count).hasSuffix)
        }
    }

    private func amends(_ after: String) -> Bool {
        ["作如下修改", "作以下修改", "作出如下修改", "作出修改", "作出以下修改", "进行修改", "修改为", "予以修改", "作如下修正", "部分条款"].contains {
            after.drop { ",".contains($0) }.hasPrefix($0)
        }
    }

    /// Whether the sentence makes a document: 根据《…》，制定本办法.
    private func enacts(_ place: Int) -> Bool {
        var end = place
        while end < text.count, end - place < 400, !MarkedTitle.isStop(text, end) { end += 1 }
        let rest = text.string(place..<end)
        return ["制定本", "制定了", "特制定", "现制定", "修订本", "作如下", "作出如下", "决定如下", "解释如下", "通知如下", "提出如下", "结合本", "结合我", "结合实际", "制定如下", "现就", "现将"]
            .contains(where: rest.contains)
    }
}

extension String {
    /// Where the last occurrence of a word ends.
    fileprivate func end(ofLast word: String) -> String.Index? { ranges(of: word).last?.upperBound }
}
