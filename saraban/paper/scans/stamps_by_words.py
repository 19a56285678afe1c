"""Receipt stamps whose frame is broken, crossed or missing: known by words under one another.

เลขรับ over วันที่ over เวลา at one left edge is a stamp, with the office over the first and what
was written behind the labels. A letter's own text never stands like that.
"""

import re
from collections.abc import Sequence
from itertools import chain

from saraban.paper.places.text_lines import LineCut
from saraban.paper.scans.ocr_lines import rows_of
from saraban.rules.letter_reading.lines.office_words import TELEPHONE
from saraban.rules.letter_reading.stamps.stamp_labels import label_kind

_LONGEST_TEXT = 45
_TELEPHONE = re.compile(TELEPHONE)
# Of the height of the label's letters: how far the next line of a stamp is, and how far off
# its left edge; a stamp's width and what its office's line may stand in from the labels.
_NEXT_LINE, _OFF_EDGE, _WIDTH, _INDENT = 4.2, 2.0, 20.0, 8.0
# How far the middle of what is written behind a label stands from the label's own.
_OFF_LABEL = 1.0


def stamps_by_words(cuts: Sequence[LineCut], texts: Sequence[str]) -> list[list[int]]:
    """The numbers of the pieces that make up each stamp, from the top; none stands in two.

    Cuts with their places on the page, straightened, and what was read in them.
    """
    kinds = [label_kind(text) if len(text) <= _LONGEST_TEXT else None for text in texts]
    groups: list[list[int]] = []
    for number, kind in enumerate(kinds):
        if kind != "received" or number in chain(*groups):
            continue
        first = cuts[number]
        last = first
        for wanted in ("day", "time"):
            below = _label_below(cuts, kinds, last, wanted)
            last = cuts[below] if below is not None else last
        if last is first:
            continue
        office = _office_over(cuts, first)
        top = first.body[0] if office is None else cuts[office].body[0]
        right = first.box[0] + _WIDTH * first.height
        if office is not None:
            right = max(right, cuts[office].box[2])
        left = first.box[0] - _OFF_EDGE * first.height
        middles = (top - 0.3 * first.height, last.body[1] + 0.6 * last.height)
        group = [
            place
            for place, cut in enumerate(cuts)
            if left <= cut.box[0]
            and (cut.box[0] + cut.box[2]) / 2 <= right
            and middles[0] <= sum(cut.body) / 2 <= middles[1]
        ]
        # A memo's telephone over its own day, where a stamp crosses the word between.
        if not any(_TELEPHONE.match(texts[place]) for place in group):
            groups.append(group)
    return groups


def rows_by_labels(cuts: Sequence[LineCut], texts: Sequence[str]) -> list[list[int]]:
    """The pieces of a stamp in rows, writing that stands off its label's level beside it."""
    rows = rows_of(cuts)
    labelled = {
        place: label
        for place, row in enumerate(rows)
        for label in row
        if label_kind(texts[label]) is not None
    }
    joined: dict[int, list[int]] = {place: list(row) for place, row in enumerate(rows)}
    for place, row in enumerate(rows):
        if place in labelled:
            continue
        middle = sum(sum(cuts[one].body) for one in row) / (2 * len(row))
        off = {
            other: abs(middle - sum(cuts[label].body) / 2) / cuts[label].height
            for other, label in labelled.items()
            if all(cuts[one].box[0] >= cuts[label].box[0] for one in row)
        }
        nearest = min(off, key=lambda other: off[other], default=None)
        if nearest is not None and off[nearest] <= _OFF_LABEL:
            joined[nearest] += joined.pop(place)
    return [sorted(row, key=lambda one: cuts[one].box[0]) for _, row in sorted(joined.items())]


def _label_below(
    cuts: Sequence[LineCut], kinds: Sequence[str | None], over: LineCut, wanted: str
) -> int | None:
    found = [
        number
        for number, cut in enumerate(cuts)
        if kinds[number] == wanted
        and abs(cut.box[0] - over.box[0]) <= _OFF_EDGE * over.height
        and 0 < cut.body[1] - over.body[1] <= _NEXT_LINE * over.height
    ]
    return min(found, key=lambda number: cuts[number].body[1], default=None)


def _office_over(cuts: Sequence[LineCut], first: LineCut) -> int | None:
    found = [
        number
        for number, cut in enumerate(cuts)
        if 0 < first.body[1] - cut.body[1] <= 0.75 * _NEXT_LINE * first.height
        and -_OFF_EDGE * first.height <= cut.box[0] - first.box[0] <= _INDENT * first.height
        and cut.box[2] - cut.box[0] <= 1.5 * _WIDTH * first.height
    ]
    return max(found, key=lambda number: cuts[number].box[2] - cuts[number].box[0], default=None)
