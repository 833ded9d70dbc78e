extension Phrases {
    var numberLead: String {
        pick("输入文号或者它的一部分。括号用错、数字全半角、繁体简体，都认。", "Type a document number or part of it, in any spelling.")
    }
    var numberLabel: String { pick("文号", "Document number") }
    var numberPlaceholder: String { pick("鄂府发〔2023〕62号", "鄂府发〔2023〕62号") }
    var issuingCode: String { pick("机关代字", "Issuing code") }
    var year: String { pick("年份", "Year") }
    var serial: String { pick("序号", "Serial") }

    func readAs(_ typed: String, _ number: String, literally: Link) -> Sentence {
        sentence(
            "您输入的是“\(typed)”，按文号读作 \(number: number)。\("不，按普通文字检索", to: literally)",
            "You typed “\(typed)”, read as \(number: number). \("No, search it as text", to: literally)")
    }
    func notRead(_ typed: String, literally: Link) -> Sentence {
        sentence(
            "“\(typed)”不像一个完整的文号。\("按普通文字检索", to: literally)",
            "“\(typed)” does not look like a whole document number. \("Search it as text", to: literally)")
    }
    var exactMatches: String { pick("正是这个文号", "Exactly this number") }
    var nearNumbers: String { pick("相近的文号", "Near numbers") }
    func numberNotHeld(_ number: String) -> Sentence {
        sentence(
            "\(number: number) 本库未收。未收不等于没有这份文件。", "\(number: number) is not held here. That does not mean it does not exist.")
    }
}
