"""A law with made-up facts, and what stands around it on every portal's page."""
import datetime, hashlib, html

e = html.escape


class Law:
    """A law with the facts that its page shows."""

    def __init__(self, law, article):
        seed = int(hashlib.md5(law["path"].encode()).hexdigest()[:8], 16)
        self.title, self.blocks, self.article, self.seed = law["title"], law["blocks"], article, seed
        self.notes = ["　".join(p for p in (f"{d[:4]}年{int(d[5:7])}月{int(d[8:])}日", w) if p) for d, w in law["events"]]
        day = datetime.date(2001 + seed % 20, 1 + seed % 12, 1 + seed % 28)
        self.written, self.published = day.isoformat(), (day + datetime.timedelta(3 + seed % 20)).isoformat()
        self.number = f"青府{'办' if seed % 2 else ''}发〔{day.year}〕{1 + seed % 150}号"
        self.issuer = "青石市人民政府" + ("办公室" if seed % 2 else "")

    def parts(self):
        """(kind, level, label, text); kind is heading, article or text."""
        for kind, level, text in self.blocks:
            if kind == "article":
                label = self.article.match(text)[0]
                yield kind, level, label, text[len(label):].strip()
            else:
                yield kind, level, "", text

    def chinese(self, iso):
        return f"{iso[:4]}年{int(iso[5:7])}月{int(iso[8:])}日"


NEWS = ["市长主持召开常务会议研究部署近期重点工作并听取有关情况汇报", "我市举行安全生产月启动仪式", "关于公开征求意见的公告", "第一条公交专线今日开通，市民出行更加方便",
        "一图读懂新修订的条例"]


def links(n=12):
    return "".join(f'<li><a href="/art/{i}.html">{e(NEWS[i % len(NEWS)])}</a><span>2023-0{1 + i % 9}-11</span></li>' for i in range(n))
