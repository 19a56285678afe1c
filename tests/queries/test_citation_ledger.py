"""The ledger of citations: whose letters stand in it, what counts as a difference, its pages."""

from datetime import date

import pytest

from saraban.desk.citing import confirm_citation, take_back_citation
from saraban.desk.drafts import CitationDraft
from saraban.errors import Refused
from saraban.queries import citation_ledger as query
from saraban.queries.citation_ledger import Kind, citation_ledger
from saraban.records import Citation
from tests.make import at, register, send

NUMBER = "มท ๐๒๑๑/ว ๓๗๙๙"
SLIP = "หนังสือ ที่ มท ๐๒๑๑/ว ๓๗๙๘ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"
EXACT = f"หนังสือ ที่ {NUMBER} ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"


@pytest.fixture
def clerk(cast):
    return cast.province.clerk


@pytest.fixture
def meant(clerk) -> str:
    return register(clerk, printed_number=NUMBER, dated_on=date(2022, 6, 16)).letter_uid


def confirm(clerk, citing: str, meant: str) -> None:
    newest = Citation.select().order_by(Citation.id.desc()).get()
    confirm_citation(
        actor=clerk, at=at(), letter_uid=citing, citation_id=newest.id, cited_uid=meant
    )


def cites(clerk, text: str, *, number: int = 1) -> str:
    """A letter from outside that cites by these words."""
    return register(
        clerk, printed_number=f"กค ๐๔๐๕/{number}", citations=(CitationDraft("reference", text),)
    ).letter_uid


def uids(actor, **asked) -> list[str]:
    return [line.citing_uid for line in citation_ledger(actor, **asked).lines]


def test_the_chain_of_the_story_differs_in_number_day_and_urgency(cast, story):
    found = citation_ledger(cast.auditor).lines

    assert {(line.citing_uid, line.resolved_uid, line.kinds) for line in found} == {
        (story.department_letter, story.memo, (Kind.BOTH,)),
        (story.province_letter, story.department_letter, (Kind.DATE, Kind.URGENCY)),
    }
    assert uids(cast.auditor, kind=Kind.URGENCY) == [story.province_letter]


def test_another_subject_is_a_difference_and_a_shortened_one_is_not(clerk, meant):
    shortened = cites(clerk, f"{EXACT} เรื่อง การจัดกิจกรรมปลูกต้นไม้")
    other = cites(clerk, f"{EXACT} เรื่อง การจัดกิจกรรมปลูกผักประจำปี จำนวน ๑ ฉบับ", number=2)

    assert uids(clerk, kind=Kind.SUBJECT) == [other]
    assert shortened not in uids(clerk)


def test_a_letter_that_the_reader_may_not_see_is_not_told_of(cast, clerk, meant):
    """A district was sent the letter that cites, and not the one that is meant."""
    citing = send(
        clerk, phrase="นายอำเภอทุกอำเภอ", citations=(CitationDraft("reference", SLIP),)
    ).letter_uid
    confirm(clerk, citing, meant)

    assert uids(clerk) == [citing]
    assert uids(cast.district_a.clerk) == []


def test_a_letter_taken_back_is_not_told_of_either(cast, clerk, meant):
    citing = send(
        clerk, phrase="นายอำเภอทุกอำเภอ", citations=(CitationDraft("reference", SLIP),)
    ).letter_uid
    confirm(clerk, citing, meant)
    take_back_citation(
        actor=clerk, at=at(), letter_uid=citing, citation_id=Citation.get().id, reason="ผิดฉบับ"
    )

    [ours] = citation_ledger(clerk, kind=Kind.TAKEN_BACK).lines
    assert [(one.printed_number, one.reason) for one in ours.taken_back] == [(NUMBER, "ผิดฉบับ")]
    [theirs] = citation_ledger(cast.district_a.clerk, kind=Kind.TAKEN_BACK).lines
    assert [(one.printed_number, one.reason) for one in theirs.taken_back] == [("", "")]


def test_pages_lead_to_what_is_older_until_there_is_no_more(clerk, meant, monkeypatch):
    letters = []
    for number in range(1, 6):
        letters.append(cites(clerk, SLIP, number=number))
        confirm(clerk, letters[-1], meant)
    monkeypatch.setattr(query, "WINDOW", 2)
    monkeypatch.setattr(query, "MOST_WINDOWS", 1)

    found, before, is_end = [], None, False
    while not is_end:
        page = citation_ledger(clerk, before=before)
        found += [line.citing_uid for line in page.lines]
        before, is_end = page.next_before, page.next_before is None

    assert found == letters[::-1]


def test_who_may_see_no_letter_is_refused(cast):
    with pytest.raises(Refused):
        citation_ledger(cast.administrator)
