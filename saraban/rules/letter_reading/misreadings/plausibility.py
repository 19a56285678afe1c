"""Whether what was read can be true, by the calendar and by what the register knows of the sender.

Nothing is changed here: each doubt is told beside its field, and where it may mean a misread
digit the field has to be looked at by itself.
"""

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from saraban.errors import N_
from saraban.rules.letter_codes import PROVINCE_LETTERS
from saraban.rules.letter_number import LetterNumber
from saraban.thai.dates import be_year, format_medium
from saraban.thai.digits import to_thai

# A letter that took longer is likelier a misread year than a late one.
MOST_DAYS_ON_THE_WAY = 365
# Numbers are not given in strict order of dates: offices reserve some, and sign late.
_SLACK = 20
_SLACK_SHARE = 0.05
# How many times the highest known number of the year a new one may be before it is odd.
_MOST_TIMES = 5
_LEAST_JUMP = 500
_LEAST_KNOWN = 3

# Digits that scans and their readers take for one another: ๔ ๕ ๘ ๙, ๒ ๖, ๓ ๗ and 1 7, 3 8, 0 6 8.
_LOOK_ALIKES = ("4589", "26", "37", "17", "38", "068")

# Trat's letters are also those of police memos: they tell nothing of the sender.
_SHARED_LETTERS = frozenset({"ตร"})

_WORDS = {
    "date_after_arrival": N_("วันที่ของหนังสือ (%(date_text)s) อยู่หลังวันรับ"),
    "date_long_ago": N_("วันที่ของหนังสือ (%(date_text)s) ก่อนวันรับเกิน ๑ ปี"),
    "date_missing": N_("ไม่พบวันที่ของหนังสือ"),
    "number_missing": N_("ไม่พบเลขที่หนังสือ"),
    "number_unreadable": N_("เลขที่หนังสือไม่เป็นรูปแบบที่รู้จัก"),
    "code_unknown": N_("ยังไม่รู้จักรหัส “%(letters)s”"),
    "code_of_another": N_("รหัส “%(letters)s” เป็นของ%(owner)s แต่ผู้ส่งเป็น%(named)s"),
    "number_known": N_("เลขนี้ของผู้ส่งมีอยู่แล้ว ลงวันที่ %(date_text)s"),
    "number_too_low": N_("เลขลำดับน้อยกว่าที่ผู้ส่งใช้ไปแล้ว (%(known)s เมื่อ %(date_text)s)"),
    "number_too_high": N_("เลขลำดับมากกว่าที่ผู้ส่งใช้ภายหลัง (%(known)s เมื่อ %(date_text)s)"),
    "number_far_away": N_("เลขลำดับห่างจากที่เคยได้รับจากผู้ส่งในปีนี้มาก (สูงสุด %(known)s)"),
    "secret": N_("หนังสือชั้นความลับ: ลงทะเบียนได้เฉพาะบรรทัด ไม่เก็บเรื่องและไฟล์ไว้กับหนังสือ"),
}


@dataclass(frozen=True)
class Hint:
    """A doubt about one field. needs_look: it counts only once somebody looked at it by itself.

    message_th is a template for the facts, as errors have; choice is another reading that fits
    better, "" without one.
    """

    field: str
    code: str
    needs_look: bool
    facts: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    choice: str = ""

    @property
    def message_th(self) -> str:
        """The words before their facts are filled in, for the catalogues."""
        return _WORDS[self.code]

    @property
    def text_th(self) -> str:
        """The doubt in Thai."""
        return self.message_th % self.facts


@dataclass(frozen=True)
class KnownNumber:
    """A letter of the same sender's series (letters, owner number, ว or not) in the same year."""

    running_number: int
    dated_on: date


def date_hints(dated_on: date | None, *, arrived_on: date) -> list[Hint]:
    """Doubts about the letter's date."""
    if dated_on is None:
        return [Hint("date_iso", "date_missing", needs_look=False)]
    facts = {"date_text": format_medium(dated_on)}
    if dated_on > arrived_on:
        return [Hint("date_iso", "date_after_arrival", needs_look=True, facts=facts)]
    if (arrived_on - dated_on).days > MOST_DAYS_ON_THE_WAY:
        return [Hint("date_iso", "date_long_ago", needs_look=True, facts=facts)]
    return []


