"""Seventeen portals that nobody listed."""
from law import NEWS, e, links


def jpage(w):
    rows = [("索 引 号", f"01{w.seed}/2020-1"), ("发布机构", w.issuer), ("生成日期", w.written), ("文　　号", w.number), ("发布日期", w.published), ("有 效 性", "有效")]
    cells = "".join(f'<td class="xxgk_l">{k}</td><td class="xxgk_r">{e(v)}</td>' + ("</tr><tr>" if i % 2 else "") for i, (k, v) in enumerate(rows))
    body = "".join(f'<p style="text-indent: 2em; text-align: {"center" if k == "heading" else "justify"};">{"<strong>" if k == "heading" else ""}{e(l)}{"　" if l else ""}{e(t)}{"</strong>" if k == "heading" else ""}</p>\n' for k, _, l, t in w.parts())
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>青石市人民政府 政务公开 {e(w.title)}</title></head><body>
<div id="barrierfree_container"><div class="top-nav"><ul>{links(6)}</ul></div>
<div class="xxgk-box"><table class="xxgk_table"><tr>{cells}</tr></table></div>
<div class="main-fl bt-left"><div class="main-fl-tit"><p class="con-title">{e(w.title)}</p></div><div class="main-fl-riqi"><span>浏览次数：<i id="c">18</i></span><span>字号：[ <a>大</a> <a>中</a> ]</span></div>
<div class="article-box"><!--ZJEG_RSS.content.begin--><div class="bt-box-text">{"".join(f"<p style='text-align:center'>（{e(n)}）</p>" for n in w.notes)}{body}</div><!--ZJEG_RSS.content.end--></div></div>
<div class="main-fr"><h3>最新公开</h3><ul>{links()}</ul></div></div><div class="bt-foot"><p>主办：青石市人民政府办公室　承办：青石市大数据局　ICP备案号：青ICP备00000000号</p></div></body></html>""".encode()


def tables(w):
    body = "<BR>\n".join(("<B>" + e(t) + "</B>" if k == "heading" else "&nbsp;&nbsp;&nbsp;&nbsp;" + e((l + " " if l else "") + t)) for k, _, l, t in w.parts())
    return f"""<HTML><HEAD><TITLE>{e(w.title)}</TITLE></HEAD><BODY bgColor=#ffffff><TABLE width=760 border=0><TR><TD width=180 valign=top><TABLE><TR><TD><FONT color=red>热点信息</FONT></TD></TR>
{"".join(f"<TR><TD>·<A href=x.htm>{e(n)}</A></TD></TR>" for n in NEWS)}</TABLE></TD><TD valign=top><TABLE width=100%><TR><TD align=middle><FONT size=4 color=#cc0000><B>{e(w.title)}</B></FONT></TD></TR>
<TR><TD align=center><FONT size=2>{e(w.number)}</FONT></TD></TR><TR><TD align=right>[发布时间：{w.published}　来源：{e(w.issuer)}　阅读 302 次]</TD></TR><TR><TD><HR></TD></TR>
<TR><TD class=p14><FONT size=3>{"<BR>".join("（" + e(n) + "）" for n in w.notes)}<BR>{body}<BR><BR></FONT></TD></TR>
<TR><TD align=center><A href=javascript:close()>关闭窗口</A></TD></TR></TABLE></TD></TR></TABLE><CENTER>版权所有：青石市信息中心　最佳分辨率 800×600</CENTER></BODY></HTML>""".encode("gb18030")


def modern(w):
    out = []
    for k, lv, l, t in w.parts():
        if k == "heading":
            out.append(f'<h{min(lv + 1, 6)} class="_3xKq">{e(t)}</h{min(lv + 1, 6)}>')
        elif k == "article":
            out.append(f'<section class="_9aZ"><div class="_lbl"><span>{"".join(f"&#{ord(c)};" for c in l)}</span></div><div class="_txt">{e(t)}</div></section>')
        else:
            out.append(f'<div class="_txt">{e(t)}</div>')
    facts = "".join(f"<div><dt>{k}</dt><dd>{e(v)}</dd></div>" for k, v in [("发文字号", w.number), ("成文日期", w.written), ("公布日期", w.published), ("制定机关", w.issuer)])
    return f"""<!doctype html><html><head><meta charset=utf-8><title>{e(w.title)} | 青石数字政府</title><script type="application/json">{{"a": "第一条　脚本"}}</script></head><body><div id="app"><div class="_hd"><nav><a href=/>首页</a></nav></div>
