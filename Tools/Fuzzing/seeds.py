#!/usr/bin/env python3
"""Seeds for the fuzzer: seeds.py OUT [FOLDER…]

One small file of each format that is read, in our own words, in a folder for each reader (Sources/fuzz/FuzzedReader.swift),
and up to 200 small files of each format from the FOLDERs.
"""
import base64, gzip, io, os, quopri, sys, tarfile, zipfile

TITLE = "青石市雨水利用办法"
NOTE = "（2021年1月5日青石市人民政府令第12号公布　自2021年3月1日起施行）"
ARTICLES = [("第一条", "为了利用雨水，制定本办法。"), ("第二条", "本办法适用于本市。\n（一）公园；\n（二）道路。"),
            ("第二条之一", "依照第二条的规定执行。"), ("第三条", "本办法有效期五年。")]


def page(charset="utf-8"):
    body = "".join(f"<p>　　<b>{label}</b>　{text}</p>" for label, text in ARTICLES)
    return (f"<!DOCTYPE html><html><head><meta charset={charset}><meta name=\"ArticleTitle\" content=\"{TITLE}\">"
            f"<meta name=PubDate content=\"2021-01-06 10:00\"><title>{TITLE}_青石市</title><style>.h{{display:none}}</style></head><body>"
            f"<!-- saved from url=(0025)http://www.example.gov.cn/ --><table><tr><td>索 引 号：</td><td>A-1</td><td>文　　号：</td>"
            f"<td>青府发〔2021〕1号</td></tr><tr><td>成文日期</td><td>2021-01-05</td><td>发布日期</td><td>2021-01-06</td></tr></table>"
            f"<h1>青石市雨水<br>利用办法</h1><div id=zoom><p align=center>{NOTE}</p><p align=center>第一章　总则</p>{body}"
            f"<table><tr><td>项目</td><td>数额</td></tr></table><p>附件：1. 表</p></div><iframe src=a.html></iframe></body></html>")


def notice():
    return ("各区人民政府：\n现将《青石市雨水利用办法》印发给你们。\n一、总的要求\n（一）节水。\n1. 收集。\n（1）利用。\n二、组织实施\n"
            "青石市人民政府\n2021年1月5日\n附件1\n青石市雨水利用办法\n第一条　为了利用雨水。\n")


def word():
    rows = "".join(f"<w:p><w:pPr><w:jc w:val=\"center\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                   f"<w:r><w:rPr><w:b/></w:rPr><w:t>{label}</w:t><w:br/><w:tab/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
                   f"<w:r><w:t>{text}</w:t></w:r></w:p>" for label, text in ARTICLES)
    return (f"<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{rows}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
            f"<w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>")


NUMBERING = ("<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
             "<w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"第%1条\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
             "<w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num></w:numbering>")
OFD = ("<Page><Content><Layer>" + "".join(
    f"<TextObject Boundary=\"28 {30 + 9 * i} 150 5.6\" Size=\"5.6\"><TextCode X=\"0\" Y=\"5\">{label}　{text}</TextCode></TextObject>"
    for i, (label, text) in enumerate(ARTICLES)) + "</Layer></Content></Page>")
AKN = ("<?xml version=\"1.0\"?><akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act name=\"办法\"><meta><identification>"
       f"<FRBRWork><FRBRalias value=\"{TITLE}\" name=\"title\"/><FRBRdate date=\"2021-01-05\" name=\"promulgation\"/></FRBRWork></identification></meta>"
       f"<preface><p><docTitle>{TITLE}</docTitle></p><p>{NOTE}</p></preface><body><chapter><num>第一章</num><heading>总则</heading>"
       "<article eId=\"art_1\"><num>第一条</num><paragraph><content><p>为了利用雨水。</p></content></paragraph></article></chapter></body></act></akomaNtoso>")
MARKDOWN = f"# {TITLE}\n\n2021年1月5日 青石市人民政府 公布\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n" + "\n\n".join(f"**{a}** {t}" for a, t in ARTICLES)
JSON = ("{\"title\": \"" + TITLE + "\", \"written\": \"2021-01-05\", \"origins\": {\"written\": \"page\"}, \"provisions\": [{\"id\": \"art_1\","
        " \"label\": \"第一条\", \"headings\": [\"第一章\"], \"text\": \"为了\"}]}\n{\"title\": \"x\", \"text\": \"第一条　为了。\"}\n")