def code_hints(
    number: LetterNumber, issuer_text: str, *, codes: Collection[str], provinces: Mapping[str, str]
) -> list[Hint]:
    """Doubts about the letters before the number. codes are all that are known here, provinces
    the names ("ตาก") by their letters ("ตก")."""
    letters = number.code_letters.split(".")[0]
    if not letters or letters in _SHARED_LETTERS:
        return []
    owner = provinces.get(letters)
    named = _province_named(issuer_text, provinces.values())
    if owner and named and owner != named:
        return [
            Hint(
                "number",
                "code_of_another",
                needs_look=True,
                facts={
                    "letters": letters,
                    "owner": f"จังหวัด{owner}",
                    "named": f"จังหวัด{named}",
                },
            )
        ]
    if letters not in codes and letters not in PROVINCE_LETTERS.values():
        return [Hint("number", "code_unknown", needs_look=False, facts={"letters": letters})]
    return []


def number_hints(
    number: LetterNumber,
    dated_on: date | None,
    *,
    known: Sequence[KnownNumber],
    rivals: Sequence[LetterNumber] = (),
    is_picture: bool = False,
) -> list[Hint]:
    """Doubts about the running number, by the sender's other numbers of that year.

    rivals are other readings of the same digits, the likeliest first: the first that fits is
    offered. Without one, for digits out of a picture, the number that one digit read as its
    look-alike would give is offered, if there is but one such number that fits.
    """
    code, facts = _misfit(number, dated_on, known)
    if not code:
        return []
    fitting = [one for one in rivals if not _misfit(one, dated_on, known)[0]]
    if not fitting and is_picture:
        alike = [one for one in look_alikes(number) if not _misfit(one, dated_on, known)[0]]
        fitting = alike if len(alike) == 1 else []
    choice = to_thai(fitting[0].key) if fitting else ""
    return [Hint("number", code, needs_look=True, facts=facts, choice=choice)]


def look_alikes(number: LetterNumber) -> list[LetterNumber]:
    """The number with one digit of its running part taken for another that looks like it."""
    digits = str(number.running_number or "")
    return [
        replace(number, running_number=int(f"{digits[:place]}{other}{digits[place + 1 :]}"))
        for place, digit in enumerate(digits)
        for other in sorted(_looking_like(digit))
        if place or other != "0"
    ]


def _looking_like(digit: str) -> set[str]:
    return {other for alike in _LOOK_ALIKES if digit in alike for other in alike} - {digit}


def _misfit(
    number: LetterNumber, dated_on: date | None, known: Sequence[KnownNumber]
) -> tuple[str, dict[str, Any]]:
    """(code, facts) of the first reason why the number does not fit; ("", {}) if it does."""
    running = number.running_number
    if running is None or dated_on is None:
        return "", {}
    same_year = [one for one in known if be_year(one.dated_on) == be_year(dated_on)]
    for one in same_year:
        if one.running_number == running and one.dated_on != dated_on:
            return "number_known", {"date_text": format_medium(one.dated_on)}
    earlier = [one for one in same_year if one.dated_on < dated_on]
    later = [one for one in same_year if one.dated_on > dated_on]
    if earlier:
        highest = max(earlier, key=lambda one: one.running_number)
        if running < highest.running_number - _slack(highest.running_number):
            return "number_too_low", _told(highest)
    if later:
        lowest = min(later, key=lambda one: one.running_number)
        if running > lowest.running_number + _slack(lowest.running_number):
            return "number_too_high", _told(lowest)
    elif len(same_year) >= _LEAST_KNOWN:
        highest = max(same_year, key=lambda one: one.running_number)
        if running > _MOST_TIMES * highest.running_number + _LEAST_JUMP:
            return "number_far_away", _told(highest)
    return "", {}


def _slack(running: int) -> int:
    return max(_SLACK, round(_SLACK_SHARE * running))


def _told(one: KnownNumber) -> dict[str, Any]:
    return {"known": to_thai(str(one.running_number)), "date_text": format_medium(one.dated_on)}


def _province_named(text: str, names: Iterable[str]) -> str | None:
    """The one province that an issuer's line names with its word, None for none or several."""
    found = {name for name in names if f"จังหวัด{name}" in text.replace(" ", "")}
    return found.pop() if len(found) == 1 else None
