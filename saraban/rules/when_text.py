"""A "by when" as JSON and back, as a duty's row keeps it; what is unknown is refused."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from typing import Any

from saraban.errors import WhenUnreadable
from saraban.rules.recurrence import months_in
from saraban.rules.whens import (
    Anchor,
    Counted,
    Cycle,
    Every,
    FixedDay,
    MonthDay,
    OnEvent,
    Recurring,
    Soon,
    Span,
    Standing,
    When,
)

KINDS: dict[str, type[Any]] = {
    "fixed": FixedDay,
    "counted": Counted,
    "recurring": Recurring,
    "on_event": OnEvent,
    "standing": Standing,
    "soon": Soon,
}
MOST_COUNT = 999
MOST_INTERVAL = 52
LONGEST_EVENT = 160
_KIND_OF = {each: name for name, each in KINDS.items()}
_DAYS_OF_MONTH = range(1, 32)
_PLACES = (1, 2, 3, 4, -1)
_MOST_OFFICE_DAY = 15


def when_as_text(when: When) -> str:
    """Canonical JSON, what is usual left out. Raises WhenUnreadable for what makes no sense."""
    checked(when)
    told: dict[str, Any] = {"kind": _KIND_OF[type(when)]}
    for field in fields(when):
        value = getattr(when, field.name)
        if value != field.default:
            told[field.name] = _plain(value)
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def when_from_text(text: str) -> When:
    """What the JSON says. Raises WhenUnreadable, with the part that is not known."""
    try:
        told = json.loads(text)
    except ValueError:
        raise WhenUnreadable(part=text[:80]) from None
    if not isinstance(told, dict) or told.get("kind") not in KINDS:
        raise WhenUnreadable(part=_short(told.get("kind") if isinstance(told, dict) else told))
    kind = KINDS[told.pop("kind")]
    _refuse_others(told, kind)
    return checked(kind(**{name: _READERS[name](name, value) for name, value in told.items()}))


def checked(when: When) -> When:
    """The same, if its parts fit together; WhenUnreadable otherwise."""
    if isinstance(when, Counted):
        _check_counted(when)
    elif isinstance(when, Recurring):
        _check_recurring(when)
    return when


def _check_counted(when: Counted) -> None:
    is_of_event = when.anchor is Anchor.EVENT
    if not 0 < abs(when.count) <= MOST_COUNT:
        raise WhenUnreadable(part=f"count {when.count}", field="count")
    # Before a receipt or the letter's own day nothing can be asked.
    if when.count < 0 and not is_of_event:
        raise WhenUnreadable(part=f"count {when.count}", field="count")
    if not is_of_event and (when.event_on or when.event):
        raise WhenUnreadable(part="event", field="anchor")
    if len(when.event) > LONGEST_EVENT:
        raise WhenUnreadable(part="event", field="event")


def _check_recurring(when: Recurring) -> None:
    length = months_in(when.every)
    is_by_days = not length
    checks = (
        ("until", when.until is None or when.until >= when.starts_on),
        ("interval", 1 <= when.interval <= MOST_INTERVAL),
        ("interval", when.interval == 1 or length <= 1),
        ("weekdays", len(set(when.weekdays)) == len(when.weekdays)),
        ("weekdays", all(0 <= day <= 6 for day in when.weekdays)),
        ("weekdays", is_by_days or not when.weekdays),
        ("weekdays", when.every is not Every.WEEK or bool(when.weekdays)),
        # Every so many days walks over all of them: a weekday besides would skip unforeseeably.
        ("weekdays", when.every is not Every.DAY or when.interval == 1 or not when.weekdays),
        ("days", is_by_days != bool(when.days) and len(set(when.days)) == len(when.days)),
        ("days", all(map(_is_day_of_month, when.days))),
        ("after", -max(0, length - 1) <= when.after <= 12),
        ("cycle", when.cycle is Cycle.CALENDAR or when.every in (Every.HALF_YEAR, Every.YEAR)),
    )
    for part, is_good in checks:
        if not is_good:
            raise WhenUnreadable(part=f"{part} {_short(getattr(when, part))}", field=part)


def _is_day_of_month(day: MonthDay) -> bool:
    if day.is_office_day:
        return day.weekday is None and (day.place == -1 or 1 <= day.place <= _MOST_OFFICE_DAY)
    if day.weekday is not None:
        return 0 <= day.weekday <= 6 and day.place in _PLACES
    return day.place == -1 or day.place in _DAYS_OF_MONTH


def _refuse_others(told: Mapping[str, Any], kind: type[Any]) -> None:
    """WhenUnreadable for a part that the kind lacks, or that is missing."""
    known = {field.name for field in fields(kind)}
    needed = {field.name for field in fields(kind) if _is_needed(field)}
    wrong = sorted((set(told) - known) | (needed - set(told)))
    if wrong:
        raise WhenUnreadable(part=wrong[0])


def _is_needed(field: Any) -> bool:
    return field.default is MISSING


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, MonthDay):
        return {
            field.name: getattr(value, field.name)
            for field in fields(value)
            if getattr(value, field.name) != field.default
        }
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, StrEnum) else value


def _day(name: str, value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise WhenUnreadable(part=f"{name} {_short(value)}", field=name) from None


def _whole(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise WhenUnreadable(part=f"{name} {_short(value)}", field=name)
    return value


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise WhenUnreadable(part=f"{name} {_short(value)}", field=name)
    return value


def _words(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise WhenUnreadable(part=f"{name} {_short(value)}", field=name)
    return value


def _one_of(choices: type[StrEnum]) -> Any:
    def read(name: str, value: Any) -> StrEnum:
        if not isinstance(value, str) or value not in {one.value for one in choices}:
            raise WhenUnreadable(part=f"{name} {_short(value)}", field=name)
        return choices(value)

    return read


def _listed(name: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise WhenUnreadable(part=f"{name} {_short(value)}", field=name)
    return value


def _month_day(name: str, value: Any) -> MonthDay:
    if not isinstance(value, dict):
        raise WhenUnreadable(part=f"{name} {_short(value)}", field=name)
    _refuse_others(value, MonthDay)
    return MonthDay(
        _whole(name, value["place"]),
        None if value.get("weekday") is None else _whole(name, value["weekday"]),
        _flag(name, value.get("is_office_day", False)),
    )


_READERS: dict[str, Any] = {
    "on": _day,
    "count": _whole,
    "span": _one_of(Span),
    "anchor": _one_of(Anchor),
    "event_on": _day,
    "event": _words,
    "every": _one_of(Every),
    "starts_on": _day,
    "until": _day,
    "interval": _whole,
    "weekdays": lambda name, value: tuple(_whole(name, one) for one in _listed(name, value)),
    "days": lambda name, value: tuple(_month_day(name, one) for one in _listed(name, value)),
    "after": _whole,
    "is_since_last": _flag,
    "cycle": _one_of(Cycle),
}


def _short(value: Any) -> str:
    return str(value)[:60]
