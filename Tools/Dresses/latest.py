"""Two portals dressed after the twenty-one: written without a look at the parser."""
import re

from law import NEWS, e, links
from later import in_force, short

NUMERALS = "○一二三四五六七八九"
CLOSING = "，。、；：！？）》〉”’"


def starts(w):
    """The day that the text or, failing it, a note under the title names, so that a page never names two; otherwise a made-up one."""
    last = [t for k, _, _, t in w.parts() if k == "article"][-1]
    noted = [m for n in w.notes for m in re.findall(r"(\d{4})年(\d+)月(\d+)日\s*起?(?:施行|实施|生效)", n)]
    if noted and not re.search(r"自\d{4}年\d+月\d+日起(?:施行|实施|生效)", last):
        y, m, d = noted[-1]
        return f"{int(y)}-{int(m):02}-{int(d):02}"
    return in_force(w)


def in_numerals(iso):
    """A day as officials wrote it before 2012, with the circle that GB 2312 has in place of 〇."""
    def below(n):
        return ("" if n < 10 else "十" if n < 20 else NUMERALS[n // 10] + "十") + (NUMERALS[n % 10] if n % 10 else "")
    y, m, d = iso.split("-")
    return f'{"".join(NUMERALS[int(c)] for c in y)}年{below(int(m))}月{below(int(d))}日'


def wrapped(text, width):
    """A paragraph in lines of a fixed width, two blanks before the first; no line begins with a closing mark."""
    text, out = "　　" + text, []
    while text:
        cut = width
        while cut < len(text) and text[cut] in CLOSING:
            cut += 1
        out.append(text[:cut])
        text = text[cut:]
    return out


def bench(w):
    """A court of 2007: typed lines that end in <br>, leaves that a script turns, the day of signing in numerals below the text."""
    w.number = f"青中法〔{w.written[:4]}〕{1 + w.seed % 190}号"
    w.issuer, w.effective = "青石市中级人民法院", starts(w)
    paragraphs = []
    for k, _, l, t in w.parts():
        if k == "heading":
            paragraphs.append(["　" * max(4, 16 - len(t) // 2) + t])
        else:
            paragraphs.append(wrapped((l + "　" if l else "") + t, 33))
    paragraphs += [[""], ["　" * 20 + w.issuer], ["　" * 20 + in_numerals(w.written)]]
    step, leaves = 45, []
    for i in range(0, len(paragraphs), step):
        lines = "".join(e(line) + "<br>\r\n" for p in paragraphs[i:i + step] for line in p)
        hidden = ' style="display:none"' if i else ""
        leaves.append(f'<div id="con_{1 + i // step}" class="con"{hidden}>{lines}</div>\r\n')
    pager = "" if len(leaves) == 1 else (f'<div class="pages">共{len(leaves)}页　<a href="#" onclick="turn(-1)">上一页</a> '
        + " ".join(f'<a href="#" onclick="show({i + 1})">[{i + 1}]</a>' for i in range(len(leaves))) + ' <a href="#" onclick="turn(1)">下一页</a></div>')
    cut = 20 if len(w.title) > 26 else len(w.title)
    notes = "".join(f'<div class="tz">（{e(n)}）</div>' for n in w.notes)
    left = "".join(f'<li><img src="dot.gif" width="5"> <a href="{i}.shtml">{n}</a></li>' for i, n in enumerate(["法院概况", "审判动态", "裁判文书", "法规文件", "诉讼指南", "法官风采"]))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312" /><meta name="keywords" content="法院,审判,执行,青石" /><title>青石法院网--法规文件</title><link href="css/style.css" type="text/css" rel="stylesheet" />
<script language="javascript" type="text/javascript">var now=1;function show(n){{document.getElementById("con_"+now).style.display="none";now=n;document.getElementById("con_"+n).style.display="block";}}function turn(n){{show(now+n);}}</script></head>
<body><div id="top"><embed src="images/banner.swf" width="980" height="160"></embed></div><div id="date">公正　廉洁　为民 　<script>document.write(new Date().toLocaleString())</script>　<a href="#" onclick="this.style.behavior='url(#default#homepage)'">设为首页</a>　<a href="#">加入收藏</a></div>
<div id="main"><div id="left"><h3>栏目导航</h3><ul>{left}</ul><h3>本周关注</h3><ul>{links(5)}</ul></div>
<div id="right"><div class="weizhi"><img src="home.gif" /> 您所在的位置：<a href="/">首页</a> → <a href="/fgwj/">法规文件</a> → 浏览正文</div>
<div class="biaoti"><strong>{e(w.title[:cut])}{"<br />" + e(w.title[cut:]) if w.title[cut:] else ""}</strong></div>
<div class="fubiao">{e(w.number)}</div>
<div class="xinxi">作者：研究室　来源：本院　发布时间：{w.chinese(w.published)} 10时{w.seed % 50 + 10}分　浏览：{w.seed % 900}次　【<a href="javascript:size(16)">大</a> <a href="javascript:size(14)">中</a> <a href="javascript:size(12)">小</a>】</div>
<div class="zhengwen" id="zoom">{notes}<div class="tz">（自{w.chinese(w.effective)}起施行）</div>
{"".join(leaves)}{pager}</div>
<div class="bianji">责任编辑：王五　审核：赵六</div><div class="fenxiang">分享到：<a href="#">博客</a> <a href="#">空间</a> <a href="#">微博</a>　【<a href="javascript:window.print()">打印此页</a>】【<a href="#">推荐给朋友</a>】【<a href="#top">返回顶部</a>】</div>
<div class="shangxia">上一篇：<a href="11.shtml">青石市中级人民法院关于开庭时间调整的公告</a><br />下一篇：<a href="13.shtml">关于执行工作若干问题的解答</a></div>
<div class="xiangguan"><h4>相关文章</h4><ul>{links(6)}</ul></div></div></div>
<div id="link">友情链接：<select><option>==各县区法院==</option><option>东山县人民法院</option><option>河口区人民法院</option></select></div>
<div id="foot">版权所有 {e(w.issuer)}　未经许可不得转载　地址：青石市人民路88号　邮编：000000<br />青ICP备00000000号　技术支持：青石网络公司　您是本站第{w.seed % 99999}位访客</div></body></html>""".encode("gb18030")


def library(w):
    """A province's policy library of 2022: a tree of articles, spaced bold labels, an annex, the card of the document floating after the text."""
    w.effective = starts(w)
    body, tree = [], []
    for n, (k, lv, l, t) in enumerate(w.parts()):
        if k == "heading":
            body.append(f'<h{min(lv + 1, 6)} class="zhang" id="z{n}">{e(t)}</h{min(lv + 1, 6)}>')
            tree.append(f'<li class="lv{lv}"><a href="#z{n}" title="{e(t)}">{e(t)}</a></li>')
        elif k == "article":
            spaced = re.sub(r"^第(.+?)条", r"第&ensp;\1&ensp;条", e(l))
            body.append(f'<div class="tiao" id="t{n}"><p><span class="hao"><b>{spaced}</b></span><span>&emsp;</span><span class="wen">{e(t)}</span></p></div>')
            tree.append(f'<li class="leaf"><a href="#t{n}">{e(l)}</a></li>')
        else:
            body.append(f'<div class="tiao"><p><span class="wen">{e(t)}</span></p></div>')

    def date(iso):
        y, m, d = iso.split("-")
        return f"<i>{y}</i><em>年</em><i>{int(m)}</i><em>月</em><i>{int(d)}</i><em>日</em>"
    head, _, tail = w.number.partition("〔")
    card = [("发文机关", e(w.issuer)), ("发文字号", f"<i>{e(head)}</i><i>〔{e(tail[:4])}〕</i><i>{e(tail[5:])}</i>"), ("主题分类", "综合政务 / 法治"), ("成文日期", date(w.written)),
            ("发布日期", date(w.published)), ("实施日期", date(w.effective)), ("废止日期", "—"), ("有效性", "现行有效")]
    rows = "".join(f'<li><span class="k">{"".join(f"<u>{c}</u>" for c in k)}</span><span class="mh">：</span><span class="v">{v}</span></li>' for k, v in card)
    works = [("备案登记", "市司法局", "第五条", "20个工作日"), ("年度报告", "市统计局", "第六条", "每年3月底前"), ("监督抽查", "市市场监管局", "第八条", "长期")]
    annex = "".join(f"<tr><td>{i + 1}</td>{''.join(f'<td>{v}</td>' for v in work)}</tr>" for i, work in enumerate(works))
    reading = "".join(f"<p>{q}</p><p>&emsp;&emsp;{a}</p>" for q, a in [
        ("一、为什么要制定这份文件？", "近年来相关工作有了新情况，原有规定已不能满足需要，有关部门在调研的基础上起草了本文件。"),
        ("二、主要内容有哪些？", "文件第三条明确了职责分工，第四条规定了经费保障，其余各条对程序作了规定。")])
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="SiteName" content="青石省人民政府"><meta name="SiteIDCode" content="0000000001"><meta name="ColumnName" content="政策文件库"><meta name="ArticleTitle" content="{e(w.title)}"><meta name="PubDate" content="{w.published} 09:30"><meta name="ContentSource" content="{e(w.issuer)}">
<title>{e(w.title)}_政策文件库_青石省人民政府门户网站</title><link rel="stylesheet" href="/assets/swiper.min.css"><style>.wap{{display:none}}@media (max-width:768px){{.wap{{display:block}}.pc{{display:none}}}}</style></head>
<body><a class="skip" href="#doc">跳到正文</a><header class="hd"><div class="hd-in"><a href="/" class="logo"><img src="/assets/logo.png" alt="青石省人民政府"></a><ul class="tools"><li>无障碍</li><li>长者专区</li><li>繁體</li><li>登录</li></ul></div>
<nav class="pc"><a href="/">首页</a><a href="/zwgk">政务公开</a><a href="/fw">政务服务</a><a href="/hd">互动交流</a><a href="/sj">数据开放</a></nav><nav class="wap"><a href="/">首页</a><a href="/zwgk">公开</a><a href="/fw">服务</a></nav></header>
<ol class="crumb"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/zcwjk">政策文件库</a></li><li class="active">详情</li></ol>
<div class="grid"><div class="tree pc"><div class="tree-t">章节导航</div><ul>{"".join(tree)}</ul></div>
<main id="doc"><h1 class="pc">{e(w.title)}</h1><div class="wap" aria-hidden="true"><p class="wap-t">{e(w.title)}</p><p class="wap-s"><span>{short(w.published, ".")}</span><span>{e(w.issuer)}</span></p></div>
<div class="by pc"><span>发布时间：{w.published} 09:30</span><span>来源：{e(w.issuer)}</span><span class="share">分享：<a class="wx" title="微信"></a><a class="wb" title="微博"></a></span></div>
<ul class="tabs"><li class="on"><a href="#wj">文件原文</a></li><li><a href="#jd">政策解读</a></li></ul>
<div class="tab" id="wj"><div class="zhu">{"".join(f"<p>（{e(n)}）</p>" for n in w.notes)}</div>
{chr(10).join(body)}
<div class="fujian"><p class="fj">附件</p><p class="fj-t">重点工作任务分工表</p><table border="1" cellspacing="0"><thead><tr><th>序号</th><th>事项</th><th>责任单位</th><th>依据</th><th>时限</th></tr></thead><tbody>{annex}</tbody></table></div></div>
<div class="tab" id="jd" style="display:none">{reading}</div>
<div class="down"><span>附件下载：</span><a href="/files/1.pdf">重点工作任务分工表.pdf</a><a href="/files/2.docx">重点工作任务分工表.docx</a></div></main>
<aside class="card"><h3>文件信息</h3><ul>{rows}</ul><div class="qr"><img src="/qr.png" alt="二维码"><p>扫一扫在手机打开当前页</p></div></aside>
<section class="more"><h3>相关文件</h3><ul>{"".join(f'<li><a href="/zcwjk/{i}.html">{e(n)}</a><time>2022-0{i + 1}-16</time></li>' for i, n in enumerate(NEWS))}</ul></section></div>
<footer><p>主办：青石省人民政府办公厅　承办：青石省大数据中心</p><p>青ICP备00000000号-1　青公网安备00000000000001号　网站标识码：0000000001</p><p class="wap"><a href="/map">网站地图</a> <a href="/about">关于我们</a></p></footer></body></html>""".encode()


DRESSES = {f.__name__: f for f in (bench, library)}
