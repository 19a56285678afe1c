"""Draws a cascade as SVG: levels as columns from left to right, a box for each unit.

The same picture stands on the screen, in the dossier and in mail. It carries no style
attribute and no style sheet (the Content-Security-Policy forbids both), only presentation
attributes, which a page's own CSS may override through the class names. State shapes are
drawn, not set as letters: Sarabun has no ◔ or ◕.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from saraban.paper.cascade_layout import lay_out
from saraban.thai.digits import to_thai

BOX_WIDTH, BOX_HEIGHT = 188, 150  # five columns side by side on a desk screen
COLUMN_GAP, ROW_GAP, MARGIN = 20, 12, 12
PADDING, LINE = 12, 26
TEXT_SIZE = 16
BAR_MOST, BAR_THICK = 40, 6

INK, QUIET, RULE, PAPER, ACCENT = "#1c1b19", "#5c5852", "#8a857c", "#fffefa", "#1f4e79"
FONT = "Sarabun, 'TH Sarabun New', sans-serif"

# Widths of letters in parts of the text size, for Sarabun at its title weight, rounded up so
# that an estimate does not overflow a box. Marks above and below take no room.
_WIDTHS = {
    letter: width
    for width, letters in (
        (0.35, "เ .,:;!|'“”()[]-ijlIftr"),
        (0.45, "โใไๅ/·"),
        (0.5, "งราำ"),
        (0.55, "จฐธวฯะ0123456789–"),
        (0.7, "ทษ๐๑๒๓๔๕๖๘๙NOQDGKU"),
        (0.85, "ฌญฒณ๗ฑพฟฬMWmw@%▲≠…"),
    )
    for letter in letters
}
_OTHER_WIDTH = 0.64

# What XML 1.0 cannot hold at all, escaped or not.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SAFE_LINK = re.compile(r"(?:/(?!/)|#|\?|https?://)")


@dataclass(frozen=True)
class DrawnNode:
    """One unit of the cascade, or with closed_count a closed branch drawn as one box.

    level 0 is the ministry's column; only differences count. days_held is None while unknown.
    clock says the days used above and those left, one line. is_inferred draws a dotted outline;
    has_conflict adds the words for it; mark is one short word more, beside the number.
    """

    id: str
    parent: str | None
    level: int
    title: str
    number: str | None
    state_shape: str
    state_word: str
    days_held: int | None
    is_inferred: bool
    has_conflict: bool
    href: str | None
    closed_count: int | None
    closed_words: str | None
    clock: str = ""
    mark: str = ""


@dataclass(frozen=True)
class DrawnWords:
    """What the picture says besides its nodes' own words, in the language of the page.

    Templates with {count}, {number} or {shown}; digits turns a number into the page's digits.
    """

    language: str = "th"
    conflict: str = "ข้อมูลขัดกัน"
    days: str = "{count} วัน"
    held: str = "อยู่ที่หน่วย {count} วัน"
    number: str = "เลข {number}"
    no_number: str = "ไม่มีเลข"
    inferred: str = "อนุมานจากหลักฐานอื่น"
    closed: str = "อีก {count} หน่วย"
    shown: str = "ผังสายเวียนจากซ้ายไปขวา แสดง {count} หน่วย"
    folded: str = "พับไว้อีก {count} หน่วย"
    digits: Callable[[str], str] = to_thai

    def counted(self, template: str, count: int) -> str:
        """The template with the count in it."""
        return template.format(count=self.digits(str(count)))


@dataclass(frozen=True)
class _Place:
    node: DrawnNode
    x: float
    y: float
    parent: int | None


def cascade_svg(
    nodes: Sequence[DrawnNode], *, title: str, words: DrawnWords | None = None
) -> Markup:
    """The cascade as one <svg>, ready for a page: text escaped, drawn in the order given.

    A node whose parent is not among the nodes begins a tree of its own; so does, of nodes
    that name one another in a circle, the first.
    """
    words = words or DrawnWords()
    places = _placed(nodes)
    width = max((place.x for place in places), default=0) + BOX_WIDTH + MARGIN
    height = max((place.y for place in places), default=0) + BOX_HEIGHT + MARGIN
    has_links = any(_link(place.node) for place in places)
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "cascade",
            # An image hides its links from a screen reader, a group does not.
            "role": "group" if has_links else "img",
            "aria-label": _clean(title),
            "lang": words.language,
            "width": _n(width),
            "height": _n(height),
            "viewBox": f"0 0 {_n(width)} {_n(height)}",
            "font-family": FONT,
            "font-size": str(TEXT_SIZE),
            "fill": INK,
        },
    )
    SubElement(svg, "title").text = _clean(title)
    SubElement(svg, "desc").text = _description(nodes, words)
    edges = SubElement(
        svg, "g", {"class": "cascade-edges", "fill": "none", "stroke": RULE, "aria-hidden": "true"}
    )
    for place in places:
        if place.parent is not None:
            _draw_edge(edges, place, places[place.parent])
    longest = max((node.days_held or 0 for node in nodes), default=0)
    for place in places:
        _draw_box(svg, place, words, longest=longest)
    # Escaped by the XML writer; markup, so that a template need not say "safe".
    return Markup(tostring(svg, encoding="unicode"))  # noqa: S704


def _placed(nodes: Sequence[DrawnNode]) -> list[_Place]:
    cells = lay_out([(node.id, node.parent, node.level) for node in nodes])
    return [
        _Place(
            node=node,
            x=MARGIN + cell.column * (BOX_WIDTH + COLUMN_GAP),
            y=MARGIN + cell.row * (BOX_HEIGHT + ROW_GAP),
            parent=cell.parent,
        )
        for node, cell in zip(nodes, cells, strict=True)
    ]


def _draw_edge(edges: Element, child: _Place, parent: _Place) -> None:
    start_x, start_y = parent.x + BOX_WIDTH, parent.y + BOX_HEIGHT / 2
    bend, end_y = start_x + COLUMN_GAP / 2, child.y + BOX_HEIGHT / 2
    attributes = {"d": f"M{_n(start_x)} {_n(start_y)}H{_n(bend)}V{_n(end_y)}H{_n(child.x)}"}
    if child.node.is_inferred:
        attributes["stroke-dasharray"] = "2 4"
    SubElement(edges, "path", attributes)


def _draw_box(svg: Element, place: _Place, words: DrawnWords, *, longest: int) -> None:
    node = place.node
    link = _link(node)
    frame = SubElement(svg, "a", {"href": link, "class": "cascade-link"}) if link else svg
    classes = ["cascade-node"]
    classes += ["is-inferred"] if node.is_inferred else []
    classes += ["has-conflict"] if node.has_conflict else []
    classes += ["is-closed"] if node.closed_count is not None else []
    group = SubElement(
        frame,
        "g",
        {
            "class": " ".join(classes),
            "data-node": _clean(node.id),
            "transform": f"translate({_n(place.x)} {_n(place.y)})",
        },
    )
    SubElement(group, "title").text = _told(node, words)
    if node.closed_count is not None:  # a second edge behind: several sheets in one
        SubElement(
            group,
            "path",
            {
                "d": f"M5 {BOX_HEIGHT}v5h{BOX_WIDTH}v-{BOX_HEIGHT}h-5",
                "fill": "none",
                "stroke": RULE,
            },
        )
    outline = {
        "class": "cascade-box",
        "width": str(BOX_WIDTH),
        "height": str(BOX_HEIGHT),
        "fill": PAPER,
        "stroke": INK if node.has_conflict else RULE,
    }
    if node.is_inferred:
        outline["stroke-dasharray"] = "2 4"
    SubElement(group, "rect", outline)
    _write(group, 1, node.title, class_="cascade-title", fill=ACCENT if link else INK, bold=True)
    if node.closed_count is not None:
        _write_closed(group, node, words)
        return
    _write(group, 2, node.number or "–", class_="cascade-number")
    if node.mark and not node.number:  # who passed it on has a number there, and no reminder
        _write(group, 2, node.mark, class_="cascade-mark", at_end=True)
    indent = _draw_shape(group, node.state_shape, PADDING, PADDING + 2.5 * LINE - 2)
    _write(group, 3, node.state_word, class_="cascade-state", indent=indent)
    if node.days_held is not None:
        _draw_days(group, node.days_held, longest, words)
    if node.has_conflict:
        _write(group, 4, f"≠ {words.conflict}", class_="cascade-conflict", at_end=True)
    if node.clock:
        _write(group, 5, node.clock, class_="cascade-clock", fill=QUIET)


def _write_closed(group: Element, node: DrawnNode, words: DrawnWords) -> None:
    """The counts of a closed branch, over as many lines as the box has left."""
    told = node.closed_words or words.counted(words.closed, node.closed_count or 0)
    room = BOX_WIDTH - 2 * PADDING
    lines = [""]
    for word in _clean(told).split():
        joined = f"{lines[-1]} {word}".strip()
        if _width(joined) <= room or not lines[-1] or len(lines) == 3:
            lines[-1] = joined
        else:
            lines.append(word)
    for row, line in enumerate(lines, start=2):
        _write(group, row, line, class_="cascade-closed")


def _draw_days(group: Element, days: int, longest: int, words: DrawnWords) -> None:
    """Days held, as a bar on one scale for the whole picture with the number after it."""
    length = max(2.0, BAR_MOST * days / longest) if days > 0 else 0.0
    middle = PADDING + 3.5 * LINE - 2
    SubElement(
        group,
        "rect",
        {
            "class": "cascade-days",
            "x": str(PADDING),
            "y": _n(middle - BAR_THICK / 2),
            "width": _n(length),
            "height": str(BAR_THICK),
            "fill": QUIET,
        },
    )
    told = words.counted(words.days, days)
    indent = length + 8 if length else 0.0
    _write(group, 4, told, class_="cascade-days-count", fill=QUIET, indent=indent)


def _draw_shape(group: Element, shape: str, x: float, y: float) -> float:
    """The state's shape at its place; gives the room it took."""
    radius = 6.5
    middle = x + radius + 0.5
    known, rest = shape[:1], _clean(shape[1:])
    circle = {"cx": _n(middle), "cy": _n(y), "r": _n(radius), "fill": "none", "stroke": INK}
    ring = {"class": "cascade-shape", "stroke-width": "1.5", **circle}
    parts_of_the_clock = {"◔": 0.25, "◑": 0.5, "◕": 0.75}
    if known == "◌":
        SubElement(group, "circle", {**ring, "stroke-dasharray": "1.5 2.6"})
    elif known == "●":
        SubElement(group, "circle", {**ring, "fill": INK})
    elif known == "○":
        SubElement(group, "circle", ring)
    elif known in parts_of_the_clock:
        SubElement(group, "circle", ring)
        turn = 2 * math.pi * parts_of_the_clock[known]
        end_x, end_y = middle + radius * math.sin(turn), y - radius * math.cos(turn)
        large = 1 if parts_of_the_clock[known] > 0.5 else 0
        sector = (
            f"M{_n(middle)} {_n(y)}V{_n(y - radius)}"
            f"A{_n(radius)} {_n(radius)} 0 {large} 1 {_n(end_x)} {_n(end_y)}Z"
        )
        SubElement(group, "path", {"class": "cascade-shape", "d": sector, "fill": INK})
    elif known == "✓":
        tick = f"M{_n(middle - 6)} {_n(y)}l4.5 5 7.5 -10.5"
        SubElement(
            group,
            "path",
            {
                "class": "cascade-shape",
                "d": tick,
                "fill": "none",
                "stroke": INK,
                "stroke-width": "2",
            },
        )
    else:
        rest = _clean(shape)
        middle = x - radius - 0.5
    taken = middle + radius + 6 - x
    if rest:
        _write(group, 3, rest, class_="cascade-shape", indent=taken, room=60)
        taken += _width(_fit(rest, 60)) + 6
    return taken if shape else 0.0


