"""The builder of report forms on its pages: every step kept, every version as it was published."""

import re
from collections.abc import Mapping

from flask.testing import FlaskClient

from saraban.queries.report_forms import FormCard, report_form
from saraban.records import ReportDuty, ReportForm, ReportFormVersion
from saraban.rules.report_forms import FieldKind
from tests.cast import Cast, Troupe
from tests.make import send
from tests.owed import owe_everything
from tests.web.conftest import SignIn


def test_the_settings_stay_marked_as_the_place_while_a_form_is_built(
    cast: Cast, sign_in_as: SignIn
) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer)

    page = officer.get(f"/report-forms/{uid}").text

    assert re.search(r'data-go="s"\s+aria-current="page"', page)


def begin(browser: FlaskClient, example: str = "event", title: str = "") -> str:
    answer = browser.post("/report-forms", data={"example": example, "title": title})
    return str(answer.headers["Location"]).split("/")[-1].split("?")[0]


def built(troupe: Troupe, uid: str) -> FormCard:
    return report_form(troupe.officer, uid)


def set_field(browser: FlaskClient, uid: str, key: str, **typed: object) -> object:
    """Send a field's settings as its page holds them, with what is typed over them."""
    page = browser.get(f"/report-forms/{uid}").text
    held = fields_on(page, key)
    step = typed.pop("step", None)
    held |= {f"{key}-{name.replace('__', '-')}": value for name, value in typed.items()}
    if step:
        held["step"] = step
    return browser.post(f"/report-forms/{uid}/fields/{key}", data=held)


def fields_on(page: str, key: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for tag in re.findall(rf'<input[^>]*name="{key}-[^>]*>', page):
        attributes: Mapping[str, str] = dict(re.findall(r'([a-z]+)="([^"]*)"', tag))
        is_sent = attributes.get("type") != "checkbox" or " checked" in tag
        if is_sent and "csrf" not in attributes["name"]:
            found[attributes["name"]] = attributes.get("value", "")
    for name, rest in re.findall(rf'<select[^>]*name="({key}-[^"]*)"(.*?)</select>', page, re.S):
        chosen = re.search(r'<option selected value="([^"]*)"', rest)
        found[name] = (chosen or re.search(r'<option value="([^"]*)"', rest))[1]
    for name, text in re.findall(
        rf'<textarea[^>]*name="({key}-[^"]*)"[^>]*>(.*?)</textarea>', page, re.S
    ):
        found[name] = text.strip()
    return found


def test_a_form_begins_with_an_example_and_is_published(cast: Cast, sign_in_as: SignIn) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer)

    page = officer.get(f"/report-forms/{uid}").text
    assert "รายงานผลการจัดกิจกรรม" in page
    assert "ผู้เข้าร่วม (คน)" in page
    assert "๒ ถึง ๖ ไฟล์" in page
    assert "คลิปละไม่เกิน ๓๐ วินาที" in page

    seen = str(built(cast.province, uid).seq)
    officer.post(
        f"/report-forms/{uid}/publish", data={"publish-seen": seen, "publish-remark": "ใช้ได้"}
    )
    assert [one.remark for one in built(cast.province, uid).versions] == ["ใช้ได้"]
    assert "ฉบับที่ ๑" in officer.get("/report-forms").text
    assert "ภาพกิจกรรม" in officer.get(f"/report-forms/{uid}/versions/1").text


def test_fields_are_added_named_moved_and_taken_away(cast: Cast, sign_in_as: SignIn) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer, example="", title="สำรวจแหล่งน้ำ")
    for kind in (FieldKind.NUMBER, FieldKind.CHOICE, FieldKind.TEXT):
        seen = str(built(cast.province, uid).seq)
        officer.post(f"/report-forms/{uid}/fields", data={"add-kind": kind, "add-seen": seen})

    set_field(
        officer, uid, "number1", label="บ่อน้ำ", unit_word="บ่อ", least="๑", most="๕๐๐",
        is_required="y",
    )  # fmt: skip
    set_field(officer, uid, "choice1", label="สภาพ", options="ดี\nแห้ง\nชำรุด", step="up")
    set_field(officer, uid, "text1", step="remove")

    choice, number = built(cast.province, uid).definition.fields
    assert (choice.key, [option.label for option in choice.options]) == (
        "choice1", ["ดี", "แห้ง", "ชำรุด"],
    )  # fmt: skip
    assert (number.label, number.unit_word, number.is_required) == ("บ่อน้ำ", "บ่อ", True)
    assert (str(number.least), str(number.most)) == ("1", "500")


