"""What every query must find, by looking through the text: no index, no tokens."""
import bisect

from .analysis import fold, tokens


class Scan:
    """All texts one after the other, a line break between them: a word that holds none never reaches from one to the next."""

    def __init__(self, articles):
        self.laws = {}
        for place, article in enumerate(articles):
            title, places = self.laws.setdefault(article.law, (fold(article.title), []))
            places.append(place)
        texts = [fold(article.text).replace("\n", " ") for article in articles]
        self.ends, end = [], 0
        for text in texts:
            end += len(text) + 1
            self.ends.append(end)
        self.text = "\n".join(texts) + "\n"
        self.known = {}

    def count(self, name, query):
        """How many articles match a query in their text or title."""
        parts = list(dict.fromkeys(tokens(query) if name == "or" else query.split(" ")))
        holders = [self._holders(part) for part in parts]
        return len(set.union(*holders) if name == "or" else set.intersection(*holders))

    def _holders(self, part):
        if part not in self.known:
            self.known[part] = {place for title, places in self.laws.values() if part in title for place in places}
            at = self.text.find(part)
            while at >= 0:
                place = bisect.bisect_right(self.ends, at)
                self.known[part].add(place)
                at = self.text.find(part, self.ends[place])
        return self.known[part]
