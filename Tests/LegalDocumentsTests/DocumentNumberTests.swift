import LegalDocuments
import Testing

@Suite struct DocumentNumberTests {
    @Test(arguments: [
        "鄂府发〔2023〕62号", "鄂府发[2023]62号", "鄂府发［２０２３］６２号", "鄂府发（2023）62号", "鄂府发【2023】第062号", "鄂府发(2023〕62号",
        "鄂府发〔2023]62号", "鄂府发〔2023 62号", "鄂府发2023〕62号", "鄂府发〕2023〔62号", "鄂府發〔2023〕62號", "鄂府发（２０２３）６２",
        "鄂府发〔二〇二三〕六十二号", "鄂府发〔二○二三〕六二号", "鄂府发 〔 2023 〕 62 号", "鄂\u{200B}府发〔20\u{200D}23〕62号\u{200B}", "鄂府发2023-62",
        "鄂府发2023—62号", "鄂府发2023 62", "鄂府发202362", "鄂府发2023年62号", "鄂府发2023年第62号", "鄂府发62号2023年", "鄂府发第62号（2023）",
        "鄂府发〔2023〕号62", "鄂府发〔2023〕62", "鄂府发〔2023〕62号〔〕", "发文字号：鄂府发〔2023〕62号", "文 号: 鄂府发〔2023〕62号。",
        "【发文字号】鄂府发〔2023〕62号",
        "（鄂府发〔2023〕62号）", "“鄂府发〔2023〕62号”", "鄂府发〔2023〕字62号", "鄂府发〔2023〕62号文件", "\n鄂府发\n〔2023〕\n62号\n", "鄂府发〔〔2023〕〕62号",
        "鄂府发《2023》62号", "鄂府发二〇二三年六十二号", "发文字号　鄂府发〔2023〕62号",
    ])
    func everySpellingIsTheSameNumber(typed: String) throws {
        let number = try #require(DocumentNumber(typed))
        #expect(number.canonical == "鄂府发〔2023〕62号")
        #expect(number.key == "鄂府发|2023|62")
        #expect(number == DocumentNumber("鄂府发〔2023〕62号"))
    }

    @Test(arguments: [
        ("国务院令第711号", "国务院令第711号"), ("国令第711号", "国务院令第711号"), ("中华人民共和国国务院令 第 711 号", "国务院令第711号"),
        ("国务院令（第711号）", "国务院令第711号"), ("国务院第711号令", "国务院令第711号"), ("国务院令711", "国务院令第711号"), ("主席令第一〇四号", "主席令第104号"),
        ("中华人民共和国主席令第一百零四号", "主席令第104号"), ("令第286号", "令第286号"), ("公告2026年第26号", "公告2026年第26号"), ("公告第34号", "公告第34号"),
        ("国家税务总局公告2015年第41号", "国家税务总局公告2015年第41号"), ("国家税务总局2015年第41号公告", "国家税务总局公告2015年第41号"),
        ("鄂尔多斯市人民代表大会常务委员会公告（第三十四号）", "鄂尔多斯市人民代表大会常务委员会公告第34号"),
        ("国务院、中央军事委员会令第22号", "国务院、中央军事委员会令第22号"), ("法释〔2020〕26号", "法释〔2020〕26号"), ("渝府令〔1998〕26号", "渝府令〔1998〕26号"),
        ("乾政发〔2023〕5号", "乾政发〔2023〕5号"), ("法(研)发[1987]32号", "法（研）发〔1987〕32号"), ("法〔1998〕86号", "法〔1998〕86号"),
    ])
    func ordersAndAnnouncementsAreNumbersToo(written: String, canonical: String) throws {
        let number = try #require(DocumentNumber(written))
        #expect(number.canonical == canonical)
        #expect(DocumentNumber(number.canonical) == number)
    }

    @Test(arguments: [
        "", "　", "〔20233〕", "鄂府发〔20233〕62号", "鄂府发〔3023〕62号", "鄂府发〔1823〕62号", "鄂府发〔2023〕0号", "鄂府发〔2023〕", "〔2023〕62号",
        "2023年9月1日",
        "公布2023年9月1日", "行政复议法", "行政复议法第二十三条", "行政复议法23条", "行政处罚法2021", "行政处罚法2021 5", "第62号公告", "命令第3号",
        "鄂府发〔2023〕62号楼", "鄂府发",
        "鄂府发〔2023〕99999999999999999999号", "鄂府发〔2023〕62、63号", "关于做好2023年工作的通知", "62号",
    ])
    func whatIsNoNumberOrMoreThanOneIsRefused(typed: String) {
        #expect(DocumentNumber(typed) == nil)
    }

