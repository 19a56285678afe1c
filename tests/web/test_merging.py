"""Two rows that may be one letter: offered side by side, merged with one press, taken apart."""

import pytest

from saraban.records import Delivery, LetterMerge
from tests.make import DAY, Arrival, at, register, send


def pair_of(cast, **named):
    """(as it came on paper, as it came in the system) at one district."""
    words = {"printed_number": "ตก ๐๐๒๓.๓/ว ๑", "issuer_text": "จังหวัดตาก"} | named
    paper = register(
        cast.district_a.clerk, at=at(hour=9), arrival=Arrival(DAY, channel="paper"), **words
    )
    return paper.letter_uid, send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


@pytest.fixture
def district(cast, sign_in_as):
    return sign_in_as(cast.district_a.clerk)


def test_the_desk_offers_to_say_that_a_letter_came_on_paper(cast, district):
    paper, system = pair_of(cast)
    desk = district.get("/").text

    answer = district.post(f"/letters/{system}/same", data={"other": paper})

    assert "ได้รับทางกระดาษแล้ว เลขรับ ๑" in desk
    assert answer.status_code == 303
    assert "ได้รับทางกระดาษแล้ว" not in district.get("/").text
    assert Delivery.get(Delivery.to_unit == cast.district_a.unit).received_at is not None


def test_an_officer_is_not_offered_what_a_clerk_does(cast, sign_in_as):
    _, system = pair_of(cast)
    officer = sign_in_as(cast.district_a.officer)

    pages = officer.get("/").text + officer.get(f"/letters/{system}").text

    assert "ได้รับทางกระดาษแล้ว" not in pages
    assert "เป็นฉบับเดียวกันหรือไม่" not in pages


def test_the_letters_page_sets_both_side_by_side_and_marks_what_differs(cast, district):
    paper, system = pair_of(cast, subject="การจัดกิจกรรมปลูกต้นไม้")

    page = district.get(f"/letters/{system}").text

    assert "เป็นฉบับเดียวกันหรือไม่" in page
    assert f'value="{paper}"' in page
    assert "ต่างกัน" in page
    assert "<mark>" in page
    assert "merge_reason" not in page


def test_a_day_that_differs_asks_for_a_reason_beside_its_field(cast, district):
    paper, system = pair_of(cast, dated_on=DAY.replace(day=15))

    refused = district.post(f"/letters/{system}/same", data={"other": paper})
    merged = district.post(
        f"/letters/{system}/same", data={"other": paper, "merge_reason": "พิมพ์วันที่ผิด"}
    )

    assert refused.status_code == 422
    assert "วันที่ของหนังสือไม่ตรงกัน" in refused.text
    assert merged.status_code == 303
    assert LetterMerge.get().reason == "พิมพ์วันที่ผิด"


def test_both_pages_tell_of_the_merge_and_either_takes_it_apart(cast, district):
    paper, system = pair_of(cast)
    district.post(f"/letters/{system}/same", data={"other": paper})
    pages = [district.get(f"/letters/{uid}").text for uid in (paper, system)]
    undo = f"/letters/{paper}/same/{LetterMerge.get().uid}/undo"

    refused = district.post(undo, data={"undo_reason": ""})
    undone = district.post(undo, data={"undo_reason": "คนละฉบับ"})

    assert all("ฉบับที่รวมไว้ด้วยกัน" in page for page in pages)
    assert all("รวมกับ ตก ๐๐๒๓.๓/ว ๑ เป็นฉบับเดียวกัน" in page for page in pages)
    assert (refused.status_code, undone.status_code) == (422, 303)
    assert 'id="undo_reason-error"' in refused.text
    assert "ตามเดิม" in district.get(f"/letters/{system}").text
    assert "เป็นฉบับเดียวกันหรือไม่" not in district.get(f"/letters/{system}").text


def test_the_sender_sees_the_number_that_was_given_on_paper(cast, district, sign_in_as):
    paper, system = pair_of(cast)
    district.post(f"/letters/{system}/same", data={"other": paper})

    page = sign_in_as(cast.province.clerk).get(f"/letters/{system}").text

    assert '<span class="number">๑</span>' in page


def test_an_auditor_sees_who_merged_and_may_not(cast, district, sign_in_as):
    paper, system = pair_of(cast)
    district.post(f"/letters/{system}/same", data={"other": paper})

    auditor = sign_in_as(cast.auditor)
    page = auditor.get(f"/letters/{system}").text

    assert f"รวมโดย {cast.district_a.clerk.name}" in page
    assert "แยกเป็นสองฉบับ" not in page
