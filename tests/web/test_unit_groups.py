"""Groups and attached lists on their pages, and in the page that sends."""

import io

from saraban.desk.unit_groups import GroupSaid, keep_group
from saraban.records import Delivery, LetterFile, UnitGroup, UnitSet
from tests.cast import Cast
from tests.drafted import write
from tests.make import at
from tests.web.conftest import SignIn
from tests.web.test_dispatch import letter_of_ours
from tests.web.test_drafts import numbered

LISTED = "นายอำเภอ (ตามบัญชีแนบ)"


def listed(text: str, **changes: object) -> dict[str, object]:
    return letter_of_ours(
        step="list",
        addressees=LISTED,
        list_file=(io.BytesIO(text.encode()), "บัญชีอำเภอ.csv"),
        **changes,
    )


def test_a_good_list_is_kept_and_sent_by(cast: Cast, sign_in_as: SignIn):
    clerk = sign_in_as(cast.province.clerk)
    page = clerk.post("/letters/send", data=listed("หน่วยงาน\nนายอำเภอแม่สอด\nอบจ.ตาก\n"))

    kept = UnitSet.get()
    assert f'<option selected value="{kept.uid}">' in page.text
    assert "<strong>๑ หน่วย</strong>" in page.text
    assert "๑ หน่วยในบัญชีไม่ตรงกับคำขึ้นต้น" in page.text

    clerk.post(
        "/letters/send",
        data=letter_of_ours(step="send", seen_count="1", addressees=LISTED, list_uid=kept.uid),
    )
    assert [row.to_unit_id for row in Delivery.select()] == [cast.district_b.unit.id]
    assert "บัญชีอำเภอ.csv" in {
        file.name for file in LetterFile.select().where(LetterFile.role == "enclosure")
    }


def test_a_list_with_a_wrong_row_is_not_taken_and_says_which(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.clerk).post(
        "/letters/send", data=listed("หน่วยงาน\nอ.แม่สอด\nอ.แม่สวด\n", subject="เรื่องที่พิมพ์ไว้")
    )

    assert "๑ แถวไม่ตรงกับหน่วยใดหน่วยเดียว" in page.text
    assert "<td>อ.แม่สวด</td>" in page.text
    assert "ชื่อใกล้เคียง: อำเภอแม่สอด" in page.text
    assert "เรื่องที่พิมพ์ไว้" in page.text
    assert UnitSet.select().count() == 0


def test_of_nine_thousand_rows_each_wrong_one_is_told_and_none_is_taken(
    cast: Cast, sign_in_as: SignIn
):
    names = [f"อบต.ไม่มีจริง{number}" for number in range(9000)]
    names[4000] = "อ.แม่สอด"
    page = sign_in_as(cast.province.clerk).post(
        "/letters/send", data=listed("\n".join(["หน่วยงาน", *names]))
    )

    assert "๘๙๙๙ แถวไม่ตรงกับหน่วยใดหน่วยเดียว" in page.text.replace(",", "")
    assert "<li>๙๐๐๑ อบต.ไม่มีจริง8999</li>" in page.text.replace(",", "")
    assert page.text.count("อบต.ไม่มีจริง") == 8999
    assert UnitSet.select().count() == 0


def test_a_phrase_by_a_list_asks_for_the_list(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.clerk).post(
        "/letters/send", data=letter_of_ours(step="look", addressees=LISTED)
    )

    assert "คำขึ้นต้นให้ดูบัญชีแนบ" in page.text


def test_a_group_is_kept_on_its_page_and_used_by_its_button(cast: Cast, sign_in_as: SignIn):
    clerk = sign_in_as(cast.province.clerk)
    clerk.post(
        "/settings/groups",
        data={"name": "คณะทำงาน", "phrase": "นายอำเภอแม่สอด", "units": "อบจ.ตาก", "place": "1"},
    )
    group = UnitGroup.get()

    page = clerk.post("/letters/send", data=letter_of_ours(addressees="", use_group=group.uid))
    assert 'data-key="F2"' in page.text
    assert "กลุ่ม “คณะทำงาน” ๒" in page.text

    clerk.post(
        "/letters/send",
        data=letter_of_ours(step="send", seen_count="2", addressees="กลุ่ม “คณะทำงาน”"),
    )
    assert {row.to_unit_id for row in Delivery.select()} == {
        cast.district_b.unit.id,
        cast.pao.unit.id,
    }
    letter = Delivery.get().letter
    assert letter.addressee_text == "นายอำเภอแม่สอด นายกองค์การบริหารส่วนจังหวัดตาก"


def test_a_line_that_names_no_unit_keeps_the_group_from_being_kept(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.clerk).post(
        "/settings/groups", data={"name": "คณะทำงาน", "units": "อบจ.ตาก\nอบจ.ตาด"}
    )

    assert page.status_code == 422
    assert "<td>อบจ.ตาด</td>" in page.text
    assert UnitGroup.select().count() == 0


def test_a_group_shows_its_past_and_is_archived(cast: Cast, sign_in_as: SignIn):
    uid = keep_group(
        actor=cast.province.clerk, at=at(), said=GroupSaid("คณะทำงาน", "นายอำเภอทุกอำเภอ")
    )
    clerk = sign_in_as(cast.province.clerk)
    clerk.post(f"/settings/groups/{uid}", data={"name": "คณะทำงาน", "phrase": "นายอำเภอแม่สอด"})

    page = clerk.get(f"/settings/groups/{uid}")
    assert "นายอำเภอทุกอำเภอ" in page.text
    assert 'value="นายอำเภอแม่สอด"' in page.text

    clerk.post(f"/settings/groups/{uid}/archive")
    assert "เลิกใช้แล้ว" in clerk.get("/settings/groups").text
    assert "use_group" not in clerk.get("/letters/send").text


def test_a_draft_is_issued_by_a_list_as_well(cast: Cast, sign_in_as: SignIn):
    uid = write(cast.province, dated_on=None)
    clerk = sign_in_as(cast.province.clerk)
    typed = numbered(addressees=LISTED, step="list", seen_count="")
    upload = (io.BytesIO("หน่วยงาน\nอ.แม่สอด\n".encode()), "บัญชีอำเภอ.csv")
    clerk.post(f"/drafts/{uid}/issue", data={**typed, "list_file": upload})

    done = clerk.post(
        f"/drafts/{uid}/issue",
        data=numbered(addressees=LISTED, seen_count="1", list_uid=UnitSet.get().uid),
        follow_redirects=True,
    )

    assert done.status_code == 200
    assert [row.to_unit_id for row in Delivery.select()] == [cast.district_b.unit.id]
