"""Reminding a branch from its page: who is listed, one press, what became of it, on paper."""

import io
import re

import pikepdf
import pytest

from saraban.records import ChaseLine, Draft, Mail
from saraban.rules.mails import MailState
from tests.cast import Cast
from tests.chased import give_address, remind, sent_to_four
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.web.conftest import SignIn


def shown_count(page: str) -> str:
    return re.search(r'name="seen_count" value="(\d+)"', page)[1]


def test_a_clerk_looks_and_reminds_with_one_press(cast: Cast, sign_in_as: SignIn):
    give_address(cast.city.unit, "saraban@city.example")
    letter = sent_to_four(cast)
    browser = sign_in_as(cast.province.clerk)
    page = browser.get(f"/letters/{letter}/chase").text
    assert "เทศบาลนครแม่สอด" in page
    assert "saraban<wbr>@city.example" in page
    assert "เตือน ๔ หน่วย ทางไปรษณีย์อิเล็กทรอนิกส์ ๑ ทางกระดาษ ๓" in page

    answer = browser.post(
        f"/letters/{letter}/chase",
        data={
            "step": "chase", "kinds": ["silent"], "via": "", "text": "ขอให้ตอบ",
            "seen_count": shown_count(page),
        },
    )  # fmt: skip

    assert answer.status_code == 303
    done = browser.get(answer.location).text
    assert "เตือนแล้ว ๔ หน่วย" in done
    assert "รอส่ง" in done
    assert ChaseLine.select().count() == 4


def test_looking_sends_nothing(cast: Cast, sign_in_as: SignIn):
    letter = sent_to_four(cast)

    answer = sign_in_as(cast.province.clerk).post(
        f"/letters/{letter}/chase",
        data={"step": "look", "kinds": ["late"], "via": "", "text": "ขอให้ตอบ"},
    )

    assert answer.status_code == 200
    assert "ไม่มีหน่วยที่ต้องเตือนตามที่เลือก" in answer.text
    assert ChaseLine.select().count() == 0


def test_a_number_that_changed_is_told_on_the_page(cast: Cast, sign_in_as: SignIn):
    letter = sent_to_four(cast)

    answer = sign_in_as(cast.province.clerk).post(
        f"/letters/{letter}/chase",
        data={
            "step": "chase", "kinds": ["silent"], "via": "", "text": "ขอให้ตอบ", "seen_count": "9",
        },
    )  # fmt: skip

    assert answer.status_code == 422
    assert "เปลี่ยนเป็น ๔ จากที่เห็น ๙" in answer.text


def test_the_letters_page_leads_its_sender_there(cast: Cast, sign_in_as: SignIn):
    letter = sent_to_four(cast)
    page, way = f"/letters/{letter}", f"/letters/{letter}/chase"

    assert way in sign_in_as(cast.province.clerk).get(page).text
    assert way not in sign_in_as(cast.city.clerk).get(page).text


@pytest.mark.parametrize("tab", ["table", "missing", "tree"])
def test_the_cascade_shows_who_was_reminded(cast: Cast, sign_in_as: SignIn, tab: str):
    letter = sent_to_four(cast)
    browser = sign_in_as(cast.province.clerk)
    assert "เตือนแล้ว ๑" not in browser.get(f"/letters/{letter}/cascade?tab={tab}").text

    remind(cast, letter)

    page = browser.get(f"/letters/{letter}/cascade?tab={tab}").text
    assert ("เตือนแล้ว ๑ ครั้ง" if tab == "tree" else "เตือนแล้ว ๑ ครั้ง ล่าสุด") in page
    assert f"/letters/{letter}/chase" in page


def test_the_outbox_shows_a_bounce_and_sends_it_again(cast: Cast, sign_in_as: SignIn):
    give_address(cast.city.unit, "saraban@city.example")
    remind(cast, sent_to_four(cast))
    Mail.update(state=MailState.FAILED.value, trouble="550 no such mailbox").execute()
    browser = sign_in_as(cast.province.clerk)
    page = browser.get("/mails").text
    assert "550 no such mailbox" in page

    answer = browser.post(f"/mails/{Mail.get().uid}/again")

    assert answer.status_code == 303
    assert Mail.get().state == MailState.WAITING


def test_a_reminder_of_another_unit_is_not_found(cast: Cast, sign_in_as: SignIn):
    done = remind(cast, sent_to_four(cast))

    assert sign_in_as(cast.city.clerk).get(f"/chases/{done.uid}").status_code == 404


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_the_outstanding_list_is_a_table_to_enclose(cast: Cast, sign_in_as: SignIn):
    give_address(cast.city.unit, "saraban@city.example")
    done = remind(cast, sent_to_four(cast))
    browser = sign_in_as(cast.province.clerk)

    pdf = browser.get(f"/chases/{done.uid}/list.pdf")
    workbook = browser.get(f"/chases/{done.uid}/list.xlsx")

    with pikepdf.open(io.BytesIO(pdf.data)) as opened:
        assert opened.docinfo["/Title"] == "บัญชีหน่วยงานที่ยังไม่ได้ดำเนินการ"
    assert workbook.data.startswith(b"PK")


def test_the_sealed_letter_is_begun_as_a_draft(cast: Cast, sign_in_as: SignIn):
    done = remind(cast, sent_to_four(cast))

    answer = sign_in_as(cast.province.clerk).post(f"/chases/{done.uid}/letter")

    assert answer.location.endswith(f"/drafts/{Draft.get().uid}")
    assert Draft.get().kind == "sealed"
