"""Every piece of line on a scanned page, those of receipt stamps cut out of their stamps."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.stamp_blocks import stamp_blocks
from saraban.paper.places.stamp_places import TILTED, StampPlace, stamp_places
from saraban.paper.places.stamp_rows import stamp_rows
from saraban.paper.places.text_lines import LineCut, line_cuts
from saraban.rules.letter_reading.lines.page_lines import Box

Picture = NDArray[np.uint8]

_WRITTEN_OVER = 0.35  # inches: how far writing is followed over the right side of a stamp
# Pixels at 300 dpi: coloured strokes so near one another, black between them, are one it crosses.
_CROSSED = np.ones((9, 9), np.uint8)
_INK_AND_EDGE = 250  # darker than that is a line, with the gray beside it


@dataclass(frozen=True)
class Piece:
    """A cut, and how its pixels lie on the straightened page; stamp: which frame or block it is in.

    again: the stamps whose ink this cut of the page's own lines shows once more, for if they turn
    out to be none. is_twice: a stamp's piece of which there is such a second cut. in_colour: the
    frame's sides are coloured. is_block: the stamp has no frame. beneath: the coloured frames in
    which this black line stands, which may be what is written in them or the letter's own;
    is_colour_alone: a piece of such a frame without the black.
    """

    cut: LineCut
    on_page: Callable[[Box], Box]
    stamp: int | None = None
    again: frozenset[int] = frozenset()
    is_twice: bool = False
    in_colour: bool = False
    is_block: bool = False
    beneath: frozenset[int] = frozenset()
    is_colour_alone: bool = False


def pieces_of(black: Picture, coloured: Picture | None, dpi: float) -> list[Piece]:
    """Every piece of line on the page, those inside of frames cut out of their frame."""
    places = stamp_places(black, coloured, dpi)
    firm = [place for place in places if place.is_firm]
    blocks = [] if coloured is None else stamp_blocks(coloured, dpi, firm)
    places = [
        place
        for place in places
        if place.is_firm or not any(block.covers(place) for block in blocks)
    ]
    pieces: list[Piece] = []

    def blocks_of(cut: LineCut) -> frozenset[int]:
        held = (number for number, block in enumerate(blocks, len(places)) if block.holds(cut))
        return frozenset(held)

    # In a frame stands all ink but that of lines which stick out of it: those are the letter's.
    whole = black.copy() if coloured is None else np.minimum(black, coloured)
    alone = None if coloured is None else coloured.copy()
    with_black: set[int] = set()
    for cut in line_cuts(black, dpi):
        holding = frozenset(number for number, place in enumerate(places) if place.holds(cut))
        if alone is not None:
            _mend_crossed(alone, cut)
        if not holding:
            pieces.append(Piece(cut, as_it_is))
            if alone is not None:
                _without_line(whole, alone, cut)
        elif all(_may_be_text(places[number]) for number in holding):
            pieces.append(Piece(cut, as_it_is, again=holding))
        elif any(places[number].coloured for number in holding):
            pieces.append(Piece(cut, as_it_is, beneath=holding))
            with_black |= holding
    over = round(_WRITTEN_OVER * dpi)

    def rows_in(place: StampPlace, plane: Picture) -> list[LineCut]:
        return stamp_rows(place.cut_out(plane, over=over), dpi, over=over)

    for number, place in enumerate(places):
        is_twice = _may_be_text(place)
        pieces += [
            Piece(cut, place.on_page, number, is_twice=is_twice, in_colour=place.coloured)
            for cut in rows_in(place, whole)
        ]
        if alone is not None and place.coloured and number in with_black:
            pieces += [
                Piece(cut, place.on_page, number, in_colour=True, is_colour_alone=True)
                for cut in rows_in(place, alone)
            ]
    if coloured is not None:
        # Without a frame nothing tells black writing from the letter's own: colour alone counts.
        for number, block in enumerate(blocks, len(places)):
            rows = stamp_rows(block.cut_out(coloured, over=over), dpi, over=over)
            pieces += [
                Piece(cut, block.on_page, number, is_twice=True, is_block=True) for cut in rows
            ]
        rest = coloured.copy()
        for place in places:
            cv2.fillConvexPoly(rest, _outline(place), (255,))
        # What is printed in colour, big and red above all, is the letter's own text.
        cuts = line_cuts(rest, dpi)
        pieces += [Piece(cut, as_it_is, again=blocks_of(cut)) for cut in cuts]
    return pieces


def _mend_crossed(coloured: Picture, line: LineCut) -> None:
    """Join the coloured strokes that a black line crosses: the black took their ink with it."""
    left, top, right, bottom = line.box
    own = coloured[top:bottom, left:right]
    joined = cv2.morphologyEx(own, cv2.MORPH_OPEN, _CROSSED)
    is_line = line.picture < _INK_AND_EDGE
    own[is_line] = joined[is_line]


def _without_line(whole: Picture, coloured: Picture, line: LineCut) -> None:
    """Take a black line out of all ink, and leave the coloured ink that was under it."""
    left, top, right, bottom = line.box
    here = whole[top:bottom, left:right]
    here[line.picture < _INK_AND_EDGE] = 255
    whole[top:bottom, left:right] = np.minimum(here, coloured[top:bottom, left:right])


def _may_be_text(place: StampPlace) -> bool:
    """Whether rows of the letter's own text, or of a table, may have passed for this frame."""
    return not place.coloured and abs(place.tilt) < TILTED


def _outline(place: StampPlace) -> NDArray[np.int32]:
    box = ((place.centre), (place.width * 1.06, place.height * 1.06), place.tilt)
    return np.asarray(cv2.boxPoints(box), np.int32)


def cut_on_page(piece: Piece) -> LineCut:
    """The cut with its place on the straightened page."""
    cut = piece.cut
    if piece.stamp is None:
        return cut
    x0, top, x1, bottom = piece.on_page((cut.box[0], cut.body[0], cut.box[2], cut.body[1]))
    _, y0, _, y1 = piece.on_page((cut.box[0], cut.box[1], cut.box[2], cut.box[3]))
    return replace(
        cut, box=(round(x0), round(y0), round(x1), round(y1)), body=(round(top), round(bottom))
    )


def as_it_is(box: Box) -> Box:
    """The box, of a cut that lies on its page as it was cut."""
    return box
