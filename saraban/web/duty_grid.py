"""A duty as a grid, areas or units by periods, and the list behind each of its numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from saraban import clock
from saraban.queries.duty_lines import Narrowed, expected_lines
from saraban.queries.duty_periods_shown import PeriodHead
from saraban.queries.duty_rollup import MOST_UNITS_AT_ONCE, counted_duty, roll_up
from saraban.queries.duty_unit_grid import unit_grid
from saraban.rules.duty_standings import STANDING_SHAPES, THAI_STANDING, Standing, Tally
from saraban.web.due_words import period_name
from saraban.web.duties import duty_page
from saraban.web.duty_bars import Wording
from saraban.web.session import actor, signed_in
from saraban.web.table_papers import PaperForm
from saraban.web.words import in_digits

pages = Blueprint("duty_grid", __name__)

MOST_PAGES = 10_000
# What a cell of an area tells beside how many answered: what somebody has to look after.
TROUBLES = (Standing.LATE, Standing.RETURNED, Standing.MISSING, Standing.NOT_REACHED)
# The columns at the end of a row; the rest stands below the table, by period.
ROW_SUMS = (
    Standing.IN_TIME,
    Standing.LATE,
    Standing.NIL,
    Standing.MISSING,
    Standing.NOT_REACHED,
)


@dataclass(frozen=True)
class Asked:
    """What the address asks for; an unknown value asks for nothing."""

    by: str
    province: str
    district: str
    find: str
    standing: Standing | None
    unit: str
    until: int | None
    page: int

    @property
    def narrowed(self) -> Narrowed:
        """Which units."""
        return Narrowed(self.province, self.district, self.find, self.standing, self.unit)

    @property
    def wants_units(self) -> bool:
        """Whether only units can show it."""
        return self.by == "unit" or bool(
            self.district or self.find.strip() or self.standing or self.unit
        )


@pages.get("/duties/<uid>/grid")
@signed_in
def grid(uid: str) -> Any:
    """Areas by periods where there are many units; their units, or a few, one by one."""
    asked, today = asked_of_address(), clock.today()
    seen = counted_duty(actor(), uid)
    is_few = seen.unit_count <= MOST_UNITS_AT_ONCE and asked.by != "area"
    here = _here(uid, asked)
    facts: dict[str, Any] = {"asked": asked, "here": here, "is_few": is_few, **grid_words()}
    if asked.wants_units or (is_few and not asked.province):
        found: Any = unit_grid(
            actor(),
            uid,
            today=today,
            wanted=asked.narrowed,
            until=asked.until,
            page=asked.page,
        )
        facts |= {"shows": "units", "place": found.district or found.province}
    else:
        found = roll_up(actor(), uid, today=today, province_uid=asked.province, until=asked.until)
        facts |= {"shows": "areas", "place": found.province[1] if found.province else ""}
    return duty_page(
        "duty_grid/grid.html",
        found.duty,
        found=found,
        names={one.number: name_of(one) for one in found.periods},
        behind=_behind(uid, asked, found.periods),
        paper_form=PaperForm(formdata=None),
        paper_kept=_given(
            _kept(asked)
            | {"by": None}
            | (
                {"since": found.periods[0].number, "until": found.periods[-1].number}
                if found.periods
                else {}
            )
        ),
        incomplete=incomplete_words(found.total),
        share=share_words(found.total),
        **facts,
    )


@pages.get("/duties/<uid>/list")
@signed_in
def listed(uid: str) -> Any:
    """The units behind a number, each with its answer."""
    asked, span = asked_of_address(), span_of_address()
    found = expected_lines(
        actor(),
        uid,
        today=clock.today(),
        wanted=asked.narrowed,
        span=span,
        page=asked.page,
    )
    kept = _kept(asked) | ({"since": span[0], "until": span[1]} if span else {})
    kept.pop("by", None)

    def here(**changes: Any) -> str:
        return url_for("duty_grid.listed", uid=uid, **_given({**kept, **changes}))

    return duty_page(
        "duty_grid/list.html",
        found.duty,
        found=found,
        asked=asked,
        here=here,
        kept=_given(kept),
        paper_form=PaperForm(formdata=None),
        name_of=name_of,
        **grid_words(),
    )


def asked_of_address() -> Asked:
    """The filters that stand in the address."""
    said = request.args
    standing = said.get("standing", "")
    return Asked(
        by=said.get("by", ""),
        province=said.get("province", ""),
        district=said.get("district", ""),
        find=said.get("find", ""),
        standing=Standing(standing) if standing in set(Standing) else None,
        unit=said.get("unit", ""),
        until=said.get("until", type=int),
        page=max(1, min(said.get("page", 1, type=int), MOST_PAGES)),
    )


def span_of_address() -> tuple[int, int] | None:
    """The periods that the address names by period=, or by since= and until=; None for all."""
    said = request.args
    if (period := said.get("period", type=int)) is not None:
        return period, period
    since, until = said.get("since", type=int), said.get("until", type=int)
    return None if since is None or until is None else (since, until)


def name_of(period: PeriodHead) -> str:
    """A period as a column is headed."""
    return period_name(period.number, period.covers_from, period.covers_until, period.label)


def grid_words() -> dict[str, Any]:
    """The words and shapes of standings, and what the templates count with."""
    return {
        "Standing": Standing,
        "SHAPES_OF": STANDING_SHAPES,
        "WORDS_OF": {one: _(word) for one, word in THAI_STANDING.items()},
        "TROUBLES": TROUBLES,
        "ROW_SUMS": ROW_SUMS,
        "percent": percent,
    }


def percent(tally: Tally) -> str:
    """The share in time as people read it; "–" where there is no target."""
    return Wording(say=_, digits=in_digits).percent(tally)


def share_words(tally: Tally) -> str:
    """The share of what came in time, with its denominator; blank where there is no target."""
    if tally.on_time_share is None:
        return ""
    return str(
        _(
            "ในกำหนด %(share)s (%(count)s จาก %(base)s ไม่นับที่ยกเว้นและไม่เกี่ยวข้อง)",
            share=percent(tally),
            count=in_digits(f"{tally.in_time_count:,}"),
            base=in_digits(f"{tally.share_base:,}"),
        )
    )


def incomplete_words(tally: Tally) -> str:
    """How far the figures are from being all; blank when they are."""
    if tally.is_complete:
        return ""
    return str(
        _(
            "ยังไม่ครบ: ตอบแล้ว %(count)s จาก %(all)s",
            count=in_digits(f"{tally.answered_count:,}"),
            all=in_digits(f"{tally.asked_count:,}"),
        )
    )


def _here(uid: str, asked: Asked) -> Callable[..., str]:
    def here(**changes: Any) -> str:
        kept = {**_kept(asked), "until": asked.until, **changes}
        return url_for("duty_grid.grid", uid=uid, **_given(kept))

    return here


def _kept(asked: Asked) -> dict[str, Any]:
    return {
        "by": asked.by,
        "province": asked.province,
        "district": asked.district,
        "find": asked.find,
        "standing": asked.standing.value if asked.standing else None,
        "unit": asked.unit,
    }


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def _behind(uid: str, asked: Asked, periods: tuple[PeriodHead, ...]) -> Callable[..., str]:
    """Makes the address of the list behind a number of the page, over its periods or one."""

    def behind(number: int | None = None, **changes: Any) -> str:
        span = {"period": number}
        if number is None and periods:
            span = {"since": periods[0].number, "until": periods[-1].number}
        kept = {**_kept(asked), "by": None, **changes}
        if isinstance(kept.get("standing"), Standing):
            kept["standing"] = kept["standing"].value
        return url_for("duty_grid.listed", uid=uid, **_given(kept | span))

    return behind
