"""A receiver refuses, returns, takes up again, and acknowledges a pile."""

import re

import pytest
from flask.testing import FlaskClient

from saraban import clock
from saraban.desk.acknowledgement import acknowledge
from saraban.desk.delivery_ends import recall
from saraban.records import Delivery
from saraban.rules.deliveries import Status
from tests.cast import Cast
from tests.make import send
from tests.web.conftest import SignIn


@pytest.fixture
def clerk(sign_in_as: SignIn, cast: Cast) -> FlaskClient:
    """A receiver's clerk, signed in."""
    return sign_in_as(cast.district_a.clerk)


def sent(cast: Cast, subject: str = "ปลูกต้นไม้") -> str:
    return send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        at=clock.now(),
        dated_on=clock.today(),
        subject=subject,
    ).letter_uid


def own(cast: Cast) -> Delivery:
    return Delivery.get(Delivery.to_unit == cast.district_a.unit)


def test_before_receipt_the_page_offers_to_refuse_and_after_it_to_return(
    clerk: FlaskClient, cast: Cast
) -> None:
    letter = sent(cast)
    with clerk.get(f"/letters/{letter}/send-back") as answer:
        assert "<h1>ไม่รับหนังสือ" in answer.text
    acknowledge(actor=cast.district_a.clerk, at=clock.now(), letter_uid=letter)

    with clerk.get(f"/letters/{letter}/send-back") as answer:
        assert "<h1>ส่งคืนหนังสือ" in answer.text


def test_a_refused_letter_says_so_and_is_taken_up_again(clerk: FlaskClient, cast: Cast) -> None:
    letter = sent(cast)

    with clerk.post(
        f"/letters/{letter}/send-back",
        data={"reason": "duplicate", "words": "ได้ทางอำเภอแล้ว"},
        follow_redirects=True,
    ) as answer:
        assert "ซ้ำกับที่ได้รับแล้ว" in answer.text
        assert "รับไว้ตามเดิม" in answer.text
    assert own(cast).status == Status.REFUSED
    with clerk.post(f"/letters/{letter}/take-up", follow_redirects=True) as answer:
        assert "รับไว้ตามเดิมแล้ว" in answer.text

    assert own(cast).status == Status.OPENED


def test_a_reason_without_the_words_it_needs_comes_back_with_what_was_typed(
    clerk: FlaskClient, cast: Cast
) -> None:
    letter = sent(cast)

    with clerk.post(
        f"/letters/{letter}/send-back", data={"reason": "incomplete", "words": ""}
    ) as answer:
        assert answer.status_code == 422
        (chosen,) = re.findall(r"<input[^>]*checked[^>]*>", answer.text)
        assert 'value="incomplete"' in chosen

    assert own(cast).refused_at is None


def test_who_opened_a_recalled_letter_reads_why_and_is_offered_nothing(
    clerk: FlaskClient, cast: Cast
) -> None:
    letter = sent(cast)
    clerk.get(f"/letters/{letter}").close()
    recall(actor=cast.province.clerk, at=clock.now(), letter_uid=letter, reason="แนบผิด")

    with clerk.get(f"/letters/{letter}") as answer:
        shown = answer.text

    assert "ผู้ส่งดึงหนังสือนี้กลับ" in shown
    assert "แนบผิด" in shown
    assert 'id="receive-form"' not in shown
    assert "send-back" not in shown


def test_a_pile_is_acknowledged_and_what_cannot_be_is_named(clerk: FlaskClient, cast: Cast) -> None:
    letters = [sent(cast, f"เรื่องที่ {place}") for place in range(3)]
    with clerk.get("/acknowledge") as answer:
        assert answer.text.count('name="letters"') == 3
    recall(actor=cast.province.clerk, at=clock.now(), letter_uid=letters[1], reason="แนบผิด")

    with clerk.post("/acknowledge", data={"letters": letters}) as answer:
        shown = answer.text

    assert "รับทราบแล้ว ๒ ฉบับ" in shown
    assert "๑ ฉบับรับทราบไม่ได้" in shown
    assert "ผู้ส่งดึงหนังสือนี้กลับแล้ว" in shown
    assert Delivery.select().where(Delivery.acknowledged_at.is_null(False)).count() == 2


def test_an_empty_pile_is_no_dead_end(clerk: FlaskClient, cast: Cast) -> None:
    with clerk.get("/acknowledge") as answer:
        assert "รับทราบครบทุกฉบับแล้ว" in answer.text
