"""Whole readings of a field that its reader holds for possible too: one digit read otherwise.

Each is offered only if it can be the field: a number that is one, a day that the calendar has.
"""

from collections.abc import Callable, Iterable, Mapping

from saraban.rules.letter_reading.heading.citations import citations_in
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.number_line import heading_number, number_at
from saraban.rules.letter_reading.lines.page_lines import Rival
from saraban.thai.dates import format_long
from saraban.thai.digits import to_thai

MOST_RIVALS = 3
# Of lists the elements have rivals, not the whole.
SINGLE_FIELDS = frozenset({"number", "date_iso"})


def other_readings(field: str, raw: str, rivals: Iterable[Rival]) -> tuple[str, ...]:
    """At most three readings of the field read as `raw`, the likeliest first.

    Numbers and days are written as the register writes them, citations and stamps as they
    stand in raw. Fields that are not kept as figures have none.
    """
    if field not in _READ:
        return ()
    read, own = _READ[field], _READ[field](raw)
    ordered = sorted(rivals, key=lambda rival: -rival.share)
    changed = (f"{raw[: one.place]}{one.text}{raw[one.place + 1 :]}" for one in ordered)
    others = dict.fromkeys(text for one in changed if (text := read(one)) and text != own)
    return tuple(others)[:MOST_RIVALS]


def _number(raw: str) -> str:
    found = number_at(raw) or heading_number(raw)
    return to_thai(found.parts.normalized) if found else ""


def _day(raw: str) -> str:
    found = dates_in(raw)
    return format_long(found[0].day) if found else ""


def _citation(raw: str) -> str:
    return raw if len(citations_in(raw)) == 1 else ""


def _stamp(raw: str) -> str:
    return raw


_READ: Mapping[str, Callable[[str], str]] = {
    "number": _number,
    "date_iso": _day,
    "references": _citation,
    "cited": _citation,
    "stamps": _stamp,
}
