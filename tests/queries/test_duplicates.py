"""A letter that came before is offered, with why, to whoever may see it."""

import pytest

from saraban.desk.intake_registration import accept_another_arrival
from saraban.desk.registration import Arrival
from saraban.queries.duplicates import Duplicate
from saraban.queries.reading_to_review import reading_to_review
from saraban.records import LetterSketch
from saraban.rules.duplicates import Reason
from saraban.rules.permissions import Actor
from tests.cast import Cast
from tests.make import at, register, send
from tests.readings import CIRCULAR, INVITATION, LATER, accept, bring_read, sample
from tests.rules.test_fingerprint import misread

TEXT = sample(INVITATION)
WITHOUT_NUMBER = TEXT.replace("ที่ ชม ๗๑๒๐๔/๒๑๕", "").replace("๒๑ ส.ค. ๒๕๖๖", "")


def offered(clerk: Actor, uid: str, place: int = 0) -> tuple[Duplicate, ...]:
    return reading_to_review(clerk, uid, place, today=LATER.date()).duplicates


@pytest.fixture
def known(cast: Cast) -> str:
    """The uid of the invitation, registered by the tambon's clerk under number 1."""
    uid = bring_read(cast.tao.clerk, TEXT)
    return accept(cast.tao.clerk, uid, TEXT).letter_uid


def test_the_same_file_again_is_the_surest(cast: Cast, known: str) -> None:
    [found] = offered(cast.tao.clerk, bring_read(cast.tao.clerk, TEXT))

    assert (found.letter_uid, found.likeness.reason) == (known, Reason.SAME_BYTES)
    assert found.our_numbers == (1,)
    assert found.printed_number == "ชม ๗๑๒๐๔/๒๑๕"


def test_another_file_of_the_same_number_and_date_is_found(cast: Cast, known: str) -> None:
    [found] = offered(cast.tao.clerk, bring_read(cast.tao.clerk, f"{TEXT}\n "))

    assert (found.letter_uid, found.likeness.reason) == (known, Reason.SAME_NUMBER)


@pytest.mark.parametrize("seed", range(5))
def test_a_bad_scan_without_a_number_is_found_by_its_text(
    cast: Cast, known: str, seed: int
) -> None:
    uid = bring_read(cast.tao.clerk, misread(WITHOUT_NUMBER, 0.15, seed), from_scan=True)

    [found] = offered(cast.tao.clerk, uid)

    assert (found.letter_uid, found.likeness.reason) == (known, Reason.SAME_TEXT)


def test_another_letter_is_not_offered(cast: Cast, known: str) -> None:
    assert offered(cast.tao.clerk, bring_read(cast.tao.clerk, sample(CIRCULAR))) == ()


def test_a_letter_of_others_is_not_told(cast: Cast, known: str) -> None:
    assert offered(cast.city.clerk, bring_read(cast.city.clerk, TEXT)) == ()


def test_of_a_file_with_two_letters_each_is_compared_by_itself(cast: Cast, known: str) -> None:
    uid = bring_read(cast.tao.clerk, f"{sample('court-english-date')}\f{TEXT}")

    assert offered(cast.tao.clerk, uid, 0) == ()
    assert [one.letter_uid for one in offered(cast.tao.clerk, uid, 1)] == [known]


def test_a_letter_that_was_delivered_here_is_known_when_it_comes_on_paper(cast: Cast) -> None:
    sent = send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        subject="ขอเชิญประชุมคณะกรรมการพัฒนาตำบล",
        body=TEXT,
    )
    assert LetterSketch.select().count() == 1
    uid = bring_read(cast.district_a.clerk, WITHOUT_NUMBER)

    [found] = offered(cast.district_a.clerk, uid)

    assert (found.letter_uid, found.our_numbers) == (sent.letter_uid, ())


def test_a_letter_typed_in_by_hand_is_found_by_its_number(cast: Cast) -> None:
    typed = register(
        cast.tao.clerk,
        at=LATER,
        printed_number="ชม ๗๑๒๐๔/๒๑๕",
        issuer_text="องค์การบริหารส่วนตำบลป่าไผ่เหนือ",
        dated_on=LATER.date().replace(day=21),
        arrival=Arrival(LATER.date()),
    )

    [found] = offered(cast.tao.clerk, bring_read(cast.tao.clerk, TEXT))

    assert (found.letter_uid, found.likeness.reason) == (typed.letter_uid, Reason.SAME_NUMBER)


def test_every_copy_that_was_accepted_helps_to_know_the_next(cast: Cast, known: str) -> None:
    uid = bring_read(cast.tao.clerk, misread(WITHOUT_NUMBER, 0.15, 1))

    accept_another_arrival(
        actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0, letter_uid=known,
        arrival=Arrival(LATER.date()),
    )  # fmt: skip

    [found] = offered(cast.tao.clerk, bring_read(cast.tao.clerk, misread(WITHOUT_NUMBER, 0.15, 1)))
    assert LetterSketch.select().count() == 2
    assert found.our_numbers == (1, 2)


def test_a_secret_letter_is_never_offered(cast: Cast) -> None:
    register(
        cast.tao.clerk, at=at(), printed_number="ชม ๗๑๒๐๔/๒๑๕", secrecy="secret", subject="",
        dated_on=None,
    )  # fmt: skip

    assert offered(cast.tao.clerk, bring_read(cast.tao.clerk, TEXT)) == ()