def mail(coding, charset):
    data = page(charset).encode(charset)
    body = base64.encodebytes(data) if coding == "base64" else quopri.encodestring(data)
    return (b"From: <Saved>\r\nSnapshot-Content-Location: http://www.example.gov.cn/1.html\r\nMIME-Version: 1.0\r\n"
            b"Content-Type: multipart/related; boundary=\"--b\"\r\n\r\n----b\r\nContent-Type: text/html; charset=" + charset.encode()
            + b"\r\nContent-Transfer-Encoding: " + coding.encode() + b"\r\n\r\n" + body + b"\r\n----b--\r\n")


def archives():
    files = {"雨水.html": page().encode(), "a/b.txt": notice().encode()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    yield packed.getvalue()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    yield packed.getvalue()
    yield gzip.compress(packed.getvalue())


def wrapped(text, width):
    return "\n".join(text[i:i + width] for i in range(0, len(text), width))


def printed():
    leaf = "\n".join("          " + line for line in wrapped(notice(), 30).splitlines())
    return f"            青石市人民政府文件\n\n{leaf}\n\n                  — 1 —\n\f            青石市人民政府文件\n\n{leaf}\n                  — 2 —\n\f"


CORRECTIONS = ('{"document":"雨水利用办法","field":"effective","value":"2024-01-01","reason":"原件如此","by":"张三","date":"2024-05-01"}\n'
               '{"document":"青府发〔2021〕1号","field":"number","value":null}\n')
ENDINGS = {".html": "html", ".htm": "html", ".xml": "akn", ".md": "markdown", ".txt": "text", ".jsonl": "jsonl", ".mht": "mhtml"}


def seeds():
    yield from (("html", page().encode()), ("html", page("gb18030").encode("gb18030")), ("html", page().encode("utf-16")))
    yield from (("akn", AKN.encode()), ("jsonl", JSON.encode()), ("markdown", MARKDOWN.encode()), ("docx", word().encode()))
    yield from (("lists", NUMBERING.encode()), ("ofd", OFD.encode()), ("corrections", CORRECTIONS.encode()))
    yield from (("text", notice().encode()), ("text", wrapped(notice(), 18).encode()), ("pages", printed().encode()))
    yield from (("printout", notice().encode()), ("printout", notice().encode("gb18030")))
    yield from (("mhtml", mail("base64", "gb18030")), ("mhtml", mail("quoted-printable", "utf-8")))
    yield from (("archive", data) for data in archives())


def real(folders):
    count = {}
    for path in sorted(os.path.join(at, name) for folder in folders for at, _, names in os.walk(folder) for name in names):
        reader = ENDINGS.get(os.path.splitext(path)[1].lower())
        if reader and os.path.getsize(path) < 12_000 and count.get(reader, 0) < 200:
            count[reader] = count.get(reader, 0) + 1
            yield reader, open(path, "rb").read()


# What the readers look for, so that mutations try it too; ~ is a blank.
WORDS = ("第一条 第二条之一 第一章 第一编 （一） 一、 附件1： 目录 〔2021〕1号 2021年1月5日 自2021年3月1日起施行 《 》 的通知 同时废止 征求意见稿 成文日期： 文号 "
         "<p> </p> <br> <div> </div> <td> </td> <tr> <table> <pre> <iframe~src=a> <meta~charset=gbk> <!-- --> <![CDATA[ ]]> &nbsp; &#31532; <article> "
         "</article> <num> </num> <heading> </heading> <w:p> </w:p> <w:t> </w:t> <w:tab/> <w:numId~w:val=\"1\"/> <w:ilvl~w:val=\"9\"/> # ** {\" \"text\": "
         "null 99999999999999999999 \\u0000 \\ud800 =3D").split()


def dictionary():
    for word in WORDS:
        yield '"' + "".join(f"\\x{byte:02x}" for byte in word.replace("~", " ").encode()) + '"'


def main():
    out = sys.argv[1]
    with open(out + ".words", "w", encoding="ascii") as file:
        file.write("\n".join(dictionary()) + "\n")
    for number, (reader, data) in enumerate([*seeds(), *real(sys.argv[2:])]):
        os.makedirs(os.path.join(out, reader), exist_ok=True)
        with open(os.path.join(out, reader, f"{number:04}"), "wb") as file:
            file.write(data)


main()
