import LegalDocuments
import TextAnalysis
import Testing

/// Plain labels are read by a way of their own, which must say what the other says.
@Suite struct PlainLabelTests {
    /// A blank in front makes it no plain label.
    private func otherWay(_ label: String) -> ArticleNumber? { ArticleNumber(label: " " + label) }

    @Test func everyNumberIsReadAlikeBothWays() {
        for number in 1...9_999 {
            let spelled = ChineseNumeral.spelled(number)
            for label in ["第\(spelled)条", "第\(number)条", "第\(spelled)条之\(ChineseNumeral.spelled(number % 120))"] {
                let read = ArticleNumber(label: label)
                if read != otherWay(label) { Issue.record("\(label): \(read as Any), not \(otherWay(label) as Any)") }
            }
            #expect(ArticleNumber(label: "第\(spelled)条")?.number == number)
        }
    }

    @Test(arguments: [
        "第条", "第零条", "第一二条", "第二〇条", "第一百五条", "第一百五十条", "第一百零十条", "第一千零五百条", "第十十条", "第二十条之", "第二十条之之一", "第00012条", "第0000000012条",
        "第10000条", "第一万条", "第两百条", "第廿三条", "第二十三条之0001", "第二十三条之100", "第3条之2", "第五条规定", "二十三条", "第二十三", "第一条之一条",
    ])
    func whatIsOddlyWrittenIsReadAlikeToo(label: String) {
        #expect(ArticleNumber(label: label) == otherWay(label))
    }
}

/// Searches by bytes find what a plain loop finds.
@Suite struct ByteSearchTests {
    @Test func aWordIsFoundAtEveryPlaceAndNowhereElse() {
        for before in 0..<20 {
            for after in 0..<12 {
                let filler = String(repeating: "府", count: before)
                let text = filler + "公告" + String(repeating: "公", count: after)
                #expect(text.firstPlace(of: "公告") == 3 * before)
                #expect(!(filler + String(repeating: "公", count: after)).holds("公告"))
            }
        }
        #expect("".firstPlace(of: "公") == nil)
        #expect("公".holds("公"))
        #expect("aab".firstPlace(of: "ab") == 1)
        #expect("公告第一号".opens(withAny: ["通知", "公告"]))
    }
}
