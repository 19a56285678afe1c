"""The keeper reads many reports one below the other and accepts those that are ticked."""

import pytest

from saraban.desk.duty_answers import answer_duty
from saraban.desk.filled_in_answers import DutyAnswer
from saraban.records import ExpectedReport, ReportDuty
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Actor
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe
from tests.web.conftest import SignIn


@pytest.fixture
def duty(cast: Cast) -> str:
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    both = [cast.district_a.clerk, cast.district_b.clerk]
    uid = owe(cast.province.clerk, both, letter, needs_review=True)
    for actor in both:
        answer(actor, uid)
    return uid


def answer(actor: Actor, duty: str, *, seen: int = 0) -> None:
    answer_duty(
        actor=actor, at=at(6, 20), duty_uid=duty, number=1, seen_version=seen,
        said=DutyAnswer(answer="report", text=f"จาก {actor.name}"),
    )  # fmt: skip


def states() -> list[int]:
    return [row.state for row in ExpectedReport.select().order_by(ExpectedReport.id)]


def test_those_ticked_are_accepted_and_the_others_wait(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    keeper = sign_in_as(cast.province.clerk)
    assert f"จาก {cast.district_b.clerk.name}" in keeper.get(f"/duties/{duty}/review").text

    told = keeper.post(
        f"/duties/{duty}/review", data={"report": [f"1/{cast.district_a.unit.uid}/1"]}
    )

    assert told.status_code == 303
    assert states() == [ExpectedState.ACCEPTED, ExpectedState.SUBMITTED]


def test_a_version_that_was_not_read_is_not_accepted_with_the_others(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    answer(cast.district_b.clerk, duty, seen=1)
    ticks = [f"1/{one.unit.uid}/1" for one in (cast.district_a, cast.district_b)]

    told = sign_in_as(cast.province.clerk).post(f"/duties/{duty}/review", data={"report": ticks})

    assert told.status_code == 422
    assert "ไม่ได้รับรอง ๑ ฉบับ" in told.text
    assert states() == [ExpectedState.ACCEPTED, ExpectedState.SUBMITTED]


def test_nothing_ticked_is_said(cast: Cast, sign_in_as: SignIn, duty: str) -> None:
    told = sign_in_as(cast.province.clerk).post(f"/duties/{duty}/review")

    assert told.status_code == 422
    assert "ติ๊กรายงานอย่างน้อยหนึ่งฉบับ" in told.text


@pytest.mark.parametrize("needs_review", [True, False])
def test_only_a_duty_that_is_reviewed_has_a_tab_for_it(
    cast: Cast, sign_in_as: SignIn, duty: str, needs_review: bool
) -> None:
    ReportDuty.update(needs_review=needs_review).where(ReportDuty.uid == duty).execute()
    keeper = sign_in_as(cast.province.clerk)

    tabs = keeper.get(f"/duties/{duty}").text.split('class="tabs"')[1].split("</nav>")[0]

    assert (f"/duties/{duty}/review" in tabs) is needs_review
    assert keeper.get(f"/duties/{duty}/review").status_code == 200


def test_who_gets_the_answers_sees_them_all_though_it_owes_one_too(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    unit = cast.district_a.unit
    ReportDuty.update(report_to_unit=unit.id).where(ReportDuty.uid == duty).execute()
    reader = sign_in_as(cast.district_a.clerk)

    page = reader.get(f"/duties/{duty}/review")

    assert f"จาก {cast.district_b.clerk.name}" in page.text
    assert "รับรองที่ติ๊ก" not in page.text
    assert reader.get(f"/duties/{duty}/asks").status_code == 200


def test_who_only_owes_it_does_not_see_what_others_sent(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    assert sign_in_as(cast.district_a.clerk).get(f"/duties/{duty}/review").status_code == 404
