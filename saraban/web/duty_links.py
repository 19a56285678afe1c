"""Where a line of the duties' place leads: the page if it is hung, else the duty itself."""

from functools import lru_cache
from typing import Any

from flask import Flask, current_app, url_for

# By their addresses, which are the duties' own words for these pages.
_PAGES = {
    "answer": "/duties/<uid>/<int:number>/answer",
    "grid": "/duties/<uid>/grid",
    "asks": "/duties/<uid>/asks",
    "kept": "/duties/kept",
}


def duty_link(name: str, uid: str = "", number: int | None = None) -> str:
    """The address of a duty's page, of its overview, or of the work list where there is neither."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    endpoint = _endpoints(app).get(_PAGES[name])
    if endpoint is None:
        return url_for("duties.duty", uid=uid) if uid else url_for("work_list.duties")
    facts: dict[str, Any] = {"uid": uid} if uid else {}
    if number is not None:
        facts["number"] = number
    return url_for(endpoint, **facts)


@lru_cache(maxsize=1)
def _endpoints(app: Flask) -> dict[str, str]:
    rules = app.url_map.iter_rules()
    return {rule.rule: rule.endpoint for rule in rules if "GET" in (rule.methods or ())}
