"""Who has no account reads and acknowledges one letter over the link on its cover sheet."""

import hashlib
import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from saraban import clock
from saraban.desk.delivery_ends import recall
from saraban.desk.delivery_links import give_links
from saraban.records import Delivery, DeliveryLink, Unit
from saraban.rules.deliveries import Status
from saraban.rules.link_tokens import grouped
from saraban.web import guesses
from tests.cast import Cast
from tests.make import picture, send

WHO = {"name": "นางสาวสมหญิง ใจดี", "post": "เจ้าพนักงานธุรการ", "number": "๔๕๖"}


@pytest.fixture
def letter(cast: Cast) -> str:
    """A circular with a body and a file, to a district that does not work here; its uid."""
    Unit.update(joined_at=None).where(Unit.id == cast.district_b.unit.id).execute()
    return send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        at=clock.now(),
        dated_on=clock.today(),
        body="ขอให้ทุกอำเภอปลูกต้นไม้",
        files=[picture()],
    ).letter_uid


@pytest.fixture
def token(cast: Cast, letter: str) -> str:
    """The token of a link to that district's delivery."""
    (given,) = give_links(
        actor=cast.province.clerk,
        at=clock.now(),
        letter_uid=letter,
        unit_uids=[cast.district_b.unit.uid],
        valid_for=timedelta(days=30),
    )
    return given.token


def delivery(cast: Cast) -> Delivery:
    return Delivery.get(Delivery.to_unit == cast.district_b.unit)


def picture_digest() -> str:
    return hashlib.sha256(picture().content).hexdigest()


def test_the_page_says_which_unit_is_asked_and_shows_no_letter_before_it_is_read(
    client: FlaskClient, cast: Cast, token: str
) -> None:
    with client.get(f"/R/{token}") as answer:
        shown = answer.text

    assert "หนังสือถึง อำเภอแม่สอด" in shown
    assert "การจัดกิจกรรมปลูกต้นไม้ประจำปี" in shown
    assert "ขอให้ทุกอำเภอปลูกต้นไม้" not in shown
    assert "หลักฐานอ่อนกว่า" in shown
    assert delivery(cast).status == Status.SENT
    assert DeliveryLink.get().fetched_at is not None


def test_pressing_to_read_shows_the_letter_and_its_file(
    client: FlaskClient, cast: Cast, token: str
) -> None:
    file = f"/r/{token}/files/{picture_digest()}"
    with client.get(file) as before:
        assert before.status_code == 404

    with client.post(f"/r/{token}/read", follow_redirects=True) as answer:
        assert "ขอให้ทุกอำเภอปลูกต้นไม้" in answer.text
    with client.get(file) as after:
        assert after.data == picture().content
    assert delivery(cast).status == Status.OPENED


def test_acknowledging_ends_at_a_receipt_that_can_be_opened_again(
    client: FlaskClient, cast: Cast, token: str
) -> None:
    with client.post(f"/r/{token}", data=WHO) as answer:
        assert answer.status_code == 303
        address = answer.location
    with client.get(address) as receipt:
        shown = receipt.text

    assert all(words in shown for words in (*WHO.values(), "อำเภอแม่สอด", "หลักฐานอ่อนกว่า"))
    assert delivery(cast).is_weak_proof
    assert re.search(r"/r/receipt/[0-9a-f]{16}$", address)


def test_after_its_use_a_forwarded_link_tells_when_and_which_position_and_no_letter(
    client: FlaskClient, token: str
) -> None:
    client.post(f"/r/{token}", data=WHO).close()

    with client.get(f"/R/{token}") as answer:
        assert answer.status_code == 404
        shown = answer.text

    assert "เจ้าพนักงานธุรการ" in shown
    assert "สมหญิง" not in shown
    assert "ปลูกต้นไม้" not in shown


@pytest.mark.parametrize("missing", ["name", "post"])
def test_what_was_typed_stays_when_something_is_missing(
    client: FlaskClient, cast: Cast, token: str, missing: str
) -> None:
    with client.post(f"/r/{token}", data=WHO | {missing: ""}) as answer:
        assert answer.status_code == 422
        assert WHO["number"] in answer.text

    assert delivery(cast).acknowledged_at is None


def test_the_code_is_typed_as_printed(client: FlaskClient, token: str) -> None:
    with client.post("/r", data={"code": grouped(token).lower()}) as answer:
        assert answer.location.endswith(f"/R/{token}") or answer.location.endswith(f"/r/{token}")


@pytest.mark.parametrize(
    ("code", "words"),
    [("K7QF-2MXA-9RTD-W3PC", "พิมพ์ผิดหรือถูกปลอม"), ("K7QF", "พิมพ์ผิดหรือถูกปลอม")],
)
def test_a_forged_or_mistyped_code_is_told(
    client: FlaskClient, token: str, code: str, words: str
) -> None:
    with client.post("/r", data={"code": code}) as answer:
        assert answer.status_code == 422
        assert words in answer.text


def test_a_recalled_letter_is_not_shown(
    client: FlaskClient, cast: Cast, letter: str, token: str
) -> None:
    recall(actor=cast.province.clerk, at=clock.now(), letter_uid=letter, reason="ผิดฉบับ")

    with client.get(f"/r/{token}") as answer:
        assert answer.status_code == 409
        assert "ดึงหนังสือนี้กลับแล้ว" in answer.text
        assert "ปลูกต้นไม้" not in answer.text


def test_who_tries_many_codes_has_to_wait(
    client: FlaskClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guesses, "MOST_GUESSES", 3)
    for _ in range(3):
        client.get("/r/K7QF2MXA9RTDW3PC").close()

    with client.get(f"/r/{token}") as answer:
        assert answer.status_code == 429
        assert "โปรดรอ" in answer.text


def test_a_form_that_was_not_ours_acknowledges_nothing(
    client: FlaskClient, cast: Cast, token: str
) -> None:
    client.brings_token = False  # type: ignore[attr-defined]

    with client.post(f"/r/{token}", data=WHO) as answer:
        assert answer.status_code == 400
        assert "ยังไม่มีอะไรถูกบันทึก" in answer.text
        assert "/sign-in" not in answer.text

    assert delivery(cast).acknowledged_at is None