<div class="_drawer" style="display:none"><p>第一条　隐藏的菜单不是正文，不应当读出来。</p></div>
<main class="_m1"><header class="_tt"><h1>{e(w.title)}</h1><p>{"".join(f"（{e(n)}）" for n in w.notes)}</p></header><dl class="_kv">{facts}</dl><div class="_b0">{chr(10).join(out)}</div></main>
<aside class="_rec"><h4>猜你想看</h4>{"".join(f"<div><a href=#>{e(n)}</a><p>{e(n * 3)}。</p></div>" for n in NEWS)}</aside><div class="_ft">© 2024 青石市数据局</div></div></body></html>""".encode()


def pasted(w):
    out = []
    for k, _, l, t in w.parts():
        if k == "heading":
            out.append(f"<p class=\"MsoNormal\" align=\"center\" style=\"text-align:center;line-height:28pt;mso-line-height-rule:exactly\"><b><span style=\"font-family:黑体;mso-bidi-font-size:16pt\">{e(t)}<o:p></o:p></span></b></p>")
        else:
            whole = (l + "　" if l else "") + t
            cut = len(l) // 2 + 1
            out.append(f"<p class=\"MsoNormal\" style=\"text-indent:31.5pt;mso-char-indent-count:2\"><span style=\"font-family:仿宋_GB2312\">{e(whole[:cut])}</span><span style=\"font-family:仿宋_GB2312\">{e(whole[cut:cut + 9])}</span><!--[if gte mso 9]><xml>第九条</xml><![endif]--><span lang=\"EN-US\">{e(whole[cut + 9:])}<o:p></o:p></span></p>")
    half = len(w.title) // 2
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gbk" /><meta name="ArticleTitle" content="" /><title>文件公开</title></head><body><div class="wrap"><ul class="xx"><li><label>发文字号：</label>{e(w.number)}</li><li><label>成文时间：</label>{w.chinese(w.written)}</li><li><label>公开时间：</label>{w.chinese(w.published)}</li></ul>
<div class="nr"><p class="MsoNormal" align="center"><b><span style="font-size:22pt">{e(w.title[:half])}<br />{e(w.title[half:])}</span></b></p>{"".join(f'<p class="MsoNormal" align="center"><span>（{e(n)}）</span></p>' for n in w.notes)}{chr(10).join(out)}</div><div class="fx">【打印】【关闭】</div></div></body></html>""".encode("gb18030")


def blog(w):
    body = "\n".join((f"<h3>{e(t)}</h3>" if k == "heading" else f"<p><strong>{e(l)}</strong> {e(t)}</p>" if l else f"<p>{e(t)}</p>") for k, _, l, t in w.parts())
    recent = "".join(f"<div class='widget-item'><h5><a href='#'>{e(n)}</a></h5><p>第{'一二三四五'[i]}条　{e(n)}，{e(n)}，{e(n)}。</p></div>" for i, n in enumerate(NEWS))
    return f"""<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="UTF-8"/><title>{e(w.title)} – 法律札记</title><meta property="og:title" content="{e(w.title)}"/></head><body class="post-template-default single"><header class="site-header"><p class="site-title">法律札记</p></header>
<div class="site-inner"><article class="post type-post"><header class="entry-header"><h1 class="entry-title">{e(w.title)}</h1><p class="entry-meta"><time datetime="{w.published}">发布于 {w.chinese(w.published)}</time> 作者：<a href="/a">编辑部</a></p></header>
<div class="entry-content"><p>发文字号：{e(w.number)}<br/>成文日期：{w.chinese(w.written)}</p>{"".join(f"<p><em>（{e(n)}）</em></p>" for n in w.notes)}{body}</div></article>
<div class="widget-area">{recent}</div><div id="comments" class="comments-area"><h3>评论</h3><ol><li>第一条写得很好，第二条还可以再清楚一些，希望以后继续更新这样的内容。</li></ol></div></div></body></html>""".encode()


