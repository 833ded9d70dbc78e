"""Lines drawn as SVG, both axes logarithmic."""
import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 460, 60, 200, 40, 50
COLOURS = ["#1b6ca8", "#c0392b", "#27864a", "#8e44ad", "#b9770e", "#117a8b", "#7f5539", "#d6336c", "#5c677d"]


def lines(title, across, up, places, series):
    """`series` is {name: values}, a value for each of `places`; the first is drawn dashed, as what to compare with."""
    highest = max(max(values) for values in series.values()) * 1.1
    lowest = min(1.0, min(min(values) for values in series.values()))
    def x(place):
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log(place / places[0]) / math.log(places[-1] / places[0])
    def y(value):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * math.log(value / lowest) / math.log(highest / lowest)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>', f'<text x="{LEFT}" y="22" font-size="15">{escape(title)}</text>']
    for place in places:
        parts.append(f'<path d="M{x(place):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
                     f'<text x="{x(place):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{place}</text>')
    for value in (step for step in (0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100) if lowest <= step <= highest):
        parts.append(f'<path d="M{LEFT} {y(value):.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
                     f'<text x="{LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value}</text>')
    parts.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 12}" text-anchor="middle">{escape(across)}</text>'
                 f'<text x="16" y="{HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 16 {HEIGHT / 2})">{escape(up)}</text>')
    for order, (name, values) in enumerate(series.items()):
        colour, dash = ("#000", ' stroke-dasharray="6 4"') if order == 0 else (COLOURS[(order - 1) % len(COLOURS)], "")
        points = " ".join(f"{x(place):.1f},{y(value):.1f}" for place, value in zip(places, values))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'
                     f'<path d="M{WIDTH - RIGHT + 14} {TOP + 16 * order + 8}h20" stroke="{colour}" stroke-width="2"{dash}/>'
                     f'<text x="{WIDTH - RIGHT + 40}" y="{TOP + 16 * order + 12}">{escape(name)}</text>')
    return "\n".join(parts) + "\n</svg>\n"
