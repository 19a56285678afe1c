"""A number as people type it leads to its cascade, or to a plain word why not."""

from datetime import date

import pytest

from saraban.desk import registration
from saraban.desk.drafts import LetterDraft
from saraban.desk.registration import Arrival
from saraban.queries.letter_lookup import NumberAmbiguous, NumberUnknown, letter_by_number
from tests.stories.circular import Story, on


@pytest.mark.parametrize(
    "typed",
    [
        "มท 0229/ว 3799",
        "มท ๐๒๒๙/ว ๓๗๙๙",
        "ที่ มท๐๒๒๙/ว3799",
        "มท 0229 / ว. 3799",
        "มท ๐๒๒๙/ว ๓๓๗๙๙",
        "ว 3799",
    ],
)
def test_the_memo_is_found_by_its_number_in_any_hand(story: Story, typed: str):
    assert letter_by_number(typed).uid == story.memo


def test_a_letter_is_found_by_the_number_somebody_cites_it_with(story: Story):
    registered = registration.register_received(
        actor=story.cast.city.clerk,
        at=on(25, 6),
        draft=LetterDraft(
            kind="external", subject="อื่น", addressee_text="นายก", dated_on=date(2022, 6, 24)
        ),
        printed_number="ตก 0023.3/ว 5800",
        issuer_text="จังหวัดตาก",
        arrival=Arrival(received_on=date(2022, 6, 25)),
    )

    assert letter_by_number("ตก 0023.3/ว 5800").uid == registered.letter_uid
    assert letter_by_number("มท ๐๘๐๑.๔/ว ๑๖๕๘").uid == story.department_letter


def test_a_number_nobody_knows_is_said_to_be_unknown(story: Story):
    with pytest.raises(NumberUnknown):
        letter_by_number("มท 0229/ว 1")


def test_the_year_is_part_of_the_question(story: Story):
    with pytest.raises(NumberUnknown, match="2560"):
        letter_by_number("มท 0229/ว 3799", be_year=2560)


def register_again(story: Story, dated_on: date) -> None:
    registration.register_received(
        actor=story.cast.city.clerk,
        at=on(25, 6),
        draft=LetterDraft(
            kind="external", subject="ปีก่อน", addressee_text="นายก", dated_on=dated_on
        ),
        printed_number="มท 0229/ว 3799",
        issuer_text="กระทรวงมหาดไทย",
        arrival=Arrival(received_on=date(2022, 6, 25)),
    )


def test_one_number_in_two_years_asks_which(story: Story):
    register_again(story, date(2021, 2, 1))

    with pytest.raises(NumberAmbiguous, match="--year"):
        letter_by_number("มท 0229/ว 3799")

    assert letter_by_number("มท 0229/ว 3799", be_year=2565).uid == story.memo


def test_what_is_no_number_at_all_finds_nothing(story: Story):
    with pytest.raises(NumberUnknown):
        letter_by_number("ไม่ใช่เลข")
