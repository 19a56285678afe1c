"""All duties of a unit on one page, those it keeps and those it owes; the same as a file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import Blueprint, request, url_for

from saraban import clock
from saraban.desk.exports import ask_overview, note_overview
from saraban.errors import SarabanError
from saraban.queries.duties_overview import OverviewLine, Wanted, duties_overview
from saraban.queries.overview_table import overview_table
from saraban.rules.duties_overview import (
    COUNTED,
    ELSEWHERE,
    THAI_SHOWN,
    THAI_SIDE,
    THAI_SORT,
    Shown,
    Side,
    Sort,
)
from saraban.rules.duty_standings import Standing
from saraban.rules.exports import ExportFormat, OverviewAsk
from saraban.rules.permissions import Act, may
from saraban.thai.dates import parse_date
from saraban.web.answers import page, see_other
from saraban.web.due_words import period_name
from saraban.web.duty_grid import grid_words
from saraban.web.forms import sent
from saraban.web.session import actor, require, signed_in
from saraban.web.table_papers import PaperForm, handed_out
from saraban.web.words import choices, said

pages = Blueprint("duties_overview", __name__)

_WORDS = ("side", "shown", "since", "until", "province", "q", "sort")


@dataclass
class Asked:
    """What the address asks for, as it was typed; troubles has a word for each unreadable day."""

    typed: dict[str, str]
    wanted: Wanted
    troubles: dict[str, str] = field(default_factory=dict)

    @property
    def given(self) -> dict[str, str]:
        """The words of the address that say anything."""
        return {name: value for name, value in self.typed.items() if value}

    @property
    def is_narrowed(self) -> bool:
        """Whether one of the choices says anything that are folded away otherwise."""
        return any(self.typed[name] for name in ("side", "since", "until", "province"))


@pages.get("/duties/overview")
@signed_in
def overview() -> Any:
    """A line a duty with its present period's numbers; the filters stand in the address."""
    require(Act.SEE_DUTY)
    asked = _asked()
    number = request.args.get("page", "1")
    found = duties_overview(
        actor(),
        today=clock.today(),
        wanted=asked.wanted,
        page=int(number) if number.isdecimal() and len(number) < 7 else 1,
    )
    return page(
        "duties/overview.html",
        found=found,
        asked=asked,
        behind=_behind(asked),
        period_name=period_name,
        sides=choices(THAI_SIDE),
        shown_words=choices(THAI_SHOWN),
        sorts=choices(THAI_SORT),
        COLUMNS=COUNTED,
        ELSEWHERE=ELSEWHERE,
        paper_form=PaperForm(formdata=None),
        may_hand_over=may(actor(), Act.HAND_OVER),
        **grid_words(),
    )


@pages.post("/duties/overview.<any(pdf,xlsx):kind>")
@signed_in
def paper(kind: str) -> Any:
    """Every line of it, narrowed down as the address says; a long PDF when the worker made it."""
    require(Act.SEE_DUTY)
    asked, at = _asked(), clock.now()
    back = see_other("duties_overview.overview", **asked.given)
    if not sent(PaperForm()):
        return back
    ask = _ask(asked.wanted, ExportFormat(kind))
    return handed_out(
        overview_table(actor(), ask, today=clock.today()),
        ask,
        name=f"ภาพรวมภารกิจ_{clock.today().isoformat()}.{kind}",
        at=at,
        note=note_overview,
        later=ask_overview,
        back=back,
    )


def _asked() -> Asked:
    """Out of the address; an unknown word asks for nothing, an unreadable day is told of."""
    typed = {name: request.args.get(name, "").strip() for name in _WORDS}
    troubles: dict[str, str] = {}
    days: dict[str, date | None] = {"since": None, "until": None}
    for name in days:
        try:
            days[name] = parse_date(typed[name], today=clock.today()) if typed[name] else None
        except SarabanError as error:
            troubles[name] = said(error)
    wanted = Wanted(
        side=Side(typed["side"]) if typed["side"] in set(Side) else None,
        shown=Shown(typed["shown"]) if typed["shown"] in set(Shown) else None,
        since=days["since"],
        until=days["until"],
        province=typed["province"],
        words=typed["q"],
        sort=Sort(typed["sort"]) if typed["sort"] in set(Sort) else Sort.BEHIND,
    )
    return Asked(typed, wanted, troubles)


def _ask(wanted: Wanted, kind: ExportFormat) -> OverviewAsk:
    return OverviewAsk(
        format=kind,
        side=wanted.side or "",
        shown=wanted.shown or "",
        since=wanted.since.isoformat() if wanted.since else "",
        until=wanted.until.isoformat() if wanted.until else "",
        province=wanted.province,
        words=wanted.words,
        sort=wanted.sort,
    )


def _behind(asked: Asked) -> Callable[..., str | None]:
    """Makes the address of the list behind a number; None where the reader may not open it."""

    def behind(line: OverviewLine, number: int, standing: Standing | None = None) -> str | None:
        if not line.is_counted:
            return None
        kept: dict[str, Any] = {"standing": standing, "province": asked.wanted.province}
        return url_for(
            "duty_grid.listed",
            uid=line.uid,
            period=number,
            **{name: value for name, value in kept.items() if value},
        )

    return behind
