"""What is filled in saves itself; of two at once the second is told, and nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from saraban.desk.report_drafts import LONGEST, DraftSaid, empty_used_draft, keep_report_draft
from saraban.errors import (
    PeriodNotFound,
    Refused,
    ReportDraftChangedMeanwhile,
    ReportDraftTooLong,
    ReportDraftUsed,
)
from saraban.queries.connection import connected
from saraban.queries.report_drafts import SeenReportDraft, report_draft
from saraban.records import ExpectedReport, ReportDraft, ReportDuty, ReportFormVersion
from saraban.records.database import write_transaction
from saraban.rules.permissions import Actor
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe_everything

SAID = DraftSaid("report", "กำลังเขียน", {"fields-number1": ["๑๒"], "fields-text2": [""]})


@pytest.fixture
def duty(cast: Cast) -> str:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    return str(ReportDuty.get().uid)


def keep(
    actor: Actor, duty: str, said: DraftSaid = SAID, *, seen: int = 0, minute: int = 10
) -> SeenReportDraft:
    return keep_report_draft(
        actor=actor, at=at(hour=minute), duty_uid=duty, number=1, said=said, seen_seq=seen
    )


def test_what_is_filled_in_comes_back_as_it_was_typed(cast: Cast, duty: str) -> None:
    version = ReportFormVersion.get().id
    kept = keep(cast.district_a.officer, duty, replace(SAID, form_version_id=version))

    seen = report_draft(cast.district_a.clerk, duty, 1)

    assert seen == kept
    assert seen.typed == {"fields-number1": ["๑๒"], "fields-text2": [""]}
    assert (seen.seq, seen.answer, seen.text) == (1, "report", "กำลังเขียน")
    assert (seen.saved_by, seen.form_version_id) == (cast.district_a.officer.name, version)
    assert seen.is_begun


def test_nothing_was_begun_where_nothing_was_saved(cast: Cast, duty: str) -> None:
    assert report_draft(cast.district_a.clerk, duty, 1) == SeenReportDraft()


def test_the_same_again_is_not_saved_anew(cast: Cast, duty: str) -> None:
    first = keep(cast.district_a.officer, duty)
    again = keep(cast.district_a.clerk, duty, seen=1, minute=11)

    assert again == first


def test_the_second_of_two_is_told_who_saved_and_then_saves_their_own(
    cast: Cast, duty: str
) -> None:
    keep(cast.district_a.officer, duty)
    keep(cast.district_a.officer, duty, replace(SAID, text="ของเจ้าของเรื่อง"), seen=1)
    mine = replace(SAID, text="ของเสมียน")

    with pytest.raises(ReportDraftChangedMeanwhile) as refusal:
        keep(cast.district_a.clerk, duty, mine, seen=1)

    assert refusal.value.facts["who"] == cast.district_a.officer.name
    assert refusal.value.facts["draft"].text == "ของเจ้าของเรื่อง"
    kept = keep(cast.district_a.clerk, duty, mine, seen=refusal.value.facts["draft"].seq)
    assert (kept.seq, kept.text) == (3, "ของเสมียน")


def test_of_two_who_begin_at_once_the_second_is_told(cast: Cast, duty: str) -> None:
    keep(cast.district_a.officer, duty)

    with pytest.raises(ReportDraftChangedMeanwhile):
        keep(cast.district_a.clerk, duty, replace(SAID, text="อื่น"))


@pytest.mark.parametrize("begun", [False, True], ids=["the first save", "a later save"])
def test_of_two_at_the_same_moment_one_saves_and_one_is_told(
    cast: Cast, duty: str, begun: bool
) -> None:
    seen = keep(cast.district_a.officer, duty).seq if begun else 0
    both, told = Barrier(2), []

    def fill_in(actor: Actor) -> None:
        with connected():
            both.wait()
            try:
                keep(actor, duty, replace(SAID, text=actor.name), seen=seen)
            except ReportDraftChangedMeanwhile as refusal:
                told.append((actor.name, refusal.facts["who"]))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(fill_in, [cast.district_a.officer, cast.district_a.clerk]))

    kept = report_draft(cast.district_a.clerk, duty, 1)
    assert len(told) == 1
    assert (kept.seq, kept.text) == (seen + 1, told[0][1])
    assert told[0][0] != told[0][1]


def test_a_draft_that_was_sent_is_empty_and_a_further_one_begins(cast: Cast, duty: str) -> None:
    keep(cast.district_a.officer, duty)
    with write_transaction():
        empty_used_draft(
            actor=cast.district_a.officer, at=at(hour=12), expected_id=ExpectedReport.get().id
        )

    sent = report_draft(cast.district_a.clerk, duty, 1)
    assert (sent.typed, sent.text, sent.is_begun) == ({}, "", False)
    with pytest.raises(ReportDraftUsed) as refusal:
        keep(cast.district_a.clerk, duty, seen=1)
    assert refusal.value.facts["who"] == cast.district_a.officer.name
    assert keep(cast.district_a.clerk, duty, seen=sent.seq).is_begun


def test_a_draft_as_long_as_a_book_is_refused(cast: Cast, duty: str) -> None:
    with pytest.raises(ReportDraftTooLong):
        keep(cast.district_a.officer, duty, DraftSaid(text="ก" * (LONGEST + 1)))
    assert ReportDraft.select().count() == 0


def test_only_who_owes_the_period_and_may_report_fills_it_in(cast: Cast, duty: str) -> None:
    with pytest.raises(PeriodNotFound):
        keep(cast.district_b.officer, duty)
    with pytest.raises(Refused):
        keep(cast.district_a.executive, duty)
