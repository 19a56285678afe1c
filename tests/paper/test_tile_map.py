"""Tiles as SVG: words in every tile, links kept, nothing of a name becomes markup."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from saraban.paper.tile_map import MARKS, Tile, tile_svg

SVG = "{http://www.w3.org/2000/svg}"
TAK = Tile(0, 4, "ตก", "half", "เงียบ", "๑๒", 2, "จังหวัดตาก: เงียบ ๑๒", "/letters/1")


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - we wrote it


@pytest.mark.parametrize("mark", MARKS)
def test_each_mark_has_its_word_its_count_and_its_words_to_be_read_aloud(mark: str):
    svg = read(tile_svg([replace(TAK, mark=mark)], title="แผนที่", width=80))

    assert [text.text for text in svg.iter(f"{SVG}text")] == ["ตก", "เงียบ", "๑๒"]
    assert "จังหวัดตาก: เงียบ ๑๒" in [title.text for title in svg.iter(f"{SVG}title")]


def test_the_marks_differ_in_shape_and_not_only_in_colour():
    def shapes(mark: str) -> list[tuple[str, str]]:
        svg = read(tile_svg([replace(TAK, mark=mark, depth=0)], title="", width=80))
        return [
            (part.tag, part.get("d", "") + part.get("stroke-dasharray", ""))
            for part in svg.iter()
            if part.tag in (f"{SVG}path", f"{SVG}circle")
        ]

    drawn = [shapes(mark) for mark in MARKS if mark != "none"]

    assert all(drawn.count(shape) == 1 for shape in drawn)


def test_a_tile_with_an_address_is_a_link_and_the_picture_then_a_group():
    linked = read(tile_svg([TAK], title="", width=80))
    plain = read(tile_svg([replace(TAK, href=None)], title="", width=80))

    assert linked.find(f"{SVG}a").get("href") == "/letters/1"
    assert linked.get("role") == "group"
    assert plain.find(f"{SVG}a") is None
    assert plain.get("role") == "img"


def test_a_name_never_becomes_markup():
    svg = tile_svg([replace(TAK, title="<script>\0", told="<b>")], title='"><b>', width=80)

    assert "<script>" not in svg
    assert "<b>" not in svg
    read(svg)


def test_no_tiles_are_an_empty_picture():
    assert read(tile_svg([], title="แผนที่", width=80)).get("role") == "img"
