"""Portals dressed after the seventeen were read well: written without a look at the parser."""
import json, re

from law import NEWS, e


def in_force(w):
    """The day that the law's text names itself, and otherwise a made-up one."""
    last = [t for k, _, _, t in w.parts() if k == "article"][-1]
    own = re.search(r"自(\d{4})年(\d+)月(\d+)日起(?:施行|实施|生效)", last)
    if own:
        return f"{own[1]}-{int(own[2]):02}-{int(own[3]):02}"
    return f"{int(w.published[:4]) + 1}{w.published[4:8]}01"


def short(iso, mark="-"):
    return mark.join(str(int(part)) for part in iso.split("-"))


def webforms(w):
    """ASP.NET of 2005: a form with its state, tables in tables, font tags, everything named by its control."""
    w.effective = in_force(w)
    state = "/wEPDwUKLTU" + "".join(f"{(w.seed * k) % 99991:x}" for k in range(1, 200)) + "=="
    rows = []
    for k, _, l, t in w.parts():
        if k == "heading":
            rows.append(f'<P align=center><FONT face=黑体 size=3><STRONG>{e(t)}</STRONG></FONT></P>')
        elif k == "article":
            rows.append(f'<P><FONT face=宋体 size=3>&nbsp;&nbsp;&nbsp; <STRONG>{e(l)}</STRONG>&nbsp; {e(t)}</FONT></P>')
        else:
            rows.append(f'<P><FONT face=宋体 size=3>&nbsp;&nbsp;&nbsp; {e(t)}</FONT></P>')
    menu = "".join(f'<tr><td class="menu" background="images/bg_{i}.gif"><a id="tree{i}" href="javascript:__doPostBack(\'tree\',\'{i}\')">{e(n)}</a></td></tr>' for i, n in enumerate(["法律", "行政法规", "地方性法规", "政府规章", "规范性文件"]))
    notes = "".join(f"<P align=center><FONT face=楷体_GB2312>（{e(n)}）</FONT></P>" for n in w.notes)
    return f"""
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN" >
<HTML><HEAD><title>法规信息显示</title><meta name="GENERATOR" Content="Microsoft Visual Studio .NET 7.1"><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></HEAD>
<body MS_POSITIONING="GridLayout" leftMargin="0" topMargin="0"><form name="Form1" method="post" action="ShowInfo.aspx?InfoID={w.seed}" id="Form1"><input type="hidden" name="__VIEWSTATE" value="{state}" />
<table id="Table1" cellSpacing="0" cellPadding="0" width="778" align="center" border="0"><tr><td><table id="Table2" width="100%"><tr><td><img src="images/top.jpg"></td></tr><tr><td align=right><span id="Header1_lblDate">今天是2009年11月3日 星期二</span></td></tr></table></td></tr>
<tr><td><table id="Table3" width="100%"><tr><td width="168" vAlign="top"><table>{menu}</table><table><tr><td>访问统计</td></tr><tr><td>您是第 <span id="lblCount">20{w.seed % 9999}</span> 位访问者</td></tr></table></td>
<td vAlign="top"><table width="100%"><tr><td>您现在的位置：<a href="Index.aspx">首页</a> &gt;&gt; <a href="List.aspx">法规规章</a> &gt;&gt; 正文</td></tr><tr><td><table id="Table5" width="100%" border="0"><tr><td align="center" height="40"><span id="lblTitle"><font color="#CC3300" size="4"><b>{e(w.title)}</b></font></span></td></tr>
<tr><td align="center"><span id="lblAuthor">发文单位：{e(w.issuer)}</span>&nbsp;&nbsp;<span id="lblNo">文件编号：{e(w.number)}</span></td></tr><tr><td align="center"><span id="lblSign">成文时间：{short(w.written)}</span>&nbsp;<span id="lblPub">发布时间：{short(w.published)} 9:05:11</span>&nbsp;<span id="lblEff">实施时间：{short(w.effective)}</span>&nbsp;<span id="lblHits">点击数：{w.seed % 700}</span></td></tr><tr><td><hr></td></tr>
<tr><td><table width="95%" align="center"><tr><td><span id="lblContent">{notes}{"".join(rows)}</span></td></tr></table></td></tr><tr><td align="right"><span id="lblEditor">责任编辑：李四</span> 【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr></table></td></tr></table></td></tr></table></td></tr>
<tr><td align="center"><table><tr><td>青石市人民政府法制办公室　地址：青石市中山路1号　电话：0000-1234567　建议使用IE6.0以上浏览器</td></tr></table></td></tr></table></form></body></HTML>""".encode("gb18030")


