"""The analysis all engines share: what is Han, what is folded, which bigrams a text has."""
import re

# The Han script as Unicode has it, 々 and 〇 with it.
HAN = "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_RUN = re.compile(f"[{HAN}]+")
RUN = re.compile(f"[{HAN}]+|(?:(?![{HAN}])[^\\W_])+")
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def fold(text):
    """Full-width ASCII narrow, letters small."""
    return text.translate(NARROW).lower()


def tokens(text):
    """Overlapping pairs of a run of Han, a lone Han as it is, other letters and digits as whole runs."""
    found = []
    for run in RUN.findall(fold(text)):
        if len(run) > 1 and HAN_RUN.match(run):
            found += [run[at:at + 2] for at in range(len(run) - 1)]
        else:
            found.append(run)
    return found
