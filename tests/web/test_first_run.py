"""The first page of an empty office: one administrator, against the code on the console."""

import pytest

from saraban import clock
from saraban.desk import _passwords, office
from saraban.records import Person
from tests.cast import make_unit

TYPED = {
    "name_th": "สมศรี ใจดี",
    "sign_in": "somsri.j",
    "password": "a long and good one",
    "again": "a long and good one",
}


@pytest.fixture
def code(database):
    """The code that the console shows for an office with nobody in it."""
    _passwords.use_memory_cost(64)
    make_unit(None, "country", "ประเทศไทย")
    return office.first_run_code(clock.now())


@pytest.fixture
def browser(app, code):
    return app.test_client()


def test_the_code_makes_the_first_administrator_and_signs_them_in(browser, code):
    answer = browser.post("/first-run", data=TYPED | {"code": code})

    assert answer.status_code == 303
    assert Person.get().sign_in == "somsri.j"
    assert browser.get("/settings").status_code == 200
    assert browser.get("/first-run").status_code == 404


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("code", "AAAA-BBBB-CCCC", "รหัสเริ่มต้นไม่ถูกต้อง"),
        ("sign_in", "สมศรี", "ชื่อเข้าระบบใช้ได้เฉพาะ"),
        ("password", "short", "ไม่ตรงกับรหัสผ่าน"),
        ("name_th", "", "โปรดกรอกช่องนี้"),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_made(browser, code, field, typed, words):
    answer = browser.post("/first-run", data={"code": code} | TYPED | {field: typed})

    assert answer.status_code == 422
    assert words in answer.text
    assert Person.select().count() == 0
