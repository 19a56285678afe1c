"""A cascade as a sentence, a tree, a table, its conflicts, and who has not."""

from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from saraban import clock
from saraban.errors import N_
from saraban.paper.cascade_drawing import cascade_svg
from saraban.queries.cascade_areas import areas_of
from saraban.queries.cascade_failures import failures_by_sender
from saraban.queries.cascade_hops import hops_of
from saraban.queries.cascade_summary import summary
from saraban.queries.cascade_tree import Cascade, cascade_of
from saraban.queries.cascades_list import cascades as cascades_of
from saraban.queries.chasing import chased_in
from saraban.queries.relay_duties import relay_marks_of
from saraban.rules.deliveries import THAI_STATE, NotDone
from saraban.rules.permissions import Act, may
from saraban.web.answers import page, page_asked
from saraban.web.cascade_hops import hop_facts
from saraban.web.cascade_map import area_facts
from saraban.web.cascade_picture import drawn_words, picture
from saraban.web.cascade_sentence import sentence
from saraban.web.cascade_table import table
from saraban.web.session import actor, require, signed_in

pages = Blueprint("cascade", __name__)

TABS = {
    "tree": N_("ผัง"),
    "table": N_("ตาราง"),
    "map": N_("แผนที่"),
    "hops": N_("ลำดับเวลา"),
    "conflicts": N_("ข้อมูลขัดกัน"),
    "missing": N_("ใครยังไม่ได้"),
}
LINES_A_LIST = 100


@pages.get("/cascades")
@signed_in
def cascades() -> Any:
    """The cascades the person has a part in."""
    require(Act.SEE_CASCADE)
    found = cascades_of(actor(), page=page_asked())
    return page("cascade/list.html", found=found)


@pages.get("/letters/<uid>/cascade")
@signed_in
def cascade(uid: str) -> Any:
    """One cascade, on the tab asked for."""
    tab = request.args.get("tab", "tree")
    if tab not in TABS:
        tab = "tree"
    if tab == "map":
        return _map(uid)
    if tab == "hops":
        return _hops(uid)
    found = cascade_of(uid, actor=actor(), today=clock.today())
    facts: dict[str, Any] = {"conflict": found.conflicts}
    if tab == "tree":
        facts = _tree(found)
    elif tab == "table":
        facts = table(found, request.args, here=_here)
        brought = [node.delivery.id for node in facts["rows"] if node.delivery is not None]
        facts["relays"] = relay_marks_of(brought, today=clock.today())
    elif tab == "missing":
        facts = {
            "most": LINES_A_LIST,
            "levels": failures_by_sender(found),
            "failing": lambda failure: found.failing(NotDone(failure)),
        }
    told = summary(found)
    return page(
        f"cascade/{tab}.html",
        uid=uid,
        tab=tab,
        tabs=_tabs(conflicts=told.conflict_count),
        cascade=found,
        told=told,
        sentence=sentence(told, link=_here),
        chased={} if tab == "conflicts" else chased_in(found.root_letter.id),
        may_chase=_may_chase(found),
        **facts,
    )


def _may_chase(found: Cascade) -> bool:
    """Whether the person's unit has sent the matter to anybody, whom they may remind."""
    own = actor().unit_id
    return may(actor(), Act.CHASE) and any(
        node.unit_id == own and node.letter is not None for node in found.nodes
    )


def _map(uid: str) -> Any:
    """The tab that is counted by area, without the tree of every agency."""
    asked = request.args.get("province") or None
    areas = areas_of(uid, actor=actor(), today=clock.today(), province_uid=asked)
    facts = area_facts(areas, here=_here)
    return page(
        "cascade/map.html",
        uid=uid,
        tab="map",
        tabs=_tabs(),
        may_chase=False,
        cascade=areas,
        **facts,
    )


def _hops(uid: str) -> Any:
    """The tab over the days, counted likewise unless one agency's way is asked for."""
    words = request.args.get("find", "").strip()
    hops = hops_of(uid, actor=actor(), today=clock.today(), words=words)
    facts = hop_facts(hops, today=clock.today(), words=words, here=_here)
    return page(
        "cascade/hops.html",
        uid=uid,
        tab="hops",
        tabs=_tabs(),
        may_chase=False,
        cascade=hops,
        **facts,
    )


def _tabs(**counts: int) -> list[tuple[str, str, int | None]]:
    """(name, word, count beside it) of each tab.

    "Who has not" has none: not reached, silent and unlisted are never added up.
    """
    return [(name, _(word), counts.get(name)) for name, word in TABS.items()]


def _tree(found: Cascade) -> dict[str, Any]:
    words = request.args.get("find", "").strip()
    drawn = picture(
        found,
        asked_open=request.args.getlist("open"),
        words=words,
        href_of=lambda ids: _here(open=ids, find=words or None),
        page_of=lambda uid: url_for("letters.letter", uid=uid),
        word_of=lambda state: _(THAI_STATE[state]),
        chased=chased_in(found.root_letter.id),
    )
    title = _("ผังสายเวียนของ %(number)s", number=found.root_letter.printed_number or "")
    return {
        "find_words": words,
        "drawn": drawn,
        "svg": cascade_svg(drawn.boxes, title=title, words=drawn_words()),
    }


def _here(**changes: Any) -> str:
    """This cascade's page with these arguments and no others."""
    values = {name: value for name, value in changes.items() if value}
    return url_for("cascade.cascade", uid=(request.view_args or {})["uid"], **values)
