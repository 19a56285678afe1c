"""Sending and passing on: who gets it is seen before the last press, and the paper is drawn."""

import pytest

from saraban import clock
from saraban.paper import pdf_print
from saraban.paper.pdf_text import text_of_pdf
from saraban.paper.print_room import ROOM
from saraban.queries.cascade_tree import cascade_of
from saraban.records import (
    Citation,
    Delivery,
    Duty,
    Letter,
    LetterFile,
    Unit,
    UnitVersion,
    file_store,
)
from saraban.rules.holidays import SATURDAY
from saraban.thai.dates import format_medium
from saraban.thai.text import search_key
from tests.cast import Cast
from tests.stories.circular import LAST_DAY, Story
from tests.web.conftest import SignIn

# On a weekend the page warns, and is told by this that the warning was read.
ODD_TODAY = f"{clock.today()}+weekend" if clock.today().weekday() >= SATURDAY else ""


def letter_of_ours(**changes: object) -> dict[str, object]:
    return {
        "kind": "external",
        "is_circular": "y",
        "urgency": "urgent",
        "channel": "system",
        "dated_on": format_medium(clock.today()),
        "subject": "ซักซ้อมแนวทางปฏิบัติ",
        "body": "ด้วยจังหวัดกำหนดแนวทาง\nจึงเรียนมาเพื่อทราบ",
        "addressees": "นายอำเภอ ทุกอำเภอ",
        "points-0-asks": "แจ้งผู้เกี่ยวข้อง",
        "points-1-asks": "รายงานผล",
        "points-1-due_on": "30 มิ.ย. 2565",
        "points-1-report_to": "จังหวัด",
        "relay_phrase": "นายกองค์การบริหารส่วนตำบล ทุกแห่ง",
        "signatory_name": "นายผู้ว่า ทดลอง",
        "code_letters": "ตก",
        "owner_number": "0023.3",
        "seen_odd": ODD_TODAY,
        **changes,
    }


def test_looking_shows_the_set_and_sends_nothing(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.clerk).post("/letters/send", data=letter_of_ours(step="look"))

    assert "<strong>๒ หน่วย</strong>" in page.text
    assert "ส่งถึง ๒ หน่วย เลขถัดไปคือ ว ๑ และจะถูกใช้" in page.text
    assert 'name="seen_count" value="2"' in page.text
    assert Letter.select().count() == 0


def test_what_was_not_seen_is_not_sent(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.clerk).post(
        "/letters/send", data=letter_of_ours(step="send", seen_count="1")
    )

    assert page.status_code == 422
    assert "โปรดตรวจหน่วยผู้รับ ๒ หน่วยก่อน" in page.text
    assert Letter.select().count() == 0


def test_sending_uses_the_number_and_reaches_the_units(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.clerk).post(
        "/letters/send",
        data=letter_of_ours(step="send", seen_count="3", further=[cast.pao.unit.uid]),
        follow_redirects=True,
    )

    assert page.status_code == 200
    assert "ตก ๐๐๒๓.๓/ว ๑" in page.text
    letter = Letter.get()
    assert letter.addressee_text == "นายอำเภอ ทุกอำเภอ นายกองค์การบริหารส่วนจังหวัดตาก"
    assert {row.to_unit_id for row in Delivery.select()} == {
        cast.district_a.unit.id,
        cast.district_b.unit.id,
        cast.pao.unit.id,
    }
    assert [
        (duty.point, duty.asks, duty.report_to) for duty in Duty.select().order_by(Duty.id)
    ] == [
        ("๑", "แจ้งผู้เกี่ยวข้อง", ""),
        ("๒", "รายงานผล", "จังหวัด"),
    ]


