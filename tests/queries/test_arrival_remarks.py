"""The remark column of the receive book, on the screen and on paper, tells of further comings."""

from datetime import date

import pytest

from saraban.desk.arrivals import Coming, note_arrival, take_back_arrival
from saraban.desk.merging import merge_letters
from saraban.queries.book_to_print import book_facts, book_lines
from saraban.queries.register_book import register_book
from saraban.rules.registers import Channel
from tests.cast import Cast
from tests.make import DAY, at, register, send

LATER = at(6, 20)
BY_LINE = Coming(date(2022, 6, 17), channel=Channel.LINE, came_from="ท้องถิ่นอำเภอ")
WORDS = "มาอีกทาง ไลน์ ท้องถิ่นอำเภอ ๑๗ มิ.ย. ๖๕"


def on_screen(cast: Cast) -> list[str]:
    page = register_book(
        cast.district_a.clerk, register="receive", be_year=2565, today=LATER.date()
    )
    return [line.remark for line in page.lines]


def on_paper(cast: Cast) -> list[str]:
    book = book_facts(cast.district_a.clerk, register="receive")
    return [line.remark for line in book_lines(book, from_on=DAY, to_on=LATER.date())]


@pytest.fixture
def letter(cast: Cast) -> str:
    return register(cast.district_a.clerk).letter_uid


def note(cast: Cast, letter_uid: str, coming: Coming = BY_LINE) -> str:
    return note_arrival(actor=cast.district_a.clerk, at=LATER, letter_uid=letter_uid, coming=coming)


def test_the_line_tells_of_a_further_coming_on_screen_and_on_paper(cast, letter) -> None:
    note(cast, letter)
    note(cast, letter, Coming(date(2022, 6, 18), channel=Channel.EMAIL))

    both = f"{WORDS}, มาอีกทาง ไปรษณีย์อิเล็กทรอนิกส์ ๑๘ มิ.ย. ๖๕"
    assert on_screen(cast) == on_paper(cast) == [both]


def test_what_was_taken_back_and_what_another_desk_noted_is_not_told(cast, letter) -> None:
    uid = note(cast, letter)
    take_back_arrival(actor=cast.district_a.clerk, at=LATER, arrival_uid=uid, reason="คนละฉบับ")

    assert on_screen(cast) == on_paper(cast) == [""]


def test_the_line_of_a_merged_row_tells_of_what_was_noted_on_the_other(cast) -> None:
    paper = register(cast.district_a.clerk, printed_number="ตก ๐๐๒๓.๓/ว ๑", at=at(hour=9))
    system = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    merge_letters(
        actor=cast.district_a.clerk, at=LATER, letter_uid=system, other_uid=paper.letter_uid
    )

    note(cast, system)

    assert on_screen(cast) == on_paper(cast) == [WORDS]
