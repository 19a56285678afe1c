"""Where a line about a duty leads: one name a page, for templates of many places."""

from typing import Any

from flask import url_for

_PAGES = {
    "answer": "duty_answering.answer",
    "grid": "duty_grid.grid",
    "asks": "duty_asks.asks",
    "events": "duty_events.events",
    "kept": "duties.kept",
    "overview": "duties_overview.overview",
}


def duty_link(name: str, uid: str = "", number: int | None = None) -> str:
    """The address of a page of the duty or of one of its periods; of two lists without any."""
    facts: dict[str, Any] = {"uid": uid} if uid else {}
    if number is not None:
        facts["number"] = number
    return url_for(_PAGES[name], **facts)
