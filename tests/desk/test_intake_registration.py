"""A letter that was read enters the book: with its answers, once, and never unlooked-at."""

from dataclasses import replace

import pytest

from saraban.desk._answers import draft_of
from saraban.desk.arrivals import Coming
from saraban.desk.dispatch import Addressees
from saraban.desk.intake import set_aside
from saraban.desk.intake_registration import (
    accept_another_arrival,
    note_arrival_from_reading,
    register_from_reading,
    undo_another_arrival,
)
from saraban.desk.registration import Arrival
from saraban.errors import (
    AlreadyReceived,
    AlreadySettled,
    FieldNotConfirmed,
    IntakeNotFound,
    MissingField,
    NeverCameHere,
    NotYetRead,
    Refused,
)
from saraban.queries.ledger_check import check_ledger
from saraban.queries.letter_card import letter_card
from saraban.queries.reading_to_review import reading_to_review
from saraban.records import (
    FieldAnswer,
    IntakeLetter,
    IntakeReading,
    Letter,
    LetterArrival,
    LetterFile,
    LetterSketch,
    Receipt,
    RegisterEntry,
    SketchBand,
)
from saraban.rules.intake import FILED_FIELDS
from saraban.rules.letter_reading.proposal import proposal_of
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import send
from tests.readings import (
    CIRCULAR,
    INVITATION,
    LATER,
    accept,
    bring,
    bring_read,
    reading_of,
    sample,
)

TEXT = sample(INVITATION)
PROPOSAL = proposal_of(reading_of(TEXT)["letters"][0])


def test_an_accepted_letter_has_its_number_its_file_and_its_answers(cast: Cast) -> None:
    tell_cast(cast)
    uid = bring_read(cast.tao.clerk, TEXT)

    done = accept(cast.tao.clerk, uid, TEXT)

    letter = Letter.get(Letter.uid == done.letter_uid)
    row = IntakeLetter.get()
    assert (letter.printed_number, letter.subject) == (
        "ชม ๗๑๒๐๔/๒๑๕",
        "ขอเชิญประชุมคณะกรรมการพัฒนาตำบล",
    )
    assert (row.state, row.letter_id) == ("registered", letter.id)
    assert row.entry.uid == done.entry_uid
    assert LetterFile.get().name == "ก.txt"
    assert {one.field for one in FieldAnswer.select()} >= {"number", "date_iso", "subject"}
    assert all(one.is_right for one in FieldAnswer.select())
    assert check_ledger().findings == ()


