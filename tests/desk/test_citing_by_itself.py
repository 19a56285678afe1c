"""Citations are tied to letters that come later, taken back with a reason, and not tied again."""

from datetime import date

import pytest

from saraban.desk.cases import mark_case
from saraban.desk.citing import confirm_citation, take_back_citation
from saraban.desk.drafts import CitationDraft
from saraban.desk.registration import Arrival
from saraban.errors import InvalidInput, MissingField, ParentIsNoChoice, Refused
from saraban.queries.cases import Tie, case_of
from saraban.queries.citation_ledger import Kind, citation_ledger
from saraban.queries.ledger_check import check_ledger
from saraban.records import AuditEvent, Citation, CitationLink, Letter
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import at, register, send

WRITTEN = "หนังสือสำนักงานปลัดกระทรวง ที่ มท ๐๒๑๑/ว ๙๙ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"
SLIPPED = "หนังสือสำนักงานปลัดกระทรวง ด่วนที่สุด ที่ มท ๐๒๑๑/ว ๙ ลงวันที่ ๑๕ มิถุนายน ๒๕๖๕"


def citing(cast: Cast, text: str = WRITTEN, **named: object) -> str:
    """A letter from elsewhere, registered by the province, that cites another."""
    return register(
        cast.province.clerk,
        at=at(day=20),
        arrival=Arrival(date(2022, 6, 20)),
        printed_number="กค ๐๔๐๕/ว ๑",
        issuer_text="กรมบัญชีกลาง",
        dated_on=date(2022, 6, 17),
        citations=(CitationDraft("reference", text),),
        **named,
    ).letter_uid


def cited(cast: Cast, **named: object) -> str:
    """The letter meant, registered by the province."""
    return register(cast.province.clerk, **{"at": at(day=21), **named}).letter_uid


def test_a_citation_is_tied_when_the_letter_it_means_comes_later(cast: Cast) -> None:
    tell_cast(cast)
    citing(cast)
    before = Citation.get().resolved

    uid = cited(cast)

    citation = Citation.get()
    link = CitationLink.get()
    assert before is None
    assert (citation.resolved.uid, citation.confirmed_by) == (uid, None)
    assert (link.made_by, link.taken_back_at) == ("", None)
    assert check_ledger().findings == ()


def test_a_slip_is_left_to_a_person_and_the_ledger_says_what_differs(cast: Cast) -> None:
    tell_cast(cast)
    first = citing(cast, SLIPPED)
    uid = cited(cast)
    assert Citation.get().resolved is None

    confirm_citation(
        actor=cast.province.clerk,
        at=at(day=22),
        letter_uid=first,
        citation_id=Citation.get().id,
        cited_uid=uid,
    )

    [line] = citation_ledger(cast.province.clerk).lines
    assert (line.kind, line.confirmed_by) == (Kind.BOTH, cast.province.clerk.name)
    assert (line.cited_number, line.resolved_number) == ("มท 0211/ว 9", "มท ๐๒๑๑/ว ๙๙")
    assert citation_ledger(cast.province.clerk, kind=Kind.OPEN).lines == ()
    assert citation_ledger(cast.province.clerk, kind=Kind.BOTH).lines == (line,)
    assert citation_ledger(cast.province.clerk, kind=Kind.NUMBER).lines == ()
    assert check_ledger().findings == ()


def test_what_was_taken_back_stays_readable_and_is_not_tied_again(cast: Cast) -> None:
    tell_cast(cast)
    uid = cited(cast)
    first = citing(cast)
    citation = Citation.get()
    assert citation.resolved is not None

    take_back_citation(
        actor=cast.province.clerk,
        at=at(day=22),
        letter_uid=first,
        citation_id=citation.id,
        reason="คนละฉบับ",
    )
    cited(cast, at=at(day=23), printed_number="มท ๐๒๑๑/ว ๑๐๐")

    assert Citation.get().resolved is None
    [line] = citation_ledger(cast.province.clerk, kind=Kind.TAKEN_BACK).lines
    [over] = line.taken_back
    assert (over.by, over.reason) == (cast.province.clerk.name, "คนละฉบับ")
    assert AuditEvent.select().where(AuditEvent.act == "take_back_citation").count() == 1
    assert Letter.get(Letter.uid == uid)
    assert check_ledger().findings == ()


