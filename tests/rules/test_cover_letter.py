"""The proposal for a letter that passes another on."""

from dataclasses import replace
from datetime import date

import pytest

from saraban.rules.addressees import parse_phrase
from saraban.rules.cover_letter import Parent, cover_letter, named
from saraban.rules.drafts import DraftPoint
from saraban.rules.units import UnitKind

PARENT = Parent(
    issuer="กรมส่งเสริมการปกครองท้องถิ่น",
    urgency="most_urgent",
    printed_number="มท ๐๘๐๑.๔/ว ๑๖๕๘",
    dated_on=date(2022, 6, 3),
    subject="การปลูกต้นไม้ประจำปี",
    relay_phrase="นายอำเภอ ทุกอำเภอ",
    points=(DraftPoint("รายงานผล", "จังหวัด", date(2022, 6, 30)),),
)


def test_subject_urgency_and_duties_are_the_parent_s():
    text = cover_letter(PARENT, own_name="จังหวัดตาก", own_kind="province")

    assert text.subject == PARENT.subject
    assert text.urgency == "most_urgent"
    assert text.points == PARENT.points
    assert text.enclosures == (
        "สำเนาหนังสือกรมส่งเสริมการปกครองท้องถิ่น ด่วนที่สุด ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘ ลงวันที่ ๓ มิถุนายน ๒๕๖๕"
    )


def test_it_goes_to_the_level_below_which_tells_whom_the_parent_wants_told():
    parent = replace(PARENT, relay_phrase="องค์กรปกครองส่วนท้องถิ่น ทุกแห่ง")

    text = cover_letter(parent, own_name="จังหวัดตาก", own_kind="province")

    assert text.addressee_text == "นายอำเภอ ทุกอำเภอ"
    assert text.relay_phrase == "องค์กรปกครองส่วนท้องถิ่น ทุกแห่ง"
    assert f"แจ้ง{text.relay_phrase}" in text.conclusion
    assert text.conclusion.startswith("จึงเรียนมา")


def test_where_the_parent_wants_that_very_level_told_the_next_one_is_proposed():
    text = cover_letter(PARENT, own_name="จังหวัดตาก", own_kind="province")

    assert text.addressee_text == PARENT.relay_phrase
    assert text.relay_phrase == "นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง"


def test_the_last_level_tells_those_itself():
    parent = replace(PARENT, relay_phrase="นายกองค์การบริหารส่วนตำบล ทุกแห่ง")

    text = cover_letter(parent, own_name="อำเภอแม่สอด", own_kind="district")

    assert (text.addressee_text, text.relay_phrase) == (parent.relay_phrase, "")


@pytest.mark.parametrize("kind", ["ministry", "department", "province", "district"])
def test_the_phrases_proposed_are_such_as_the_system_reads(kind):
    text = cover_letter(replace(PARENT, relay_phrase=""), own_name="หน่วย", own_kind=kind)

    for phrase in filter(None, (text.addressee_text, text.relay_phrase)):
        assert parse_phrase(phrase, sender_kind=UnitKind(kind))


def test_a_unit_without_a_level_below_is_left_to_say_to_whom():
    text = cover_letter(replace(PARENT, relay_phrase=""), own_name="อบต.", own_kind="tao")

    assert (text.addressee_text, text.relay_phrase) == ("", "")


def test_a_letter_without_number_day_or_urgency_is_named_by_what_there_is():
    bare = replace(PARENT, urgency="normal", printed_number="", dated_on=None)

    assert named(bare) == PARENT.issuer