def component(w):
    """A page drawn by Vue and saved: boxes only, marks of components, the state of the program in a script."""
    d, out = f"data-v-{w.seed % 0xfffffff:08x}", []
    for k, lv, l, t in w.parts():
        if k == "heading":
            out.append(f'<div {d} class="node node-l{lv}"><div {d} class="node-name"><span {d}>{e(t)}</span><!----></div></div>')
        elif k == "article":
            out.append(f'<div {d} class="node leaf"><div {d} class="leaf-no">{e(l)}</div><div {d} class="leaf-txt"><div {d}>{e(t)}</div></div><div {d} class="leaf-op"><span {d}>复制</span><span {d}>收藏</span></div></div>')
        else:
            out.append(f'<div {d} class="node leaf"><div {d} class="leaf-txt"><div {d}>{e(t)}</div></div></div>')
    facts = [("发文机关", w.issuer), ("发文字号", w.number), ("成文日期", w.chinese(w.written)), ("发布日期", w.chinese(w.published)), ("主题词", "法规 管理 通知")]
    info = "".join(f'<div {d} class="info-row"><div {d} class="info-k"><span {d}>{k}</span></div><div {d} class="info-v"><span {d}>{e(v)}</span></div></div>' for k, v in facts)
    cards = "".join(f'<div {d} class="card"><div {d} class="card-t">{e(n)}</div><div {d} class="card-d">第{"一二三四五"[i]}条　{e(n)}，{e(n)}。{e(n)}，详见原文。</div><div {d} class="card-m"><span>2022-0{i + 1}-01</span><span>浏览 {i}3</span></div></div>' for i, n in enumerate(NEWS))
    state = json.dumps({"doc": {"id": w.seed, "title": w.title, "body": "".join(f"<p>{l}{t}</p>" for _, _, l, t in w.parts())}, "list": [{"title": n} for n in NEWS]}, ensure_ascii=False).replace("</", "<\\/")
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>政策文件库</title><link href="/css/chunk-vendors.3a1b.css" rel="stylesheet"><style {d}>.node[{d}]{{padding:0}}.leaf-op[{d}]{{float:right}}</style></head><body><noscript><strong>请启用 JavaScript 后继续浏览本站。</strong></noscript>
<div id="app" data-v-app=""><div {d} class="layout"><div {d} class="bar"><div {d} class="logo">青石政策通</div><div {d} class="menu"><div {d} class="menu-item">首页</div><div {d} class="menu-item">政策库</div><div {d} class="menu-item">办事</div></div><div {d} class="search"><input placeholder="请输入关键词"></div></div>
<div {d} class="pane"><div {d} class="doc"><div {d} class="doc-name">{e(w.title)}</div><div {d} class="doc-tags"><div {d} class="tag">规范性文件</div><div {d} class="tag">有效</div></div><div {d} class="info">{info}</div>
<div {d} class="doc-notes">{"".join(f"<div {d}>（{e(n)}）</div>" for n in w.notes)}</div><div {d} class="tree">{"".join(out)}</div></div><div {d} class="side"><div {d} class="side-t">相关政策</div>{cards}</div></div>
<div {d} class="foot">© 青石市大数据管理局 青ICP备00000000号</div><!----></div></div><script>window.__INITIAL_STATE__={state};(function(){{var s;}}())</script><script src="/js/app.9f.js"></script></body></html>""".encode()


def columns(w):
    """A gazette's issue scanned into a table: two newspaper columns to a leaf, with running heads and page numbers."""
    pieces = []
    for k, _, l, t in w.parts():
        pieces.append(f'<p class="zt"><b>{e(t)}</b></p>' if k == "heading" else f'<p class="zw">　　{"<b>" + e(l) + "</b>　" if l else ""}{e(t)}</p>')
    leaves, step = [], 24
    for i in range(0, len(pieces), step):
        half = i + min(step, len(pieces) - i + 1) // 2
        leaves.append(f'<table class="leaf" width="700"><tr><td colspan="2" class="ym">青石市人民政府公报　{w.published[:4]}年第{1 + w.seed % 24}期</td></tr><tr><td width="50%" valign="top">{"".join(pieces[i:half])}</td><td width="50%" valign="top">{"".join(pieces[half:i + step])}</td></tr><tr><td colspan="2" class="yh" align="center">— {3 + i // step} —</td></tr></table>')
    return f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{w.published[:4]}年第{1 + w.seed % 24}期</title></head><body>
