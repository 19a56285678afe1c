"""The number printed on a letter after ที่, taken apart and put together again."""

import re
from dataclasses import dataclass

from saraban.errors import UnreadableLetterNumber
from saraban.thai.digits import to_arabic, to_thai
from saraban.thai.text import clean_line

_MOST_CHARACTERS = 120

# Brackets hold a committee: กค (กวจ) 0405.2, ตช 0001(มค3), นร 0503/(คกก.6).
_BRACKET = r"\([ ]?[ก-์0-9][ก-์0-9. ]*\)"
_PRINTED = re.compile(
    rf"""
    (?: (?P<letters> [ก-ฮ]{{2,}} (?:\.[ก-ฮ]+)* | [ก-ฮ] (?:\.[ก-ฮ]+)+ ) \.? [ ]?
        (?: (?P<committee> {_BRACKET} ) [ ]? )?
        (?P<owner> [0-9]+ (?: [ ]?\.[ ]?[0-9]+ )* (?: [ ]?/?[ ]?{_BRACKET} )? )?
        [ ]?\.?[ ]?
        (?: /[ ]? (?: (?P<mark>ว)\.?[ ]? )? | (?<![ก-ฮ])(?P<bare_mark>ว)\.?[ ]? )
        (?: (?P<running>[0-9]{{1,9}}) (?P<year>[ ]?/[ ]?2[4-7][0-9]{{2}})? | (?P<special>พิเศษ) )
    |   (?: (?P<lone_mark>ว)\.?[ ]? )? (?P<lone_running>[0-9]{{1,9}})
        (?P<lone_year>[ ]?/[ ]?2[4-7][0-9]{{2}})?
    |   (?P<lone_special>พิเศษ (?:[ ]?[0-9]{{1,9}})? [ ]?/[ ]?2[4-7][0-9]{{2}})
    )""",
    re.VERBOSE,
)
_LEAD = re.compile("(?:เลข)?ที่[ .:]*")


@dataclass(frozen=True)
class LetterNumber:
    """A letter number in parts, all digits Arabic; the printed form is kept elsewhere.

    owner_number keeps a bracket that follows the digits: "0001(มค3)", "0503/(คกก.6)".
    suffix is the year of an order ("/2565") or the word standing in place of a running
    number (พิเศษ); running_number is None only then.
    Source: Rule on Saraban Work B.E. 2526, clause 11.1 and annex 1.
    """

    code_letters: str
    committee: str | None
    owner_number: str
    is_circular: bool
    running_number: int | None
    suffix: str

    @property
    def prefix(self) -> str:
        """What stands before the slash: "มท 0229"; "" for an order's number."""
        committee = f"({self.committee})" if self.committee else ""
        return " ".join(part for part in (self.code_letters, committee, self.owner_number) if part)

    @property
    def key(self) -> str:
        """The normal form, equal for two prints of one number: "มท 0229/ว 3799".

        Numbers restart every Buddhist-era year: the key is unique only within one.
        """
        slash = "/" if self.prefix else ""
        mark = "ว " if self.is_circular else ""
        running = "" if self.running_number is None else str(self.running_number)
        return f"{self.prefix}{slash}{mark}{running}{self.suffix}"

    @property
    def thai(self) -> str:
        """The key in Thai digits, as a letter prints it."""
        return to_thai(self.key)


def parse_letter_number(text: str) -> LetterNumber:
    """The parts of a printed or typed letter number, in Thai or Arabic digits.

    Blanks, stray full stops and a leading ที่ do not matter, and the slash may be missing
    before ว. Without code letters only an order's 12/2565, a circular's ว 12 and พิเศษ/2565
    are read. Raises UnreadableLetterNumber.
    """
    line = to_arabic(clean_line(text))
    found = None
    if len(line) <= _MOST_CHARACTERS:
        found = _PRINTED.fullmatch(line[lead.end() :] if (lead := _LEAD.match(line)) else line)
    if not found:
        raise UnreadableLetterNumber(text=text)
    if found["letters"]:
        return _with_letters(found, text)
    return _without_letters(found, text)


def compose(
    code_letters: str, owner_number: str, is_circular: bool, running_number: int
) -> LetterNumber:
    """The number a unit gives its next letter; code_letters may carry a committee in brackets.

    Raises UnreadableLetterNumber when the parts make no number another office could read.
    """
    mark = "ว " if is_circular else ""
    return parse_letter_number(f"{code_letters} {owner_number}/{mark}{running_number}")


def _with_letters(found: re.Match[str], text: str) -> LetterNumber:
    letters = _without_dots_between_single_letters(found["letters"])
    running = int(found["running"]) if found["running"] else None
    if running == 0:
        raise UnreadableLetterNumber(text=text)
    committee = found["committee"]
    return LetterNumber(
        code_letters=letters,
        committee=_bracketed(committee)[1:-1] if committee else None,
        owner_number=_bracketed(found["owner"] or ""),
        is_circular=bool(found["mark"] or found["bare_mark"]),
        running_number=running,
        suffix=(found["year"] or found["special"] or "").replace(" ", ""),
    )


def _without_letters(found: re.Match[str], text: str) -> LetterNumber:
    running = int(found["lone_running"]) if found["lone_running"] else None
    year = (found["lone_year"] or "").replace(" ", "")
    # A number alone is a number whose letters were forgotten, not a letter number.
    if running == 0 or (running and not year and not found["lone_mark"]):
        raise UnreadableLetterNumber(text=text)
    special = re.sub(r"^พิเศษ ?(?=[0-9])", "พิเศษ ", found["lone_special"] or "")
    return LetterNumber(
        code_letters="",
        committee=None,
        owner_number="",
        is_circular=bool(found["lone_mark"]),
        running_number=running,
        suffix=year or re.sub(" ?/ ?", "/", special),
    )


def _without_dots_between_single_letters(letters: str) -> str:
    """ม.ท is มท, while สถจ.ตก stays: its dot parts two abbreviations."""
    parts = letters.split(".")
    return "".join(parts) if all(len(part) == 1 for part in parts) else letters


def _bracketed(text: str) -> str:
    """The text without blanks outside brackets and at their edges."""
    text = re.sub(r" ?([()]) ?", r"\1", text)
    return re.sub(r" ?([./]) ?", r"\1", text)
