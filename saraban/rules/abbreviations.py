"""Whom a unit's short name may mean: looked up and offered, never put in its place.

A short name is often one slip away from another (สธ. for สถ., สจด. for สถจ.), in print and in
reading. What is printed stays; the names here are for a person to choose from.
Source: unconfirmed (practice; the short names agree with letters in use).
"""

import re
from dataclasses import dataclass
from itertools import permutations

from saraban.rules.letter_codes import DEPARTMENTS, MINISTRIES

# {} takes the place that may follow the short name: สถจ.ตาก.
_NAMES: dict[str, tuple[str, ...]] = {
    "สถจ.": ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด{}",),
    "สถอ.": ("สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ{}",),
    "สสจ.": ("สำนักงานสาธารณสุขจังหวัด{}",),
    "สสอ.": ("สำนักงานสาธารณสุขอำเภอ{}",),
    "สนจ.": ("สำนักงานจังหวัด{}",),
    "สพจ.": ("สำนักงานพัฒนาชุมชนจังหวัด{}",),
    "สพอ.": ("สำนักงานพัฒนาชุมชนอำเภอ{}",),
    "กษจ.": ("สำนักงานเกษตรจังหวัด{}",),
    "ปภ.จ.": ("สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัด{}",),
    "ศธจ.": ("สำนักงานศึกษาธิการจังหวัด{}",),
    "ศธภ.": ("สำนักงานศึกษาธิการภาค {}",),
    "สพป.": ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษา{}",),
    "สพม.": ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา{}",),
    "สพท.": ("สำนักงานเขตพื้นที่การศึกษา{}",),
    "อบจ.": ("องค์การบริหารส่วนจังหวัด{}",),
    "อบต.": ("องค์การบริหารส่วนตำบล{}",),
    "ทน.": ("เทศบาลนคร{}",),
    "ทม.": ("เทศบาลเมือง{}",),
    "ทต.": ("เทศบาลตำบล{}",),
    "อปท.": ("องค์กรปกครองส่วนท้องถิ่น",),
    "รพ.สต.": ("โรงพยาบาลส่งเสริมสุขภาพตำบล{}",),
    "สสส.": ("สำนักงานกองทุนสนับสนุนการสร้างเสริมสุขภาพ",),
    "กฟภ.": ("การไฟฟ้าส่วนภูมิภาค",),
    "กฟน.": ("การไฟฟ้านครหลวง",),
    "กปภ.": ("การประปาส่วนภูมิภาค",),
    "กปน.": ("การประปานครหลวง",),
    "กกต.": ("สำนักงานคณะกรรมการการเลือกตั้ง",),
    "สตง.": ("สำนักงานการตรวจเงินแผ่นดิน",),
    "มท.": ("กระทรวงมหาดไทย",),
}
_SHORT = re.compile(
    r"(?<![ก-๎])(?P<short>(?:รพ\. ?สต|ปภ\. ?จ|[ก-ฮ]{2,5})\.)(?![ก-ฮ]\.)"
    r" ?(?P<place>[ก-ฮเ-ไ][ก-์]+)?"
)
# Words that end in a full stop and are no unit.
_NO_UNITS = frozenset(
    {"พศ.", "โทร.", "ลว.", "คกก.", "ฯพณฯ.", "ดร.", "นพ.", "ผศ.", "รศ.", "ผอ.", "กทม."}
)
# Letters that print, ink and readers confuse.
_ALIKE = frozenset(
    frozenset(pair)
    for pair in [
        "ถธ",
        "ถด",
        "ถภ",
        "ถค",
        "ดค",
        "ดต",
        "ตค",
        "คศ",
        "ธร",
        "บป",
        "ปษ",
        "บษ",
        "พฟ",
        "พผ",
        "ผฝ",
        "ชซ",
        "ขช",
        "มน",
        "อฮ",
        "จว",
        "กภ",
        "กถ",
        "กค",
        "ทห",
    ]
)


@dataclass(frozen=True)
class Candidate:
    """A unit the printed short name may mean; is_as_printed: the letters are the same."""

    short: str
    name: str
    is_as_printed: bool


@dataclass(frozen=True)
class ShortName:
    """A short name in a text, as printed, with whom it may mean."""

    printed: str
    candidates: tuple[Candidate, ...]


def short_names_in(text: str) -> list[ShortName]:
    """The short names of units in a text that mean somebody, from left to right, each once."""
    found: dict[str, ShortName] = {}
    for hit in _SHORT.finditer(text):
        short = hit["short"].replace(" ", "")
        if short in _NO_UNITS:
            continue
        printed = hit[0].strip()
        if candidates := _candidates(short, hit["place"] or ""):
            found.setdefault(printed, ShortName(printed, candidates))
    return list(found.values())


def candidates_for(printed: str) -> tuple[Candidate, ...]:
    """Whom one short name may mean: the names it spells, then those a slip away."""
    hit = _SHORT.fullmatch(printed.strip())
    return _candidates(hit["short"].replace(" ", ""), hit["place"] or "") if hit else ()


def _candidates(short: str, place: str) -> tuple[Candidate, ...]:
    exact = [Candidate(short, name, True) for name in _ALL.get(short, ())]
    near = [
        Candidate(other, name, False)
        for other, names in _ALL.items()
        if other != short and _is_a_slip_away(short, other)
        for name in names
    ]
    return tuple(
        Candidate(one.short + place, one.name.replace("{}", place), one.is_as_printed)
        for one in (*exact, *near)
        if not place or "{}" in one.name
    )


def _is_a_slip_away(one: str, other: str) -> bool:
    """One look-alike letter, two letters changed round, or both in one short name."""
    if len(one) != len(other) or "." in one[:-1] or "." in other[:-1]:
        return False
    letters = one[:-1]
    if len(letters) > 4:
        return False
    return any(_differ_by_look(order, other[:-1]) for order in _orders(letters))


def _orders(letters: str) -> set[str]:
    if len(letters) < 3:  # two letters changed round are another unit altogether
        return {letters}
    return {
        "".join(order)
        for order in permutations(letters)
        if sum(a != b for a, b in zip(order, letters, strict=True)) <= 2
    }


def _differ_by_look(one: str, other: str) -> bool:
    pairs = [frozenset((a, b)) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) <= 1 and all(pair in _ALIKE for pair in pairs)


def _all_names() -> dict[str, tuple[str, ...]]:
    names = dict(_NAMES)
    for department in DEPARTMENTS:
        if department.short_name_th.endswith("."):
            short = department.short_name_th
            names[short] = (*names.get(short, ()), department.name_th)
    for ministry in MINISTRIES:
        short = f"{ministry.letters}."
        if ministry.name_th not in names.get(short, ()):
            names[short] = (*names.get(short, ()), ministry.name_th)
    return names


_ALL = _all_names()
