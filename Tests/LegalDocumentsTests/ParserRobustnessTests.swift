import LegalDocuments
import Testing

/// SplitMix64 (Steele, Lea, Flood 2014): the same texts for the same seed.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite struct ParserRobustnessTests {
    private static let alphabet = [
        "〔", "〕", "（", "）", "[", "]", "《", "》", "2023", "1999", "3023", "0", "9", "62", "99999999999999999999", "二",
        "〇", "十", "百", "千", "万", "亿", "年", "月", "日", "号", "第",
        "条", "款", "项", "之", "一", "编", "章", "、", "，", "。", "-", "—", "/", ".", ":", " ", "　", "\n", "\u{200B}", "鄂府发",
        "国务院", "令", "公告", "人民政府", "本办法", "自", "起", "施行",
        "有效期", "至", "五年", "个月", "公布之日", "修订", "通过", "根据", "的", "和", "会议", "届", "次", "发文字号", "关于印发", "的通知", "中华人民共和国",
        "自治州", "内蒙古", "𠮷", "㈠", "é", "👩‍⚖️", "𝟚",
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func noTextMakesAParserFail(seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<1_500 {
            let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                Self.alphabet.randomElement(using: &random) ?? ""
            }.joined()
            let count = text.unicodeScalars.count
            if let number = DocumentNumber(text) { #expect(DocumentNumber(number.canonical) == number, "\(text)") }
            for match in DocumentNumber.matches(in: text) {
                #expect(match.span.lowerBound >= 0 && match.span.upperBound <= count && !match.span.isEmpty)
            }
            for match in LegalDate.matches(in: text) { #expect(match.span.upperBound <= count && !match.span.isEmpty) }
            _ = PartialDocumentNumber(text)
            if let article = LawReference(text)?.article { #expect(ArticleNumber(label: article.label) == article) }
            _ = LawReference.explicit(text)
            let key = TitleKey.key(of: text)
            #expect(TitleKey.key(of: key) == key, "\(text)")
            _ = TitleKey.shortForms(of: text)
            _ = LegalDate(chinese: text)
            _ = ValidityStatements.effectiveDate(in: text, publishedOn: LegalDate(year: 2999, month: 12, day: 31))
            _ = ValidityStatements.expiryDate(in: text, effectiveOn: LegalDate(year: 2999, month: 12, day: 31))
            _ = HistoryNote.events(in: text)
            _ = DocumentClassifier.kind(title: text, issuer: text, number: nil)
            _ = DocumentClassifier.region(title: text, issuer: nil)
            #expect(
                DocumentID.isValid(DocumentID.base(number: DocumentNumber(text), title: text, date: nil)), "\(text)")
        }
    }
}
