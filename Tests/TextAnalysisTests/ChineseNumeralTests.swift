import Testing
import TextAnalysis

@Test(arguments: [
    ("二十三", 23), ("十", 10), ("十三", 13), ("一百", 100), ("一百零四", 104), ("一百〇四", 104), ("一百二", 120), ("一百十三", 113),
    ("两千", 2_000), ("两千三", 2_300), ("一千零四十二", 1_042), ("一千二百六十", 1_260), ("一万零五百", 10_500), ("三万五", 35_000),
    ("十二万", 120_000), ("一百零二万", 1_020_000), ("一千二百万零三百零五", 12_000_305), ("九千九百九十九万九千九百九十九", 99_999_999),
    ("廿三", 23), ("卅", 30), ("一百廿", 120), ("壹佰贰拾叁", 123), ("貳萬", 20_000), ("陸拾", 60),
])
func numeralsWithUnitsAreRead(text: String, value: Int) {
    #expect(ChineseNumeral.value(of: text) == value)
}

@Test(arguments: [
    ("二〇二三", 2023), ("二○二三", 2023), ("二零二三", 2023), ("一〇四", 104), ("〇", 0), ("零", 0), ("两", 2), ("23", 23), ("２０２３", 2023), ("062", 62),
    ("99999999", 99_999_999),
])
func digitsAreReadOneByOne(text: String, value: Int) {
    #expect(ChineseNumeral.value(of: text) == value)
}

@Test(arguments: [
    "", "百", "万", "万一", "百分", "一百零", "零十", "十百", "一百三百", "二十〇三", "一百零零四", "一百二万", "2万", "二3", "两三", "十条", "三 十", "一亿",
    "100000000", "99999999999999999999999", "一二三四五六七八九", "-1", "第一", "一万万", "二十二十", "三四十",
])
func whatIsNotOneWholeNumeralIsNil(text: String) {
    #expect(ChineseNumeral.value(of: text) == nil)
}

@Test(arguments: [
    (0, "零"), (2, "二"), (10, "十"), (11, "十一"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (1_001, "一千零一"), (1_010, "一千零一十"), (2_000, "二千"),
    (10_000, "一万"), (10_010, "一万零一十"), (100_000, "十万"), (120_000, "十二万"), (1_100_000, "一百一十万"), (100_000_000, "一亿"), (-3, "负三"),
])
func numbersAreSpelledAsArticlesAre(number: Int, text: String) {
    #expect(ChineseNumeral.spelled(number) == text)
}

@Test func digitByDigitSpellingIsThatOfYears() {
    #expect(ChineseNumeral.digitByDigit(2023) == "二〇二三")
    #expect(ChineseNumeral.digitByDigit(0) == "〇")
}

@Test func theSmallestIntegerIsSpelledToo() {
    #expect(ChineseNumeral.spelled(.min).hasPrefix("负九百二十二亿"))
    #expect(ChineseNumeral.digitByDigit(.min).hasPrefix("负九二二三"))
}

@Test func whatIsSpelledIsReadBack() {
    for number in Array(0...100_000) + Array(stride(from: 100_001, through: 99_999_999, by: 99_991)) {
        if ChineseNumeral.value(of: ChineseNumeral.spelled(number)) != number
            || ChineseNumeral.value(of: ChineseNumeral.digitByDigit(number)) != number
        {
            Issue.record("\(number) is spelled \(ChineseNumeral.spelled(number))")
        }
    }
}

@Test func noTextMakesTheReaderTrap() {
    var random = RandomText(seed: 8)
    let symbols = Array("〇零一二两三九十百千万廿卅0199条".unicodeScalars)
    for _ in 0..<20_000 {
        let text = (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in symbols.randomElement(using: &random)?.value }
        if let value = ChineseNumeral.value(of: text[...]) { #expect((0...99_999_999).contains(value)) }
    }
}
