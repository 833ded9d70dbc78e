import LegalDocuments
import Testing

@Suite struct TitleKeyTests {
    @Test(arguments: [
        "行政复议法", "中华人民共和国行政复议法", "《中华人民共和国行政复议法》", "中华人民共和国 行政复议法", "行政復議法", "行政复议法（2023年修订）", "行政复议法(2017修正)",
        "行政复议法（2023-09-01）", "《行政复议法》(2023年9月1日修订)",
    ])
    func spellingsOfOneTitleShareAKey(title: String) {
        #expect(TitleKey.key(of: title) == "行政复议法")
    }

    @Test func aDraftATrialAndAPartKeepTheirOwnKey() {
        let keys = ["审查办法", "审查办法（试行）", "审查办法（草案）", "审查办法（修订草案）", "审查办法（一）", "审查办法（征求意见稿）"].map(TitleKey.key)
        #expect(Set(keys).count == keys.count)
        #expect(TitleKey.key(of: "中华人民共和国") == "中华人民共和国")
        #expect(TitleKey.key(of: "") == "")
    }

    @Test(arguments: [
        ("中华人民共和国行政复议法", "行政复议法"), ("网络安全审查办法（试行）", "网络安全审查办法"), ("国务院办公厅关于印发《稳就业若干措施》的通知", "稳就业若干措施"),
        ("鄂尔多斯市人民政府关于印发鄂尔多斯市供热管理办法（试行）的通知", "鄂尔多斯市供热管理办法"), ("国务院关于公布《外国商会管理规定》的通知", "外国商会管理规定"),
        ("中华人民共和国公司法（2023修订）", "公司法"),
    ])
    func aDocumentIsAskedForByItsShorterTitles(title: String, short: String) {
        let forms = TitleKey.shortForms(of: title)
        #expect(forms.contains(short))
        #expect(!forms.contains(title))
    }

    @Test func aPlainTitleHasNoShortForm() {
        #expect(TitleKey.shortForms(of: "郑州市建设项目审计条例") == [])
        #expect(TitleKey.shortForms(of: "关于印发《甲办法》和《乙办法》的通知") == [])
        #expect(TitleKey.shortForms(of: "") == [])
    }

    @Test func shortNamesInCommonUseExpand() {
        #expect(TitleKey.expand("消保法") == "消费者权益保护法")
        #expect(TitleKey.expand("《民诉法》") == "民事诉讼法")
        #expect(TitleKey.expand("行政复议法") == nil)
        #expect(TitleKey.knownShortForms.count >= 60)
    }
}
