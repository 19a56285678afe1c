"""A letter as another letter cites it: read, compared with the letter itself, and looked for.

What was cited is kept as cited. Which of two differing numbers is right cannot be decided
from a copy, so nothing here corrects anything: it names the difference and lets a person say.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saraban.errors import ImpossibleDate, UnreadableDate, UnreadableLetterNumber
from saraban.rules.letter_number import LetterNumber, parse_letter_number
from saraban.rules.letters import Urgency
from saraban.thai.dates import be_year, parse_date
from saraban.thai.digits import to_arabic
from saraban.thai.text import clean_line, search_key

# From this closeness on a letter may be proposed as the one meant.
LIKELY = 0.7

_MOST_DAYS_APART = 10
_LONGEST_PART = 40
_MOST_CHARACTERS = 600  # no line that cites a letter is longer; the search is quadratic

_ENUMERATOR = r"(?:[0-9]+(?:\.[0-9]+)*[.)] *)?"
_OPENING = re.compile(
    rf"^{_ENUMERATOR}(?:(?:อ้างถึง|สิ่งที่ส่งมาด้วย|ตาม)[ :]*{_ENUMERATOR})?"
    r"(?:(?:สำเนาภาพถ่าย|ภาพถ่าย|สำเนา)? *(?:หนังสือภายใน|หนังสือ|บันทึกข้อความ|บันทึก)? *(?:ของ|จาก)?)"
)
_URGENCIES = (
    (re.compile("ด่วน ?ที่สุด"), Urgency.MOST_URGENT),
    (re.compile("ด่วน ?มาก"), Urgency.VERY_URGENT),
    (re.compile("ด่วน"), Urgency.URGENT),
)
_NUMBER_WORD = re.compile(r"(?<!วัน)ที่[ .:]*(?=[ก-ฮ0-9])")
_BARE_NUMBER = re.compile(
    r"(?<![ก-๎])[ก-ฮ]{2}\.? ?(?:\([^()]{1,20}\) ?)?[0-9][0-9. ]*/[ ว./]*[0-9]+"
)
_AFTER_NUMBER = re.compile(r" *(?:ลงวันที่|ลง ?วันที่|ลว|วันที่|จำนวน|เรื่อง|และ|,|$)")
_DATE_WORD = re.compile(r"(?:ลง ?วันที่|ลว\.?|วันที่) *")
_DATE_SHAPE = re.compile(
    r"[0-9]{1,2} ?(?:(?:เดือน)? ?[ก-์]{2,9}|[ก-์]+\.[ก-์]+\.?) ?(?:พ\.?ศ\.?)? ?(?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)


@dataclass(frozen=True)
class CitedAs:
    """The parts of a citation as it was written; None for what it leaves out.

    number_key is a LetterNumber's key, urgency an Urgency's value.
    """

    number_key: str | None
    dated_on: date | None
    urgency: str | None
    issuer_text: str | None


class Match(StrEnum):
    """How a citation and the letter it means agree; unresolved while no letter is known."""

    EXACT = "exact"
    NUMBER_DIFFERS = "number_differs"
    DATE_DIFFERS = "date_differs"
    BOTH_DIFFER = "both_differ"
    UNRESOLVED = "unresolved"


def differing_fields(
    cited: CitedAs, *, number_key: str | None, dated_on: date | None, urgency: str | None
) -> tuple[str, ...]:
    """Which of "number", "dated_on" and "urgency" the citation gives otherwise than the letter.

    What either side leaves out does not differ: citing without the urgency is common.
    """
    pairs = (
        ("number", _comparable(cited.number_key), _comparable(number_key)),
        ("dated_on", cited.dated_on, dated_on),
        ("urgency", cited.urgency, urgency),
    )
    return tuple(
        name
        for name, as_cited, as_printed in pairs
        if as_cited is not None and as_printed is not None and as_cited != as_printed
    )


def match_of(fields: tuple[str, ...]) -> Match:
    """The match that differing_fields amounts to; the urgency alone leaves it exact."""
    if "number" in fields:
        return Match.BOTH_DIFFER if "dated_on" in fields else Match.NUMBER_DIFFERS
    return Match.DATE_DIFFERS if "dated_on" in fields else Match.EXACT


def closeness(
    cited: CitedAs,
    *,
    number_key: str | None,
    dated_on: date | None,
    issuer_name: str | None = None,
) -> float:
    """How likely the letter with these facts is the one cited, 0 to 1; propose from LIKELY up.

    A number one slip of the typist away, with dates within ten days, is likely. The same
    number of another year is not, for numbers restart. Without a number nothing is.
    """
    number = _number_closeness(cited.number_key, number_key)
    if number is None or number == 0:
        return 0.0
    days = _days_apart(cited.dated_on, dated_on)
    day_share = 0.5 if days is None else max(0.0, 1 - 0.05 * days)
    if days is not None and days > _MOST_DAYS_APART:
        day_share = 0.0
    share = 0.7 * number + 0.3 * day_share
    if _in_different_years(cited.dated_on, dated_on) and day_share == 0:
        share /= 2
    if not cited.issuer_text or not issuer_name:
        return round(share, 3)
    same_issuer = search_key(issuer_name) in search_key(cited.issuer_text)
    return round(0.9 * share + (0.1 if same_issuer else 0.0), 3)


def read_citation(text: str) -> CitedAs:
    """The parts of a line under อ้างถึง or สิ่งที่ส่งมาด้วย that cites a letter; never raises.

    A part that cannot be read for certain is None: a line that cites no letter has no number.
    """
    line = to_arabic(clean_line(text)[:_MOST_CHARACTERS]).removeprefix("(")
    number_key, start, end = _number_in(line)
    before = line if start is None else line[:start]
    urgency = next((value for words, value in _URGENCIES if words.search(before)), None)
    return CitedAs(
        number_key=number_key,
        dated_on=_date_in(line[end or 0 :]),
        urgency=urgency.value if urgency else None,
        issuer_text=_issuer_in(before) if number_key else None,
    )


def _number_in(line: str) -> tuple[str | None, int | None, int | None]:
    """The key of the first letter number in the line, and where it starts and ends."""
    for word in _NUMBER_WORD.finditer(line):
        stop = _AFTER_NUMBER.search(line, word.end())
        end = stop.start() if stop else len(line)
        printed = line[word.end() : end]
        if printed.count(")") > printed.count("("):  # the whole citation stands in brackets
            printed = printed[: printed.rindex(")")]
        if (key := _comparable_or_none(printed)) is not None:
            return key, word.start(), end
    if found := _BARE_NUMBER.search(line):
        return _comparable_or_none(found[0]), found.start(), found.end()
    return None, None, None


def _date_in(line: str) -> date | None:
    """The first day after ลงวันที่, ลว. or วันที่; None when there is none that can be read."""
    for word in _DATE_WORD.finditer(line):
        if found := _DATE_SHAPE.match(line, word.end()):
            try:
                return parse_date(found[0])
            except (UnreadableDate, ImpossibleDate):
                continue
    return None


def _issuer_in(before: str) -> str | None:
    """Who the citation says wrote the letter: what stands between หนังสือ and the urgency."""
    for words, _ in _URGENCIES:
        if found := words.search(before):
            before = before[: found.start()]
    issuer = _OPENING.sub("", before).strip(" ,:")
    return issuer or None


def _parsed(key: str | None) -> LetterNumber | None:
    try:
        return parse_letter_number(key) if key else None
    except UnreadableLetterNumber:
        return None


def _comparable_or_none(text: str) -> str | None:
    number = _parsed(text)
    return number.key if number else None


def _comparable(key: str | None) -> str | None:
    """The normal form of a number, or its search key when it is none that can be read."""
    if not key:
        return None
    return _comparable_or_none(key) or search_key(key)


def _number_closeness(cited_key: str | None, number_key: str | None) -> float | None:
    """1 for the same number, 0.8 for one slip in its running part, 0.6 for one before it.

    0 for two different numbers; None when either is missing or unreadable.
    """
    cited, candidate = _parsed(cited_key), _parsed(number_key)
    if cited is None or candidate is None:
        return None
    if cited == candidate:
        return 1.0
    if cited.is_circular != candidate.is_circular or cited.suffix != candidate.suffix:
        return 0.0
    runnings = str(cited.running_number), str(candidate.running_number)
    if cited.prefix == candidate.prefix:
        return 0.8 if _one_slip_apart(*runnings) else 0.0
    if runnings[0] == runnings[1] and _one_slip_apart(cited.prefix, candidate.prefix):
        return 0.6
    return 0.0


def _one_slip_apart(one: str, other: str) -> bool:
    """One character dropped, added or changed, or two neighbours swapped: '3799', '33799'."""
    if len(one) > len(other):
        one, other = other, one
    if one == other or len(other) - len(one) > 1 or len(other) > _LONGEST_PART:
        return False
    same = next((at for at in range(len(one)) if one[at] != other[at]), len(one))
    if len(one) < len(other):
        return one[same:] == other[same + 1 :]
    swapped = one[same + 1 : same + 2] + one[same : same + 1] + one[same + 2 :]
    return one[same + 1 :] == other[same + 1 :] or swapped == other[same:]


def _days_apart(one: date | None, other: date | None) -> int | None:
    return None if one is None or other is None else abs((one - other).days)


def _in_different_years(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and be_year(one) != be_year(other)
