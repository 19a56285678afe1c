"""What a clerk sees beside a letter that was read, and which one comes next."""

from datetime import timedelta

import pytest

from saraban.errors import FileDamaged, IntakeNotFound, NotYetRead, Refused
from saraban.queries.intake_queue import intake_queue, next_to_review, queue_file, review_count
from saraban.queries.reading_to_review import file_of_intake, reading_to_review
from saraban.records import Intake, file_store
from saraban.rules.intake import FILED_FIELDS
from tests.cast import Cast
from tests.readings import CIRCULAR, INVITATION, LATER, accept, bring, bring_read, sample

TEXT = sample(INVITATION)
TODAY = LATER.date()


def test_every_filed_field_is_told_with_its_place_and_trust(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    letter = reading_to_review(cast.tao.clerk, uid, 0, today=TODAY)

    assert tuple(letter.fields) == FILED_FIELDS
    assert letter.fields["number"].text == "ชม ๗๑๒๐๔/๒๑๕"
    assert (letter.fields["number"].page, letter.fields["number"].source) == (1, "text")
    assert letter.unsure_fields == ()
    assert [duty.ask for duty in letter.proposal.duties] == ["ทราบ", "เข้าร่วม", "ตอบรับ"]
    assert [one.width for one in letter.sheets] == [595.0]


def test_a_scan_names_the_fields_that_want_a_look(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT, from_scan=True)

    letter = reading_to_review(cast.tao.clerk, uid, 0, today=TODAY)

    assert {"number", "date_iso"} <= set(letter.unsure_fields)


def test_doubts_stand_beside_their_field(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    letter = reading_to_review(cast.tao.clerk, uid, 0, today=TODAY - timedelta(days=30))

    assert [one.code for one in letter.fields["date_iso"].hints] == ["date_after_arrival"]
    assert letter.unsure_fields == ("date_iso",)


def test_letters_of_one_file_are_its_steps(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, f"{TEXT}\f{sample('court-english-date')}")

    letter = reading_to_review(cast.tao.clerk, uid, 1, today=TODAY)

    assert [(one.place, one.state, one.pages) for one in letter.steps] == [
        (0, "proposed", (1,)),
        (1, "proposed", (2,)),
    ]


def test_a_settled_letter_tells_what_it_became(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)
    done = accept(cast.tao.clerk, uid, TEXT)

    letter = reading_to_review(cast.tao.clerk, uid, 0, today=TODAY)

    assert (letter.state, letter.letter_uid) == ("registered", done.letter_uid)
    assert (letter.entry_uid, letter.receipt_number) == (done.entry_uid, 1)
    assert letter.duplicates == ()


def test_a_file_that_is_not_read_yet_has_nothing_to_review(cast: Cast) -> None:
    uid = bring(cast.tao.clerk, TEXT)

    with pytest.raises(NotYetRead):
        reading_to_review(cast.tao.clerk, uid, 0, today=TODAY)


def test_a_place_that_the_file_lacks_is_not_found(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    with pytest.raises(IntakeNotFound):
        reading_to_review(cast.tao.clerk, uid, 1, today=TODAY)


def test_other_units_see_neither_letter_nor_file_nor_queue(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    with pytest.raises(IntakeNotFound):
        reading_to_review(cast.city.clerk, uid, 0, today=TODAY)
    with pytest.raises(IntakeNotFound):
        file_of_intake(cast.city.clerk, uid)
    assert queue_file(cast.city.clerk, uid) is None
    assert intake_queue(cast.city.clerk).open_files == ()
    assert next_to_review(cast.city.clerk) is None


def test_who_is_no_clerk_sees_no_queue(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    with pytest.raises(Refused):
        intake_queue(cast.tao.officer)
    with pytest.raises(Refused):
        reading_to_review(cast.tao.executive, uid, 0, today=TODAY)
    assert review_count(cast.tao.officer) == 0
    assert next_to_review(cast.tao.officer) is None


def test_the_file_is_given_as_it_came_or_not_at_all(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT, name="หนังสือ.txt")
    given = file_of_intake(cast.tao.clerk, uid)
    file_store.path_of(Intake.get().file_id).write_bytes(b"other")

    assert given == ("หนังสือ.txt", "text/plain", TEXT.encode())
    with pytest.raises(FileDamaged):
        file_of_intake(cast.tao.clerk, uid)


def test_the_next_letter_is_the_one_behind_then_the_first_again(cast: Cast) -> None:
    clerk = cast.tao.clerk
    first = bring_read(clerk, f"{TEXT}\f{sample('court-english-date')}")
    second = bring_read(clerk, sample(CIRCULAR))

    assert next_to_review(clerk) == (first, 0)
    assert next_to_review(clerk, after=(first, 0)) == (first, 1)
    assert next_to_review(clerk, after=(first, 1)) == (second, 0)
    assert next_to_review(clerk, after=(second, 0)) == (first, 0)


def test_nothing_comes_after_the_only_letter(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    assert next_to_review(cast.tao.clerk, after=(uid, 0)) is None
