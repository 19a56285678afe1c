"""Holds what the pages say beside what was driven, page by page and province by province."""

import re
from datetime import date
from typing import Any

from flask.testing import FlaskClient

from saraban import clock
from saraban.app import create_app
from saraban.records import Person
from saraban.records.database import connected
from saraban.settings import Settings
from saraban.thai.digits import to_arabic

READER = "auditor.moi"
_ROW = re.compile(r'<tr data-area="[0-9]+">(.*?)</tr>', re.DOTALL)
_CELL = re.compile(r"<t[hd].*?>(.*?)</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LIST = r'<h2 id="{name}">.*?<span class="count">([^<]*)</span>'


def differences(settings: Settings, told: dict[str, Any]) -> list[str]:
    """What a page says otherwise than was driven, a line each; none when all agree.

    Read as the ministry's auditor does, on the pages as they are served.
    """
    reader = _reader(settings)
    address = f"/letters/{told['root_uid']}/cascade"
    found = _of_map(reader.get(f"{address}?tab=map").text, told)
    missing = reader.get(f"{address}?tab=missing").text
    unlisted = sum(told["forgotten"].values()) + sum(told["unheard"].values())
    for name, count in (
        ("not-reached", sum(told["waiting"].values())), ("unlisted", unlisted),
    ):  # fmt: skip
        shown = re.search(_LIST.format(name=name), missing, re.DOTALL)
        if shown is None or _number(shown[1]) != count:
            found.append(f"{name}: {shown and shown[1]} on the page, {count} driven")
    return found


def _of_map(text: str, told: dict[str, Any]) -> list[str]:
    rows = {}
    for row in _ROW.findall(text):
        name, *cells = (_TAG.sub("", cell).strip() for cell in _CELL.findall(row))
        rows[name] = tuple(map(_number, cells))
    found = []
    wanted = _wanted(told)
    for name in sorted(rows.keys() | wanted.keys()):
        if rows.get(name) != wanted.get(name):
            found.append(f"map, {name}: {rows.get(name)} on the page, {wanted.get(name)} driven")
    return found


def _wanted(told: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    """(should, not reached, unproven, silent, late) of each province."""
    is_late = date.fromisoformat(told["due_on"]) < clock.today()
    wanted: dict[str, list[int]] = {}
    place = {"sent": 2, "delivered": 3, "opened": 3, "received": 3}
    if is_late:
        place["acknowledged"] = 4
    for province, _, state, count in told["states"]:
        if not province.startswith("จังหวัด"):
            continue
        line = wanted.setdefault(province, [0] * 5)
        line[0] += count
        if state in place:
            line[place[state]] += count
    # Who shows a paper from an office without records was sent nothing: it owes no answer here.
    for province, count in told["paper"].items():
        wanted[province][3] -= count
    for province, count in told["waiting"].items():
        line = wanted.setdefault(province, [0] * 5)
        line[0] += count
        line[1] += count
    return {province: tuple(line) for province, line in wanted.items()}


def _reader(settings: Settings) -> FlaskClient:
    """A browser in which the reader has signed in."""
    browser = create_app(settings).test_client()
    with connected():
        person = Person.get(Person.sign_in == READER)
    with browser.session_transaction() as session:
        session["_user_id"], session["_fresh"] = f"{person.id}:{person.session_mark}", True
    return browser


def _number(text: str) -> int:
    return 0 if text.strip() == "–" else int(to_arabic(text).replace(",", ""))
