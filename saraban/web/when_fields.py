"""A "by when" as the data of `when_form.WhenForm`, for a form that begins with a proposal."""

from datetime import date
from typing import Any

from saraban.rules.days_of_month import LAST
from saraban.rules.recurrence import months_in
from saraban.rules.whens import (
    Anchor,
    Counted,
    FixedDay,
    OnEvent,
    Recurring,
    Soon,
    Standing,
    When,
)


def when_as_fields(when: When | None, *, today: date) -> dict[str, Any]:
    """The fields of its kind, filled in; of no "by when" the first day of rounds alone."""
    if isinstance(when, FixedDay):
        return {"when_kind": "fixed", "fixed_on": when.on}
    if isinstance(when, Counted):
        anchor = when.anchor.value
        if when.anchor is Anchor.EVENT:
            anchor = "before" if when.count < 0 else "after"
        return {
            "when_kind": "counted",
            "count": abs(when.count),
            "span": when.span.value,
            "anchor": anchor,
            "event": when.event,
            "event_on": when.event_on,
        }
    if isinstance(when, Recurring):
        return _round_as_fields(when)
    kinds: dict[type[Any], str] = {OnEvent: "on_event", Standing: "standing", Soon: "soon"}
    return {"when_kind": kinds.get(type(when)), "starts_on": today}


def _round_as_fields(rule: Recurring) -> dict[str, Any]:
    common = {"starts_on": rule.starts_on, "until": rule.until}
    after = "since" if rule.is_since_last else str(rule.after)
    if not months_in(rule.every):
        return common | {
            "when_kind": "weekly",
            "weekdays": [str(day) for day in rule.weekdays or range(7)],
            "week_interval": rule.interval,
            "week_after": after,
        }
    day = rule.days[0]
    kind = "weekday" if day.weekday is not None else "office" if day.is_office_day else "day"
    if day.place == LAST and kind != "weekday" and len(rule.days) == 1:
        kind = "last_office" if day.is_office_day else "last"
    alike = [one.place for one in rule.days if one.is_office_day == day.is_office_day]
    return common | {
        "when_kind": "monthly",
        "every": rule.every.value,
        "month_day_kind": kind,
        "month_interval": rule.interval,
        "month_day": tuple(alike) if kind in ("day", "office") else None,
        "month_weekday": str(day.weekday or 0),
        "month_place": str(day.place),
        "month_after": after,
        "cycle": rule.cycle.value,
    }
