"""Sending letters into storage from the page, and receipt slips on paper."""

import re
import subprocess

import pytest

from saraban.records import StorageLine
from tests.cast import Cast
from tests.make import register, send
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.web.conftest import SignIn

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


def test_ticked_letters_become_a_list_each_with_its_own_class(cast: Cast, sign_in_as: SignIn):
    first = register(cast.province.clerk).letter_uid
    second = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๑").letter_uid
    browser = sign_in_as(cast.province.clerk)
    assert first in browser.get("/storage").text

    answer = browser.post(
        "/storage",
        data={
            "letters": [first, second],
            "finished_on": "16 มิ.ย. 2565",
            "retention": "copy5",
            "years": "๗",
            f"retention-{second}": "permanent",
        },
    )

    page = browser.get(answer.location).text
    assert answer.status_code == 303
    assert "ถึงสิ้นปี ๒๕๗๒" in page
    assert "ตลอดไป" in page
    assert {line.retention for line in StorageLine.select()} == {"copy5", "permanent"}


def test_nothing_ticked_is_told(cast: Cast, sign_in_as: SignIn):
    register(cast.province.clerk)

    answer = sign_in_as(cast.province.clerk).post(
        "/storage", data={"finished_on": "16 มิ.ย. 2565", "retention": "copy5"}
    )

    assert answer.status_code == 422
    assert "โปรดเลือกหนังสืออย่างน้อยหนึ่งฉบับ" in answer.text


def test_too_few_years_are_refused_beside_the_field_and_the_ticks_stay(
    cast: Cast, sign_in_as: SignIn
):
    letter = register(cast.province.clerk).letter_uid

    answer = sign_in_as(cast.province.clerk).post(
        "/storage",
        data={
            "letters": [letter],
            "finished_on": "16 มิ.ย. 2565",
            "retention": "gen10",
            "years": "9",
        },
    )

    assert answer.status_code == 422
    assert "ไม่น้อยกว่า ๑๐ ปี" in answer.text
    assert "checked" in answer.text


def test_a_line_is_taken_back_from_the_page(cast: Cast, sign_in_as: SignIn):
    letter = register(cast.province.clerk).letter_uid
    browser = sign_in_as(cast.province.clerk)
    made = browser.post(
        "/storage",
        data={"letters": [letter], "finished_on": "16 มิ.ย. 2565", "retention": "copy5"},
    )

    answer = browser.post(f"{made.location}/1/take-back", data={"reason": "ยังไม่เสร็จ"})

    assert answer.status_code == 303
    assert "นำออก: ยังไม่เสร็จ" in browser.get(answer.location).text


@needs_fonts
def test_the_list_comes_as_pdf_and_as_xlsx(cast: Cast, sign_in_as: SignIn):
    letter = register(cast.province.clerk).letter_uid
    browser = sign_in_as(cast.province.clerk)
    made = browser.post(
        "/storage",
        data={"letters": [letter], "finished_on": "16 มิ.ย. 2565", "retention": "copy5"},
    )

    assert browser.get(f"{made.location}/list.pdf").data.startswith(b"%PDF")
    assert browser.get(f"{made.location}/list.xlsx").data.startswith(b"PK")


@needs_fonts
def test_receipt_slips_come_one_a_receiver_on_paper_of_their_own_size(
    cast: Cast, sign_in_as: SignIn
):
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", subject="การจัดทำน้ำดื่ม")

    answer = sign_in_as(cast.province.clerk).get(f"/letters/{sent.letter_uid}/receipt-slips.pdf")

    told = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=answer.data, capture_output=True, check=True
    ).stdout.decode()
    pages = [
        re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", re.sub(r"\s", "", page))
        for page in told.split("\f")[:-1]
    ]
    assert [("อำเภอเมืองตาก" in page, "อำเภอแม่สอด" in page) for page in pages] == [
        (True, False), (False, True),
    ]  # fmt: skip
    for page in pages:
        places = [page.index(word) for word in ("ที่", "ถึง", "เรื่อง", "รับวันที่", "เวลา", "ผู้รับ")]
        assert places == sorted(places)
        assert "การจัดทำน้ำดื่ม" in page
