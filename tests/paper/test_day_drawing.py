"""Rows over an axis of days as SVG: places of days, shades of closed ones, words in titles."""

import itertools
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from saraban.paper.day_drawing import MARKS, SHADE, Bar, DayRow, Mark, Stay, days_svg

SVG = "{http://www.w3.org/2000/svg}"
FIRST = date(2022, 6, 1)
DAYS = [FIRST + timedelta(days=count) for count in range(30)]


def drawn(*rows: DayRow, closed: tuple[date, ...] = (), title: str = "เวลา") -> ElementTree.Element:
    svg = days_svg(
        rows, days=DAYS, closed=closed, day_words={day: str(day.day) for day in DAYS}, title=title
    )
    return ElementTree.fromstring(svg)  # noqa: S314 - we wrote it


def titled(svg: ElementTree.Element, words: str) -> ElementTree.Element:
    return next(part for part in svg.iter() if part.findtext(f"{SVG}title") == words)


def test_a_bar_stands_on_its_day_and_is_as_high_as_its_share():
    svg = drawn(DayRow("ลงรับ", bars=(Bar(DAYS[0], 1, "มาก"), Bar(DAYS[10], 0.5, "น้อย"))))

    many, few = titled(svg, "มาก"), titled(svg, "น้อย")
    assert float(few.get("height")) == float(many.get("height")) / 2
    assert float(few.get("x")) > float(many.get("x"))


def test_closed_days_are_shaded():
    svg = drawn(DayRow("ลงรับ"), closed=(DAYS[3], DAYS[4]))

    assert [part.get("fill") for part in svg.iter(f"{SVG}rect")] == [SHADE, SHADE]


def test_a_stay_that_goes_on_is_drawn_unlike_one_that_ended():
    svg = drawn(
        DayRow(
            "อ.แม่สอด",
            stays=(Stay(DAYS[1], DAYS[3], "จบ"), Stay(DAYS[5], DAYS[7], "ยังอยู่", is_open=True)),
        )
    )

    assert titled(svg, "จบ").get("stroke-dasharray") is None
    assert titled(svg, "ยังอยู่").get("stroke-dasharray")
    assert titled(svg, "จบ").get("width") == titled(svg, "ยังอยู่").get("width")


@pytest.mark.parametrize("mark", MARKS)
def test_each_mark_says_what_it_is(mark: str):
    assert (
        titled(drawn(DayRow("จ.ตาก", marks=(Mark(DAYS[2], mark, "๓ มิ.ย."),))), "๓ มิ.ย.") is not None
    )


def test_words_under_the_axis_never_lie_over_one_another():
    svg = drawn(DayRow("ลงรับ"))

    places = [float(text.get("x")) for text in svg.iter(f"{SVG}text") if text.text.isdecimal()]
    assert len(places) > 2
    assert all(later - sooner >= 70 for sooner, later in itertools.pairwise(places))


def test_a_name_never_becomes_markup():
    svg = drawn(DayRow("<script>\0", note="<b>"), title='"><b>')

    assert [text.text for text in svg.iter(f"{SVG}text")][:2] == ["<script>", "<b>"]
