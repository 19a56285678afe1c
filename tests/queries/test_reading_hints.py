"""What the register knows speaks up beside the field, and only for who may know it."""

from datetime import date

from saraban.desk.registration import Arrival
from saraban.queries.reading_to_review import reading_to_review
from saraban.rules.permissions import Actor
from tests.cast import Cast
from tests.make import register
from tests.readings import INVITATION, LATER, bring_read, sample

TEXT = sample(INVITATION)  # ชม ๗๑๒๐๔/๒๑๕ of 21 August 2566


def number_hints(clerk: Actor, text: str = TEXT) -> list[str]:
    letter = reading_to_review(clerk, bring_read(clerk, text), 0, today=LATER.date())
    return [one.code for one in letter.fields["number"].hints]


def known(clerk: Actor, running: str, dated_on: date) -> None:
    """A letter of the same sender, registered before."""
    register(
        clerk,
        at=LATER,
        printed_number=f"ชม ๗๑๒๐๔/{running}",
        issuer_text="องค์การบริหารส่วนตำบลป่าไผ่เหนือ",
        dated_on=dated_on,
        subject=running,
        arrival=Arrival(LATER.date()),
    )


def test_a_sender_nobody_knows_raises_no_doubt(cast: Cast) -> None:
    assert number_hints(cast.tao.clerk) == []


def test_the_senders_other_numbers_are_compared(cast: Cast) -> None:
    known(cast.tao.clerk, "๓๐๐", date(2023, 8, 1))

    assert number_hints(cast.tao.clerk) == ["number_too_low"]


def test_of_the_other_readings_the_one_that_fits_the_senders_numbers_comes_first(
    cast: Cast,
) -> None:
    known(cast.tao.clerk, "๓๐๐", date(2023, 8, 1))
    uid = bring_read(cast.tao.clerk, TEXT, from_scan=True, rival=("๗๑๒๐๔/๒๑๕", "๗๑๒๐๔/๓๑๕"))

    letter = reading_to_review(cast.tao.clerk, uid, 0, today=LATER.date())

    [hint] = letter.fields["number"].hints
    assert (hint.code, hint.choice) == ("number_too_low", "ชม ๗๑๒๐๔/๓๑๕")
    assert letter.fields["number"].rivals == ("ชม ๗๑๒๐๔/๓๑๕",)


def test_circulars_have_a_series_of_their_own(cast: Cast) -> None:
    known(cast.tao.clerk, "ว ๓๐๐", date(2023, 8, 1))

    assert number_hints(cast.tao.clerk) == []


def test_numbers_of_letters_that_others_received_stay_theirs(cast: Cast) -> None:
    known(cast.city.clerk, "๓๐๐", date(2023, 8, 1))

    assert number_hints(cast.tao.clerk) == []


def test_a_secret_letter_is_told(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, sample("secret-police"))

    letter = reading_to_review(cast.tao.clerk, uid, 0, today=LATER.date())

    assert [one.code for one in letter.fields["secrecy"].hints] == ["secret"]
    assert "secrecy" in letter.unsure_fields