def contents(w):
    heads = [t for k, _, _, t in w.parts() if k == "heading"]
    toc = "".join(f'<p class="ml"><a href="#c{i}">{e(t)}</a></p>' for i, t in enumerate(heads))
    out, n = [], 0
    for k, _, l, t in w.parts():
        if k == "heading":
            out.append(f'<h2 id="c{n}" style="TEXT-ALIGN: center">{e(t)}</h2>')
            n += 1
        elif k == "article":
            out.append(f'<div class="tiao" id="t{len(out)}"><a name="x"></a><b>{e(l)}</b>&emsp;{e(t)}</div>')
        else:
            out.append(f'<div class="kuan">&emsp;&emsp;{e(t)}</div>')
    return f"""<html><head><meta charset="utf-8"><title>法规库-详情</title></head><body><div class="head">法规库</div><div class="info"><span class="k">制定机关</span><span class="v">{e(w.issuer)}</span><span class="k">文号</span><span class="v">{e(w.number)}</span><span class="k">成文日期</span><span class="v">{w.written.replace("-", "/")}</span><span class="k">公布日期</span><span class="v">{w.published.replace("-", "/")}</span></div>
<div class="law"><div style="text-align:center;font-size:24px"><b>{e(w.title)}</b></div>{"".join(f'<div style="text-align:center">（{e(x)}）</div>' for x in w.notes)}{"<p class=ml0 style='text-align:center'>目　　录</p>" + toc if heads else ""}{chr(10).join(out)}</div></body></html>""".encode()


def annotated(w):
    out = []
    for k, _, l, t in w.parts():
        if k == "heading":
            out.append(f"<div align='center' class='TiaoZhang'><b>{e(t)}</b></div>")
        elif k == "article":
            out.append(f"<div class='TiaoYi'><a class='label' href='javascript:;'>{e(l)}</a>　<span>{e(t)}</span></div><div class='lianxiang' style='display: none;'>法条联想 第一条 三篇</div>")
        else:
            out.append(f"<div class='Kuan'>{e(t)}</div>")
    return f"""<html><head><meta charset="utf-8"><title>{e(w.title)}</title></head><body><div class="toolbar">下载 打印 收藏</div><h2 class="title">{e(w.title)}</h2><div class="fields"><ul>
<li>【制定机关】{e(w.issuer)}</li><li>【发文字号】{e(w.number)}</li><li>【成文日期】{w.written.replace("-", ".")}</li><li>【公布日期】{w.published.replace("-", ".")}</li><li>【时效性】现行有效</li></ul></div>
<div class="fulltext" id="divFullText">{"".join(f"<div align='center'>（{e(n)}）</div>" for n in w.notes)}{chr(10).join(out)}</div><div class="right"><div>相关案例</div>{"".join(f"<p><a href=#>{e(n)}</a></p>" for n in NEWS)}</div></body></html>""".encode("utf-16")


