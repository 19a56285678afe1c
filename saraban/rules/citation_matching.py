"""Which known letter a citation means: linked without asking, proposed to a person, or left open.

A wrong link is worse than none, so only what cannot well be otherwise is linked: number and day
agree with exactly one letter, and neither issuer nor subject speaks against it. Everything else
that is likely goes to a person with what differs. Nothing here corrects what was written.
Source: unconfirmed (practice; the figures in tests/citations/README.md say how well it does).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from rapidfuzz import fuzz

from saraban.errors import UnreadableLetterNumber
from saraban.rules.citations import LIKELY, CitedAs, closeness
from saraban.rules.letter_number import parse_letter_number
from saraban.thai.text import search_key

MOST_PROPOSED = 5
# Of two names or subjects, in hundredths as rapidfuzz counts. Below the first they are another's.
_OTHER_NAME = 55
_OTHER_SUBJECT = 35
_SAME_SUBJECT = 85
_SUBJECT_BONUS = 0.15
_DIGITS = "0123456789"
# Of a longer number only the last figures are varied: nobody's slip needs more than these.
_LONGEST_RUNNING = 8


class Verdict(StrEnum):
    """What becomes of a citation."""

    LINK = "link"
    PROPOSE = "propose"
    OPEN = "open"


@dataclass(frozen=True)
class Cited:
    """A citation as written. subject "" and written_on None where they are not known.

    written_on is the date of the letter that cites: it cites nothing younger than itself.
    """

    parts: CitedAs
    subject: str = ""
    written_on: date | None = None


@dataclass(frozen=True)
class Known:
    """A letter that may be meant: its numbers in normal form, printed and as it is known.

    Rows that were declared one letter have one id.
    """

    id: int
    keys: tuple[str, ...]
    dated_on: date | None
    issuer_names: tuple[str, ...]
    subject: str


@dataclass(frozen=True)
class Decision:
    """The verdict, the letter linked to, and the letters to propose, likeliest first."""

    verdict: Verdict
    linked: Known | None
    proposed: tuple[Known, ...]


def decide(cited: Cited, known: Sequence[Known]) -> Decision:
    """What to do with a citation, given every known letter that its number might mean."""
    earlier = [one for one in known if not _is_younger(one, cited.written_on)]
    exact = [one for one in earlier if _is_exact(cited.parts, one)]
    if len({one.id for one in exact}) == 1 and not _speaks_against(cited, exact[0]):
        return Decision(Verdict.LINK, exact[0], ())
    scored = sorted(
        ((_likeness(cited, one), one) for one in earlier), key=lambda pair: (-pair[0], pair[1].id)
    )
    distinct = {one.id: one for score, one in reversed(scored) if score >= LIKELY}
    likely = tuple(reversed(distinct.values()))[:MOST_PROPOSED]
    return Decision(Verdict.PROPOSE if likely else Verdict.OPEN, None, likely)


def slips_of(key: str) -> tuple[str, ...]:
    """The number and every number one slip of a typist away, as keys to look up by index.

    In the running number a figure dropped, added, changed or swapped with its neighbour; before
    it a figure of the owner's number changed. Empty for what is no letter number.
    """
    try:
        number = parse_letter_number(key)
    except UnreadableLetterNumber:
        return ()
    found = {number.key: None}
    if number.running_number is not None:
        for running in _slips(str(number.running_number)):
            found[replace(number, running_number=int(running)).key] = None
    for owner in _changed(number.owner_number):
        found[replace(number, owner_number=owner).key] = None
    return tuple(found)


def subject_likeness(one: str, other: str) -> float:
    """How alike two subjects are, 0 to 100; 0 where one is missing."""
    left, right = search_key(one), search_key(other)
    return fuzz.ratio(left, right) if left and right else 0.0


def contradicts(issuer_text: str | None, names: Iterable[str]) -> bool:
    """Whether the issuer as cited is somebody else than the letter's, in words that tell.

    A short name says too little to speak against anybody.
    """
    cited = search_key(issuer_text or "")
    if len(cited) < 8 or "." in (issuer_text or ""):
        return False
    keys = [search_key(name) for name in names if len(search_key(name)) >= 8]
    return bool(keys) and max(fuzz.partial_ratio(cited, key) for key in keys) < _OTHER_NAME


def _is_exact(cited: CitedAs, one: Known) -> bool:
    return (
        cited.number_key is not None
        and cited.number_key in one.keys
        and cited.dated_on is not None
        and cited.dated_on == one.dated_on
    )


def _speaks_against(cited: Cited, one: Known) -> bool:
    if contradicts(cited.parts.issuer_text, one.issuer_names):
        return True
    if not cited.subject or not one.subject:
        return False
    return subject_likeness(cited.subject, one.subject) < _OTHER_SUBJECT


def _is_younger(one: Known, written_on: date | None) -> bool:
    return written_on is not None and one.dated_on is not None and one.dated_on > written_on


def _likeness(cited: Cited, one: Known) -> float:
    """The closeness of number and day, a little more for the same subject; 0 for another's."""
    near = max(
        (closeness(cited.parts, number_key=key, dated_on=one.dated_on) for key in one.keys),
        default=0.0,
    )
    if not near:
        return 0.0
    likeness = subject_likeness(cited.subject, one.subject)
    if likeness >= _SAME_SUBJECT:
        return near + _SUBJECT_BONUS
    return near


def _slips(digits: str) -> Iterable[str]:
    if len(digits) > _LONGEST_RUNNING:
        return
    for at in range(len(digits) + 1):
        before, after = digits[:at], digits[at:]
        for digit in _DIGITS:
            yield before + digit + after
            if after:
                yield before + digit + after[1:]
        if len(digits) > 1 and after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def _changed(owner: str) -> Iterable[str]:
    for at, sign in enumerate(owner):
        if sign in _DIGITS:
            yield from (owner[:at] + digit + owner[at + 1 :] for digit in _DIGITS)
