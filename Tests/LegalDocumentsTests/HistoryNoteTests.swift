import LegalDocuments
import Testing

@Suite struct HistoryNoteTests {
    private func told(_ note: String) -> [String] {
        HistoryNote.events(in: note).map { "\($0.date) \($0.action.rawValue) \($0.body ?? "-")" }
    }

    @Test func aNoteUnderATitleGivesEachStep() {
        let note =
            "（1999年4月29日第九届全国人民代表大会常务委员会第九次会议通过　根据2009年8月27日第十一届全国人民代表大会常务委员会第十次会议《关于修改部分法律的决定》第一次修正　2023年9月1日第十四届全国人民代表大会常务委员会第五次会议修订）"
        let body = "全国人民代表大会常务委员会"
        #expect(
            told(note) == ["1999-04-29 adopted \(body)", "2009-08-27 amended \(body)", "2023-09-01 revised \(body)"])
        #expect(HistoryNote.events(in: note).last?.quote == "2023年9月1日第十四届全国人民代表大会常务委员会第五次会议修订")
    }

    @Test(arguments: [
        ("2001年5月24日 河南省第九届人民代表大会常务委员会第二十二次会议批准", "2001-05-24 approved 河南省人民代表大会常务委员会"),
        ("1999年1月22日 中华人民共和国国务院令第258号发布", "1999-01-22 published 国务院"),
        ("1998年12月26日 国务院第11次常务会议通过", "1998-12-26 adopted 国务院"),
        ("2020年12月23日 最高人民法院审判委员会第1823次会议通过", "2020-12-23 adopted 最高人民法院"), ("2015年4月1日 施行", "2015-04-01 effective -"),
        ("2012年3月30日 《国务院关于修改〈甲条例〉的决定》第一次修订", "2012-03-30 revised 国务院"),
        ("2016年2月6日 国务院批准修订", "2016-02-06 revised 国务院"),
        ("2018年3月11日 第十三届全国人民代表大会第一次会议通过的《中华人民共和国宪法修正案》", "2018-03-11 amended 全国人民代表大会"),
        ("2016年3月24日 北京市第十四届人民代表大会常务委员会第二十六次会议通过的《关于修改〈甲条例〉的决定》修正", "2016-03-24 amended 北京市人民代表大会常务委员会"),
        ("2014年8月29日 市十二届人大常委会第二十一次会议通过", "2014-08-29 adopted 市人大常委会"), ("2024年1月1日废止", "2024-01-01 repealed -"),
        ("2023年5月7日 鄂府发〔2023〕62号", "2023-05-07 other -"),
    ])
    func aLineOfAHistoryIsRead(line: String, event: String) {
        #expect(told(line) == [event])
    }

    @Test func oneActOfTwoBodiesIsTwoEvents() {
        let note = "2018年9月17日 最高人民法院审判委员会第1749次会议、2018年12月12日最高人民检察院第十三届检察委员会第十一次会议通过"
        #expect(told(note) == ["2018-09-17 adopted 最高人民法院", "2018-12-12 adopted 最高人民检察院"])
    }

    @Test func anAmendmentPassedByOneAndApprovedByAnotherIsOneAmendmentWithTwoDays() {
        let note = "2020年2月28日 泰安市第十七届人民代表大会常务委员会第二十五次会议通过并经2020年3月26日山东省第十三届人民代表大会常务委员会第十八次会议批准的《关于修改〈甲条例〉的决定》修正"
        #expect(told(note) == ["2020-02-28 amended 泰安市人民代表大会常务委员会", "2020-03-26 amended 山东省人民代表大会常务委员会"])
    }

    @Test func publicationMayComeWithEffect() {
        #expect(told("1982年12月4日 全国人民代表大会公告公布施行").map { $0.split(separator: " ")[1] } == ["published", "effective"])
    }

    @Test func aDateInsideATitleIsNoEvent() {
        #expect(told("2020年3月27日《关于修改〈2001年1月1日规定〉的决定》修正").count == 1)
        #expect(told("没有日期的说明") == [])
        #expect(told("") == [])
    }

    @Test func aLineBrokenInTheMiddleOfADateIsRead() {
        #expect(told("2015年12月3\n日山东省第十二届人民代表大会常务委员会第十七次会议批准") == ["2015-12-03 approved 山东省人民代表大会常务委员会"])
    }
}
