#!/usr/bin/env python3
"""Writes small laws of a town that does not exist, for tests that need articles, versions and a number.

    Tools/sample-laws.py FOLDER
"""
import pathlib
import sys

THINGS = ["湖泊", "河道", "犬只", "绿地", "集市", "桥梁", "码头", "车棚"]
ARTICLES = [
    "为了规范{thing}管理，方便居民登记，制定本条例。",
    "本市行政区域内{thing}的登记和管理，适用本条例。",
    "{thing}应当自启用之日起{days}日内登记。登记不收费。",
    "{thing}登记的内容有变化的，应当及时变更登记。",
    "未登记的{thing}，由街道办事处通知限期登记。",
    "本条例自{year}年6月1日起施行。",
]
HEADINGS = {0: "第一章 总则", 2: "第二章 登记", 5: "第三章 附则"}


def law(folder, thing, year, days):
    lines = [f"# 样例市{thing}管理条例", "", f"{year}年3月1日 样例市人民代表大会常务委员会 通过", "", "<!-- INFO END -->", ""]
    for index, article in enumerate(ARTICLES):
        if index in HEADINGS:
            lines += [f"## {HEADINGS[index]}", ""]
        lines += [f"第{'一二三四五六'[index]}条　" + article.format(thing=thing, days=days, year=year), ""]
    (folder / f"{thing}-{year}.md").write_text("\n".join(lines), encoding="utf-8")


def notice(folder):
    (folder / "notice.html").write_text(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>关于做好登记工作的通知</title></head><body><table class=\"bd1\">"
        "<tr><td>发文机关：</td><td>样例市人民政府</td></tr><tr><td>发文字号：</td><td>样府发〔2022〕7号</td></tr>"
        "<tr><td>成文日期：</td><td>2022年5月1日</td></tr></table><h1>样例市人民政府关于做好登记工作的通知</h1>"
        "<div id=\"UCAP-CONTENT\"><p>各街道办事处：</p><p>一、做好各项登记工作。</p><p>二、每月报送登记情况。</p></div></body></html>",
        encoding="utf-8")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for thing in THINGS:
        law(folder, thing, 2021, "三十")
        law(folder, thing, 2023, "十五")
    notice(folder)


main()
