import Testing
import TextAnalysis

private func alternatives(_ phrase: String, limit: Int = 8) -> [String] {
    NumeralVariants.alternatives(for: scalars(folded(phrase)), limit: limit).map { string($0) }
}

@Test(arguments: [
    ("第23条", "第二十三条"), ("第二十三条", "第23条"), ("第２３条", "第二十三条"), ("2023年", "二〇二三年"), ("2023年", "二零二三年"),
    ("二○二三年", "2023年"), ("主席令第104号", "主席令第一〇四号"), ("主席令第一〇四号", "主席令第104号"), ("第一百零四条", "第一百〇四条"),
    ("第1042条", "第一千零四十二条"), ("5日内", "五日内"), ("五日内", "5日内"), ("30万元", "三十万元"), ("三十万元", "30万元"), ("两年", "2年"), ("2年", "两年"),
    ("2023年9月1日", "二〇二三年九月一日"), ("二〇二三年九月一日", "2023年9月1日"), ("第23条第1款", "第二十三条第一款"), ("第1042", "第一千零四十二"),
])
func aNumeralIsFoundInItsOtherSpelling(typed: String, other: String) {
    #expect(alternatives(typed).contains(other))
}

@Test(arguments: ["行政复议", "PM2.5", "a4纸", "十分重要", "统一", "万一", "1,000元", "007", "三五", "百分之", ""])
func whatIsNoNumberIsLeftAlone(phrase: String) {
    #expect(alternatives(phrase) == [folded(phrase)])
}

@Test func mixedSpellingsComeAfterUniformOnes() {
    #expect(alternatives("第2章第3条").prefix(2) == ["第2章第3条", "第二章第三条"])
    #expect(alternatives("第2章第3条").contains("第二章第3条"))
}

@Test func theOriginalComesFirstAndTheLimitHolds() {
    for limit in [-1, 0, 1, 2, 5, 8] {
        let found = alternatives("第1条第2条第3条第4条第5条第6条", limit: limit)
        #expect(found.first == "第1条第2条第3条第4条第5条第6条")
        #expect(found.count == max(1, limit))
        #expect(Set(found).count == found.count)
    }
}

@Test func everyAlternativeOfARandomTextIsDistinctAndOfTheSameRest() {
    for text in RandomText.texts(500, seed: 9) {
        let phrase = FoldedText(text).scalars
        let found = NumeralVariants.alternatives(for: phrase)
        #expect(found.first == phrase)
        #expect(found.count <= 8 && Set(found).count == found.count)
    }
}
