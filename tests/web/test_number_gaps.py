"""The page of what never came: folded numbers, honest words, a sentence to ask with."""

from datetime import date

import pytest

from saraban.desk.drafts import CitationDraft
from tests.make import register

GAPS = "/registers/gaps?year=2565"


@pytest.fixture
def came(cast):
    for day, number in enumerate((1654, 1656, 1658, 1671), 1):
        register(
            cast.province.clerk,
            printed_number=f"มท ๐๘๐๑.๔/ว {number}",
            dated_on=date(2022, 6, day),
            issuer_text="กรมส่งเสริมการปกครองท้องถิ่น",
        )


def test_each_sender_is_told_with_its_missing_numbers_folded(cast, came, sign_in_as):
    page = sign_in_as(cast.province.clerk).get(GAPS).text

    assert "มท ๐๘๐๑.๔" in page
    assert "ว ๑๖๕๕, ๑๖๕๗, ๑๖๕๙–๑๖๗๐" in page
    assert "อาจส่งถึงหน่วยอื่นเท่านั้น" in page


def test_one_sender_shows_what_came_before_and_after_each_gap(cast, came, sign_in_as):
    page = sign_in_as(cast.province.clerk).get(f"{GAPS}&series=มท 0801.4").text
    gap = page[page.index("ว ๑๖๕๙–๑๖๗๐") :]

    assert gap.index("ว ๑๖๕๘</a>") < gap.index("๓ มิ.ย. ๖๕") < gap.index("ว ๑๖๗๑</a>")


def test_the_sentence_to_ask_with_leaves_out_what_was_hardly_meant_for_us(cast, came, sign_in_as):
    page = sign_in_as(cast.province.clerk).get(f"{GAPS}&series=มท 0801.4").text

    assert (
        "ไม่พบหนังสือเวียน ที่ มท ๐๘๐๑.๔/ว ๑๖๕๕, ๑๖๕๗ "
        "(ได้รับ ว ๑๖๕๔ ลงวันที่ ๑ มิ.ย. ๒๕๖๕ และ ว ๑๖๕๘ ลงวันที่ ๓ มิ.ย. ๒๕๖๕)"
    ) in page


def test_who_cites_a_number_that_never_came_is_named(cast, came, sign_in_as):
    register(
        cast.province.clerk,
        printed_number="ตก ๐๑๑๘/๙",
        citations=(CitationDraft("reference", "ที่ มท ๐๘๐๑.๔/ว ๑๖๖๐ ลงวันที่ ๓ มิ.ย. ๒๕๖๕"),),
    )
    clerk = sign_in_as(cast.province.clerk)

    assert "มีหนังสืออื่นอ้างถึง ๑ เลข" in clerk.get(GAPS).text
    assert "ตก ๐๑๑๘/๙</a>" in clerk.get(f"{GAPS}&series=มท 0801.4").text


def test_a_year_without_circulars_says_what_will_stand_here(cast, sign_in_as):
    page = sign_in_as(cast.province.clerk).get(GAPS).text

    assert "เมื่อลงรับหนังสือเวียนแล้ว เลขที่ขาดหายจะมาอยู่ที่นี่" in page


def test_an_auditor_chooses_a_unit_of_the_branch(cast, came, sign_in_as):
    auditor = sign_in_as(cast.auditor)
    uid = cast.province.unit.uid

    assert f'<option value="{uid}"' in auditor.get(GAPS).text
    assert "ว ๑๖๕๕, ๑๖๕๗" in auditor.get(f"{GAPS}&unit={uid}").text


def test_another_units_gaps_are_not_found(cast, came, sign_in_as):
    page = sign_in_as(cast.tao.clerk).get(f"{GAPS}&unit={cast.province.unit.uid}")

    assert page.status_code == 404


def test_the_receive_book_leads_there_and_the_send_book_does_not(cast, came, sign_in_as):
    clerk = sign_in_as(cast.province.clerk)

    assert "/registers/gaps?year=2565" in clerk.get("/registers/receive?year=2565").text
    assert "/registers/gaps" not in clerk.get("/registers/send?year=2565").text