def _write(
    group: Element,
    row: int,
    text: str,
    *,
    class_: str,
    fill: str = INK,
    bold: bool = False,
    indent: float = 0,
    room: float | None = None,
    at_end: bool = False,
) -> None:
    """One line of text in the box, cut with an ellipsis where the box ends."""
    if room is None:
        room = BOX_WIDTH - 2 * PADDING - indent
    attributes = {
        "class": class_,
        "x": _n(BOX_WIDTH - PADDING if at_end else PADDING + indent),
        "y": _n(PADDING + row * LINE - 9),
        "fill": fill,
    }
    if bold:
        attributes["font-weight"] = "600"
    if at_end:
        attributes["text-anchor"] = "end"
    SubElement(group, "text", attributes).text = _fit(_clean(text), room)


def _told(node: DrawnNode, words: DrawnWords) -> str:
    """A box in words, whole, for the pointer and the screen reader."""
    parts = [node.title]
    if node.closed_count is not None:
        parts.append(node.closed_words or words.counted(words.closed, node.closed_count))
    else:
        parts.append(words.number.format(number=node.number) if node.number else words.no_number)
        parts.append(f"{node.state_shape} {node.state_word}".strip())
        if node.days_held is not None:
            parts.append(words.counted(words.held, node.days_held))
        if node.clock:
            parts.append(node.clock)
        if node.is_inferred:
            parts.append(words.inferred)
        if node.has_conflict:
            parts.append(words.conflict)
        if node.mark:
            parts.append(node.mark)
    return _clean(" · ".join(parts))


def _description(nodes: Sequence[DrawnNode], words: DrawnWords) -> str:
    shown = sum(node.closed_count is None for node in nodes)
    closed = sum(node.closed_count or 0 for node in nodes)
    told = words.counted(words.shown, shown)
    return f"{told} {words.counted(words.folded, closed)}" if closed else told


def _link(node: DrawnNode) -> str | None:
    """The node's link when it leads to a page, never a script."""
    if node.href is None or not _SAFE_LINK.match(node.href):
        return None
    return _clean(node.href)


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def _width(text: str) -> float:
    """About how wide a text is drawn, in pixels."""
    return TEXT_SIZE * sum(
        _WIDTHS.get(letter, _OTHER_WIDTH)
        for letter in text
        if unicodedata.category(letter) not in ("Mn", "Cf")
    )


def _fit(text: str, room: float) -> str:
    if _width(text) <= room:
        return text
    cut = len(text)
    # Never between a letter and its marks, nor after a vowel that is written first.
    while cut and (
        _width(f"{text[:cut]}…") > room
        or unicodedata.category(text[cut]) == "Mn"
        or text[cut] == "ำ"
        or text[cut - 1] in "เแโใไ "
    ):
        cut -= 1
    return f"{text[:cut]}…"


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