    @Test func numbersOfOtherCodesYearsAndSerialsDiffer() {
        let number = DocumentNumber("鄂府发〔2023〕62号")
        for other in ["鄂府办发〔2023〕62号", "鄂府发〔2022〕62号", "鄂府发〔2023〕6号", "国务院令第62号"] {
            #expect(DocumentNumber(other) != number)
        }
    }

    @Test func aNumberSurvivesItsOwnCanonicalForm() throws {
        for typed in Samples.numbers {
            let number = try #require(DocumentNumber(typed))
            #expect(DocumentNumber(number.canonical) == number, "\(typed)")
            #expect(number.canonical == typed)
        }
    }

    @Test func everyNumberIsReadInEverySpelling() throws {
        for typed in Samples.numbers {
            let number = try #require(DocumentNumber(typed))
            for spelling in Samples.spellings(code: number.code, year: number.year, serial: number.serial) {
                #expect(DocumentNumber(spelling) == number, "\(spelling)")
            }
        }
    }
}

/// Numbers of many kinds and the ways in which people write them.
enum Samples {
    static let numbers = [
        "鄂府发〔2023〕62号", "鄂府办发〔2022〕93号", "内政发〔2021〕1号", "内政办字〔2024〕18号", "国发〔2015〕40号", "国办函〔2021〕132号", "国办发〔2017〕47号",
        "中办发〔2010〕17号", "财税〔2019〕13号", "法释〔2020〕26号", "沪府规〔2023〕8号", "渝府办发〔2019〕103号", "晋政办函〔2003〕102号", "豫政〔1981〕184号",
        "粤府办〔2002〕12号", "云政发〔1989〕137号", "辽自然资办发〔2020〕9号", "国卫疾控传防便函〔2019〕5号", "沪发改价管〔2023〕24号", "呼政发〔2018〕100号",
        "宁政规发〔2022〕4号",
        "人社部发〔2011〕3号", "银发〔2013〕296号", "税总发〔2016〕74号", "国办发明电〔2023〕7号", "发改价格〔2015〕299号", "会考二〔2012〕5号",
        "川府发〔2005〕1928号",
        "京政发〔2023〕13号", "鲁政字〔2020〕250号", "桂政办电〔2017〕255号", "黔府办函〔2016〕11号",
    ]

    static func spellings(code: String, year: String, serial: String) -> [String] {
        var all: [String] = []
        let brackets = [
            ("〔", "〕"), ("[", "]"), ("［", "］"), ("(", ")"), ("（", "）"), ("【", "】"), ("﹝", "﹞"), ("〖", "〗"), ("〔", "]"),
            ("（", "〕"), (" 〔 ", " 〕 "),
            ("〔", ""), ("", "〕"),
        ]
        for (open, close) in brackets {
            all.append("\(code)\(open)\(year)\(close)\(serial)号")
            all.append("\(code)\(open)\(wide(year))\(close)第00\(wide(serial))号")
            all.append("发文字号：\(code)\(open)\(chinese(year))\(close) \(chinese(serial)) 号")
        }
        all.append("\(code)\(year)-\(serial)")
        all.append("\(code) \(year)—\(serial)号")
        all.append("\(code)\(year) \(serial)")
        all.append("\(code)\(year)年\(serial)号")
        all.append("\(code)\(year)年第\(serial)号")
        all.append("\(code)\(serial)号\(year)年")
        all.append("\(code)〔\(year)〕号\(serial)")
        all.append("\(code)〔\(year)〕\(serial)")
        all.append("\(code)〔\(year)〕\(serial)号〔〕")
        all.append(code.map { "\($0)\u{200B}" }.joined() + "〔\(year)〕\u{FEFF}\(serial)号")
        all.append(code.map { "\($0)　" }.joined() + "〔\(year)〕\(serial)号")
        all.append("\(traditional(code))〔\(year)〕\(serial)號")
        return all
    }

    private static func wide(_ digits: String) -> String { mapped(digits, "０１２３４５６７８９") }
    private static func chinese(_ digits: String) -> String { mapped(digits, "〇一二三四五六七八九") }
    private static func mapped(_ digits: String, _ alphabet: String) -> String {
        let alphabet = Array(alphabet)
        return String(digits.map { $0.wholeNumberValue.map { alphabet[$0] } ?? $0 })
    }
    private static func traditional(_ code: String) -> String {
        let pairs: [Character: Character] = [
            "发": "發", "国": "國", "办": "辦", "财": "財", "税": "稅", "规": "規", "沪": "滬", "晋": "晉", "云": "雲", "辽": "遼",
            "资": "資", "卫": "衛", "价": "價",
            "宁": "寧", "银": "銀", "总": "總", "电": "電", "会": "會", "鲁": "魯", "释": "釋", "内": "內", "粤": "粵",
        ]
        return String(code.map { pairs[$0] ?? $0 })
    }
}
