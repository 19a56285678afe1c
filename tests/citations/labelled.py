"""Letters and the ways in which other letters cite them, each labelled with the letter meant.

All of it is made up: offices with like numbers, numbers that restart each year, neighbours one
digit apart, own and shared circular series, slips of typists and of a scanner. The label comes
from the making and not from reading, so that nobody has to judge afterwards what was meant.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from saraban.rules.letter_number import compose
from saraban.thai.dates import format_long, format_short
from saraban.thai.digits import to_arabic, to_thai

OFFICES = (
    ("มท", "0801.4", "กรมส่งเสริมการปกครองท้องถิ่น"),
    ("มท", "0801.5", "กรมส่งเสริมการปกครองท้องถิ่น"),
    ("มท", "0229", "สำนักงานปลัดกระทรวงมหาดไทย"),
    ("มท", "0226", "สำนักงานปลัดกระทรวงมหาดไทย"),
    ("กค", "0405.2", "กรมบัญชีกลาง"),
    ("กค", "0405.3", "กรมบัญชีกลาง"),
    ("สธ", "0923", "กรมอนามัย"),
    ("ตก", "0023.3", "จังหวัดตาก"),
    ("ตก", "0023.5", "จังหวัดตาก"),
    ("ตง", "0023.3", "จังหวัดตรัง"),
    ("ตก", "0118", "อำเภอเมืองตาก"),
    ("ตก", "0618", "อำเภอแม่สอด"),
)
SUBJECTS = (
    "การรายงานกิจกรรมอาสาพัฒนา", "ซักซ้อมแนวทางการเบิกค่าใช้จ่ายในการเดินทาง", "การสำรวจข้อมูลแหล่งน้ำ",
    "การป้องกันโรคไข้เลือดออก", "การคัดเลือกหมู่บ้านดีเด่น", "การส่งแผนการใช้จ่ายงบประมาณ",
    "การจัดเก็บภาษีที่ดินและสิ่งปลูกสร้าง", "แนวทางการจัดซื้อจัดจ้าง", "การอบรมผู้ปฏิบัติงานสารบรรณ",
    "การเฝ้าระวังอุทกภัย",
)  # fmt: skip
URGENCIES = ("", "", " ด่วนที่สุด", " ด่วนมาก", " ด่วน")
_READ_AS = {"๓": "๗", "๗": "๓", "๕": "๔", "๔": "๕", "๑": "๐", "๐": "๑", "๖": "๒", "๒": "๖"}


@dataclass(frozen=True)
class MadeLetter:
    """A letter that is known; key is its number in normal form."""

    key: str
    printed: str
    dated_on: date
    issuer: str
    subject: str


@dataclass(frozen=True)
class MadeCitation:
    """A line as it stands in a letter of that day, and the letter meant; None for an unknown one.

    way says how it was made.
    """

    text: str
    written_on: date
    meant: MadeLetter | None
    way: str


@dataclass
class MadeSet:
    """Known letters, and citations of them and of letters that nobody here knows."""

    letters: list[MadeLetter] = field(default_factory=list)
    citations: list[MadeCitation] = field(default_factory=list)


def make_set(seed: int, *, letters: int = 240, citations: int = 400) -> MadeSet:
    """The same seed gives the same set."""
    chance = random.Random(seed)
    made = MadeSet()
    wanted: dict[tuple[str, int], MadeLetter] = {}
    while len(wanted) < letters:
        for letter in _cluster(chance):
            wanted.setdefault((letter.key, letter.dated_on.year), letter)
    everything = list(wanted.values())
    chance.shuffle(everything)
    # One letter in eight is cited although it never came here.
    unknown, made.letters = everything[: letters // 8], everything[letters // 8 :]
    for _ in range(citations):
        is_unknown = chance.random() < 0.15
        letter = chance.choice(unknown if is_unknown else made.letters)
        text, way = _written(chance, letter)
        later = letter.dated_on + timedelta(days=chance.randint(1, 120))
        meant = None if is_unknown else letter
        made.citations.append(
            MadeCitation(text, later, meant, f"{way}, unknown" if is_unknown else way)
        )
    return made


def _cluster(chance: random.Random) -> Iterator[MadeLetter]:
    """A letter, and often others whose numbers could be taken for its own."""
    code, owner, issuer = chance.choice(OFFICES)
    number, is_circular = chance.randint(2, 9999), chance.random() < 0.7
    day = date(2022, 1, 5) + timedelta(days=chance.randint(0, 900))
    yield _letter(chance, code, owner, issuer, number, is_circular, day)
    if chance.random() < 0.35:  # the next numbers of the book, of the same days
        near = day + timedelta(days=chance.randint(0, 2))
        yield _letter(chance, code, owner, issuer, number + 1, is_circular, near)
    if chance.random() < 0.25:  # the same number of another year
        other = day.replace(year=day.year + chance.choice((-1, 1)), day=min(day.day, 28))
        yield _letter(chance, code, owner, issuer, number, is_circular, other)
    if chance.random() < 0.25:  # the ordinary letter of the same number, its series not shared
        yield _letter(chance, code, owner, issuer, number, not is_circular, day)
    if chance.random() < 0.25:  # another office whose number differs in one sign
        code, owner, issuer = chance.choice(OFFICES)
        yield _letter(chance, code, owner, issuer, number, is_circular, day)


def _letter(
    chance: random.Random,
    code: str,
    owner: str,
    issuer: str,
    number: int,
    is_circular: bool,
    day: date,
) -> MadeLetter:
    made = compose(code, owner, is_circular, number)
    return MadeLetter(made.key, made.thai, day, issuer, chance.choice(SUBJECTS))


def _written(chance: random.Random, letter: MadeLetter) -> tuple[str, str]:
    """The letter as somebody cites it, and in which way."""
    ways = (
        ("exact", 52), ("no date", 8), ("number slip", 10), ("date slip", 10), ("both slip", 5),
        ("misread", 7), ("other year", 4), ("short office", 4),
    )  # fmt: skip
    way = chance.choices([one for one, _ in ways], [share for _, share in ways])[0]
    printed, day = letter.printed, letter.dated_on
    if way in ("number slip", "both slip"):
        printed = _slipped(chance, printed)
    if way == "misread":
        printed = _misread(chance, printed)
    if way in ("date slip", "both slip"):
        day += timedelta(days=chance.choice((-4, -3, -1, 1, 2, 3)))
    if way == "other year":
        day = day.replace(year=day.year + chance.choice((-1, 1)), day=min(day.day, 28))
    if chance.random() < 0.3:
        printed = printed.replace("/ว ", chance.choice(("/ว", "/ ว ", "ว ")))
    if chance.random() < 0.25:
        printed = to_arabic(printed)
    issuer = letter.issuer if way != "short office" else chance.choice(("สถ.", "จว.", "สป.มท."))
    written = chance.choice((format_long, format_short))(day)
    date_part = "" if way == "no date" else f" ลงวันที่ {to_thai(written)}"
    lead = chance.choice(("หนังสือ", "สำเนาหนังสือ", "ตามหนังสือ", "สำเนาภาพถ่ายหนังสือ"))
    return f"{lead}{issuer}{chance.choice(URGENCIES)} ที่ {printed}{date_part}", way


def _slipped(chance: random.Random, printed: str) -> str:
    """One slip of a typist in the running number."""
    head, _, number = printed.rpartition("/")
    mark = "ว " if number.startswith("ว") else ""
    digits = number.removeprefix("ว ")
    at = chance.randrange(len(digits))
    kind = chance.choice(("drop", "add", "change", "swap"))
    if kind == "drop" and len(digits) > 1:
        digits = digits[:at] + digits[at + 1 :]
    elif kind == "swap" and len(digits) > at + 1 and digits[at] != digits[at + 1]:
        digits = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    elif kind == "add":
        digits = digits[:at] + digits[at] + digits[at:]
    else:
        other = chance.choice([one for one in "๑๒๓๔๕๖๗๘๙" if one != digits[at]])
        digits = digits[:at] + other + digits[at + 1 :]
    return f"{head}/{mark}{digits.lstrip('๐') or '๑'}"


def _misread(chance: random.Random, printed: str) -> str:
    """One digit read as the one that looks like it, anywhere in the number."""
    places = [at for at, sign in enumerate(printed) if sign in _READ_AS]
    if not places:
        return printed
    at = chance.choice(places)
    return printed[:at] + _READ_AS[printed[at]] + printed[at + 1 :]
