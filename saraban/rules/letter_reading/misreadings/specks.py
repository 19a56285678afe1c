"""What dust, the edge of a seal and gaps between signs leave in a line off a picture."""

import re
from collections.abc import Sequence

# What dust and the edge of a seal leave around a line: signs and marks without a letter, and,
# where a wide gap or more of it sets them apart, a letter or two.
_SIGN = re.compile(r"[^\w()\"“”ฯๆ]{1,3}|[าิีุู้่์๊๋็]")
_SPECK = re.compile(rf"{_SIGN.pattern}|[A-Za-z«»=%&*^~|]{{1,2}}|[^\wก-๎]*[a-z][^\wก-๎]+|[วงเ]")
_SPECKS_OF_DIGITS = re.compile(r"[0-9๐-๙]{1,2}[a-z%ๆ]?|[ก-ฮ][่-์]?|[A-Za-z]{1,3}")
_STRAY_MARK = re.compile(r"(?:^|(?<= ))[ิีึืุู่้๊๋์็ํั]+(?= |$) ?")
# A letter seen in the first figure of a point's number, beside that figure: ต๓. รายงานผล.
_GLUED_TO_POINT = re.compile(r"^[ก-ฮ](?=[๐-๙]{1,2}\. ?[ก-ฮเ-ไ])")
# One seen in the gap of a telephone number: โทร. ๐ ใ ๒๐๐๐ ๐๐๐๐.
_LETTER_IN_PHONE = re.compile(
    r"(?<=[0๐] )[ใไเโ] (?=[0-9๐-๙]{3,4}[ -])|(?<=[0-9๐-๙])[า-ู](?= ต่อ ?[0-9๐-๙])"
)
# ว read twice, with what lies between the two strokes of one: /ว)ว ๔๔๑๒.
_CIRCULAR_TWICE = re.compile(r"(?<=/)ว ?[)|] ?ว ?(?=[0-9๐-๙])")
# Specks before the figure of a count of days: ภายใน “๗ วัน.
_SPECK_BEFORE_DAYS = re.compile(r"(?<=ภายใน) ?[“”\"'‘’](?=[0-9๐-๙])")


def without_specks(cells: Sequence[str]) -> Sequence[str]:
    """The cells of a line without single signs at its ends."""
    kept = list(cells)
    while len(kept) > 1 and _SPECK.fullmatch(kept[-1]):
        kept.pop()
    while len(kept) > 1 and _SPECK.fullmatch(kept[0]):
        kept.pop(0)
    return kept


def without_tail(cell: str) -> str:
    """The cell without the signs behind it; digits count for dust only among more of it."""
    words = cell.split(" ")
    end = len(words)
    while end > 1 and (
        _SPECK.fullmatch(words[end - 1]) or _SPECKS_OF_DIGITS.fullmatch(words[end - 1])
    ):
        end -= 1
    tail = words[end:]
    dust = sum(bool(_SPECK.fullmatch(word)) for word in tail)
    if dust < 3 or dust < len(tail) / 2:
        end = len(words)
        while end > 1 and _SIGN.fullmatch(words[end - 1]):
            end -= 1
    return " ".join(words[:end])


def without_specks_inside(cell: str) -> str:
    """The cell without signs that stand where nothing of theirs can stand."""
    cell = _GLUED_TO_POINT.sub("", _STRAY_MARK.sub("", cell))
    return _SPECK_BEFORE_DAYS.sub(" ", _CIRCULAR_TWICE.sub("ว ", cell))


def without_letters_in_telephone(cell: str) -> str:
    """The cell without letters between the figures of a telephone number."""
    return _LETTER_IN_PHONE.sub("", cell) if "โทร" in cell else cell
