"""Queries drawn from the text, the same ones for the same seed and text.

term_common  a bigram out of the 300 that most articles hold, none with a function character
term_rare    a bigram that 2 to 20 articles hold
and          2 to 4 words that one article holds, all wanted, at least one longer than a bigram and so a phrase
and_bigram   2 to 4 words of two characters that one article holds, all wanted
phrase       4 to 12 characters that run on in one article, wanted as they stand
or           a question of about twenty bigrams: any of them, best ten
count        the queries of `and`, but only how many articles match

Words need no segmenter: what stands alone between two 、 in many places is one.
"""
import collections
import random
import re

from .analysis import HAN, HAN_RUN, fold, tokens

CLASSES = ["term_common", "term_rare", "and", "and_bigram", "phrase", "or", "count"]
SIZES = {"term_common": 40, "term_rare": 40, "and": 50, "and_bigram": 30, "phrase": 60, "or": 40}
DEFAULT_SEED = 20240501
FUNCTION_CHARACTERS = frozenset("的了和或与及其在对以由于为是者该将并所有之不得被按从当本各个第条款项一二三四五六七八九十")
LISTED = re.compile(f"(?<=、)[{HAN}]{{2,4}}(?=、)")
QUESTIONS = [
    "申请{0}被拒绝以后多长时间之内可以就{1}提起{2}诉讼",
    "单位没有按照规定进行{0}造成{1}的要承担哪些{2}责任",
    "邻居家里的{0}影响到我的{1}应该找谁来解决{2}问题",
    "想要开展{0}活动必须先到哪里去办{1}手续和{2}登记",
    "发现有人隐瞒{0}骗取{1}应当怎样向有关部门反映{2}",
    "合同里面没有写明{0}和{1}发生争议时{2}怎么认定",
    "哪一级机关负责监督检查{0}以及{1}中的{2}工作",
    "学校和医院在{0}方面违反{1}规定会不会受到{2}处分",
]


def read(path):
    """[(class, query)] of a file with one a line and a tab between."""
    with open(path, encoding="utf-8") as file:
        return [tuple(line.rstrip("\n").split("\t")[:2]) for line in file if line.strip()]


def write(queries, path):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(f"{name}\t{text}\n" for name, text in queries)


class Draw:
    """What can be drawn out of a text. No query holds a character of `avoided`."""

    def __init__(self, articles, avoided):
        self.avoided = avoided
        self.texts = [fold(article.text) for article in articles]
        holders, listed = collections.Counter(), collections.Counter()
        for text in self.texts:
            holders.update(set(tokens(text)))
            listed.update(LISTED.findall(text))
        bigrams = sorted((-count, bigram) for bigram, count in holders.items()
                         if len(bigram) == 2 and HAN_RUN.match(bigram) and avoided.isdisjoint(bigram))
        self.common = [bigram for _, bigram in bigrams if FUNCTION_CHARACTERS.isdisjoint(bigram)][:300]
        self.rare = [bigram for count, bigram in bigrams if 2 <= -count <= 20]
        self.words = {word for word, count in listed.items()
                      if count >= (30 if len(word) == 2 else 10) and FUNCTION_CHARACTERS.isdisjoint(word)}

    def queries(self, seed):
        """[(class, query)], `count` at the end. A class that the text is too poor for comes out shorter."""
        chance = random.Random(seed)
        drawn = {"term_common": chance.sample(self.common, min(SIZES["term_common"], len(self.common))),
                 "term_rare": chance.sample(self.rare, min(SIZES["term_rare"], len(self.rare)))}
        for name, make in (("and", self._words_with_a_long_one), ("and_bigram", self._short_words),
                           ("phrase", self._phrase), ("or", self._question)):
            drawn[name] = self._distinct(SIZES[name], make, chance)
        drawn["count"] = drawn["and"]
        return [(name, query) for name in CLASSES for query in drawn[name]]

    def _distinct(self, wanted, make, chance):
        found = {}
        for _ in range(wanted * 2000):
            query = make(chance.choice(self.texts), chance)
            if query and self.avoided.isdisjoint(query):
                found[query] = None
            if len(found) == wanted:
                break
        return list(found)

    def _words_in(self, text, lengths):
        """Known words of a text, longest first, no two overlapping or one within the other."""
        found, taken = [], set()
        for length in lengths:
            for at in range(len(text) - length + 1):
                word, places = text[at:at + length], range(at, at + length)
                if word in self.words and taken.isdisjoint(places) and not any(word in other or other in word for other in found):
                    found.append(word)
                    taken.update(places)
        return found

    def _some(self, words, chance):
        count = chance.randint(2, 4)
        return chance.sample(words, count) if len(words) >= count else []

    def _words_with_a_long_one(self, text, chance):
        words = self._some(self._words_in(text, (4, 3, 2)), chance)
        return " ".join(words) if any(len(word) > 2 for word in words) else None

    def _short_words(self, text, chance):
        return " ".join(self._some(self._words_in(text, (2,)), chance))

    def _phrase(self, text, chance):
        length = chance.randint(4, 12)
        runs = [run for run in HAN_RUN.findall(text) if len(run) >= length]
        if not runs:
            return None
        run = chance.choice(runs)
        start = chance.randint(0, len(run) - length)
        return run[start:start + length]

    def _question(self, text, chance):
        words = self._words_in(text, (4, 3, 2))
        return chance.choice(QUESTIONS).format(*chance.sample(words, 3)) if len(words) >= 3 else None