def test_a_table_gets_its_columns_on_the_page(cast: Cast, sign_in_as: SignIn) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer, example="", title="สำรวจ")
    officer.post(f"/report-forms/{uid}/fields", data={"add-kind": "table", "add-seen": "1"})

    set_field(
        officer, uid, "table1", columns__2__label="สภาพ", columns__2__kind="choice",
        columns__2__options="ดี\nชำรุด", columns__0__label="",
    )  # fmt: skip

    columns = built(cast.province, uid).definition.fields[0].columns
    assert [(column.key, column.label) for column in columns] == [
        ("number1", "จำนวน"),
        ("choice1", "สภาพ"),
    ]
    assert [option.label for option in columns[1].options] == ["ดี", "ชำรุด"]


def test_what_cannot_stand_is_said_beside_its_setting_and_stays_typed(
    cast: Cast, sign_in_as: SignIn
) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer)

    refused = set_field(officer, uid, "number1", least="๙", most="๓", label="คน")
    blank = set_field(officer, uid, "text1", label=" ")
    odd = set_field(officer, uid, "number1", least="สิบ")

    assert refused.status_code == blank.status_code == odd.status_code == 422
    assert "ค่าน้อยสุดมากกว่าค่ามากสุด" in refused.text
    assert 'value="9"' in refused.text or 'value="๙"' in refused.text
    assert "โปรดกรอกช่องนี้" in blank.text
    assert "อ่านจำนวน “สิบ” ไม่ออก" in odd.text
    assert built(cast.province, uid).seq == 1


def test_of_two_who_build_at_once_the_second_is_shown_the_newest(
    cast: Cast, sign_in_as: SignIn
) -> None:
    uid = begin(sign_in_as(cast.province.officer))
    clerk = sign_in_as(cast.province.clerk)
    held = fields_on(clerk.get(f"/report-forms/{uid}").text, "text1")
    set_field(sign_in_as(cast.province.officer), uid, "text2", label="ที่จัดงาน")

    told = sign_in_as(cast.province.clerk).post(
        f"/report-forms/{uid}/fields/text1", data={**held, "text1-label": "ชื่องาน"}
    )

    assert told.status_code == 422
    assert f"{cast.province.officer.name} แก้แบบนี้ไปก่อนแล้ว" in told.text
    assert 'value="ชื่องาน"' in told.text
    assert "ที่จัดงาน" in told.text
    again = {**fields_on(told.text, "text1"), "text1-label": "ชื่องาน"}
    clerk = sign_in_as(cast.province.clerk)
    assert clerk.post(f"/report-forms/{uid}/fields/text1", data=again).status_code == 303
    assert [field.label for field in built(cast.province, uid).definition.fields[:3]] == [
        "ชื่องาน", "วันที่จัด", "ที่จัดงาน",
    ]  # fmt: skip


def test_a_field_that_somebody_else_put_otherwise_is_not_taken_away_unseen(
    cast: Cast, sign_in_as: SignIn
) -> None:
    uid = begin(sign_in_as(cast.province.officer))
    held = fields_on(sign_in_as(cast.province.clerk).get(f"/report-forms/{uid}").text, "text1")
    set_field(sign_in_as(cast.province.officer), uid, "text1", label="ชื่องาน")

    told = sign_in_as(cast.province.clerk).post(
        f"/report-forms/{uid}/fields/text1", data={**held, "step": "remove"}
    )

    assert told.status_code == 422
    assert f"{cast.province.officer.name} แก้แบบนี้ไปก่อนแล้ว" in told.text
    assert built(cast.province, uid).definition.fields[0].label == "ชื่องาน"