@pytest.mark.parametrize("reason", ["", "   "])
def test_taking_back_needs_a_reason(cast: Cast, reason: str) -> None:
    cited(cast)
    first = citing(cast)

    with pytest.raises(MissingField):
        take_back_citation(
            actor=cast.province.clerk,
            at=at(day=22),
            letter_uid=first,
            citation_id=Citation.get().id,
            reason=reason,
        )

    assert Citation.get().resolved is not None


def test_the_parent_of_a_reissue_is_not_taken_back(cast: Cast) -> None:
    parent = cited(cast)
    own = send(
        cast.province.clerk,
        at=at(day=22),
        dated_on=date(2022, 6, 22),
        conveys_uid=parent,
        phrase="นายอำเภอทุกอำเภอ",
        citations=(CitationDraft("enclosure", WRITTEN),),
    ).letter_uid

    with pytest.raises(ParentIsNoChoice):
        take_back_citation(
            actor=cast.province.clerk,
            at=at(day=23),
            letter_uid=own,
            citation_id=Citation.get().id,
            reason="ไม่ใช่",
        )


def test_an_auditor_takes_nothing_back(cast: Cast) -> None:
    cited(cast)
    first = citing(cast)

    with pytest.raises(Refused):
        take_back_citation(
            actor=cast.auditor,
            at=at(day=22),
            letter_uid=first,
            citation_id=Citation.get().id,
            reason="ลอง",
        )


def test_a_citation_that_is_tied_to_nothing_cannot_be_taken_back(cast: Cast) -> None:
    first = citing(cast)

    with pytest.raises(InvalidInput):
        take_back_citation(
            actor=cast.province.clerk,
            at=at(day=22),
            letter_uid=first,
            citation_id=Citation.get().id,
            reason="ลอง",
        )


def test_a_case_holds_what_is_conveyed_and_what_cites_it_with_the_same_subject(cast: Cast) -> None:
    parent = cited(cast)
    child = send(
        cast.province.clerk,
        at=at(day=22),
        dated_on=date(2022, 6, 22),
        conveys_uid=parent,
        phrase="นายอำเภอทุกอำเภอ",
    ).letter_uid
    same = citing(cast)
    other = register(
        cast.province.clerk,
        at=at(day=23),
        arrival=Arrival(date(2022, 6, 23)),
        printed_number="สธ ๐๙๒๓/ว ๒",
        issuer_text="กรมอนามัย",
        dated_on=date(2022, 6, 20),
        subject="ขอเชิญประชุมผู้บริหาร",
        citations=(CitationDraft("reference", WRITTEN),),
    ).letter_uid

    found = case_of(parent, actor=cast.province.clerk)

    ties = {letter.uid: letter.tie for letter in found.letters}
    assert ties == {parent: Tie.ITSELF, child: Tie.CONVEYED, same: Tie.CITED}
    assert [letter.level for letter in found.letters if letter.uid == child] == [1]
    assert other not in ties


def test_people_join_and_part_letters_of_a_case_and_the_last_word_holds(cast: Cast) -> None:
    tell_cast(cast)
    one = cited(cast)
    other = cited(cast, printed_number="สธ ๐๙๒๓/ว ๗", subject="เรื่องอื่น", issuer_text="กรมอนามัย")

    def say(is_joined: bool) -> set[str]:
        mark_case(
            actor=cast.province.clerk,
            at=at(day=23),
            letter_uid=one,
            other_uid=other,
            is_joined=is_joined,
            reason="ตรวจแล้ว",
        )
        return {letter.uid for letter in case_of(one, actor=cast.province.clerk).letters}

    assert say(True) == {one, other}
    assert say(False) == {one}
    assert check_ledger().findings == ()