def test_the_paper_has_the_points_before_the_closing_sentence(cast: Cast, sign_in_as: SignIn):
    sign_in_as(cast.province.clerk).post(
        "/letters/send", data=letter_of_ours(step="send", seen_count="2")
    )

    kept = LetterFile.get()
    printed = text_of_pdf(file_store.read(kept.file_id), kept.name)
    text = search_key("".join(line.text for page in printed.pages for line in page.lines))
    in_order = (
        "ด่วน",
        "ด้วยจังหวัดกำหนดแนวทาง",
        "๑. แจ้งผู้เกี่ยวข้อง",
        "๒. รายงานผล",
        "จึงเรียนมาเพื่อทราบ",
    )
    places = [text.find(search_key(words)) for words in in_order]
    assert -1 not in places
    assert places == sorted(places)
    assert [file.name for file in LetterFile.select()] == ["ตก_0023.3-ว_1.pdf"]


def test_a_letter_stands_when_its_drawing_fails_and_can_be_drawn_again(
    cast: Cast, sign_in_as: SignIn, monkeypatch: pytest.MonkeyPatch
):
    ROOM.close()  # a child that stands ready may be quicker than this process looks at the clock
    with monkeypatch.context() as hurried:  # no child starts and draws in no time
        hurried.setattr(pdf_print, "START_SECONDS", 0.0)
        hurried.setattr(pdf_print, "LETTER_SECONDS", 0.0)
        page = sign_in_as(cast.province.clerk).post(
            "/letters/send",
            data=letter_of_ours(step="send", seen_count="2"),
            follow_redirects=True,
        )
    uid = Letter.get().uid

    assert "จัดหน้าอีกครั้ง" in page.text
    assert Delivery.select().count() == 2

    again = sign_in_as(cast.province.clerk).post(f"/letters/{uid}/print", follow_redirects=True)

    assert "แนบไว้กับหนังสือแล้ว" in again.text
    assert LetterFile.select().count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"subject": " "}, "โปรดกรอกช่องนี้"),
        ({"dated_on": "31 มิ.ย. 2565"}, "ไม่มีวันที่"),
        ({"dated_on": "8 ม.ค. 2600", "seen_odd": ""}, "ยังมาไม่ถึง"),
        ({"addressees": "นายกสมาคมแม่บ้าน"}, "ไม่เข้าใจคำขึ้นต้น"),
        ({"addressees": "", "seen_count": "0"}, "ยังไม่มีหน่วยผู้รับ"),
        ({"points-0-due_on": "เมื่อไรก็ได้"}, "อ่านวันที่"),
        ({"owner_number": "x"}, "อ่านเลขที่หนังสือ"),
        ({"body": "ยินดี 😀"}, "ไม่มีตัว 😀"),
    ],
)
def test_what_is_refused_stands_beside_its_field_and_keeps_what_was_typed(
    cast: Cast, sign_in_as: SignIn, changes: dict[str, object], words: str
):
    page = sign_in_as(cast.province.clerk).post(
        "/letters/send",
        data=letter_of_ours(step="send", seen_count="2", **changes)
        if "seen_count" not in changes
        else letter_of_ours(step="send", **changes),
    )

    assert page.status_code == 422
    assert words in page.text
    assert "แจ้งผู้เกี่ยวข้อง" in page.text
    assert Letter.select().count() == 0


def test_units_are_found_and_ticked_one_by_one_without_a_script(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.clerk).post(
        "/letters/send", data=letter_of_ours(step="find", find="แม่สอด", addressees="")
    )

    assert f'value="{cast.city.unit.uid}"' in page.text


def test_one_more_point_can_be_had(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.clerk).post("/letters/send", data=letter_of_ours(step="point"))

    assert 'name="points-2-asks"' in page.text


def test_the_recipients_part_comes_alone_for_htmx(cast: Cast, sign_in_as: SignIn):
    part = sign_in_as(cast.province.clerk).post("/letters/send/recipients", data=letter_of_ours())

    assert "<html" not in part.text
    assert "<strong>๒ หน่วย</strong>" in part.text
    assert 'id="last-press" hx-swap-oob="true"' in part.text