def preformatted(w):
    lines = []
    for k, _, l, t in w.parts():
        text = "　　" + (l + "　" if l else "") + t if k != "heading" else "　　　　　　" + t
        while text:
            lines.append(text[:38])
            text = text[38:]
    notes = "\n".join("（" + n + "）" for n in w.notes)
    return f"""<html><body><a href=index.htm>返回首页</a><hr><h3 align=center>{e(w.title)}</h3><p>文号: {e(w.number)}&nbsp;&nbsp;发文日期: {w.written}&nbsp;&nbsp;发布日期: {w.published}<pre>
{e(notes)}
{e(chr(10).join(lines))}
</pre><hr>青石市图书馆电子阅览室""".encode("gb18030")


def definitions(w):
    out, opened = [], False
    for k, _, l, t in w.parts():
        if k == "article":
            out.append(("</dd>" if opened else "<dl>") + f"<dt>{e(l)}</dt><dd><p>{e(t)}</p>")
            opened = True
        elif k == "heading":
            out.append(("</dd></dl>" if opened else "") + f"<h4 style='text-align:center'>{e(t)}</h4>")
            opened = False
        else:
            out.append(f"<p>{e(t)}</p>")
    return f"""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{e(w.title)}——青石市司法局</title></head><body><div id="page"><div id="hd"><h1>青石市司法局</h1></div>
<div id="bd"><h2>{e(w.title)}</h2><table class="t"><tr><th>文件编号</th><td>{e(w.number)}</td></tr><tr><th>签发日期</th><td>{w.chinese(w.written)}</td></tr><tr><th>公开日期</th><td>{w.published}</td></tr></table>{"".join(f"<p>（{e(n)}）</p>" for n in w.notes)}{"".join(out)}{"</dd></dl>" if opened else ""}</div></div></body></html>""".encode()


def unclosed(w):
    body = "\n".join((f"<p><center>{e(t)}</center>" if k == "heading" else f"<p>{e(l)}<p>{e(t)}" if l else f"<p>{e(t)}") for k, _, l, t in w.parts())
    return f"""<html><head><meta http-equiv=content-type content="text/html; charset=gb2312"></head><body><font size=5><center>{e(w.title)}</center></font>
<center>（{e(w.number)}　{w.chinese(w.written)}）</center>{"".join(f"<p>（{e(n)}）" for n in w.notes)}
{body}
<p align=right>上网日期：{w.published}""".encode("gb18030")


def sections(w):
    out = []
    for k, _, l, t in w.parts():
        if k == "heading":
            out.append(f'<section style="text-align:center;margin:10px"><section style="display:inline-block"><span style="color:#c00;font-weight:700">{e(t)}</span></section></section>')
        elif k == "article":
            out.append(f'<section><section><strong><span>{e(l[0])}</span></strong><strong><span>{e(l[1:-1])}</span></strong><strong>{e(l[-1])}</strong><br/><span leaf="">{e(t)}</span></section></section>')
        else:
            out.append(f'<section><p><span leaf="">{e(t)}</span></p></section>')
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{e(w.title)}" /><meta property="og:site_name" content="青石发布"/><title></title></head><body id="activity-detail"><div id="js_article" class="rich_media"><h1 class="rich_media_title" id="activity-name">
{e(w.title)}
</h1><div class="rich_media_meta_list"><span class="rich_media_meta">{e(w.issuer)}</span> <em id="publish_time">{w.published} 18:02</em><em>山东</em></div>
<div class="policy-meta"><p><em>发文字号</em><i>{e(w.number)}</i></p><p><em>成文日期</em><i>{w.written}</i></p><p><em>公布日期</em><i>{w.published}</i></p></div>
<div class="rich_media_content" id="js_content" style="visibility: visible;">{"".join(f"<section style='text-align:center'>（{e(n)}）</section>" for n in w.notes)}{"".join(out)}<section><span>点击下方“阅读原文”查看更多</span></section></div>
<div class="rich_media_tool"><a>阅读原文</a> 阅读 1.2万 赞 35</div></div></body></html>""".encode()


def thread(w):
    body = "<br />\r\n<br />\r\n".join((f"<strong>{e(t)}</strong>" if k == "heading" else e((l + "　" if l else "") + t)) for k, _, l, t in w.parts())
    return f"""<!DOCTYPE html><html><head><meta charset="gbk" /><title>{e(w.title)} - 法规资料 - 青石论坛 - Powered by Discuz!</title></head><body id="nv_forum"><div id="pt" class="bm cl"><div class="z"><a href="./">论坛</a> › <a href="f">法规资料</a></div></div>
