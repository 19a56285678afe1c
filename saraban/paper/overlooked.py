"""What only the picture of a page shows: an urgency drawn as an image, a stamp pasted in.

The text layer of such a page is right in what it says, so it stays; lines are added only where
it has no word, and only those that an office puts there as pictures. A signature or a logo
read as letters would do harm and adds nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.paper.page_pictures import PlacedImage
from saraban.rules.letter_reading.lines.page_lines import Box, Line, Page, around
from saraban.thai.digits import to_arabic

_WORDS = re.compile(
    r"^ด่?วน ?(?:ที่?สุ?ด|มาก)?$|^(?:ลับ(?:มาก|ที่สุด)?)$"
    r"|^(?:เลข(?:ที่)?|ลง)?(?:ทะเบียน)?รับ(?:ที่|เลข)?[ .:]*[0-9]|^เลข(?:ที่)?รับ|^รับที่"
    r"|^(?:ลง)?วันที่[ .:]*[0-9]|^เวลา[ .:]*[0-9]"
    r"|^ที่ ?[ก-ฮ]{2,}\.? ?[0-9(]"
)
# A garuda, a logo and a QR are about as high as wide; a line of letters is not.
_LEAST_ASPECT = 1.7
_LEAST_POINTS = (35.0, 11.0)
_MOST_COVERED = 0.2


def may_hold_words(image: PlacedImage) -> bool:
    """Whether an image is of the size and shape of a line or a block of letters."""
    across, down = image.points
    is_large = across >= _LEAST_POINTS[0] and down >= _LEAST_POINTS[1]
    return is_large and across >= _LEAST_ASPECT * down


def with_overlooked(layer: Page, picture: Page) -> Page:
    """The layer's page with lines off its picture put first where the layer has no word."""
    taken = [word.box for line in layer.lines for word in line.words]
    added = [
        replace(line, is_after_blank=True)
        for line in picture.lines
        if _WORDS.search(to_arabic(line.text.strip())) and _is_free(line, taken)
    ]
    return replace(layer, lines=(*added, *layer.lines)) if added else layer


def _is_free(line: Line, taken: Sequence[Box]) -> bool:
    box = around([word.box for word in line.words])
    if box is None:
        return False
    area = max((box[2] - box[0]) * (box[3] - box[1]), 1e-6)
    return sum(_shared(box, other) for other in taken) < _MOST_COVERED * area


def _shared(one: Box, other: Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(across, 0.0) * max(down, 0.0)
