"""The office of a stamp off a picture, spelt as the letter spells whom it went to.

A receipt stamp is the receiver's. Pressed over print it is read with letters of both, while the
letter names its receiver in clear print: นายอำเภอทดลอง, and on the stamp ที่จำการอำเภอทคลอง.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from saraban.rules.letter_reading.lines.office_of_post import office_of_post
from saraban.rules.letter_reading.lines.office_words import is_unit
from saraban.rules.letter_reading.lines.toneless import toneless
from saraban.thai.digits import to_arabic
from saraban.thai.spelling import reading_cost

# What stands on the stamps of an office beside its own name.
_HALLS = {
    "จังหวัด": ("ศาลากลางจังหวัด", "สำนักงานจังหวัด"),
    "อำเภอ": ("ที่ว่าการอำเภอ", "ที่ทำการปกครองอำเภอ"),
    "เทศบาล": ("สำนักงานเทศบาล",),
    "องค์การบริหารส่วน": ("ที่ทำการองค์การบริหารส่วน",),
}
_ALIKE = 0.7
# Letters of one place that differ: more neighbours are another name.
_MOST_TOGETHER = 3
_FEWEST = 8  # letters; a shorter name is like too many others
# By how much what was read is less like words: หนองบัว is as good as หนองขาว, and is believed.
_WORSE = 3.0
_MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def as_addressed(office: str, addressees: Sequence[str]) -> str:
    """The addressee's office where the stamp's is that one but for misread letters, else itself."""
    names = [name for addressee in addressees for name in _names_of(addressee)]
    if office in names or len(office) < _FEWEST:
        return office
    alike = [(_likeness(office, name), name) for name in names if len(name) >= _FEWEST]
    best, name = max(alike, default=(0.0, office))
    is_misread = _MARK.sub("", office) == _MARK.sub("", name) or (
        reading_cost(office) > reading_cost(name) + _WORSE
    )
    return name if best >= _ALIKE and is_misread else office


def _names_of(addressee: str) -> Iterator[str]:
    office = addressee if is_unit(addressee) else office_of_post(addressee)
    if office is None or "ทุก" in office:  # all of a kind have no stamp
        return
    yield office
    for head, halls in _HALLS.items():
        if office.startswith(head):
            yield from (f"{hall}{office.removeprefix(head)}" for hall in halls)


def _likeness(read: str, name: str) -> float:
    """How alike two names are, 0 to 1; 0 where they differ in more than single letters."""
    matcher = SequenceMatcher(None, _bare(read), _bare(name), autojunk=False)
    apart = [
        max(first_end - first, second_end - second)
        for what, first, first_end, second, second_end in matcher.get_opcodes()
        if what != "equal"
    ]
    return 0.0 if max(apart, default=0) > _MOST_TOGETHER else matcher.ratio()


def _bare(text: str) -> str:
    return to_arabic(toneless(text).replace(" ", ""))