<div id="ct" class="wp cl"><table><tr><td class="plc ptm pbn"><h1 class="ts"><span id="thread_subject">{e(w.title)}</span></h1></td></tr></table>
<div id="post_1"><table class="plhin"><tr><td class="pls" rowspan="2"><div class="authi"><a href="u">青石居民</a></div><p>主题 12 帖子 380 积分 90</p></td><td class="plc"><div class="pi"><em id="authorposton1">发表于 {w.published} 10:20:30</em></div>
<div class="pct"><td class="t_f" id="postmessage_1"><i class="pstatus"> 本帖最后由 青石居民 于 {w.published} 10:31 编辑 </i><br />文号：{e(w.number)}<br />成文日期：{w.written}<br />{"<br />".join("（" + e(n) + "）" for n in w.notes)}<br />{body}</td></div></td></tr></table></div>
<div id="post_2"><table class="plhin"><tr><td class="pls"><a href="u2">过客</a></td><td class="plc"><em id="authorposton2">发表于 2023-3-3 08:00:00</em><td class="t_f" id="postmessage_2">谢谢楼主分享，收藏了。</td></td></tr></table></div></div></body></html>""".encode("gb18030")


def gazette(w):
    order = f"青石市人民政府令第{1 + w.seed % 300}号"
    w.number, w.written = order, w.written
    body = "".join((f'<p align="center"><b>{e(t)}</b></p>' if k == "heading" else f"<p>　　{e((l + '　' if l else '') + t)}</p>") for k, _, l, t in w.parts())
    return f"""<html><head><meta charset="utf-8"><title>{e(w.title)}-政府公报-青石市人民政府</title></head><body><div class="gb-top"><a href="/">青石市人民政府公报</a></div><div class="gb-left"><ul>{links(8)}</ul></div>
<div class="gb-body"><div class="gb-tit">{e(w.title)}</div><div class="gb-sub">发布时间：{w.published} 09:00　信息来源：{e(w.issuer)}</div><div class="gb-txt"><p align="center"><b>青石市人民政府令</b></p><p align="center">第{1 + w.seed % 300}号</p>
<p>　　《{e(w.title)}》已经市人民政府常务会议通过，现予公布。</p><p align="right">市长　张三</p><p align="right">{w.chinese(w.written)}</p><p align="center"><b>{e(w.title)}</b></p>{body}</div></div></body></html>""".encode()


def accordion(w):
    out, opened = [], False
    for k, _, l, t in w.parts():
        if k == "heading":
            out.append(("</div></div>" if opened else "") + f'<div class="panel"><div class="panel-heading"><a data-toggle="collapse" role="button">{e(t)}</a></div><div class="panel-body">')
            opened = True
        elif k == "article":
            out.append(f'<blockquote><p class="num">{e(l)}</p><p>{e(t)}</p></blockquote>')
        else:
            out.append(f'<blockquote><p>{e(t)}</p></blockquote>')
    facts = [("公文种类", "办法"), ("文件字号", w.number), ("印发日期", w.written), ("公开时间", w.published + " 00:00:00")]
    return f"""<!DOCTYPE html><html><body class="bg"><div class="navbar"><a class="brand" href="/">青石法规</a></div><div class="container"><div class="row"><div class="col-md-9"><div class="page-header"><h2>{e(w.title)} <small>共{len(w.blocks)}段</small></h2></div>
