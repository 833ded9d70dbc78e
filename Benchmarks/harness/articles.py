"""The text of a benchmark: articles of laws, as lists in memory and as the files that engines read."""
import json
import os
import re
from typing import NamedTuple

from .analysis import tokens

ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇两0-9]+条(之[一二三四五六七八九十]+)?(\s|$)")
HEADING = re.compile(r"#{2,6}\s*\S")
HEAD_ENDS = "<!-- INFO END -->"
INVISIBLE = "\u200b\ufeff"


class Article(NamedTuple):
    number: int
    law: int
    title: str
    text: str


def cut(law):
    """The articles of a law in Markdown: each from its 第…条 up to the next, or to a heading."""
    head, mark, body = law.partition(HEAD_ENDS)
    if not mark:
        body = head.partition("\n")[2]
    articles, is_open = [], False
    for line in (line.strip().strip(INVISIBLE) for line in body.splitlines()):
        if not line or line.startswith("<!--"):
            continue
        if HEADING.match(line):
            is_open = False
        elif ARTICLE.match(line):
            articles.append([line])
            is_open = True
        elif is_open:
            articles[-1].append(line)
    return ["\n".join(lines) for lines in articles]


def read(folder):
    """The articles of a folder that has manifest.jsonl ("path", "title") and the laws in Markdown."""
    articles = []
    with open(os.path.join(folder, "manifest.jsonl"), encoding="utf-8") as manifest:
        for law, entry in enumerate(map(json.loads, manifest)):
            with open(os.path.join(folder, entry["path"]), encoding="utf-8") as file:
                for text in cut(file.read()):
                    articles.append(Article(len(articles), law, entry["title"], text))
    return articles


def write(articles, folder):
    """articles.tsv (article, law, title, text) and bigrams.tsv, the same already cut, for engines that cannot cut."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "articles.tsv"), "w", encoding="utf-8") as raw, \
            open(os.path.join(folder, "bigrams.tsv"), "w", encoding="utf-8") as cut_up:
        for number, law, title, text in articles:
            raw.write(f"{number}\t{law}\t{escaped(title)}\t{escaped(text)}\n")
            cut_up.write(f"{number}\t{law}\t{' '.join(tokens(title))}\t{' '.join(tokens(text))}\n")


def escaped(text):
    return text.replace("\\", "＼").replace("\t", " ").replace("\n", "\\n")


def figures(articles):
    """How much text there is: each article counts with its law's title, as an engine without laws indexes it."""
    return {"laws": len({article.law for article in articles}), "articles": len(articles),
            "bytes": sum(len(article.title.encode()) + len(article.text.encode()) for article in articles)}
