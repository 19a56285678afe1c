"""A cascade as a table: every agency a line, sorted and narrowed down by the page's address."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from saraban.errors import N_
from saraban.queries.cascade_nodes import Node
from saraban.queries.cascade_tree import Cascade
from saraban.rules.deliveries import SHAPES, THAI_NOT_DONE, THAI_STATE, NotDone, State

ROWS_A_PAGE = 200
MOST_PAGES = 10_000


@dataclass(frozen=True)
class Column:
    """A column of the table: its name in the address, its word, and what it sorts by."""

    name: str
    word: str


COLUMNS = (
    Column("tree", N_("หน่วย")),
    Column("state", N_("สถานะ")),
    Column("above", N_("ใช้ไปก่อนถึง (วัน)")),
    Column("days", N_("อยู่ที่หน่วย (วัน)")),
    Column("left", N_("กำหนด")),
    Column("number", N_("เลขที่หนังสือของหน่วย")),
    Column("dated", N_("ลงวันที่")),
    Column("receipts", N_("เลขรับ")),
)
_STATE_ORDER = {state: place for place, state in enumerate(State)}
_LATEST = 10**6

_SORT_KEYS: dict[str, Callable[[Node], Any]] = {
    "state": lambda node: (_STATE_ORDER[node.state], node.unit_name),
    "above": lambda node: -1 if node.days_used_above is None else node.days_used_above,
    "days": lambda node: -1 if node.days_held is None else node.days_held,
    "left": lambda node: _LATEST if node.days_left is None else node.days_left,
    "number": lambda node: (node.letter is None, (node.letter and node.letter.letter_number) or ""),
    "dated": lambda node: (
        node.letter is None or node.letter.dated_on is None,
        str(node.letter.dated_on) if node.letter else "",
    ),
    "receipts": lambda node: (
        not node.receipts,
        min((str(receipt.received_on) for receipt in node.receipts), default=""),
    ),
}


def table(
    cascade: Cascade, asked: Mapping[str, str], *, here: Callable[..., str]
) -> dict[str, Any]:
    """What the table's template needs. asked is the address's query, here makes such an address.

    Unknown values narrow nothing down and sort nothing.
    """
    kept = {name: asked.get(name, "") for name in ("state", "not_done", "under", "find")}
    sort = asked.get("sort", "tree")
    if sort not in {column.name for column in COLUMNS}:
        sort = "tree"
    is_down = asked.get("dir") == "desc"
    everybody = list(cascade.nodes)
    nodes = _narrowed(everybody, kept)
    if sort != "tree":
        nodes.sort(key=_SORT_KEYS[sort], reverse=is_down)
    elif is_down:
        nodes.reverse()
    page = _page(asked.get("page", ""))
    start = (page - 1) * ROWS_A_PAGE
    under = next((node for node in everybody if node.id == kept["under"]), None)
    return {
        "columns": [
            {
                "word": _(column.word),
                "sorted": ("descending" if is_down else "ascending")
                if column.name == sort
                else None,
                "href": here(
                    tab="table",
                    sort=column.name,
                    dir="desc" if column.name == sort and not is_down else None,
                    **kept,
                ),
            }
            for column in COLUMNS
        ],
        "filters": _filters(everybody, kept, here),
        "kept": kept,
        "under": under,
        "row_count": len(nodes),
        "rows": nodes[start : start + ROWS_A_PAGE],
        "conflicting": {line.citing_uid for line in cascade.conflicts},
        "page": page,
        "has_more": len(nodes) > start + ROWS_A_PAGE,
        "sort": sort,
        "dir": "desc" if is_down else None,
        "longest": max((node.days_held or 0 for node in nodes), default=0),
    }


def _narrowed(nodes: list[Node], kept: Mapping[str, str]) -> list[Node]:
    if under := kept["under"]:
        nodes = [node for node in nodes if node.parent is not None and node.parent.id == under]
    if state := kept["state"]:
        nodes = [node for node in nodes if node.state == state]
    if failure := kept["not_done"]:
        nodes = [node for node in nodes if node.not_done == failure]
    if words := kept["find"].strip():
        nodes = [node for node in nodes if words in node.unit_name or words in node.unit_short]
    return nodes


def _filters(
    nodes: list[Node], kept: Mapping[str, str], here: Callable[..., str]
) -> list[dict[str, Any]]:
    """Links that narrow the table down, each with its count; the one in force leads back out."""
    states = Counter(node.state for node in nodes)
    failures = Counter(node.not_done for node in nodes)
    # NOT_REACHED is no line of this table: such a unit stands under "who has not".
    found: list[tuple[str, str, str, str, int]] = [
        ("not_done", failure.value, "", THAI_NOT_DONE[failure], failures[failure])
        for failure in (NotDone.UNPROVEN, NotDone.SILENT, NotDone.LATE)
    ]
    found += [
        ("state", state.value, SHAPES[state], THAI_STATE[state], states[state]) for state in State
    ]
    lines = []
    for name, value, shape, word, count in found:
        if not count and kept[name] != value:
            continue
        is_on = kept[name] == value
        both = {"state": "", "not_done": "", name: "" if is_on else value}
        lines.append(
            {
                "shape": shape,
                "word": _(word),
                "count": count,
                "is_on": is_on,
                "href": here(tab="table", **{**kept, **both}),
            }
        )
    return lines


def _page(asked: str) -> int:
    return max(1, min(int(asked), MOST_PAGES)) if asked.isdecimal() else 1