<div class="well">{"".join(f'<div class="row"><div class="col-xs-3">{k}</div><div class="col-xs-9">{e(v)}</div></div>' for k, v in facts)}</div><div class="alert">{"<br>".join("（" + e(n) + "）" for n in w.notes)}</div>{"".join(out)}{"</div></div>" if opened else ""}</div>
<div class="col-md-3"><div class="list-group">{"".join(f'<a class="list-group-item" href="#">{e(n)}</a>' for n in NEWS)}</div></div></div></div></body></html>""".encode()


def mobile(w):
    body = "".join((f'<p class="c"><b>{e(t)}</b></p>' if k == "heading" else f"<p>{e((l + ' ' if l else '') + t)}</p>") for k, _, l, t in w.parts())
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="ArticleTitle" content="{e(w.title[:12])}..."><meta name="PubDate" content="{w.published} 08:00:00"><title>{e(w.title)}_青石市掌上政府</title></head><body><div class="m-head"><i class="back"></i>政策详情</div>
<div class="m-title">{e(w.title)}</div><div class="m-sub"><span>{w.published}</span><span>来源：{e(w.issuer)}</span></div><div class="m-tab"><span class="on">正文</span><span>解读</span></div>
<div class="m-con"><p style="text-align:right">{e(w.number)}</p>{"".join(f"<p class=c>（{e(n)}）</p>" for n in w.notes)}{body}<p style="text-align:right">{e(w.issuer)}</p><p style="text-align:right">{w.chinese(w.written)}</p></div>
<div class="m-more"><h4>相关推荐</h4>{"".join(f"<dl><dt>{e(n)}</dt><dd>第二条　{e(n)}。</dd></dl>" for n in NEWS)}</div><div class="m-foot">青石市人民政府办公室主办</div></body></html>""".encode()


def infobox(w):
    body = "".join((f'<tr><td colspan="2" align="center"><font face="黑体">{e(t)}</font></td></tr>' if k == "heading" else
                    f'<tr><td valign="top" nowrap>{e(l)}</td><td>{e(t)}</td></tr>' if l else f'<tr><td></td><td>{e(t)}</td></tr>') for k, _, l, t in w.parts())
    return f"""<html><head><title>文件查看</title><meta charset="utf-8"></head><body><form><input type="hidden" value="第一条"><div id="divTop">用户：来宾</div>
<table border=1><tr><td>名　　称</td><td colspan=3>{e(w.title)}</td></tr><tr><td>文　　号</td><td>{e(w.number)}</td><td>制发机关</td><td>{e(w.issuer)}</td></tr><tr><td>生成日期</td><td>{w.written}</td><td>公开日期</td><td>{w.published}</td></tr></table>
<table width="100%">{"".join(f"<tr><td colspan=2>（{e(n)}）</td></tr>" for n in w.notes)}{body}</table></form></body></html>""".encode()


def newspaper(w):
    body = "<br/>".join("　　" + e((l + "　" if l else "") + t) for k, _, l, t in w.parts())
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>青石日报数字报-{e(w.title)}</title></head><body><div class="paper"><div class="left"><ul class="catalog">{links(9)}</ul></div><div class="right"><div class="lay"><div class="sec"><span>第03版：公告</span></div>
<founder-title><p class="art-title" style="font-size:23px">{e(w.title)}</p></founder-title><p class="fu-title">{e(w.number)}</p><p class="riqi">成文日期：{w.chinese(w.written)}</p><founder-date>{w.chinese(w.published)}</founder-date>
<div id="ozoom"><founder-content><P>{"<br/>".join("（" + e(n) + "）" for n in w.notes)}</P><P>{body}</P></founder-content></div><div class="pre-next"><a href="1">上一篇</a><a href="2">下一篇</a></div></div></div></div></body></html>""".encode()


DRESSES = {f.__name__: f for f in (
    jpage, tables, modern, pasted, blog, contents, annotated, preformatted, definitions, unclosed, sections, thread, gazette, accordion,
    mobile, infobox, newspaper)}
