/// A small law of our own, dressed as each source dresses one.
enum SampleLaw {
    static let title = "青石市古树名木保护条例"

    static let outline = [
        "art_1 | 第一条 | 第一章 总则 | 为了保护古树名木，制",
        "art_2 | 第二条 | 第一章 总则 | 本条例适用于本市行政 / 古树，是指树龄在一百 / （一）不满三百年的；",
        "art_3 | 第三条 | 第二章 养护 › 第一节 责任 | 古树名木的养护由其所",
        "art_3_1 | 第三条之一 | 第二章 养护 › 第一节 责任 | 养护人有困难的，可以",
        "art_4 | 第四条 | 第三章 附则 | 本条例自2022年5",
    ]

    private enum Part {
        case heading(String, level: Int)
        case article(String, String)
        case paragraph(String)
    }

    private static let note = [
        "2022年3月30日青石市第七届人民代表大会常务委员会第二次会议通过",
        "2024年9月26日青石市第八届人民代表大会常务委员会第五次会议修正",
    ]

    private static let parts: [Part] = [
        .heading("第一章 总则", level: 2),
        .article("第一条", "为了保护古树名木，制定本条例。"),
        .article("第二条", "本条例适用于本市行政区域内古树名木的保护。"),
        .paragraph("古树，是指树龄在一百年以上的树木，按照树龄分为下列等级："),
        .paragraph("（一）不满三百年的；"),
        .heading("第二章 养护", level: 2),
        .heading("第一节 责任", level: 3),
        .article("第三条", "古树名木的养护由其所在地的单位负责，依照第二条的规定分级。"),
        .article("第三条之一", "养护人有困难的，可以申请补助。"),
        .heading("第三章 附则", level: 2),
        .article("第四条", "本条例自2022年5月1日起施行。"),
    ]

    static var governmentPage: String {
        let body = parts.map { part in
            switch part {
            case .heading(let text, _): "<p style=\"text-align: center;\"><strong>\(text)</strong></p>"
            case .article(let label, let text): "<p>　　<strong>\(label)</strong>　\(text)</p>"
            case .paragraph(let text): "<p>　　\(text)</p>"
            }
        }
        return """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(title)_青石市人民政府网</title>
            <script>var x = "第九条 不是正文";</script></head><body>
            <div class="nav"><a href="/">首页</a> <a href="/zw">政务公开</a></div>
            <table class="bd1"><tr><td>索 引 号：</td><td>00001/2022-7</td><td>发文机关：</td><td>青石市人大常委会</td></tr>
            <tr><td><b>标　　题：</b></td><td>\(title)</td><td>发文字号：</td><td></td></tr>
            <tr><td>成文日期：</td><td>2022年3月30日</td><td>发布日期：</td><td>2022年4月2日</td></tr></table>
            <h1>\(title)</h1><div class="pages_content" id="UCAP-CONTENT">
            \(note.map { "<p align=\"center\">（\($0)）</p>" }.joined())
            \(body.joined(separator: "\n"))
            </div><div class="related"><ul><li><a href="/a">第八条 的解读</a></li></ul></div>
            <div class="footer">主办：青石市人民政府办公室</div></body></html>
            """
    }

    static var contentSystemPage: String {
        let body = parts.map { part in
            switch part {
            case .heading(let text, _): "<P align=center><B>\(text)</B></P>"
            case .article(let label, let text): "<P>　　\(label)　\(text)<BR>"
            case .paragraph(let text): "<P>　　\(text)<BR>"
            }
        }
        return """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
            <meta name="ArticleTitle" content="\(title)"><meta name="PubDate" content="2022-04-02 09:30:00">
            <meta name="ContentSource" content="青石市人大常委会"><title>\(title)</title></head>
            <body><table width=1000><tr><td><a href="/">网站首页</a> | <a href="/xw">新闻</a></td></tr></table>
            <div class="bt">\(title)</div>
            <div class="ly">发布时间：2022-04-02 来源：青石市人大 【字体：<a href="#">大</a>】</div>
            <div class="TRS_Editor">\(note.map { "<P align=center>\($0)</P>" }.joined())
            \(body.joined(separator: "\n"))</div><div class="share">分享到：<a href="#">微信</a></div></body></html>
            """
    }

    static var wordPage: String {
        let body = parts.map { part in
            switch part {
            case .heading(let text, _):
                "<p class=MsoNormal align=center style='text-align:center'><b><span>\(text)</span></b></p>"
            case .article(let label, let text):
                "<p class=MsoNormal><span lang=EN-US>&nbsp;&nbsp;</span><span>\(label)　\(text.prefix(3))</span><span\n"
                    + "style='font-family:仿宋'>\(text.dropFirst(3))</span></p>"
            case .paragraph(let text): "<p class=MsoNormal><span>　　\(text)</span></p>"
            }
        }
        return """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
            <title></title></head><body><div class=WordSection1>
            <p class=MsoTitle align=center><b><span>\(title)</span></b></p>
            \(note.map { "<p class=MsoNormal align=center><span>（\($0)）</span></p>" }.joined())
            \(body.joined(separator: "\n"))</div></body></html>
            """
    }

    static var markdown: String {
        let body = parts.map { part in
            switch part {
            case .heading(let text, let level): String(repeating: "#", count: level) + " " + text
            case .article(let label, let text): "\(label) \(text)"
            case .paragraph(let text): text
            }
        }
        return "# \(title)\n\n" + note.joined(separator: "\n\n") + "\n\n<!-- INFO END -->\n\n"
            + body.joined(separator: "\n\n")
    }

    static let akomaNtoso = """
        <?xml version="1.0" encoding="UTF-8"?>
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="地方性法规"><meta>
        <identification source="#s"><FRBRWork><FRBRthis value="/akn/cn/act/2022-04-02/1/!main"/>
        <FRBRalias value="\(title)" name="title"/><FRBRdate date="2022-04-02" name="promulgation"/>
        <FRBRauthor href="#issuer"/><FRBRcountry value="cn"/></FRBRWork></identification>
        <references source="#s"><TLCOrganization eId="issuer" href="/o" showAs="青石市人大常委会"/></references></meta>
        <preface><p><docTitle>\(title)</docTitle></p><p>\(note[0])</p><p>\(note[1])</p></preface><body>
        <chapter eId="chp_1"><num>第一章</num><heading>总则</heading>
        <article eId="art_1"><num>第一条</num><content><p>为了保护古树名木，制定本条例。</p></content></article>
        <article eId="art_2"><num>第二条</num>
        <paragraph><content><p>本条例适用于本市行政区域内古树名木的保护。</p></content></paragraph>
        <paragraph><list><intro><p>古树，是指树龄在一百年以上的树木，按照树龄分为下列等级：</p></intro>
        <point><num>（一）</num><content><p>不满三百年的；</p></content></point></list></paragraph></article></chapter>
        <chapter eId="chp_2"><num>第二章</num><heading>养护</heading><section><num>第一节</num><heading>责任</heading>
        <article><num>第三条</num><content><p>古树名木的养护由其所在地的单位负责，依照第二条的规定分级。</p></content></article>
        <article><num>第三条之一</num><content><p>养护人有困难的，可以申请补助。</p></content></article></section></chapter>
        <chapter eId="chp_3"><num>第三章</num><heading>附则</heading>
        <article><num>第四条</num><content><p>本条例自2022年5月1日起施行。</p></content></article></chapter></body></act></akomaNtoso>
        """
}
