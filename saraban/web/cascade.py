"""A cascade as a sentence, a tree, a table, its conflicts, and who has not."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from saraban import clock
from saraban.errors import N_
from saraban.paper.cascade_drawing import cascade_svg
from saraban.queries.cascade_nodes import Node
from saraban.queries.cascade_summary import Summary, summary
from saraban.queries.cascade_tree import Cascade, cascade_of
from saraban.queries.cascades_list import cascades as cascades_of
from saraban.rules.deliveries import THAI_STATE, State
from saraban.rules.permissions import Act
from saraban.rules.units import THAI_UNIT_KIND
from saraban.web.answers import page
from saraban.web.cascade_picture import drawn_words, picture
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits

pages = Blueprint("cascade", __name__)

TABS = {
    "tree": N_("ผัง"),
    "table": N_("ตาราง"),
    "conflicts": N_("ข้อมูลขัดกัน"),
    "missing": N_("ใครยังไม่ได้"),
}
ROWS_A_PAGE = 200
LINES_A_LIST = 300


@dataclass(frozen=True)
class Column:
    """A column of the table: its name in the address, its word, and what it sorts by."""

    name: str
    word: str


COLUMNS = (
    Column("tree", N_("หน่วย")),
    Column("state", N_("สถานะ")),
    Column("days", N_("อยู่ที่หน่วย (วัน)")),
    Column("number", N_("เลขที่หนังสือของหน่วย")),
    Column("dated", N_("ลงวันที่")),
    Column("receipts", N_("เลขรับ")),
)
_STATE_ORDER = {state: place for place, state in enumerate(State)}


@pages.get("/cascades")
@signed_in
def cascades() -> Any:
    """The cascades the person has a part in."""
    require(Act.SEE_CASCADE)
    found = cascades_of(actor(), page=_page_asked())
    return page("cascade/list.html", found=found)


@pages.get("/letters/<uid>/cascade")
@signed_in
def cascade(uid: str) -> Any:
    """One cascade, on the tab asked for."""
    tab = request.args.get("tab", "tree")
    if tab not in TABS:
        tab = "tree"
    found = cascade_of(uid, actor=actor(), today=clock.today())
    facts: dict[str, Any] = {"conflict": found.conflicts}
    if tab == "tree":
        facts = _tree(found)
    elif tab == "table":
        facts = _table(found)
    elif tab == "missing":
        facts = {"most": LINES_A_LIST, "silent": found.silent}
    told = summary(found)
    return page(
        f"cascade/{tab}.html",
        uid=uid,
        tab=tab,
        tabs=_tabs(told),
        cascade=found,
        told=told,
        sentence=sentence(told),
        **facts,
    )


def sentence(told: Summary) -> list[str]:
    """The cascade in a sentence an official can read aloud, part by part."""
    if told.own_units and not told.should_count:
        return [_its_way(node) for node in told.own_units]
    if told.own_units:
        own = " ".join(node.unit_short for node in told.own_units)
        parts = [
            _(
                "ใต้ %(unit)s ลงไป %(count)s หน่วยต้องได้รับเรื่องนี้",
                unit=own,
                count=_n(told.should_count),
            )
        ]
    else:
        parts = [_("%(count)s หน่วยต้องได้รับเรื่องนี้", count=_n(told.should_count))]
    parts.append(_("ถึงแล้ว %(count)s", count=_n(told.reached_count)))
    if told.sent_count:
        parts.append(_("ส่งแล้วแต่ยังไม่มีหลักฐานว่าถึง %(count)s", count=_n(told.sent_count)))
    if told.not_reached_count:
        where = " ".join(f"{_(THAI_UNIT_KIND[kind])} {_n(count)}" for kind, count in told.stuck_at)
        parts.append(
            _(
                "ยังไปไม่ถึง %(count)s เพราะค้างอยู่ที่%(where)s",
                count=_n(told.not_reached_count),
                where=where,
            )
        )
    if told.unlisted_count:
        names = " ".join(told.unlisted_names)
        if told.unlisted_count > len(told.unlisted_names):
            names = _("%(names)s และหน่วยอื่น", names=names)
        parts.append(
            _(
                "ไม่มีใครส่งถึง %(count)s (%(names)s)",
                count=_n(told.unlisted_count),
                names=names,
            )
        )
    return parts


def _its_way(node: Node) -> str:
    """How the matter came to a unit with nobody below it, and how far it is there."""
    line = []
    above = node.parent
    while above is not None:
        line.append(above.unit_short)
        above = above.parent
    words: str = _(
        "มาถึง %(unit)s โดยผ่าน %(line)s ขณะนี้ %(state)s",
        unit=node.unit_short,
        line=" › ".join(reversed(line)),
        state=_(THAI_STATE[node.state]),
    )
    return words


def _tabs(told: Summary) -> list[tuple[str, str, int | None]]:
    """(name, word, count beside it) of each tab.

    "Who has not" has none: not reached, silent and unlisted are never added up.
    """
    counts = {"conflicts": told.conflict_count}
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
    )
    title = _("ผังสายเวียนของ %(number)s", number=found.root_letter.printed_number or "")
    return {
        "find_words": words,
        "drawn": drawn,
        "svg": cascade_svg(drawn.boxes, title=title, words=drawn_words()),
    }


def _table(found: Cascade) -> dict[str, Any]:
    sort = request.args.get("sort", "tree")
    if sort not in {column.name for column in COLUMNS}:
        sort = "tree"
    is_down = request.args.get("dir") == "desc"
    nodes = list(found.nodes)
    if sort != "tree":
        nodes.sort(key=_SORT_KEYS[sort], reverse=is_down)
    elif is_down:
        nodes.reverse()
    asked = _page_asked()
    start = (asked - 1) * ROWS_A_PAGE
    conflicting = {line.citing_uid: line for line in found.conflicts}
    return {
        "columns": [
            {
                "word": _(column.word),
                "sorted": ("descending" if is_down else "ascending")
                if column.name == sort
                else None,
                "href": _here(
                    tab="table",
                    sort=column.name,
                    dir="desc" if column.name == sort and not is_down else None,
                ),
            }
            for column in COLUMNS
        ],
        "rows": nodes[start : start + ROWS_A_PAGE],
        "conflicting": conflicting,
        "page": asked,
        "has_more": len(nodes) > start + ROWS_A_PAGE,
        "sort": sort,
        "dir": "desc" if is_down else None,
        "longest": max((node.days_held or 0 for node in nodes), default=0),
    }


_SORT_KEYS: dict[str, Any] = {
    "number": lambda node: (node.letter is None, (node.letter and node.letter.letter_number) or ""),
    "dated": lambda node: (
        node.letter is None or node.letter.dated_on is None,
        str(node.letter.dated_on) if node.letter else "",
    ),
    "state": lambda node: (_STATE_ORDER[node.state], node.unit_name),
    "receipts": lambda node: (
        not node.receipts,
        min((str(receipt.received_on) for receipt in node.receipts), default=""),
    ),
    "days": lambda node: _days(node),
}


def _days(node: Node) -> int:
    return -1 if node.days_held is None else node.days_held


def _here(**changes: Any) -> str:
    """This cascade's page with these arguments and no others."""
    values = {name: value for name, value in changes.items() if value}
    return url_for("cascade.cascade", uid=(request.view_args or {})["uid"], **values)


def _page_asked() -> int:
    return max(1, min(request.args.get("page", 1, type=int), 10_000))


def _n(count: int) -> str:
    return in_digits(f"{count:,}")