def test_a_further_version_says_what_changed_and_goes_to_the_ticked_duties(
    cast: Cast, sign_in_as: SignIn
) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer)
    officer.post(f"/report-forms/{uid}/publish", data={"publish-seen": "1"})
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    first = ReportFormVersion.get(ReportFormVersion.form == ReportForm.get(uid=uid).id)
    duty = ReportDuty.get()
    ReportDuty.update(form_version=first.id).execute()

    set_field(officer, uid, "clips1", step="remove")
    page = officer.get(f"/report-forms/{uid}").text
    assert "ตัดออก: คลิปสั้น" in page
    assert f'value="{duty.uid}" checked' in page
    officer.post(
        f"/report-forms/{uid}/publish",
        data={"publish-seen": str(built(cast.province, uid).seq), "publish-duties": duty.uid},
    )

    card = built(cast.province, uid)
    assert [one.version for one in card.versions] == [2, 1]
    assert card.versions[1].definition.field("clips1") is not None
    assert [use.version for use in card.uses] == [2]
    assert "ตัดออก: คลิปสั้น" in officer.get(f"/report-forms/{uid}/versions/2").text
    assert (
        "เหมือนฉบับที่ ๒"
        in officer.post(f"/report-forms/{uid}/publish", data={"publish-seen": str(card.seq)}).text
    )


def test_who_owes_the_duty_sees_its_form_and_copies_it_and_others_do_not(
    cast: Cast, sign_in_as: SignIn
) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer)
    officer.post(f"/report-forms/{uid}/publish", data={"publish-seen": "1"})
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    version = ReportFormVersion.get(ReportFormVersion.form == ReportForm.get(uid=uid).id)
    ReportDuty.update(form_version=version.id).execute()

    ower = sign_in_as(cast.district_a.officer)
    assert ower.get(f"/report-forms/{uid}").status_code == 404
    assert ower.get(f"/report-forms/{uid}/versions/1").status_code == 200
    copied = ower.post(f"/report-forms/{uid}/copy", data={"version": "1"})
    assert "รายงานผลการจัดกิจกรรม (สำเนา)" in ower.get(copied.headers["Location"]).text
    stranger = sign_in_as(cast.district_b.officer)
    assert stranger.get(f"/report-forms/{uid}/versions/1").status_code == 404
    assert stranger.post(f"/report-forms/{uid}/copy", data={"version": "1"}).status_code == 404


def test_a_closed_form_is_built_no_more_until_it_is_taken_back(
    cast: Cast, sign_in_as: SignIn
) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer)
    held = fields_on(officer.get(f"/report-forms/{uid}").text, "text1")
    officer.post(f"/report-forms/{uid}/close")

    told = officer.post(f"/report-forms/{uid}/fields/text1", data={**held, "text1-label": "อื่น"})
    assert "เลิกใช้แล้ว" in told.text
    officer.post(f"/report-forms/{uid}/close")
    assert set_field(officer, uid, "text1", label="อื่น").status_code == 303
    assert built(cast.province, uid).definition.fields[0].label == "อื่น"


def test_a_form_without_a_field_is_not_published(cast: Cast, sign_in_as: SignIn) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer, example="", title="ว่าง")

    told = officer.post(f"/report-forms/{uid}/publish", data={"publish-seen": "1"})

    assert told.status_code == 422
    assert "ยังไม่มีช่องให้กรอก" in told.text
    assert ReportFormVersion.select().count() == 0


def test_the_title_and_the_explanation_are_changed(cast: Cast, sign_in_as: SignIn) -> None:
    officer = sign_in_as(cast.province.officer)
    uid = begin(officer)

    officer.post(
        f"/report-forms/{uid}/head",
        data={"head-title": "รายงานจิตอาสา", "head-intro": "กรอกภายในวันงาน", "head-seen": "1"},
    )

    card = built(cast.province, uid)
    assert (card.name, card.definition.title) == ("รายงานจิตอาสา", "รายงานจิตอาสา")
    assert card.definition.intro == "กรอกภายในวันงาน"
