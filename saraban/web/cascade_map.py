"""The tab of a cascade that shows it by area: tiles of the provinces, or districts of one."""

from collections.abc import Callable
from typing import Any

from flask_babel import gettext as _

from saraban.errors import N_
from saraban.paper.tile_map import Tile, tile_svg
from saraban.queries.cascade_areas import AreaLine, Areas
from saraban.rules.deliveries import THAI_NOT_DONE, NotDone
from saraban.rules.letter_codes import PROVINCE_LETTERS
from saraban.rules.province_tiles import PROVINCE_TILES
from saraban.web.cascade_sentence import Part
from saraban.web.session import chosen_language
from saraban.web.words import in_digits

PROVINCE_WIDTH, DISTRICT_WIDTH, DISTRICTS_A_ROW = 66, 150, 4
MARKS = {
    NotDone.NOT_REACHED: "waiting",
    NotDone.UNPROVEN: "ring",
    NotDone.SILENT: "half",
    NotDone.LATE: "late",
}
MARK_SHAPES = {
    NotDone.NOT_REACHED: "◌",
    NotDone.UNPROVEN: "○",
    NotDone.SILENT: "◑",
    NotDone.LATE: "▲",
}
# As long as a tile is wide; whole words stand in the table beside it.
TILE_WORDS = {
    NotDone.NOT_REACHED: N_("ไม่ถึง"),
    NotDone.UNPROVEN: N_("ไม่ยืนยัน"),
    NotDone.SILENT: N_("เงียบ"),
    NotDone.LATE: N_("ช้า"),
}
_STEPS = (0.25, 0.5)  # of an area's units: lighter below, darker above


def area_facts(areas: Areas, *, here: Callable[..., str]) -> dict[str, Any]:
    """What the map's template needs; here makes an address of this cascade's page."""
    is_country = areas.province is None

    def href_of(line: AreaLine) -> str | None:
        if is_country and line.unit_uid:
            return here(tab="map", province=line.unit_uid)
        return here(open=[line.node_id]) if line.node_id else None

    tiles = _provinces(areas, href_of) if is_country else _districts(areas, href_of)
    title = (
        _("แผนที่จังหวัด")
        if areas.province is None
        else _("อำเภอใน%(province)s", province=areas.province.name)
    )
    svg = tile_svg(
        tiles,
        title=title,
        width=PROVINCE_WIDTH if is_country else DISTRICT_WIDTH,
        language=chosen_language(),
    )
    return {
        "areas": areas,
        "title": title,
        "svg": svg,
        "kinds": [
            (kind, MARK_SHAPES[kind], _(THAI_NOT_DONE[kind]), _(TILE_WORDS[kind]))
            for kind in NotDone
        ],
        "href_of": href_of,
        "counted": _n,
        "branch": here(open=[areas.province.node_id])
        if areas.province is not None and areas.province.node_id
        else None,
        "up": None if is_country else here(tab="map"),
        "sentence": _sentence(areas, here),
    }


def _sentence(areas: Areas, here: Callable[..., str]) -> list[Part]:
    """The whole in words; each failure for itself, as everywhere."""
    total = areas.total
    parts = [Part(_("%(count)s หน่วยต้องได้รับเรื่องนี้", count=_n(total.should_count)))]
    for kind, count in total.failures:
        href = (
            f"{here(tab='missing')}#not-reached"
            if kind is NotDone.NOT_REACHED
            else here(tab="table", not_done=kind.value)
        )
        words = f"{_(THAI_NOT_DONE[kind])} {_n(count)}"
        parts.append(Part(words, None if areas.province else href))
    return parts


def _provinces(areas: Areas, href_of: Callable[[AreaLine], str | None]) -> list[Tile]:
    """All 77, whether or not anything was sent there."""
    known = {line.dopa_code: line for line in areas.lines if line.unit_uid}
    return [
        _tile(PROVINCE_LETTERS[code], place, known.get(code), href_of)
        for code, place in PROVINCE_TILES.items()
    ]


def _districts(areas: Areas, href_of: Callable[[AreaLine], str | None]) -> list[Tile]:
    lines = [line for line in areas.lines if line.unit_uid]
    return [
        _tile(
            line.name.removeprefix("อำเภอ"),
            (order % DISTRICTS_A_ROW, order // DISTRICTS_A_ROW),
            line,
            href_of,
        )
        for order, line in enumerate(lines)
    ]


def _tile(
    title: str,
    place: tuple[int, int],
    line: AreaLine | None,
    href_of: Callable[[AreaLine], str | None],
) -> Tile:
    column, row = place
    if line is None:
        told = f"{title}: {_('ไม่มีการส่งถึง')}"
        return Tile(column, row, title, "none", "–", "", 0, told)
    kind = line.worst
    if kind is None:
        word, mark, depth, count = _("ครบ"), "done", 0, line.should_count
    else:
        word, mark, count = _(TILE_WORDS[kind]), MARKS[kind], line.count(kind)
        share = count / line.should_count
        depth = 1 + sum(share > step for step in _STEPS)
    return Tile(column, row, title, mark, word, _n(count), depth, told_of(line), href=href_of(line))


def told_of(line: AreaLine) -> str:
    """An area in words, for the pointer and the screen reader."""
    parts = [_("%(count)s หน่วยต้องได้รับ", count=_n(line.should_count))]
    parts += [f"{_(THAI_NOT_DONE[kind])} {_n(count)}" for kind, count in line.failures]
    if not line.failures:
        parts.append(_("ครบ"))
    return f"{line.name}: {' · '.join(parts)}"


def _n(count: int) -> str:
    return in_digits(f"{count:,}")