def test_a_corrected_field_is_kept_with_what_was_proposed(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    accept(cast.tao.clerk, uid, TEXT, printed_number="ชม ๗๑๒๐๔/๒๑๖")

    answer = FieldAnswer.get(FieldAnswer.field == "number")
    assert (answer.proposed, answer.accepted) == ("ชม ๗๑๒๐๔/๒๑๕", "ชม ๗๑๒๐๔/๒๑๖")
    assert not answer.is_right


def test_a_suggestion_that_is_not_ticked_was_not_read_wrong(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)
    draft = draft_of(PROPOSAL)
    assert len(draft.duties) > 1

    accept(cast.tao.clerk, uid, TEXT, draft=replace(draft, duties=draft.duties[:1]))

    assert FieldAnswer.get(FieldAnswer.field == "asks").is_right
    assert Letter.get().duties.count() == 1


def test_digits_out_of_a_picture_are_not_filed_before_somebody_looked(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT, from_scan=True)

    with pytest.raises(FieldNotConfirmed) as refusal:
        accept(cast.tao.clerk, uid, TEXT)

    assert refusal.value.field == "number"
    assert not RegisterEntry.select().exists()
    assert IntakeLetter.get().state == "proposed"


def test_each_unsure_field_wants_its_own_look(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT, from_scan=True)

    with pytest.raises(FieldNotConfirmed) as refusal:
        accept(cast.tao.clerk, uid, TEXT, confirmed={"number"})

    assert refusal.value.field == "date_iso"


def test_confirmed_fields_are_filed(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT, from_scan=True)

    accept(cast.tao.clerk, uid, TEXT, confirmed=set(FILED_FIELDS))

    assert FieldAnswer.get(FieldAnswer.field == "number").had_confirm


def test_a_number_typed_anew_needs_no_further_look(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT, from_scan=True)
    others = set(FILED_FIELDS) - {"number"}

    done = accept(cast.tao.clerk, uid, TEXT, printed_number="ชม ๗๑๒๐๔/๒๗๕", confirmed=others)

    assert Letter.get(Letter.uid == done.letter_uid).printed_number == "ชม ๗๑๒๐๔/๒๗๕"


def test_a_field_that_is_left_empty_needs_no_look(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT, from_scan=True)
    others = set(FILED_FIELDS) - {"number"}

    done = accept(cast.tao.clerk, uid, TEXT, printed_number="", confirmed=others)

    assert Letter.get(Letter.uid == done.letter_uid).printed_number is None


def test_a_date_that_cannot_be_wants_a_look_even_from_sure_text(cast: Cast) -> None:
    text = TEXT.replace("๒๑ ส.ค. ๒๕๖๖", "๒๑ ส.ค. ๒๕๒๖")
    uid = bring_read(cast.tao.clerk, text)

    with pytest.raises(FieldNotConfirmed) as refusal:
        accept(cast.tao.clerk, uid, text)

    assert refusal.value.field == "date_iso"


def test_a_letter_is_registered_from_its_file_once(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)
    accept(cast.tao.clerk, uid, TEXT)

    with pytest.raises(AlreadySettled):
        accept(cast.tao.clerk, uid, TEXT)

    assert RegisterEntry.select().count() == 1


def test_a_file_that_is_not_read_yet_registers_nothing(cast: Cast) -> None:
    uid = bring(cast.tao.clerk, TEXT)

    with pytest.raises(NotYetRead):
        accept(cast.tao.clerk, uid, TEXT)


def test_a_file_that_was_set_aside_registers_nothing(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)
    set_aside(actor=cast.tao.clerk, at=LATER, intake_uid=uid, reason="โฆษณา")

    with pytest.raises(AlreadySettled):
        accept(cast.tao.clerk, uid, TEXT)


def test_another_unit_does_not_see_the_file(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    with pytest.raises(IntakeNotFound):
        accept(cast.city.clerk, uid, TEXT)


def test_an_officer_registers_nothing(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    with pytest.raises(Refused):
        accept(cast.tao.officer, uid, TEXT)


def test_a_letter_that_has_a_number_here_is_told_and_nothing_is_written(cast: Cast) -> None:
    accept(cast.tao.clerk, bring_read(cast.tao.clerk, TEXT), TEXT)
    uid = bring_read(cast.tao.clerk, f"{TEXT}\n ")

    with pytest.raises(AlreadyReceived):
        accept(cast.tao.clerk, uid, TEXT)

    assert RegisterEntry.select().count() == 1


def test_a_known_letter_that_comes_again_gets_one_more_number(cast: Cast) -> None:
    tell_cast(cast)
    first = accept(cast.tao.clerk, bring_read(cast.tao.clerk, TEXT), TEXT)
    uid = bring_read(cast.tao.clerk, f"{TEXT}\n ")

    again = accept_another_arrival(
        actor=cast.tao.clerk,
        at=LATER,
        intake_uid=uid,
        place=0,
        letter_uid=first.letter_uid,
        arrival=Arrival(LATER.date(), channel="email"),
    )

    assert (first.receipt_number, again.receipt_number) == (1, 2)
    assert Letter.select().count() == 1
    assert len(letter_card(cast.tao.clerk, first.letter_uid).files) == 2
    assert [one.channel for one in Receipt.select().order_by(Receipt.id)] == ["system", "email"]
    assert check_ledger().findings == ()


def test_an_arrival_taken_back_strikes_its_line_and_waits_again(cast: Cast) -> None:
    tell_cast(cast)
    first = accept(cast.tao.clerk, bring_read(cast.tao.clerk, TEXT), TEXT)
    uid = bring_read(cast.tao.clerk, f"{TEXT}\n ")
    accept_another_arrival(
        actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0,
        letter_uid=first.letter_uid, arrival=Arrival(LATER.date()),
    )  # fmt: skip

    undo_another_arrival(actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0, reason="คนละฉบับ")

    line = RegisterEntry.get(RegisterEntry.number == 2)
    assert line.void_reason == "คนละฉบับ"
    assert [one.name for one in letter_card(cast.tao.clerk, first.letter_uid).files] == ["ก.txt"]
    assert reading_to_review(cast.tao.clerk, uid, 0, today=LATER.date()).state == "proposed"
    assert LetterFile.select().count() == 1
    assert LetterSketch.select().count() == SketchBand.select().count() / 21 <= 1
    assert check_ledger().findings == ()


def test_a_known_letter_that_comes_again_is_noted_without_a_number_and_taken_back(cast) -> None:
    tell_cast(cast)
    first = accept(cast.tao.clerk, bring_read(cast.tao.clerk, TEXT), TEXT)
    uid = bring_read(cast.tao.clerk, f"{TEXT}\n ")
    note_arrival_from_reading(
        actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0,
        letter_uid=first.letter_uid, coming=Coming(LATER.date(), channel="email"),
    )  # fmt: skip
    noted = len(letter_card(cast.tao.clerk, first.letter_uid).files)
    settled = reading_to_review(cast.tao.clerk, uid, 0, today=LATER.date())

    undo_another_arrival(actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0, reason="คนละฉบับ")

    assert RegisterEntry.select().count() == 1
    assert (noted, len(letter_card(cast.tao.clerk, first.letter_uid).files)) == (2, 1)
    assert (settled.state, settled.letter_uid) == ("another_arrival", first.letter_uid)
    assert reading_to_review(cast.tao.clerk, uid, 0, today=LATER.date()).state == "proposed"
    assert LetterArrival.get().taken_back_reason == "คนละฉบับ"
    assert check_ledger().findings == ()


def test_what_has_no_number_here_is_not_only_noted(cast: Cast) -> None:
    sent = send(cast.district_b.clerk, addressees=Addressees(unit_ids=(cast.tao.unit.id,)))
    uid = bring_read(cast.tao.clerk, TEXT)

    with pytest.raises(NeverCameHere):
        note_arrival_from_reading(
            actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0,
            letter_uid=sent.letter_uid, coming=Coming(LATER.date(), channel="email"),
        )  # fmt: skip


def test_taking_an_arrival_back_wants_a_reason(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    with pytest.raises(MissingField):
        undo_another_arrival(actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0, reason=" ")


def test_only_an_arrival_is_taken_back(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)
    accept(cast.tao.clerk, uid, TEXT)

    with pytest.raises(AlreadySettled):
        undo_another_arrival(
            actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0, reason="ผิดฉบับ"
        )


def test_of_a_secret_letter_the_line_is_kept_and_no_word(cast: Cast) -> None:
    text = sample(CIRCULAR)
    uid = bring_read(cast.tao.clerk, text)
    draft = replace(
        draft_of(proposal_of(reading_of(text)["letters"][0])),
        secrecy="secret", subject="", citations=(), duties=(),
    )  # fmt: skip

    done = register_from_reading(
        actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0, draft=draft,
        printed_number="สธ ๐๔๑๐/๙", issuer_text="กรมควบคุมโรค", arrival=Arrival(LATER.date()),
        confirmed=set(FILED_FIELDS),
    )  # fmt: skip

    assert Letter.get(Letter.uid == done.letter_uid).subject == ""
    assert not LetterFile.select().exists()
    assert not FieldAnswer.select().exists()
    assert not LetterSketch.select().exists()
    assert "เรื่อง" not in IntakeReading.get().reading


def test_no_file_comes_to_a_letter_that_its_sender_keeps_secret(cast: Cast) -> None:
    sent = send(
        cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", secrecy="secret", subject="", at=LATER,
        dated_on=LATER.date(),
    )  # fmt: skip
    uid = bring_read(cast.district_a.clerk, TEXT)

    done = accept(
        cast.district_a.clerk, uid, TEXT,
        draft=replace(draft_of(PROPOSAL), dated_on=LATER.date()),
        printed_number=Letter.get(Letter.uid == sent.letter_uid).printed_number,
    )  # fmt: skip

    assert done.letter_uid == sent.letter_uid
    assert not LetterFile.select().exists()
    assert not LetterSketch.select().exists()
