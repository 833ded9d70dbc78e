"""What the benchmark says must be true of itself before its figures mean anything.

    python3 -m unittest discover -s Benchmarks/Tests
"""
import os
import sys
import unittest
from xml.etree import ElementTree

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from harness import articles, drawing, figures, generated, growth, queries, report, scan
from harness.analysis import tokens
from harness.articles import Article

LAW = """某市养犬管理条例

<!-- INFO END -->

为了规范养犬行为，制定本条例。

## 第一章 总则

第一条 养犬应当登记。

登记按照本条例第二条办理。

第二条之一　携犬出户的，应当束犬链。

## 第二章 附则

本章不设条文。
"""


class Cutting(unittest.TestCase):
    def test_an_article_runs_to_the_next_one_or_to_a_heading(self):
        self.assertEqual(articles.cut(LAW), ["第一条 养犬应当登记。\n登记按照本条例第二条办理。", "第二条之一　携犬出户的，应当束犬链。"])

    def test_bigrams_overlap_in_a_run_and_never_cross_a_mark(self):
        self.assertEqual(tokens("行政复议，可2Ｂ年"), ["行政", "政复", "复议", "可", "2b", "年"])

    def test_a_line_of_the_file_holds_line_breaks_escaped(self):
        self.assertEqual(articles.escaped("一\n二\t三\\"), "一\\n二 三＼")


class Scanning(unittest.TestCase):
    TEXT = [Article(0, 0, "养犬条例", "养犬应当登记。养犬人"), Article(1, 0, "养犬条例", "不得遗弃"),
            Article(2, 1, "登记办法", "应当\n登记")]

    def count(self, name, query):
        return scan.Scan(self.TEXT).count(name, query)

    def test_a_word_counts_in_a_title_for_every_article_of_the_law(self):
        self.assertEqual(self.count("term_common", "养犬"), 2)

    def test_all_words_are_wanted_but_of_a_question_any_bigram(self):
        self.assertEqual(self.count("and", "养犬 登记"), 1)
        self.assertEqual(self.count("or", "遗弃登记"), 3)

    def test_a_phrase_does_not_reach_over_a_line_break_or_into_the_next_article(self):
        self.assertEqual(self.count("phrase", "应当登记"), 1)
        self.assertEqual(self.count("phrase", "养犬人不得"), 0)

    def test_the_index_free_way_and_the_plain_way_agree_on_the_generated_text(self):
        text = generated.articles(laws=40)
        by_position = scan.Scan(text)
        for name, query in queries.Draw(text, frozenset()).queries(7):
            if name != "or":
                plain = sum(all(word in one.text or word in one.title for word in query.split(" ")) for one in text)
                self.assertEqual(by_position.count(name, query), plain, query)


class Drawing(unittest.TestCase):
    def test_the_same_seed_draws_the_same_and_another_seed_others(self):
        text = generated.articles(laws=60)
        draw = queries.Draw(text, frozenset())
        self.assertEqual(draw.queries(1), queries.Draw(text, frozenset()).queries(1))
        self.assertNotEqual(draw.queries(1), draw.queries(2))

    def test_no_query_holds_an_avoided_character(self):
        drawn = queries.Draw(generated.articles(laws=60), frozenset("行政")).queries(1)
        self.assertTrue(drawn)
        self.assertFalse([query for _, query in drawn if set(query) & set("行政")])

    def test_the_generated_text_is_the_same_each_time_and_feeds_every_class(self):
        text = generated.articles()
        self.assertEqual(text, generated.articles())
        drawn = queries.Draw(text, frozenset()).queries(queries.DEFAULT_SEED)
        for name, size in queries.SIZES.items():
            self.assertEqual(sum(one == name for one, _ in drawn), size, name)


class Figures(unittest.TestCase):
    def test_the_median_goes_number_by_number_into_nested_figures(self):
        rounds = [{"a": 3, "b": {"c": 1.0}, "d": "x"}, {"a": 1, "b": {"c": 9.0}, "d": "x"}, {"a": 2, "b": {"c": 2.0}, "d": "x"}]
        self.assertEqual(figures.median(rounds), {"a": 2, "b": {"c": 2.0}, "d": "x"})

    def test_a_ratio_above_one_means_that_lexigram_is_better(self):
        self.assertEqual(figures.ratio(6.0, 2.0), 3.0)
        self.assertIsNone(figures.ratio(6.0, 0))

    def test_growth_is_set_beside_what_there_is_to_do(self):
        def point(copies, time):
            return {"copies": copies, "units": 100 * copies, "build_s": time, "build_in_runs_s": 3 * time, "bytes": 50 * copies,
                    "postings": {"phrase": 10 * copies},
                    "query": {"phrase": {"p50_us": time, "p99_us": time}}}
        series = growth.series([point(1, 2.0), point(10, 4.0)])
        self.assertEqual(series["build"], ([1.0, 2.0], [1.0, 10.0]))
        self.assertEqual(series["phrase p50"], ([1.0, 2.0], [1.0, 10.0]))

    def test_a_table_is_aligned_where_han_characters_are_twice_as_wide(self):
        self.assertEqual(report.table(["", "p50"], [["条", 1], ["ab", 10]]).splitlines()[2:], ["| 条 |   1 |", "| ab |  10 |"])

    def test_a_drawing_is_well_formed_and_has_a_line_for_each_series(self):
        drawn = drawing.lines("a & b", "x", "y", [1, 3, 10], {"work": [1, 3, 10], "time": [1, 0.5, 4]})
        self.assertEqual(len(ElementTree.fromstring(drawn).findall("{http://www.w3.org/2000/svg}polyline")), 2)


if __name__ == "__main__":
    unittest.main()
