extension Phrases {
    var homeTitle: String { pick("法规检索", "Search the law") }
    var homeLead: String {
        pick(
            "在本机收录的法律、法规、规章和规范性文件里，找到要用的那一条。不联网，不记录检索的内容。",
            "Find the article you need among the laws, regulations and official documents held here. Offline; no query is kept."
        )
    }
    var narrowAtOnce: String { pick("限定日期、效力、类别", "Date, status, kind") }
    var whichDay: String { pick("哪天的文本", "Text as of") }
    var anyStatus: String { pick("不论效力", "Any status") }
    var allKinds: String { pick("全部", "All") }
    var waysTitle: String { pick("可以这样查", "Ways to ask") }
    var kindsTitle: String { pick("收录的类别", "What is held") }

    /// What to type, an example, and what happens.
    var ways: [(name: String, example: String, note: String)] {
        [
            (pick("几个词", "A few words"), "行政复议 期限", pick("同一条里都出现", "All in one article")),
            (
                pick("一字不差的一句", "An exact phrase"), "\"认为行政行为侵犯其合法权益\"",
                pick("加引号，连标点一起对", "In quotes, punctuation counts")
            ),
            (pick("某法某条", "A law and its article"), "行政复议法23条", pick("阿拉伯数字、汉字数字都认", "Digits or Chinese numerals")),
            (
                pick("文号", "A document number"), "鄂府发〔2023〕62号",
                pick("括号用错、只记得一半，也能查", "Wrong brackets or half of it will do")
            ),
            (pick("日常的话", "Plain words"), "被罚款不服怎么办", pick("不会法律用语也能查", "No jargon needed")),
        ]
    }
}
