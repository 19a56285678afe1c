"""A draft's text there and back, its signature block, and where each move leads."""

from dataclasses import replace
from datetime import date

import pytest

from saraban.rules.drafts import (
    DraftMove,
    DraftPoint,
    DraftState,
    DraftText,
    after,
    as_json,
    differing_fields,
    from_json,
    on_paper,
)

FULL = DraftText(
    subject="เรื่อง",
    dated_on=date(2022, 6, 16),
    points=(DraftPoint("ทำ", "จังหวัด", date(2022, 6, 30)), DraftPoint("ส่ง")),
    has_thai_digits=False,
)


def test_a_text_comes_back_as_it_was_kept():
    assert from_json(as_json(FULL)) == FULL
    assert from_json(as_json(DraftText())) == DraftText()


def test_a_text_kept_before_a_field_was_known_has_its_first_value():
    stored = as_json(FULL)
    del stored["copy_to"], stored["points"]
    stored["a_field_of_later"] = "x"

    assert from_json(stored) == replace(FULL, points=())


@pytest.mark.parametrize(
    ("acting", "lines"),
    [
        ("", ("ปลัดจังหวัด",)),
        ("on_behalf", ("ปลัดจังหวัด ปฏิบัติราชการแทน", "ผู้ว่าราชการจังหวัด")),
        ("acting_for", ("ปลัดจังหวัด รักษาราชการแทน", "ผู้ว่าราชการจังหวัด")),
        ("acting_in", ("ปลัดจังหวัด รักษาการในตำแหน่ง", "ผู้ว่าราชการจังหวัด")),
    ],
)
def test_the_words_for_acting_stand_behind_one_s_own_post(acting, lines):
    text = DraftText(
        signatory_position="ปลัดจังหวัด",
        acting=acting,
        acting_post="ผู้ว่าราชการจังหวัด" if acting else "",
    )

    assert text.signatory_lines == lines


def test_paper_has_thai_digits_but_for_words_with_latin_letters():
    text = DraftText(
        subject="ครั้งที่ 3/2565 COVID-19", contact="โทร. 0 5500 0000\na1@b.go.th",
        points=(DraftPoint("ส่ง 2 ชุด"),),
    )  # fmt: skip

    printed = on_paper(text)

    assert printed.subject == "ครั้งที่ ๓/๒๕๖๕ COVID-19"
    assert printed.contact == "โทร. ๐ ๕๕๐๐ ๐๐๐๐\na1@b.go.th"
    assert printed.points == (DraftPoint("ส่ง ๒ ชุด"),)
    assert on_paper(replace(text, has_thai_digits=False)).subject == text.subject


def test_the_fields_that_differ_are_named_in_the_order_of_the_form():
    other = replace(FULL, conclusion="จึง", subject="อื่น")

    assert differing_fields(FULL, other) == ("subject", "conclusion")


def test_nothing_leads_out_of_a_letter_that_has_its_number():
    assert {after(DraftState.ISSUED, move) for move in DraftMove} == {None}


def test_what_an_executive_returned_is_not_numbered_before_it_was_changed():
    assert after(DraftState.RETURNED, DraftMove.ISSUE) is None
    assert after(DraftState.WRITING, DraftMove.ISSUE) is DraftState.ISSUED
