"""Closing a day from its page, printing the page to be signed, and checking its code."""

import io
import re
import subprocess

import pypdfium2
import pytest

from saraban.desk.closing import close_day
from saraban.paper.qr import codes_in
from saraban.records import DayClosing
from saraban.rules.closings import shown_code
from tests.cast import Cast
from tests.make import DAY, at, register
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.web.conftest import SignIn

PAGE = "/registers/closing?day=2022-06-16"


def test_a_clerk_closes_the_day_and_sees_its_code(cast: Cast, sign_in_as: SignIn):
    register(cast.province.clerk)
    browser = sign_in_as(cast.province.clerk)
    assert "ปิดทะเบียน ๑ บรรทัด" in browser.get(PAGE).text

    answer = browser.post(PAGE)

    page = browser.get(answer.location).text
    assert answer.status_code == 303
    assert shown_code(DayClosing.get().code) in page
    assert "ตรงกับทะเบียนขณะนี้" in page
    assert "ปิดทะเบียน ๑ บรรทัด" not in page


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_the_page_to_be_signed_has_the_lines_and_the_code_as_text_and_as_qr(
    cast: Cast, sign_in_as: SignIn
):
    register(cast.province.clerk, subject="การจัดทำน้ำดื่มของตำบลทำนบ")
    code = close_day(actor=cast.province.clerk, at=at(hour=16), day=DAY).code

    answer = sign_in_as(cast.province.clerk).get(f"/registers/closing/{code}.pdf")

    pdf = answer.data
    told = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    text = re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", re.sub(r"\s", "", told))
    assert answer.status_code == 200
    assert shown_code(code) in text
    assert "ปิดทะเบียนประจำวันวันที่๑๖เดือนมิถุนายนพ.ศ.๒๕๖๕" in text
    assert "การจัดทำน้ำดื่มของตำบลทำนบ" in text
    page = pypdfium2.PdfDocument(io.BytesIO(pdf))[0]
    pixels = page.render(scale=3).to_numpy()[:, :, :3]
    assert [found.text for found in codes_in(pixels)] == [f"saraban:closing:{code}"]


def test_an_auditor_checks_the_code_and_a_code_of_elsewhere_is_unknown(
    cast: Cast, sign_in_as: SignIn
):
    register(cast.province.clerk)
    code = close_day(actor=cast.province.clerk, at=at(hour=16), day=DAY).code
    browser = sign_in_as(cast.auditor)

    assert "ตรงกับที่ลงนาม" in browser.get(f"/audit/closing?code={shown_code(code)}").text
    assert "ไม่มีการปิดทะเบียนด้วยรหัสนี้" in browser.get("/audit/closing?code=ABCD").text