def test_passing_on_begins_with_what_the_parent_says(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.district_b.clerk).get(f"/letters/{story.province_letter}/reissue")

    assert "การรายงานกิจกรรมอาสาพัฒนา" in page.text
    assert "สำเนาหนังสือจังหวัดตาก ด่วนที่สุด ที่ ตก ๐๐๒๓.๓/ว ๕๗๖๕ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕" in page.text
    assert "รายงานกิจกรรมทุกครั้งที่จัด" in page.text
    assert "ทุกหน่วยที่ต้นเรื่องให้แจ้ง มีผู้ส่งถึงแล้ว" in page.text


def test_whom_nobody_would_tell_is_said_before_sending(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.district_b.clerk).post(
        f"/letters/{story.province_letter}/reissue",
        data=letter_of_ours(
            step="look", addressees="นายกเทศมนตรีตำบล ทุกแห่ง", relay_phrase="",
            further=[story.cast.city.unit.uid],
        ),
    )  # fmt: skip

    assert "๑ ผู้รับ ถึง ๐ จาก ๑ เทศบาลตำบลและองค์การบริหารส่วนตำบล ของอำเภอแม่สอด" in page.text
    assert "อบต.ตัวอย่าง ไม่อยู่ในรายการของใคร" in page.text
    assert "องค์การบริหารส่วนตำบลตัวอย่าง" in page.text


def test_a_closed_unit_is_named_with_its_heir_to_tick(cast: Cast, sign_in_as: SignIn):
    Unit.update(valid_to=clock.today(), merged_into=cast.city.unit.id).where(
        Unit.id == cast.tao.unit.id
    ).execute()
    UnitVersion.update(valid_to=clock.today()).where(UnitVersion.unit == cast.tao.unit.id).execute()

    page = sign_in_as(cast.province.clerk).post(
        "/letters/send", data=letter_of_ours(step="look", further=[cast.tao.unit.uid])
    )

    assert "๑ หน่วยไม่มีอยู่ในวันที่ของหนังสือ จะไม่ถูกส่ง" in page.text
    assert "ส่งถึง เทศบาลนครแม่สอด แทน" in page.text
    assert f'name="further" value="{cast.city.unit.uid}"' in page.text
    assert 'name="seen_count" value="2"' in page.text


def test_passing_on_hangs_the_new_letter_under_its_parent(story: Story, sign_in_as: SignIn):
    cited = "สำเนาหนังสือจังหวัดตาก ที่ ตก ๐๐๒๓.๓/ว ๕๗๖๕ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"
    page = sign_in_as(story.cast.district_b.clerk).post(
        f"/letters/{story.province_letter}/reissue",
        data=letter_of_ours(
            step="send", seen_count="1", addressees="นายกองค์การบริหารส่วนตำบล ทุกแห่ง",
            relay_phrase="", owner_number="0618", enclosures=cited, seen_points="๑",
        ),
        follow_redirects=True,
    )  # fmt: skip

    assert "ตก ๐๖๑๘/ว ๑" in page.text
    tree = cascade_of(story.memo, actor=None, today=LAST_DAY)
    district = next(node for node in tree.nodes if node.unit_short == "อ.แม่สอด")
    assert [child.unit_short for child in district.children] == ["อบต.ตัวอย่าง"]
    citation = Citation.select().order_by(Citation.id.desc()).get()
    assert citation.resolved.uid == story.province_letter


def test_a_letter_that_was_passed_on_cannot_be_passed_on_again(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.district_a.clerk).get(f"/letters/{story.province_letter}/reissue")

    assert page.status_code == 409
    assert "เวียนต่อไม่ได้" in page.text


def test_only_a_clerk_sends(cast: Cast, sign_in_as: SignIn):
    assert sign_in_as(cast.province.officer).get("/letters/send").status_code == 403
    assert sign_in_as(cast.province.officer).post("/letters/send").status_code == 403
