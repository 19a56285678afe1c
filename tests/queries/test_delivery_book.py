"""The delivery book and receipt slips: what was sent to whom, who took it, and when."""

from datetime import date

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.registration import Arrival, receive_delivery
from saraban.errors import LetterNotFound
from saraban.queries.book_to_print import DELIVERIES, book_facts, book_table, line_count
from saraban.queries.delivery_book import receipt_slips
from saraban.rules.paper_forms import PaperForm
from tests.cast import Cast
from tests.make import DAY, at, send


@pytest.fixture
def letter(cast: Cast) -> str:
    """A circular to both districts: one has acknowledged it, the other only registered it."""
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", at=at(hour=9))
    acknowledge(actor=cast.district_a.clerk, at=at(hour=11), letter_uid=sent.letter_uid)
    receive_delivery(
        actor=cast.district_b.clerk,
        at=at(hour=13),
        letter_uid=sent.letter_uid,
        arrival=Arrival(DAY),
    )
    return sent.letter_uid


def test_the_delivery_book_has_its_seven_columns_and_a_line_a_receiver(
    cast: Cast, letter: str
) -> None:
    book = book_facts(cast.province.clerk, register=DELIVERIES)
    table = book_table(book, from_on=DAY, to_on=DAY)

    assert [column.title for column in table.columns] == [
        "เลขทะเบียน", "จาก", "ถึง", "หน่วยรับ", "ผู้รับ", "วันและเวลา", "หมายเหตุ",
    ]  # fmt: skip
    assert table.head == "สมุดส่งหนังสือ วันที่ ๑๖ เดือน มิถุนายน พ.ศ. ๒๕๖๕"
    assert [row.cells[0] for row in table.rows] == ["๑", "๑"]
    assert {row.cells[3]: row.cells[4:6] for row in table.rows} == {
        "อำเภอเมืองตาก": ("เสมียน อ.เมืองตาก", "๑๖ มิ.ย. ๖๕ ๑๑.๐๐ น."),
        "อำเภอแม่สอด": ("เสมียน อ.แม่สอด เลขรับ ๑", "๑๖ มิ.ย. ๖๕ ๑๓.๐๐ น."),
    }
    assert line_count(book, from_on=DAY, to_on=DAY) == 2
    assert book.form == PaperForm.DELIVERY_BOOK


def test_a_day_ends_at_midnight_in_bangkok(cast: Cast) -> None:
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", at=at(hour=23))
    book = book_facts(cast.province.clerk, register=DELIVERIES)

    assert line_count(book, from_on=DAY, to_on=DAY) == 2
    assert line_count(book, from_on=date(2022, 6, 17), to_on=date(2022, 6, 17)) == 0


def test_a_slip_tells_what_is_known_and_leaves_the_rest_to_be_signed(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", at=at(hour=9))
    acknowledge(actor=cast.district_a.clerk, at=at(hour=11), letter_uid=sent.letter_uid)

    first, second = receipt_slips(cast.province.clerk, sent.letter_uid)

    assert (first.to_text, first.received_on, first.received_time, first.received_by) == (
        "อำเภอเมืองตาก", "๑๖ มิถุนายน ๒๕๖๕", "๑๑.๐๐ น.", "เสมียน อ.เมืองตาก",
    )  # fmt: skip
    assert (second.to_text, second.received_on, second.received_by) == ("อำเภอแม่สอด", "", "")


def test_only_who_sent_it_has_slips_of_a_letter(cast: Cast, letter: str) -> None:
    for stranger in (cast.district_a.clerk, cast.tao.clerk, cast.administrator):
        with pytest.raises(LetterNotFound):
            receipt_slips(stranger, letter)
