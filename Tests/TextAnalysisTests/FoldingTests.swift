import Testing
import TextAnalysis

@Test(arguments: [
    ("第２３條", "第23条"), ("ＧＢ／Ｔ", "gb/t"), ("㈠①⑴", "(一)1(1)"), ("㎡ ㎏ ½", "m2 kg 1/2"), ("№５", "no5"),
    ("Straße", "strasse"), ("臺灣內蒙古", "台湾内蒙古"), ("行政復議機關", "行政复议机关"), ("著作權", "着作权"),
    ("\u{F900}\u{2F00}\u{2EA0}", "岂一民"), ("帐户 证劵 巿场", "账户 证券 市场"),
])
func spellingsOfTheSameFoldTogether(written: String, expected: String) {
    #expect(folded(written) == expected)
}

@Test(arguments: ["〔2023〕", "[2023]", "［２０２３］", "【2023】", "（2023）", "﹝2023﹞", "〖2023〗", "（2023]", "︹2023︺"])
func everyBracketIsOneKind(written: String) {
    #expect(folded(written) == "(2023)")
}

@Test(arguments: ["“法”", "„法‟", "「法」", "『法』", "﹁法﹂", "\"法\"", "＂法＂"])
func everyDoubleQuoteIsOneKind(written: String) {
    #expect(folded(written) == "\"法\"")
}

@Test(arguments: ["甲—乙", "甲——乙", "甲－乙", "甲―乙", "甲–乙", "甲──乙", "甲-乙", "甲−−乙", "甲—\u{200B}—乙"])
func dashesAreOneKindAndARunIsOne(written: String) {
    #expect(folded(written) == "甲-乙")
}

@Test func theHanNumberOneIsNoDash() {
    #expect(folded("一一") == "一一")
}

@Test(arguments: [
    ("甲·乙・丙•丁‧戊", "甲·乙·丙·丁·戊"), ("完。３．５｡", "完.3.5."), ("甲，乙：丙；丁︰戊∶己", "甲,乙:丙;丁:戊:己"), ("甲、乙﹑丙", "甲、乙、丙"),
    ("１～５〜９", "1~5~9"), ("等……", "等…"), ("〈a〉«b»", "《a》《b》"), ("‘甲’", "'甲'"), ("二○二三、二◯二三", "二〇二三、二〇二三"),
])
func punctuationFoldsWithinItsKind(written: String, expected: String) {
    #expect(folded(written) == expected)
}

@Test func aCommaAnEnumerationCommaAndAStopStayApart() {
    #expect(Set(["，", "、", "。", "；", "：", "·"].map(folded)).count == 6)
}

@Test func runsOfBlanksOfAnyKindAreOneBlank() {
    #expect(folded("第一章\u{3000}\u{A0}\r\n\t 总\u{2003}则") == "第一章 总 则")
}

@Test func marksWithoutWidthVanish() {
    #expect(folded("\u{FEFF}行\u{200B}政\u{AD}复\u{2060}议\u{FE0F}\u{E0100}\u{200D}\u{0}\u{7}") == "行政复议")
}

@Test func composedAndDecomposedLettersAgree() {
    #expect(folded("é") == folded("e\u{301}"))
    #expect(folded("ガ") == folded("ｶﾞ"))
}

@Test func rareHanBeyondTheBasicPlaneStands() {
    #expect(folded("\u{20000}\u{30000}") == "\u{20000}\u{30000}")
    #expect(folded("\u{2F800}") == "丽")
    #expect(folded("𝐀𝟗") == "a9")
}

@Test(arguments: [("俱乐部", "具乐部"), ("摔跤", "摔交"), ("未来", "末来"), ("己", "已"), ("零", "〇"), ("0", "〇")])
func differentWordsStayApart(one: String, other: String) {
    #expect(folded(one) != folded(other))
}

@Test func everydaySimplifiedTextIsLeftAlone() {
    let text = "为了规范行政行为,保障公民、法人和其他组织的合法权益,根据宪法,制定本办法.出借、借阅、面积、制造、发布、台账、范围、松动、准许、干预、余额、只有、里程、征收、后果."
    #expect(folded(text) == text)
}

@Test func foldingFoldedTextChangesNothing() {
    for text in RandomText.texts(2_000, seed: 1) {
        let once = folded(text)
        #expect(folded(once) == once)
    }
}

@Test func everyFoldIsItselfFolded() {
    for value in 0..<UInt32(0x110000) {
        let fold = Folding.fold(value)
        if fold == [value] { continue }
        if fold.flatMap(Folding.fold) != fold { Issue.record("U+\(String(value, radix: 16)) folds further") }
    }
}

@Test func aTextFoldsScalarByScalarButForRuns() {
    let joining = Set(scalars(" -…"))
    for text in RandomText.texts(2_000, seed: 2) {
        var expected: [UInt32] = []
        for scalar in scalars(text).flatMap(Folding.fold) where !(joining.contains(scalar) && expected.last == scalar) {
            expected.append(scalar)
        }
        #expect(folded(text) == string(expected))
    }
}

@Test func aTextFoldsAlikeWhateverStandsBeforeIt() {
    var output = scalars("甲 ")
    Folding.append("  乙", to: &output)
    #expect(string(output) == "甲  乙")
}
