"""Refusals and failures: a clear page, the right status, nothing lost."""

import json
from io import BytesIO

import pytest

from saraban.errors import (
    Conflict,
    FileDamaged,
    InvalidInput,
    LetterNotFound,
    Refused,
    SarabanError,
)
from saraban.records import Letter, Person, RegisterEntry
from saraban.records.database import bind, database as proxy
from saraban.rules.permissions import Act, who_may
from saraban.web.session import begin_session
from tests.web.test_registering import TYPED


def page_that_raises(app, error):
    """An address at which this error meets the door."""

    def view():
        raise error

    app.add_url_rule("/raise", "raise", view)
    return "/raise"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (LetterNotFound(), 404),
        (Refused(act=Act.REPORT, who_may=who_may(Act.REPORT)), 403),
        (Conflict(), 409),
        (InvalidInput(), 422),
        (FileDamaged(sha256="a" * 64), 500),
        (SarabanError(), 400),
    ],
)
def test_a_family_of_refusals_has_its_status(app, client, error, status):
    address = page_that_raises(app, error)

    answer = client.get(address)

    assert answer.status_code == status
    assert error.text_th.split()[0] in answer.text


def test_a_fault_of_ours_has_a_number_that_stands_in_the_log(app, client, caplog):
    address = page_that_raises(app, RuntimeError("a fault"))

    answer = client.get(address)

    reference = next(word for word in caplog.text.split() if len(word) == 8 and word in answer.text)
    assert answer.status_code == 500
    assert f"failure {reference}" in caplog.text
    assert "a fault" not in answer.text


def test_an_unknown_address_and_a_wrong_way_are_pages_too(client):
    assert "ไม่พบหน้านี้" in client.get("/nowhere").text
    assert client.get("/sign-out").status_code == 405


def test_a_form_without_its_token_changes_nothing(cast, sign_in_as):
    clerk = sign_in_as(cast.district_a.clerk)
    clerk.brings_token = False

    answer = clerk.post("/letters/new", data=TYPED)

    assert answer.status_code == 400
    assert "กดย้อนกลับ สิ่งที่พิมพ์ยังอยู่" in answer.text
    assert Letter.select().count() == 0


def test_a_forged_token_changes_nothing(cast, sign_in_as):
    clerk = sign_in_as(cast.district_a.clerk)
    clerk.brings_token = False

    answer = clerk.post("/letters/new", data=TYPED | {"csrf_token": "forged"})

    assert answer.status_code == 400
    assert Letter.select().count() == 0


def test_a_form_that_outlived_its_session_can_be_sent_after_signing_in_again(cast, app, client):
    def sign_in():
        begin_session(cast.district_a.clerk.person_id)
        return ""

    app.add_url_rule("/test-sign-in", "test_sign_in", sign_in)
    client.brings_token = False
    client.get("/test-sign-in")
    token = token_in(client.get("/letters/new").text)
    client.delete_cookie("session")

    expired = client.post("/letters/new", data=TYPED | {"csrf_token": token})
    client.get("/test-sign-in")
    again = client.post("/letters/new", data=TYPED | {"csrf_token": token})

    assert expired.status_code == 400
    assert "หมดเวลาใช้งาน" in expired.text
    assert again.status_code == 303
    assert RegisterEntry.select().count() == 1


def test_a_200_megabyte_file_is_refused_before_it_is_read(cast, sign_in_as):
    clerk = sign_in_as(cast.district_a.clerk)

    answer = clerk.post(
        "/letters/new",
        input_stream=BytesIO(b"only the beginning"),
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(200 * 1024 * 1024)},
    )

    assert answer.status_code == 413
    assert "ไม่เกิน ๒ เมกะไบต์" in answer.text


def test_every_answer_carries_the_policy_that_runs_nothing_inline(client):
    headers = client.get("/sign-in").headers

    assert headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_health_is_told_without_signing_in(client):
    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert json.loads(answer.data)["status"] == "ok"
    assert json.loads(answer.data)["database"] in {"sqlite", "postgres"}


def test_health_is_bad_when_the_database_does_not_answer(client, tmp_path):
    good = proxy.obj
    good.close()
    bind(f"sqlite:///{tmp_path / 'no-such-folder' / 'saraban.db'}")

    answer = client.get("/healthz")
    proxy.initialize(good)

    assert answer.status_code == 503
    assert json.loads(answer.data)["status"] == "unwell"


def test_an_office_without_people_leads_to_its_first_page(app):
    Person.delete().execute()

    answer = app.test_client().get("/sign-in")

    assert (answer.status_code, answer.location) == (303, "/first-run")


def token_in(page: str) -> str:
    """The token of the first form on the page that has one."""
    return page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
