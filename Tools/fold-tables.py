#!/usr/bin/env python3
"""Writes the folding tables of TextAnalysis: Sources/TextAnalysis/Tables/*.swift.

Needs Python 3 (unicodedata: NFKD, case folding, categories) and `uconv` of ICU (Hant-Hans).
Run it from anywhere, without arguments. With `--review` it writes nothing and lists what deserves a
reader's eye: characters of everyday simplified Chinese (GB 2312) that the table changes.

The fold of a scalar is the first of these that says something about it, applied until nothing changes:
our own classes below; full compatibility decomposition, so that composed and decomposed spellings need no
context to agree; full case folding; traditional to simplified.
"""
import pathlib
import subprocess
import sys
import unicodedata

TABLES = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "TextAnalysis" / "Tables"

# One class per line: everything folds to the first character.
CLASSES = [
    " \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000",
    "(（[［【〔〖﹝〘〚｟⦅❨",
    ")）]］】〕〗﹞〙〛｠⦆❩",
    '"“”„‟「」『』﹁﹂﹃﹄〝〞〟＂″',
    "'‘’‚‛＇´′",
    "《〈«‹",
    "》〉»›",
    "-‐‑‒–—―−－﹣﹘⸺⸻⁃˗─━",
    "·・•‧∙⋅",
    ".。",
    ":：︰∶",
    "~～〜∼",
    "…⋯︙",
    "/⁄∕",
    "〇○◯",
]

# Hant-Hans pairs left out: what they would merge are different words of simplified Chinese.
KEPT_APART = {
    "俱": "俱乐部 is not 具",
    "姊": "姊 is a word beside 姐",
    "跤": "摔跤 is not 交",
    "阪": "a place name, not a slope",
    "囍": "an ornament of its own",
    "氹": "氹仔 is a place name",
    "苎": "already simplified; ICU maps 苎 and 苧 to each other",
}

# Variants that Hant-Hans does not know: other traditional shapes, old printing shapes, characters of the
# first list of variant forms (1955), and the misprints that legal texts really hold.
VARIANTS = """
帐账 巿市 劵券 衹只 祇只 谘咨 钜巨
峯峰 滙汇 卽即 旣既 敎教 査查 畵画 嵗岁 麪面 麫面 閤合 鉆钻 鍼针 甦苏 矇蒙 濛蒙 硃朱 脩修 舘馆 菴庵 蔘参 譭毁 鈡钟
鎌镰 鎭镇 鞦秋 韆千 麴曲 噁恶 殭僵 棊棋 殻壳 泝溯 遡溯 淩凌 灩滟 嶽岳 廕荫 彔录 彫雕 鵰雕 琱雕 旂旗 朮术 璿璇 糉粽
蓴莼 囌苏 垻坝 墰坛 嫺娴 巹卺 挱挲 枴拐 柺拐 榘矩 榦干 欅榉 犛牦 簑蓑 襉裥 蹠跖 鈅钥 錼镎 韝鞲 飱飧 餈糍 鯗鲞
鶿鹚 鷴鹇 厤历 冑胄
彊强 毎每 隷隶 囯国 値值 黙默 徳德 靑青 淸清 戸户 歩步 渉涉 巻卷 舩船 氷冰 刦劫 讐雠 敍叙 櫈凳 盌碗 嵒岩 僊仙 囬回 衞卫 効效 竝并
鑛矿 歳岁 揷插 辤辞 拏拿 揑捏 煖暖 缾瓶 辠罪 濶阔 鞵鞋 釆采
""".split()

# Kangxi radicals come apart by NFKD; the supplement beside them does not, and PDF text is full of it.
# Source: EquivalentUnifiedIdeograph.txt of the Unicode Character Database.
RADICALS = "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"

# Spelled out where the compatibility decomposition would surprise.
HANGUL = range(0xAC00, 0xD7A4)
IGNORABLE = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0]
IGNORABLE += [*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0000, 0xE1000)]

