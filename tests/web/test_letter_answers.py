"""A letter tells what its duties were answered with, and leads whoever answers to them."""

import re

import pytest

from saraban.desk.duty_answers import answer_duty
from saraban.desk.filled_in_answers import DutyAnswer
from saraban.desk.reporting import submit
from saraban.queries.letter_answers import MOST_TO_DUTIES, own_periods, reports_to
from saraban.records import Letter, Report
from saraban.rules.permissions import Actor
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe
from tests.web.conftest import SignIn


@pytest.fixture
def letter(cast: Cast) -> str:
    return str(send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid)


@pytest.fixture
def duty(cast: Cast, letter: str) -> str:
    return owe(cast.province.clerk, [cast.district_a.clerk, cast.district_b.clerk], letter)


def answer(actor: Actor, duty: str, *, day: int = 28, month: int = 6, seen: int = 0) -> None:
    answer_duty(
        actor=actor, at=at(month, day), duty_uid=duty, number=1, seen_version=seen,
        said=DutyAnswer(answer="report", text="ปลูกแล้ว"),
    )  # fmt: skip


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_the_letter_tells_version_and_lateness(
    cast: Cast, sign_in_as: SignIn, letter: str, duty: str
) -> None:
    answer(cast.district_a.clerk, duty, month=7, day=4)
    answer(cast.district_a.clerk, duty, month=7, day=5, seen=1)

    page = words(sign_in_as(cast.province.clerk).get(f"/letters/{letter}").text)

    assert "รายงานผลกิจกรรม · ฉบับที่ ๒ · ช้า ๕ วัน" in page
    assert "รายงานผลกิจกรรม · ช้า ๔ วัน" in page


def test_an_answer_to_the_letter_as_a_whole_stays_what_it_was(
    cast: Cast, letter: str, duty: str
) -> None:
    submit(actor=cast.district_b.clerk, at=at(), letter_uid=letter, answer="nil", text="")
    answer(cast.district_a.clerk, duty)

    told = reports_to(cast.province.clerk, [Letter.get().id], sees_others=True)

    assert [(row.unit.id, facts and facts.version) for row, facts in told] == [
        (cast.district_b.unit.id, None),
        (cast.district_a.unit.id, 1),
    ]
    assert reports_to(cast.tao.clerk, [Letter.get().id], sees_others=False) == []


def test_of_many_answers_to_duties_the_newest_are_told(cast: Cast, letter: str, duty: str) -> None:
    for seen in range(MOST_TO_DUTIES + 2):
        answer(cast.district_a.clerk, duty, seen=seen)

    told = reports_to(cast.province.clerk, [Letter.get().id], sees_others=True)

    assert [facts.version for _row, facts in told if facts] == list(range(3, MOST_TO_DUTIES + 3))
    assert Report.select().count() == MOST_TO_DUTIES + 2


def test_who_owes_one_answer_is_led_to_it(
    cast: Cast, sign_in_as: SignIn, letter: str, duty: str
) -> None:
    officer = sign_in_as(cast.district_a.officer)

    led = officer.get(f"/letters/{letter}/report")
    assert led.headers["Location"].endswith(f"/duties/{duty}/1/answer")

    owe(cast.province.clerk, [cast.district_a.clerk], letter)
    page = officer.get(f"/letters/{letter}/report")
    assert page.status_code == 200
    assert page.text.count("/1/answer") == 2


def test_what_was_answered_can_be_looked_at_and_comes_last(
    cast: Cast, letter: str, duty: str
) -> None:
    answer(cast.district_a.clerk, duty)
    other = owe(cast.province.clerk, [cast.district_a.clerk], letter)

    found = own_periods(cast.district_a.clerk, letter)

    assert [one.duty_uid for one in found] == [other, duty]
    assert own_periods(cast.province.clerk, letter) == ()
