"""A unit's box in the drawing of a cascade: its lines, its shape, the days it held the matter."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from saraban.paper.drawn_style import ACCENT, INK, PAPER, QUIET, RULE, clean, fitted, px, width_of
from saraban.paper.state_shapes import draw_shape
from saraban.thai.digits import to_thai

BOX_WIDTH, BOX_HEIGHT = 188, 150  # five columns side by side on a desk screen
PADDING, LINE = 12, 26
BAR_MOST, BAR_THICK = 40, 6
_SHAPE_ROOM = 60
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


def draw_box(
    svg: Element, node: DrawnNode, words: DrawnWords, *, x: float, y: float, longest: int
) -> None:
    """Draw the unit's box with its upper left corner at (x, y), as a link where it has one.

    longest: the most days that any unit of the picture held the matter.
    """
    link = link_of(node)
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
            "data-node": clean(node.id),
            "transform": f"translate({px(x)} {px(y)})",
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
    indent, rest = draw_shape(group, node.state_shape, PADDING, PADDING + 2.5 * LINE - 2)
    if rest:
        _write(group, 3, rest, class_="cascade-shape", indent=indent, room=_SHAPE_ROOM)
        indent += width_of(fitted(rest, _SHAPE_ROOM)) + 6
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
    for word in clean(told).split():
        joined = f"{lines[-1]} {word}".strip()
        if width_of(joined) <= room or not lines[-1] or len(lines) == 3:
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
            "y": px(middle - BAR_THICK / 2),
            "width": px(length),
            "height": str(BAR_THICK),
            "fill": QUIET,
        },
    )
    told = words.counted(words.days, days)
    indent = length + 8 if length else 0.0
    _write(group, 4, told, class_="cascade-days-count", fill=QUIET, indent=indent)


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
        "x": px(BOX_WIDTH - PADDING if at_end else PADDING + indent),
        "y": px(PADDING + row * LINE - 9),
        "fill": fill,
    }
    if bold:
        attributes["font-weight"] = "600"
    if at_end:
        attributes["text-anchor"] = "end"
    SubElement(group, "text", attributes).text = fitted(clean(text), room)


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
    return clean(" · ".join(parts))


def link_of(node: DrawnNode) -> str | None:
    """The node's link when it leads to a page, never a script."""
    if node.href is None or not _SAFE_LINK.match(node.href):
        return None
    return clean(node.href)