HAN = [(0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
       (0xF900, 0xFAFF), (0x20000, 0x3FFFD)]
WORD_CATEGORIES = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Co"}


def simplifications():
    """Traditional → simplified by ICU, one character a line so that no context plays in."""
    characters = [chr(c) for first, last in HAN for c in range(first, last + 1) if c < 0xA000 and c >= 0x3400]
    done = subprocess.run(["uconv", "-f", "utf8", "-t", "utf8", "-x", "Hant-Hans"],
                          input="\n".join(characters).encode(), capture_output=True, check=True)
    results = done.stdout.decode().split("\n")
    assert len(results) == len(characters)
    table = {a: b for a, b in zip(characters, results) if a != b and a not in KEPT_APART}
    assert all(len(b) == 1 for b in table.values())
    table.update((pair[0], pair[1]) for pair in VARIANTS)
    return table


def build():
    """Every scalar whose fold is not itself → its fold."""
    simplified = simplifications()
    classes = {c: line[0] for line in CLASSES for c in line}
    radicals = dict(zip(RADICALS[::2], RADICALS[1::2]))

    def step(c):
        if c in classes:
            return classes[c]
        if ord(c) in IGNORABLE or unicodedata.category(c) in ("Cf", "Cc"):
            return ""
        if ord(c) in HANGUL:
            return c
        decomposed = unicodedata.normalize("NFKD", c)
        if decomposed != c and not (decomposed[0] == " " and len(decomposed) > 1):
            return decomposed
        if c.casefold() != c:
            return c.casefold()
        return simplified.get(radicals.get(c, c), radicals.get(c, c))

    def fold(c, seen=()):
        assert c not in seen, f"cycle: {c} {seen}"
        folded = step(c)
        return c if folded == c else "".join(fold(d, (*seen, c)) for d in folded)

    table = {}
    for code in [*range(0xD800), *range(0xE000, 0x110000)]:
        c = chr(code)
        if unicodedata.category(c) in ("Cn", "Co") and code not in IGNORABLE:
            continue
        folded = fold(c)
        if folded != c:
            table[code] = folded
    return table


def is_han(code):
    return any(first <= code <= last for first, last in HAN)


def word_ranges():
    ranges = []
    for code in [*range(0xD800), *range(0xE000, 0x20000), *range(0xF0000, 0x110000)]:
        if is_han(code) or unicodedata.category(chr(code)) not in WORD_CATEGORIES or 0xFFFE == code & 0xFFFE:
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return [f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in ranges]


def entries(table):
    """Runs of neighbours whose folds are neighbours (or all empty) become one entry."""
    runs = []
    for code, folded in sorted(table.items()):
        if runs:
            first, last, target = runs[-1]
            follows = len(target) == len(folded) <= 1 and last == code - 1
            if follows and (not folded or ord(target) + code - first == ord(folded)):
                runs[-1] = (first, code, target)
                continue
        runs.append((code, code, folded))
    for first, last, target in runs:
        source = f"{first:X}" if first == last else f"{first:X}-{last:X}"
        yield f"{source}={','.join(f'{ord(c):X}' for c in target)}"


def lines(words, width, joint=" "):
    line = ""
    for word in words:
        if line and len(line) + len(joint) + len(word) > width:
            yield line
            line = word
        else:
            line = line + joint + word if line else word
    yield line


def write(name, summary, rows):
    text = "\n".join(f"        {row}" for row in rows)
    (TABLES / f"{name}.swift").write_text(
        f"// Written by Tools/fold-tables.py (Unicode {unicodedata.unidata_version}); change that, not this.\n\n"
        f"enum {name} {{\n" + "".join(f"    /// {line}\n" for line in summary)
        + f'    static let text = """\n{text}\n        """\n}}\n')


def review(table):
    def everyday(c):
        try:
            return bool(c.encode("gb2312"))
        except UnicodeEncodeError:
            return False
    print("GB 2312 characters that change:",
          *(chr(c) + f for c, f in table.items() if is_han(c) and everyday(chr(c))))


def main():
    table = build()
    if "--review" in sys.argv[1:]:
        return review(table)
    pairs = {c: f for c, f in table.items() if 0x3400 <= c < 0xA000}
    rest = {c: f for c, f in table.items() if c not in pairs}
    TABLES.mkdir(parents=True, exist_ok=True)
    write("SimplifiedTable", ["Pairs of a Han character and the one it folds to."],
          lines((chr(c) + f for c, f in sorted(pairs.items())), 100, ""))
    grammar = ["`source=target,target …` in hexadecimal, separated by blanks. `first-last=target` is a run: each scalar",
               "folds to the target moved on by its place in the run. Nothing after `=` means that the scalar is dropped."]
    write("CompatibilityTable", grammar, lines(entries({c: f for c, f in rest.items() if c < 0xF900}), 150))
    write("PresentationTable", grammar, lines(entries({c: f for c, f in rest.items() if c >= 0xF900}), 150))
    write("WordTable", ["Letters, marks and digits of every script but Han: hexadecimal scalars and ranges `first-last`."],
          lines(word_ranges(), 150))


main()
