/// Tells a document's kind and region from its title, issuer and number.
///
/// Only what these plainly say: nil where they leave it open.
public enum DocumentClassifier {
    /// The kind of document. The title decides where it is plain, then the number, then the issuer.
    public static func kind(title: String, issuer: String?, number: DocumentNumber?) -> DocumentKind? {
        let name = TitleWords(title)
        if name.hasAny(["解读", "图解", "答记者问", "政策问答", "起草说明", "新闻发布会实录"])
            || name.ends(["的说明", "说明"]) && isDraft(title: title)
        {
            return .explanation
        }
        if isDraft(title: title) { return .draft }
        if name.hasAny(["规范性文件目录", "法规目录", "规章目录", "文件目录", "政策文件库"]) { return .listPage }
        if name.hasAny(["典型案例", "指导性案例", "指导案例", "参考案例"]) || (name.ends(["案"]) && name.hasAny(["诉", "纠纷", "罪"])) {
            return .judicialCase
        }
        return byNumber(number, name) ?? byTitle(name, region: region(title: title, issuer: nil), issuer: issuer)
            ?? byIssuer(name, issuer)
            ?? (name.ends(noticeEndings) && !name.hasAny(newsWords) ? .normativeDocument : nil)
            ?? (name.hasAny(newsWords) && number == nil ? .news : nil)
    }

    /// The short name of the province or city whose rule it is: 内蒙古, 鄂尔多斯, 上海. Nil for national law and where unknown.
    public static func region(title: String, issuer: String?) -> String? {
        // Only the National People's Congress makes a 法, also one about a region.
        if TitleWords(title).isNationalLaw { return nil }
        if let region = Region.leading(CompactText(title)) { return region }
        return issuer.flatMap { Region.leading(CompactText($0)) }
    }

    /// Whether the title says that the text is put out for comment: 征求意见稿, 草案, 送审稿.
    public static func isDraft(title: String) -> Bool {
        TitleWords(title).hasAny(["征求意见", "草案", "送审稿", "讨论稿", "公开征集意见", "征集意见"])
    }

    private static let newsWords: [StaticString] = ["召开", "举行", "座谈会", "发布会", "调研", "视察", "出席", "启动仪式", "揭牌"]
    private static let noticeEndings = ["通知", "意见", "方案", "批复", "通告", "公告", "函", "决定", "措施", "计划", "规划"]

    private static func byNumber(_ number: DocumentNumber?, _ name: TitleWords) -> DocumentKind? {
        guard let number else { return nil }
        let code = number.code
        if code.hasSuffix("释") { return .judicialInterpretation }
        if code.hasSuffix("主席令") { return .law }
        if code == "国务院令" { return .administrativeRegulation }
        if code.hasSuffix("公告"), code.holds("人民代表大会") || code.holds("人大") {
            return code.holds("全国") ? .law : .localRegulation
        }
        if code.hasSuffix("令") {
            if code.hasSuffix("政府令") || code.hasSuffix("府令") { return .localRule }
            return code == "令" ? nil : .departmentalRule
        }
        guard !number.year.isEmpty, !IssuingCode.isOrder(code.unicodeScalars) else { return nil }
        return .normativeDocument
    }

    private static func byTitle(_ name: TitleWords, region: String?, issuer: String?) -> DocumentKind? {
        if name.begins(["最高人民法院", "最高人民检察院"]) { return .judicialInterpretation }
        if name.begins(["中国共产党", "中共"]) { return .other }
        if name.bare == "宪法" || name.begins(["宪法修正案"]) { return .constitution }
        if name.isNationalLaw { return .law }
        let byGovernment = issuer.map { $0.contains("政府") } ?? false
        if region != nil {
            if byGovernment, !name.ends(["条例"]) { return nil }
            if name.ends(["条例", "议事规则"]) || name.hasAny(["人民代表大会", "人大常委会"]) { return .localRegulation }
            if name.hasAny(["实施《", "施行《"]), name.ends(["办法", "规定", "细则"]) { return .localRegulation }
            return nil
        }
        // 户口登记条例 is a law by its maker, and 泰山风景名胜区条例 a province's regulation.
        if let issuer, issuer.holds("人民代表大会") || issuer.holds("人大常委会"), name.ends(["条例"]) {
            return issuer.holds("全国") ? .law : .localRegulation
        }
        if name.hasAny(["修正案"]) || name.begins(["全国人民代表大会", "全国人大"]) { return .law }
        if name.ends(["条例"]) || (name.begins(["国务院"]) && name.ends(["规定", "办法", "细则"])) {
            return .administrativeRegulation
        }
        return nil
    }

    private static func byIssuer(_ name: TitleWords, _ issuer: String?) -> DocumentKind? {
        let isRule = name.ends(["办法", "规定", "细则", "规则", "规程", "条例"])
        guard let issuer else {
            return isRule && Region.leading(name.text) == nil ? .departmentalRule : nil
        }
        if issuer.holds("最高人民法院") || issuer.holds("最高人民检察院") { return .judicialInterpretation }
        if issuer.holds("全国人民代表大会") || issuer.holds("全国人大") { return .law }
        if issuer.holds("人民代表大会") || issuer.holds("人大常委会") { return .localRegulation }
        guard isRule else { return nil }
        if issuer.hasSuffix("国务院") { return .administrativeRegulation }
        let isLocal =
            Region.leading(CompactText(issuer)) != nil
            || ["省", "市", "县", "旗", "区", "政府"].contains(where: issuer.contains)
        return isLocal ? nil : .departmentalRule
    }
}

/// A title as the classifier asks of it: folded, without the state's name and trailing brackets.
private struct TitleWords {
    let text: CompactText
    private let whole: String
    let bare: String

    init(_ title: String) {
        text = CompactText(title)
        whole = text.string(0..<text.count)
        var words = whole
        if words.hasPrefix(IssuingCode.republic) { words.removeFirst(IssuingCode.republic.count) }
        while words.hasSuffix(")"), let open = words.lastIndex(of: "("), open > words.startIndex {
            words = String(words[..<open])
        }
        bare = words
    }

    var isNationalLaw: Bool {
        ends(["法", "法典"])
            && !ends(["办法", "做法", "方法", "立法", "执法", "司法", "守法", "普法", "用法", "违法", "说法", "书法", "算法", "合法", "依法"])
    }

    func begins(_ words: [String]) -> Bool { words.contains(where: bare.hasPrefix) }
    func ends(_ words: [String]) -> Bool { words.contains(where: bare.hasSuffix) }
    func hasAny(_ words: [StaticString]) -> Bool { whole.holdsAny(words) }
}
