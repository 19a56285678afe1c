"""The letters of codes in numbers, without the vowels and marks that page readers add to them.

Two letters without a vowel are no word, so ศัย, ชีพ and พืช are read for ศย, ชพ and พช; and what is
left of ที่ is glued to them: ทตผ ๐๐๖๒. Before the figures of an office anybody's code is bare;
elsewhere only one that is known to be in use is put right.
"""

import re
from itertools import pairwise

from saraban.rules.letter_codes import CODE_LETTERS, OUTSIDE_LETTERS, PROVINCE_LETTERS

_MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_CODE = rf"(?P<first>[ก-ฮ]){_MARK}{{0,2}}(?P<second>[ก-ฮ]){_MARK}{{0,2}}"
_BEFORE_OFFICE = re.compile(rf"(?<=ที่ ){_CODE}(?= ?[0-9๐-๙]{{4,5}}[./])")
# A line may end between the letters and the figures of a number.
_BEHIND_WORD = re.compile(rf"(?<=ที่ ){_CODE}(?= ?[0-9๐-๙]{{3,6}}[./ (]| ?[0-9๐-๙]{{3,6}}$|$)")
_GLUED = re.compile(
    rf"(?<![ก-๎])ท{_MARK}?(?P<code>[ก-ฮ]{{2}})(?= [0-9๐-๙]{{3,6}}[^ ]{{0,12}}(?: [ก-๎]{{2,4}})? ?/)"
)
# Auditors and the police put the letters of a province behind their own figures.
_OF_PROVINCE = re.compile(rf"(?<=[0-9๐-๙]{{4}} ){_CODE}(?= ?/ ?[0-9๐-๙])")
_KNOWN = CODE_LETTERS | OUTSIDE_LETTERS
# Letters that page readers take for one another.
_ALIKE = ("ดตค", "ชซข", "กถภ", "พฟผฝ", "บป")
_PLAIN = re.compile(r"(?<=ที่ )(?P<code>[ก-ฮ]{2})(?= [0๐][0-9๐-๙oO]{3})")
# One letter read twice, as two that look alike: ปซช for ปช.
_DOUBLED = re.compile(r"(?<=ที่ )(?P<code>[ก-ฮ]{3})(?= [0๐][0-9๐-๙oO]{3})")
# … or its last letter once more, glued to the figures: ศธ ธ04112.
_GLUED_AGAIN = re.compile(r"(?<=ที่ )(?P<code>[ก-ฮ](?P<last>[ก-ฮ])) ?(?P=last)(?=[0-9๐-๙]{4,5}[./])")
_PROVINCES = frozenset(PROVINCE_LETTERS.values())


def with_bare_codes(cell: str) -> str:
    """The text of a cell with such codes bare, and ที่ before those that what is left of it holds."""
    cell = _GLUED.sub(_with_word, cell)
    cell = _BEFORE_OFFICE.sub(r"\g<first>\g<second>", cell)
    cell = _BEHIND_WORD.sub(lambda found: _bare(found, _KNOWN), cell)
    cell = _GLUED_AGAIN.sub(r"\g<code> ", cell)
    cell = _DOUBLED.sub(_read_once, _PLAIN.sub(_known_alike, cell))
    return _OF_PROVINCE.sub(lambda found: _bare(found, _PROVINCES), cell)


def _with_word(found: re.Match[str]) -> str:
    return f"ที่ {found['code']}" if found["code"] in _KNOWN else found[0]


def _read_once(found: re.Match[str]) -> str:
    """The one known code of two letters that is left where two alike are one."""
    code = found["code"]
    if code in _KNOWN:
        return code
    meant = {
        code.replace(one, "", 1)
        for pair in pairwise(code)
        for one in pair
        if any(pair[0] in alike and pair[1] in alike for alike in _ALIKE)
    } & _KNOWN
    return meant.pop() if len(meant) == 1 else code


def _known_alike(found: re.Match[str]) -> str:
    """The one known code that looks like this one, which is none: ดซ for ตช."""
    code = found["code"]
    if code in _KNOWN:
        return code
    first, second = (
        next((alike for alike in _ALIKE if letter in alike), letter) for letter in code
    )
    meant = [f"{one}{other}" for one in first for other in second if f"{one}{other}" in _KNOWN]
    return meant[0] if len(meant) == 1 else code


def _bare(found: re.Match[str], known: frozenset[str]) -> str:
    code = f"{found['first']}{found['second']}"
    return code if code in known else found[0]
