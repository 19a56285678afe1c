"""A due day's steps as JSON and back, as a period's or an expected report's row keeps them."""

import json
from datetime import date
from typing import Any

from saraban.rules.due_dates import OF_PERSONS, DueDay, Fact, Reason, Step

# Facts that are days; every other one is a count or a name.
_DAYS = frozenset({"day", "anchor"})


def steps_as_text(due: DueDay) -> str:
    """The steps and the closed days passed over, without the day itself, which is a column."""
    told: dict[str, Any] = {
        "steps": [
            {"reason": step.reason.value, **{key: _plain(one) for key, one in step.facts.items()}}
            for step in due.steps
        ]
    }
    if due.closed:
        told["closed"] = [[day.isoformat(), why] for day, why in due.closed]
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def due_from_text(due_on: date | None, text: str) -> DueDay | None:
    """The day with its steps as stored; None where there is no day. No text is no steps."""
    if due_on is None:
        return None
    if not text:
        return DueDay(due_on, ())
    told = json.loads(text)
    return DueDay(
        due_on,
        tuple(_step(dict(one)) for one in told["steps"]),
        tuple((date.fromisoformat(day), why) for day, why in told.get("closed", ())),
    )


def is_persons_choice(text: str) -> bool:
    """Whether a person set or granted the day that these steps explain."""
    return bool(_reasons(text) & {reason.value for reason in OF_PERSONS})


def is_of_round(text: str) -> bool:
    """Whether these steps explain a day of a round, moved or not: no period that was added."""
    return Reason.PATTERN.value in _reasons(text)


def _reasons(text: str) -> set[str]:
    return {one["reason"] for one in json.loads(text)["steps"]} if text else set()


def _plain(fact: Fact) -> int | str:
    return fact.isoformat() if isinstance(fact, date) else fact


def _step(told: dict[str, Any]) -> Step:
    reason = Reason(told.pop("reason"))
    facts = {
        key: date.fromisoformat(value) if key in _DAYS else value for key, value in told.items()
    }
    return Step(reason, facts)
