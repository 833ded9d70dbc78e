import LegalDocuments
import Testing

@Suite struct DocumentNumberMatchTests {
    /// The canonical numbers in a text, and the words that each span covers.
    private func found(_ text: String) -> [String] { DocumentNumber.matches(in: text).map(\.number.canonical) }
    private func words(_ text: String) -> [String] {
        DocumentNumber.matches(in: text).map { match in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: text.unicodeScalars.dropFirst(match.span.lowerBound).prefix(match.span.count))
            return String(view)
        }
    }

    @Test(arguments: [
        ("根据鄂府发〔2023〕62号的要求", ["鄂府发〔2023〕62号"]), ("《关于稳就业的通知》（国办发〔2017〕47号）已废止。", ["国办发〔2017〕47号"]),
        ("按照内政发[2021]1号和鄂府办发〔2022〕93号执行", ["内政发〔2021〕1号", "鄂府办发〔2022〕93号"]),
        ("关于稳就业的通知鄂府发（2023）62号", ["鄂府发〔2023〕62号"]), ("关于稳就业的通知\n鄂府发〔2023〕62号\n各旗区", ["鄂府发〔2023〕62号"]),
        ("省人民政府云政发〔1989〕137号", ["云政发〔1989〕137号"]), ("见鄂府发2023-62号。", ["鄂府发〔2023〕62号"]),
        ("参照鄂府发2023年62号办理", ["鄂府发〔2023〕62号"]),
        ("2004年6月28日国务院令第412号公布", ["国务院令第412号"]), ("一九九九年一月二十二日中华人民共和国国务院令第258号发布", ["国务院令第258号"]),
        ("原国家食品药品监督管理总局令第7号公布的办法", ["国家食品药品监督管理总局令第7号"]), ("依照国家税务总局公告2015年第41号", ["国家税务总局公告2015年第41号"]),
        ("1989年6月19日 海关总署、公安部令第7号发布", ["海关总署、公安部令第7号"]), ("1996年10月3日 中华人民共和国交通部令第8号", ["交通部令第8号"]),
        ("2020年12月29日 法释〔2020〕26号公布", ["法释〔2020〕26号"]), ("和政办发〔2020〕3号", ["和政办发〔2020〕3号"]),
        ("我院法〔1998〕86号通知", ["法〔1998〕86号"]), ("《若干解释》（法（研）发〔1987〕32号）废止", ["法（研）发〔1987〕32号"]),
        ("按沪经信规范〔2019〕9号办理", ["沪经信规范〔2019〕9号"]),
    ])
    func aNumberIsFoundInASentenceWithoutTheWordsBeforeIt(text: String, numbers: [String]) {
        #expect(found(text) == numbers)
    }

    @Test func aListGivesEachOfItsNumbers() {
        let text = "鄂府发〔2023〕93、95、96号同时废止"
        #expect(found(text) == ["鄂府发〔2023〕93号", "鄂府发〔2023〕95号", "鄂府发〔2023〕96号"])
        #expect(words(text) == ["鄂府发〔2023〕93", "95", "96号"])
        #expect(found("鄂府发〔2023〕7号、8号和10号") == ["鄂府发〔2023〕7号", "鄂府发〔2023〕8号", "鄂府发〔2023〕10号"])
        #expect(words("鄂府发〔2023〕7号、8月1日起执行") == ["鄂府发〔2023〕7号"])
        #expect(found("国发〔2001〕5—7号") == ["国发〔2001〕5号", "国发〔2001〕6号", "国发〔2001〕7号"])
    }

    @Test func spansCountScalarsOfTheTextAsGiven() {
        #expect(words("𠮷见　鄂\u{200B}府發〔２０２３〕 62 號。") == ["鄂\u{200B}府發〔２０２３〕 62 號"])
        #expect(words("（鄂府发〔2023〕62号）") == ["鄂府发〔2023〕62号"])
    }

    @Test(arguments: [
        "项目（2023）62号楼", "本市（2023）3个", "收入(2023)62万元", "研发2023-24年", "2023年9月1日", "公报2023年第5号", "第六十二号", "命令第3号",
        "地铁3号线",
        "第十三届全国人民代表大会第二次会议", "（2023）鄂06民终123号", "《民法典》第1042条", "责令第三人", "见第23号文", "GB/T 9704-2012", "表（2023）1",
        "鄂府发〔20233〕62号",
        "人民路（2019）12号院", "价格2023-62元", "",
    ])
    func whatIsNoNumberIsLeftAlone(text: String) {
        #expect(found(text) == [])
    }

    @Test func everyNumberIsFoundInASentence() {
        for number in Samples.numbers {
            #expect(found("现将《若干措施》（\(number)）转发你们。") == [number])
            #expect(found("根据\(number)精神") == [number])
        }
    }
}
