"""A cascade in one sentence that an official can read aloud, each number leading to its list."""

from collections.abc import Callable
from typing import NamedTuple

from flask_babel import gettext as _

from saraban.queries.cascade_nodes import Node
from saraban.queries.cascade_summary import Summary
from saraban.rules.deliveries import THAI_STATE, NotDone
from saraban.rules.units import THAI_UNIT_KIND
from saraban.web.words import in_digits


class Part(NamedTuple):
    """A part of the sentence, and where its list stands; no address where there is none."""

    words: str
    href: str | None = None


def sentence(told: Summary, *, link: Callable[..., str]) -> list[Part]:
    """The sentence part by part. link gives the cascade's page with these arguments.

    Not reached, silent and late stand apart: three failures, of three different people.
    """
    if told.own_units and not told.should_count:
        return [Part(_its_way(node)) for node in told.own_units]
    if told.own_units:
        own = " ".join(node.unit_short for node in told.own_units)
        words = _(
            "ใต้ %(unit)s ลงไป %(count)s หน่วยต้องได้รับเรื่องนี้",
            unit=own,
            count=_n(told.should_count),
        )
    else:
        words = _("%(count)s หน่วยต้องได้รับเรื่องนี้", count=_n(told.should_count))
    table = link(tab="table")
    parts = [Part(words), Part(_("ถึงแล้ว %(count)s", count=_n(told.reached_count)), table)]
    if told.sent_count:
        words = _("ส่งแล้วแต่ยังไม่มีหลักฐานว่าถึง %(count)s", count=_n(told.sent_count))
        parts.append(Part(words, link(tab="table", not_done=NotDone.UNPROVEN.value)))
    if told.not_reached_count:
        where = " ".join(f"{_(THAI_UNIT_KIND[kind])} {_n(count)}" for kind, count in told.stuck_at)
        words = _(
            "ยังไปไม่ถึง %(count)s เพราะค้างอยู่ที่%(where)s",
            count=_n(told.not_reached_count),
            where=where,
        )
        parts.append(Part(words, f"{link(tab='missing')}#not-reached"))
    if told.silent_count:
        words = _("ได้แล้วแต่เงียบ %(count)s", count=_n(told.silent_count))
        parts.append(Part(words, link(tab="table", not_done=NotDone.SILENT.value)))
    if told.late_count:
        words = _("รับทราบแล้วแต่รายงานช้า %(count)s", count=_n(told.late_count))
        parts.append(Part(words, link(tab="table", not_done=NotDone.LATE.value)))
    if told.unlisted_count:
        names = " ".join(told.unlisted_names)
        if told.unlisted_count > len(told.unlisted_names):
            names = _("%(names)s และหน่วยอื่น", names=names)
        words = _(
            "ไม่มีใครส่งถึง %(count)s (%(names)s)",
            count=_n(told.unlisted_count),
            names=names,
        )
        parts.append(Part(words, f"{link(tab='missing')}#unlisted"))
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


def _n(count: int) -> str:
    return in_digits(f"{count:,}")
