"""Figures of several rounds made one: medians, number by number."""
import statistics


def median(rounds):
    """The median of each number of alike nested dictionaries; what is no number is taken from the first."""
    first = rounds[0]
    if isinstance(first, dict):
        return {key: median([one[key] for one in rounds if key in one]) for key in first}
    if isinstance(first, (int, float)) and not isinstance(first, bool):
        middle = statistics.median(rounds)
        return middle if isinstance(middle, int) else round(middle, 4)
    return first


def ratio(peer, own):
    """How many times better we are; None where there is nothing to divide by."""
    return round(peer / own, 2) if own and peer is not None else None
