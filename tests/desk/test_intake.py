"""Files come in, are set aside, taken back, and read again."""

import pytest

from saraban.desk.filing import NewFile
from saraban.desk.intake import receive_file, retry, set_aside, set_letter_aside, take_back
from saraban.desk.intake_reading import claim_next, keep_failure
from saraban.desk.watching import add_folder, leave_folder
from saraban.errors import (
    AlreadySettled,
    EmptyFile,
    FolderAlreadyWatched,
    IntakeNotFound,
    MissingField,
    NothingToRetry,
    Refused,
)
from saraban.queries.intake_queue import intake_queue
from saraban.queries.ledger_check import check_ledger
from saraban.records import Intake, StoredFile, file_store
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.readings import (
    INVITATION,
    LATER,
    accept,
    bring,
    bring_read,
    read_queue,
    sample,
    text_file,
)

TEXT = sample(INVITATION)


def fail_reading(text: str = "เสีย") -> None:
    claim = claim_next(at=LATER, worker="ตัวอ่าน")
    keep_failure(at=LATER, claim=claim, trouble=text)


def test_a_file_is_kept_before_it_waits(cast: Cast) -> None:
    tell_cast(cast)

    bring(cast.tao.clerk, TEXT, name="หนังสือ เข้า.txt")

    kept = Intake.get()
    assert file_store.read(kept.file_id) == TEXT.encode()
    assert intake_queue(cast.tao.clerk).waiting_count == 1
    assert check_ledger().findings == ()


def test_the_same_bytes_again_are_kept_again_and_told(cast: Cast) -> None:
    first = receive_file(actor=cast.tao.clerk, at=LATER, file=text_file(TEXT, "ก.txt"))
    second = receive_file(actor=cast.tao.clerk, at=LATER, file=text_file(TEXT, "ข.txt"))

    assert first.same == ()
    assert [one.name for one in second.same] == ["ก.txt"]
    assert (Intake.select().count(), StoredFile.select().count()) == (2, 1)
    assert [one.is_repeat for one in intake_queue(cast.tao.clerk).open_files] == [False, True]


def test_bytes_of_a_registered_letter_name_the_letter(cast: Cast) -> None:
    done = accept(cast.tao.clerk, bring_read(cast.tao.clerk, TEXT), TEXT)

    again = receive_file(actor=cast.tao.clerk, at=LATER, file=text_file(TEXT))

    assert again.same[0].letter_uid == done.letter_uid
    assert again.same[0].letter_number == "ชม ๗๑๒๐๔/๒๑๕"


def test_what_another_unit_has_is_not_told(cast: Cast) -> None:
    accept(cast.city.clerk, bring_read(cast.city.clerk, TEXT), TEXT)

    assert receive_file(actor=cast.tao.clerk, at=LATER, file=text_file(TEXT)).same == ()


def test_an_empty_file_is_refused(cast: Cast) -> None:
    with pytest.raises(EmptyFile):
        receive_file(actor=cast.tao.clerk, at=LATER, file=NewFile("ว่าง.pdf", b"", "-"))


def test_who_is_no_clerk_brings_nothing(cast: Cast) -> None:
    with pytest.raises(Refused):
        receive_file(actor=cast.tao.officer, at=LATER, file=text_file(TEXT))


def test_a_file_that_failed_may_be_read_again(cast: Cast) -> None:
    tell_cast(cast)
    uid = bring(cast.tao.clerk, TEXT)
    fail_reading()

    retry(actor=cast.tao.clerk, at=LATER, intake_uid=uid)
    read_queue()

    [file] = intake_queue(cast.tao.clerk).open_files
    assert (file.state, file.trouble, file.waiting_count) == ("read", "", 1)
    assert check_ledger().findings == ()


def test_a_file_that_did_not_fail_is_not_read_again(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    with pytest.raises(NothingToRetry):
        retry(actor=cast.tao.clerk, at=LATER, intake_uid=uid)


def test_another_units_file_is_not_found(cast: Cast) -> None:
    uid = bring(cast.tao.clerk, TEXT)
    fail_reading()

    with pytest.raises(IntakeNotFound):
        retry(actor=cast.city.clerk, at=LATER, intake_uid=uid)


def test_a_file_set_aside_leaves_the_queue_and_comes_back(cast: Cast) -> None:
    tell_cast(cast)
    uid = bring_read(cast.tao.clerk, TEXT)

    set_aside(actor=cast.tao.clerk, at=LATER, intake_uid=uid, reason="โฆษณา")
    aside = intake_queue(cast.tao.clerk)
    take_back(actor=cast.tao.clerk, at=LATER, intake_uid=uid)
    back = intake_queue(cast.tao.clerk)

    assert (aside.open_files, aside.review_count) == ((), 0)
    assert aside.settled_files[0].set_aside_reason == "โฆษณา"
    assert (len(back.open_files), back.review_count) == (1, 1)
    assert check_ledger().findings == ()


def test_a_file_set_aside_while_it_is_read_stays_aside(cast: Cast) -> None:
    uid = bring(cast.tao.clerk, TEXT)
    set_aside(actor=cast.tao.clerk, at=LATER, intake_uid=uid, reason="ส่งผิด")

    read_queue()

    assert intake_queue(cast.tao.clerk).review_count == 0
    assert intake_queue(cast.tao.clerk).settled_files[0].uid == uid


def test_setting_aside_wants_a_reason(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)

    with pytest.raises(MissingField):
        set_aside(actor=cast.tao.clerk, at=LATER, intake_uid=uid, reason="  ")


def test_a_settled_letter_is_not_set_aside(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)
    accept(cast.tao.clerk, uid, TEXT)

    with pytest.raises(AlreadySettled):
        set_letter_aside(
            actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=0, reason="สิ่งที่ส่งมาด้วย"
        )


def test_one_letter_of_a_file_is_set_aside_by_itself(cast: Cast) -> None:
    both = f"{TEXT}\f{sample('court-english-date')}"
    uid = bring_read(cast.tao.clerk, both)
    before = intake_queue(cast.tao.clerk).open_files[0].waiting_count

    set_letter_aside(actor=cast.tao.clerk, at=LATER, intake_uid=uid, place=1, reason="สิ่งที่ส่งมาด้วย")

    [file] = intake_queue(cast.tao.clerk).open_files
    assert (before, file.waiting_count, file.first_waiting) == (2, 1, 0)


def test_a_folder_is_watched_by_who_keeps_the_machine(cast: Cast) -> None:
    unit = cast.tao.unit.id
    with pytest.raises(Refused):
        add_folder(actor=cast.tao.clerk, at=LATER, unit_id=unit, path="/srv/scans")

    add_folder(actor=cast.administrator, at=LATER, unit_id=unit, path="/srv/scans")

    assert intake_queue(cast.tao.clerk).folders == ("scans",)


def test_a_folder_is_watched_once_and_left_once(cast: Cast) -> None:
    tell_cast(cast)
    unit, boss = cast.tao.unit.id, cast.administrator
    add_folder(actor=boss, at=LATER, unit_id=unit, path="/srv/scans")

    with pytest.raises(FolderAlreadyWatched):
        add_folder(actor=boss, at=LATER, unit_id=unit, path="/srv/scans")
    leave_folder(actor=boss, at=LATER, unit_id=unit, path="/srv/scans")
    with pytest.raises(IntakeNotFound):
        leave_folder(actor=boss, at=LATER, unit_id=unit, path="/srv/scans")

    assert intake_queue(cast.tao.clerk).folders == ()
    assert check_ledger().findings == ()
