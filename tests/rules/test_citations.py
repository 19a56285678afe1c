"""Letters as other letters cite them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from saraban.rules.citations import (
    LIKELY,
    CitedAs,
    Match,
    closeness,
    differing_fields,
    match_of,
    read_citation,
)

CITED = CitedAs("มท 0229/ว 3799", date(2022, 5, 30), "most_urgent", "กระทรวงมหาดไทย")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "สำเนาหนังสือกรมตัวอย่าง ด่วนที่สุด ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘ ลงวันที่ ๖ มิถุนายน ๒๕๖๕ จำนวน ๑ ชุด",
            CitedAs("มท 0801.4/ว 1658", date(2022, 6, 6), "most_urgent", "กรมตัวอย่าง"),
        ),
        (
            "๑. สำเนาบันทึกข้อความกระทรวงมหาดไทย ด่วนมาก ที่ มท 0229/ว3799 ลว. 30 พ.ค. 65",
            CitedAs("มท 0229/ว 3799", date(2022, 5, 30), "very_urgent", "กระทรวงมหาดไทย"),
        ),
        (
            "อ้างถึง หนังสือจังหวัดตาก ด่วน ที่ ตก ๐๐๒๓.๓/ว ๕๗๖๕ ลงวันที่ 16/6/2565",
            CitedAs("ตก 0023.3/ว 5765", date(2022, 6, 16), "urgent", "จังหวัดตาก"),
        ),
        (
            "(หนังสือสำนักนายกรัฐมนตรี ที่ นร ๐๕๐๓/(คกก.๖)/๒๘)",
            CitedAs("นร 0503/(คกก.6)/28", None, None, "สำนักนายกรัฐมนตรี"),
        ),
        ("มท 0801.4/ว 1658", CitedAs("มท 0801.4/ว 1658", None, None, None)),
        (
            "คำสั่งจังหวัดตาก ที่ 12/2565 ลงวันที่ ๑ มีนาคม พ.ศ. ๒๕๖๕",
            CitedAs("12/2565", date(2022, 3, 1), None, "คำสั่งจังหวัดตาก"),
        ),
        (
            "หนังสือจังหวัดตาก ที่ ตก 0023.3/5 ลงวันที่ 31 มิถุนายน 2565",
            CitedAs("ตก 0023.3/5", None, None, "จังหวัดตาก"),
        ),
        ("ตารางมติที่ประชุม จำนวน ๑ ฉบับ", CitedAs(None, None, None, None)),
        ("", CitedAs(None, None, None, None)),
    ],
)
def test_a_citation_is_read_into_its_parts(line, read):
    assert read_citation(line) == read


@given(st.text(st.one_of(st.characters(), st.sampled_from("ที่ลงวันดวน มท0123/.()๑"))))
def test_any_line_is_read_without_a_word_of_complaint(line):
    assert isinstance(read_citation(line), CitedAs)


@pytest.mark.parametrize(
    ("number_key", "dated_on", "urgency", "fields", "match"),
    [
        ("มท 0229/ว 3799", date(2022, 5, 30), "most_urgent", (), Match.EXACT),
        ("มท ๐๒๒๙/ว๓๗๙๙", date(2022, 5, 30), "most_urgent", (), Match.EXACT),
        ("มท 0229/ว 33799", date(2022, 5, 30), None, ("number",), Match.NUMBER_DIFFERS),
        ("มท 0229/ว 3799", date(2022, 5, 31), None, ("dated_on",), Match.DATE_DIFFERS),
        ("มท 0229/ว 33799", date(2022, 5, 31), None, ("number", "dated_on"), Match.BOTH_DIFFER),
        ("มท 0229/ว 3799", date(2022, 5, 30), "normal", ("urgency",), Match.EXACT),
        (None, None, None, (), Match.EXACT),
    ],
)
def test_the_difference_between_citation_and_letter_is_named(
    number_key, dated_on, urgency, fields, match
):
    differing = differing_fields(CITED, number_key=number_key, dated_on=dated_on, urgency=urgency)

    assert differing == fields
    assert match_of(differing) is match


def test_a_citation_that_leaves_out_the_urgency_does_not_differ():
    cited = CitedAs("มท 0229/ว 3799", None, None, None)

    assert not differing_fields(
        cited, number_key="มท 0229/ว 3799", dated_on=date(2022, 5, 30), urgency="most_urgent"
    )


@pytest.mark.parametrize(
    ("number_key", "dated_on"),
    [
        ("มท 0229/ว 3799", date(2022, 5, 30)),
        ("มท 0229/ว 33799", date(2022, 5, 31)),
        ("มท 0229/ว 379", date(2022, 5, 30)),
        ("มท 0229/ว 3798", date(2022, 6, 9)),
        ("มท 0229/ว 3979", date(2022, 5, 29)),
        ("มท 0228/ว 3799", date(2022, 5, 30)),
        ("มท 0229/ว 3799", date(2022, 8, 30)),
    ],
)
def test_one_slip_of_the_typist_is_likely(number_key, dated_on):
    assert closeness(CITED, number_key=number_key, dated_on=dated_on) >= LIKELY


@pytest.mark.parametrize(
    ("number_key", "dated_on"),
    [
        ("มท 0229/ว 3811", date(2022, 5, 30)),
        ("มท 0229/3799", date(2022, 5, 30)),
        ("มท 0229/ว 33799", date(2022, 7, 1)),
        ("มท 0229/ว 3799", date(2021, 5, 30)),
        ("มท 0311/ว 3799", date(2022, 5, 30)),
        (None, date(2022, 5, 30)),
        ("ไม่มีเลข", date(2022, 5, 30)),
    ],
)
def test_another_letter_is_not_likely(number_key, dated_on):
    assert closeness(CITED, number_key=number_key, dated_on=dated_on) < LIKELY


def test_the_same_letter_by_the_same_issuer_is_certain():
    assert (
        closeness(
            CITED,
            number_key="มท 0229/ว 3799",
            dated_on=date(2022, 5, 30),
            issuer_name="กระทรวงมหาดไทย",
        )
        == 1
    )


def test_a_nearer_date_is_closer():
    scores = [
        closeness(CITED, number_key="มท 0229/ว 33799", dated_on=CITED.dated_on + timedelta(days))
        for days in range(12)
    ]

    assert scores == sorted(scores, reverse=True)


def test_december_and_january_are_near_each_other():
    cited = CitedAs("มท 0229/ว 1", date(2022, 12, 30), None, None)

    assert closeness(cited, number_key="มท 0229/ว 1", dated_on=date(2023, 1, 3)) >= LIKELY
