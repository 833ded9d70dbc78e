#!/usr/bin/env python3
"""Writes Sources/TextAnalysis/Tables/PinyinTable.swift: the readings of the characters of GB 2312, without tones.

Needs Python 3 and the package pypinyin (its readings come from Unihan's kMandarin and kHanyuPinyin).
A character has its commonest reading first; a second one only where it is in POLYPHONES, since most listed second
readings are rare and would only make look-alikes.
"""
import collections
import pathlib

from pypinyin import Style, pinyin

TABLE = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "TextAnalysis" / "Tables" / "PinyinTable.swift"

# Second readings met in titles of documents.
POLYPHONES = {
    "行": "hang", "重": "chong", "长": "zhang", "会": "kuai", "都": "du", "参": "shen", "乐": "yue", "降": "xiang", "调": "diao",
    "还": "huan", "藏": "zang", "传": "zhuan", "给": "ji", "校": "jiao", "率": "lv", "省": "xing", "石": "dan", "曾": "zeng",
    "单": "shan", "区": "ou", "查": "zha", "仇": "qiu", "朝": "zhao", "厦": "xia", "六": "lu", "露": "lou", "强": "jiang",
    "适": "kuo", "否": "pi", "便": "pian", "大": "dai", "车": "ju", "解": "xie", "系": "ji", "折": "she", "差": "chai",
}


def characters():
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            try:
                yield bytes((lead, trail)).decode("gb2312")
            except UnicodeDecodeError:
                pass


def main():
    readings = collections.defaultdict(list)
    for character in characters():
        first = pinyin(character, style=Style.NORMAL)[0][0].replace("ü", "v")
        if first.isalpha() and first.isascii():
            readings[first].append(character)
    # Second readings stand in lines of their own, after all first ones.
    second = collections.defaultdict(list)
    for character, reading in POLYPHONES.items():
        if character not in readings[reading]:
            second[reading].append(character)
    lines = [f"{r} {''.join(c)}" for r, c in sorted(readings.items()) if c] + [f"{r} {''.join(c)}" for r, c in sorted(second.items())]
    body = "\n".join("        " + " ".join(lines[n:n + 2]) for n in range(0, len(lines), 2))
    TABLE.write_text(f'''/// Written by `Tools/pinyin-table.py`: a reading without tone, then the characters that have it, two such pairs a line. ü is v.
enum PinyinTable {{
    static let text = """
{body}
        """
}}
''')
    print(len(lines), "lines,", TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
