"""Whether Thai text stands upright, told by its marks: far more of them stand above a letter.

Vowels and tone marks over the letters outnumber the two vowels under them four to one and more.
Of an upside-down page the count is the other way round, and of one on its side, or of grain,
about as many stand on either side.
"""

import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.ink_pieces import pieces_of_ink

Picture = NDArray[np.uint8]

_INK = 128
_LEAST_ABOVE = 40  # pages with a few lines have so many; one on its side at most half of them
_TIMES_BELOW = 3.0
_TIMES_BENEATH = 2.0  # letters beside each other and one beneath the other
_LEAST_LETTERS = 40
_LETTER_PIXELS, _LETTER_LIKE = (8, 60), 15  # height, least ink: of print at 150 dpi
# In heights of the letters: how high a letter is, a mark at most and at least, and its gap.
_LETTER = (0.65, 2.2)
_MARK = (0.1, 0.6)
_GAP = 0.45


def is_surely_upright(gray: Picture) -> bool:
    """Whether a page, (H, W) at 150 dpi, dark on light, is Thai text the right way up.

    False only says that it cannot be told from the marks.
    """
    found = pieces_of_ink((gray < _INK).astype(np.uint8))
    pieces = found.boxes[1:]
    width, height, ink = (pieces[:, column] for column in (2, 3, 4))
    low, high = _LETTER_PIXELS
    is_likely = (height >= low) & (height < high) & (ink >= _LETTER_LIKE)
    if is_likely.sum() < _LEAST_LETTERS:
        return False
    body = float(np.median(height[is_likely]))
    is_letter = (height >= _LETTER[0] * body) & (height < _LETTER[1] * body)
    is_mark = (height >= _MARK[0] * body) & (height < _MARK[1] * body) & (width < body)
    is_mark &= ink >= (_MARK[0] * body) ** 2
    letters = np.concatenate(([False], is_letter))[found.labels]
    gap = max(2, round(_GAP * body))
    above = below = beside = beneath = 0
    for x, y, w, h in pieces[is_letter][:, :4]:
        beside += letters[y : y + h, x + w : x + w + gap].any()
        beneath += letters[y + h : y + h + gap, x : x + w].any()
    if beside < _TIMES_BENEATH * beneath:  # lines that run down the page
        return False
    for x, y, w, h in pieces[is_mark][:, :4]:
        has_letter_below = letters[y + h : y + h + gap, x : x + w].any()
        has_letter_above = letters[max(0, y - gap) : y, x : x + w].any()
        above += has_letter_below and not has_letter_above
        below += has_letter_above and not has_letter_below
    return bool(above >= _LEAST_ABOVE and above >= _TIMES_BELOW * below)
