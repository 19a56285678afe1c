"""A book page shows every number that was given."""

import pytest

from saraban.desk.registration import void_entry
from saraban.errors import Refused
from saraban.queries.register_book import next_number, register_book
from tests.cast import Cast
from tests.make import DAY, at, register, send


def test_a_voided_line_stays_with_its_reason(cast: Cast) -> None:
    found = register(cast.province.clerk)
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=found.entry_uid, reason="ลงซ้ำ")

    page = register_book(cast.province.clerk, register="receive", be_year=2565, today=DAY)

    assert (page.count, page.counts.void, page.next_number) == (1, 1, 2)
    assert (page.lines[0].is_void, page.lines[0].void_reason) == (True, "ลงซ้ำ")


def test_a_line_has_the_columns_of_the_form(cast: Cast) -> None:
    register(cast.province.clerk)

    line = register_book(cast.province.clerk, register="receive", be_year=2565, today=DAY).lines[0]

    assert (line.number, line.letter_number, line.from_text) == (
        1,
        "มท ๐๒๑๑/ว ๙๙",
        "สำนักงานปลัดกระทรวง",
    )
    assert (line.to_text, line.subject) == ("นายอำเภอทุกอำเภอ", "การจัดกิจกรรมปลูกต้นไม้ประจำปี")


def test_circulars_stand_in_the_circular_book(cast: Cast) -> None:
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    circulars = register_book(cast.province.clerk, register="circular", be_year=2565, today=DAY)

    assert [line.letter_number for line in circulars.lines] == ["ตก ๐๐๒๓.๓/ว ๑"]
    assert next_number(cast.province.clerk, register="circular", be_year=2565) == 2


def test_an_auditor_reads_a_book_of_the_branch_and_may_change_nothing(cast: Cast) -> None:
    register(cast.province.clerk)

    page = register_book(
        cast.auditor, register="receive", be_year=2565, today=DAY, unit_uid=cast.province.unit.uid
    )

    assert page.count == 1
    assert not page.may_void
    assert not page.may_open


def test_another_units_book_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused):
        register_book(
            cast.tao.clerk,
            register="receive",
            be_year=2565,
            today=DAY,
            unit_uid=cast.province.unit.uid,
        )


def test_a_book_without_lines_begins_at_one(cast: Cast) -> None:
    assert next_number(cast.province.clerk, be_year=2570) == 1
