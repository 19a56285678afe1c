"""A letter's words: whom they ask to pass it on, and when that is not sure."""

import pytest

from saraban.rules.relay_naming import Naming, RelayAsked, relay_asked
from saraban.rules.units import UnitKind

SMALL_BODIES = "เทศบาลตำบลและองค์การบริหารส่วนตำบล"
TO_DISTRICTS = (
    "จึงเรียนมาเพื่อพิจารณาดำเนินการ ทั้งนี้ ขอให้อำเภอแจ้งเทศบาลตำบลและองค์การบริหารส่วนตำบลในพื้นที่"
    "ให้ทราบและดำเนินการด้วย"
)


def asked(
    kind: UnitKind, name: str = "อำเภอแม่สอด", *, phrase: str = "", body: str = ""
) -> RelayAsked:
    return relay_asked(relay_phrase=phrase, body=body, kind=kind, name_th=name, sender="จังหวัดตาก")


def test_a_phrase_names_every_level_that_writes_to_others():
    assert asked(UnitKind.DISTRICT, phrase=SMALL_BODIES) == RelayAsked(Naming.NAMED, SMALL_BODIES)


def test_a_local_body_passes_nothing_on_because_of_a_phrase():
    assert (
        asked(UnitKind.CITY_MUN, "เทศบาลนครแม่สอด", phrase=SMALL_BODIES).naming is Naming.NOT_NAMED
    )


def test_the_head_of_the_clause_names_the_district():
    found = asked(UnitKind.DISTRICT, body=TO_DISTRICTS)

    assert found == RelayAsked(Naming.NAMED, SMALL_BODIES)


def test_the_head_of_the_clause_leaves_the_others_out():
    assert asked(UnitKind.CITY_MUN, "เทศบาลนครแม่สอด", body=TO_DISTRICTS).naming is Naming.NOT_NAMED
    assert asked(UnitKind.PROVINCE, "จังหวัดลำพูน", body=TO_DISTRICTS).naming is Naming.NOT_NAMED


@pytest.mark.parametrize(
    ("clause", "kind", "name"),
    [
        ("สำหรับอำเภอให้แจ้งเทศบาลตำบลและองค์การบริหารส่วนตำบลทราบ", UnitKind.DISTRICT, "อำเภอพบพระ"),
        ("จึงขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบและถือปฏิบัติ", UnitKind.PROVINCE, "จังหวัดตาก"),
        ("โปรดให้ท่านแจ้งนายอำเภอ ทุกอำเภอ ทราบ", UnitKind.PROVINCE, "จังหวัดตาก"),
        ("ขอให้นายอำเภอแจ้งนายกเทศมนตรีตำบล ทุกแห่ง ทราบ", UnitKind.DISTRICT, "อำเภอแม่สอด"),
    ],
)
def test_usual_clauses_are_read(clause: str, kind: UnitKind, name: str):
    assert asked(kind, name, phrase=clause).naming is Naming.NAMED


def test_a_district_that_is_not_the_one_named_is_not_asked():
    clause = "ขอให้อำเภอแม่สอดแจ้งเทศบาลตำบลทราบ"

    assert asked(UnitKind.DISTRICT, "อำเภอแม่สอด", phrase=clause).naming is Naming.NAMED
    assert asked(UnitKind.DISTRICT, "อำเภอพบพระ", phrase=clause).naming is Naming.NOT_NAMED


def test_the_provincial_office_is_not_the_province():
    clause = "ขอให้ท้องถิ่นจังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นทราบ"

    assert asked(UnitKind.PROVINCE, "จังหวัดตาก", phrase=clause).naming is Naming.NOT_NAMED
    assert asked(UnitKind.PROVINCIAL_OFFICE, "สถจ.ตาก", phrase=clause).naming is Naming.NAMED


def test_what_cannot_be_read_is_only_a_doubt():
    assert asked(UnitKind.DISTRICT, phrase="ทุกคนที่เกี่ยวข้อง").naming is Naming.DOUBTFUL


def test_a_clause_that_names_nobody_is_only_a_doubt():
    body = "จึงเรียนมาเพื่อโปรดทราบและแจ้งให้ผู้เกี่ยวข้องทราบและถือปฏิบัติต่อไป"

    assert asked(UnitKind.DISTRICT, body=body).naming is Naming.DOUBTFUL


def test_a_letter_that_asks_no_passing_on_names_nobody():
    assert asked(UnitKind.DISTRICT, body="จึงเรียนมาเพื่อโปรดทราบ").naming is Naming.NOT_NAMED


def test_desks_inside_an_agency_are_never_named():
    assert asked(UnitKind.DIVISION, "กองคลัง", phrase=SMALL_BODIES).naming is Naming.NOT_NAMED