<table width="1000" align="center"><tr><td class="logo"><img src="gb.jpg" alt="政府公报" /></td></tr><tr><td class="nav"><a href="1">本期目录</a> | <a href="2">往期公报</a> | <a href="3">公报检索</a></td></tr></table>
<table width="1000" align="center"><tr><td width="270" valign="top"><table class="ml"><tr><td><b>本期目录</b></td></tr>{"".join(f"<tr><td><a href='{i}.html'>{e(n)}</a>……（{3 + 4 * i}）</td></tr>" for i, n in enumerate(NEWS))}</table></td>
<td valign="top"><table width="700"><tr><td align="center" class="bt">{e(w.title)}</td></tr><tr><td align="center" class="wh">{e(w.number)}</td></tr><tr><td align="center" class="cb">（出版日期：{w.chinese(w.published)}）</td></tr>{"".join(f"<tr><td align='center'>（{e(n)}）</td></tr>" for n in w.notes)}</table>
{"".join(leaves)}<table width="700"><tr><td align="right">{e(w.issuer)}</td></tr><tr><td align="right">{w.chinese(w.written)}</td></tr></table></td></tr></table>
<table width="1000" align="center"><tr><td align="center">主管主办：青石市人民政府办公室　编辑出版：《青石市人民政府公报》编辑部　准印证号：QS-0001</td></tr></table></body></html>""".encode()


def printed(w):
    """What a portal's 打印 opens: lines of spans, wide-set headings, the card of the document as a list at the bottom."""
    w.effective = in_force(w)
    lines = []
    for k, _, l, t in w.parts():
        if k == "heading":
            wide = re.sub(r"^第(.+?)([编章节])\s*", lambda m: f"第&nbsp;{m[1]}&nbsp;{m[2]}&nbsp;&nbsp;", e(t))
            lines.append(f'<div class="ln c"><span class="hei">{wide}</span></div>')
        else:
            whole = (l + "　" if l else "") + t
            spans = "".join(f'<span>{e(whole[i:i + 29])}</span>' for i in range(0, len(whole), 29))
            lines.append(f'<div class="ln"><span>　　</span>{spans}</div>')
    card = [("信息名称", w.title), ("信息索引", f"QS01-{w.seed % 9999:04}-0001"), ("信息来源", w.issuer), ("公文编号", w.number), ("产生日期", short(w.written, "/")), ("公布时间", short(w.published, "/")), ("生效时间", short(w.effective, "/")), ("记录形式", "文本"), ("公开范围", "全部公开")]
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>打印预览</title><style>.noprint{{display:block}}.ln{{text-indent:0}}@media print{{.noprint{{display:none}}}}</style></head><body onload="window.focus()"><div class="noprint"><button onclick="window.print()">打印</button><button onclick="window.close()">关闭</button> 字体：<select><option>大</option><option>中</option><option>小</option></select></div>
<iframe src="about:blank" width="0" height="0"></iframe><div id="printArea"><div class="ln c"><span class="song">{e(w.title)}</span></div>{"".join(f'<div class="ln c"><span>（{e(n)}）</span></div>' for n in w.notes)}{"".join(lines)}</div>
<hr><dl class="card">{"".join(f"<dt>{k}</dt><dd>{e(v)}</dd>" for k, v in card)}</dl><div class="noprint">本页地址：http://www.example.gov.cn/print.jsp?id={w.seed}</div></body></html>""".encode()


DRESSES = {f.__name__: f for f in (webforms, component, columns, printed)}
