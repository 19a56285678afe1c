"""Why a letter may be one that is known, and when it may not."""

from datetime import date

from saraban.rules.duplicates import LetterFacts, Reason, compare
from saraban.rules.fingerprint import sketch_of
from tests.readings import CIRCULAR, INVITATION, sample

DAY = date(2022, 6, 16)
SKETCH = sketch_of(sample(CIRCULAR))
OTHER = sketch_of(sample(INVITATION))


def facts(number="มท 0211/ว 99", dated_on=DAY, issuer="กรมควบคุมโรค", sketch=SKETCH) -> LetterFacts:
    return LetterFacts(number, dated_on, issuer, (sketch,) if sketch else ())


def reason(read: LetterFacts, known: LetterFacts, **named) -> Reason | None:
    like = compare(read, known, **named)
    return like and like.reason


def test_the_same_number_date_and_sender_is_one_letter_whatever_its_text():
    assert reason(facts(sketch=OTHER), facts()) == Reason.SAME_NUMBER


def test_senders_may_be_written_shorter_or_not_at_all():
    longer = facts(issuer="กลุ่มงานระบาดวิทยา กรมควบคุมโรค", sketch="")

    assert reason(longer, facts(sketch="")) == Reason.SAME_NUMBER
    assert reason(facts(issuer="", sketch=""), facts(sketch="")) == Reason.SAME_NUMBER


def test_another_sender_with_the_same_number_is_another_letter():
    other = facts(issuer="โรงเรียนบ้านหนองบัว", sketch=OTHER)

    assert reason(other, facts()) is None


def test_numbers_restart_every_year():
    assert reason(facts(dated_on=date(2021, 6, 16), sketch=OTHER), facts()) is None


def test_a_scan_whose_number_was_not_read_is_known_by_its_text():
    assert reason(facts(number=None, dated_on=None), facts()) == Reason.SAME_TEXT


def test_a_number_misread_is_told_beside_the_equal_text():
    like = compare(facts(number="มท 0211/ว 95"), facts())

    assert (like.reason, like.text_share) == (Reason.SAME_TEXT, 1.0)
    assert (like.number_differs, like.date_differs) == (True, False)


def test_the_same_words_under_another_number_and_date_are_another_letter():
    relay = facts(number="ตก 0023.3/ว 12", dated_on=date(2022, 6, 20), issuer="จังหวัดตาก")

    assert reason(relay, facts()) is None


def test_the_same_bytes_are_one_letter_even_where_a_clerk_put_number_and_date_right():
    put_right = facts(number="มท 0211/ว 98", dated_on=date(2022, 6, 18))

    assert reason(facts(), put_right, same_bytes=True) == Reason.SAME_BYTES


def test_letters_of_which_nothing_is_known_are_not_alike():
    nothing = facts(number=None, dated_on=None, issuer="", sketch="")

    assert reason(nothing, nothing) is None
