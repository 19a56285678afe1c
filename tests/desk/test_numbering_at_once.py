"""Many at once: no number missing, none given twice, one winner where there can be but one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.registration import Arrival, open_book, pass_inside, receive_delivery
from saraban.desk.writing import save_draft
from saraban.errors import SarabanError
from saraban.queries.ledger_check import check_ledger
from saraban.records import (
    AuditEvent,
    BookYear,
    Delivery,
    DraftVersion,
    Letter,
    Receipt,
    RegisterEntry,
    StoredFile,
    file_store,
)
from saraban.records.database import connected
from tests.cast import Cast
from tests.clerks import begin, clerks, numbers_of
from tests.drafted import issue_written, text, write
from tests.ledgers import tell_cast
from tests.make import DAY, at, picture, register, send
from tests.readings import INVITATION, accept, bring_read, sample

PROCESSES = 8
LETTERS_EACH = 12
AT_ONCE = 6


def all_at_once(act: Callable[[], object]) -> list[str]:
    """What each of AT_ONCE threads was answered: "done", or the code of the refusal."""
    barrier = Barrier(AT_ONCE)

    def one(_: int) -> str:
        with connected():
            barrier.wait()
            try:
                act()
            except SarabanError as refusal:
                return refusal.code
        return "done"

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return sorted(threads.map(one, range(AT_ONCE)))


def test_eight_processes_at_one_book_leave_no_gap_and_no_double(
    cast: Cast, database: str, tmp_path: Path
) -> None:
    tell_cast(cast)
    files = file_store.path_of("00").parents[1]

    with clerks(database, files, cast.province.unit.id, range(PROCESSES), LETTERS_EACH) as started:
        for clerk in started:
            begin(clerk)
        given = [numbers_of(clerk) for clerk in started]

    everything = list(range(1, PROCESSES * LETTERS_EACH + 1))
    assert [len(numbers) for numbers in given] == [LETTERS_EACH] * PROCESSES
    assert sorted(number for numbers in given for number in numbers) == everything
    assert [entry.number for entry in RegisterEntry.select().order_by(RegisterEntry.number)] == (
        everything
    )
    assert BookYear.get().last_number == everything[-1]
    assert check_ledger().findings == ()


def test_of_two_who_acknowledge_at_once_one_wins(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    answers = all_at_once(
        lambda: acknowledge(actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid)
    )

    assert answers == ["already_acknowledged"] * (AT_ONCE - 1) + ["done"]
    assert Delivery.select().where(Delivery.acknowledged_at.is_null(False)).count() == 1
    assert AuditEvent.select().where(AuditEvent.act == "acknowledge").count() == 1


def test_of_two_who_register_one_delivery_at_once_one_wins(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    answers = all_at_once(
        lambda: receive_delivery(
            actor=cast.district_a.clerk,
            at=at(),
            letter_uid=sent.letter_uid,
            arrival=Arrival(DAY),
        )
    )

    assert answers == ["already_received"] * (AT_ONCE - 1) + ["done"]
    assert Receipt.select().count() == 1
    assert BookYear.get(BookYear.unit == cast.district_a.unit).last_number == 1


def test_of_two_who_reissue_one_letter_at_once_one_wins(cast: Cast) -> None:
    sent = send(cast.department.clerk, phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด")

    answers = all_at_once(
        lambda: send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", conveys_uid=sent.letter_uid)
    )

    assert answers == ["already_reissued"] * (AT_ONCE - 1) + ["done"]
    assert BookYear.get(BookYear.unit == cast.province.unit).last_number == 1


def test_of_two_who_enter_one_paper_letter_at_once_one_wins(cast: Cast) -> None:
    answers = all_at_once(lambda: register(cast.province.clerk, files=[picture()]))

    assert answers == ["already_received"] * (AT_ONCE - 1) + ["done"]
    assert Letter.select().count() == Receipt.select().count() == 1


def test_of_two_who_register_one_letter_of_a_file_at_once_one_wins(cast: Cast) -> None:
    text = sample(INVITATION)
    uid = bring_read(cast.tao.clerk, text)

    answers = all_at_once(lambda: accept(cast.tao.clerk, uid, text))

    assert answers == ["already_settled"] * (AT_ONCE - 1) + ["done"]
    assert Letter.select().count() == Receipt.select().count() == 1


def test_desks_that_keep_the_same_file_at_once_all_keep_it(cast: Cast) -> None:
    clerks_of_all = iter([cast.province.clerk, cast.department.clerk, cast.city.clerk] * 2)

    answers = all_at_once(
        lambda: register(next(clerks_of_all), files=[picture()], is_another_arrival=True)
    )

    assert answers == ["done"] * AT_ONCE
    assert StoredFile.select().count() == 1


def test_of_two_who_pass_a_letter_inside_at_once_one_wins(cast: Cast) -> None:
    letter = register(cast.province.clerk)

    answers = all_at_once(
        lambda: pass_inside(
            actor=cast.province.clerk,
            at=at(),
            letter_uid=letter.letter_uid,
            to_unit_uid=cast.local_office.unit.uid,
        )
    )

    assert answers == ["already_dispatched"] * (AT_ONCE - 1) + ["done"]


def test_of_two_who_open_a_book_at_once_one_wins(cast: Cast) -> None:
    answers = all_at_once(
        lambda: open_book(
            actor=cast.province.clerk, at=at(), register="receive", be_year=2565, first_number=1149
        )
    )

    assert answers == ["book_already_open"] * (AT_ONCE - 1) + ["done"]


def test_a_draft_numbered_by_many_at_once_has_one_number(cast: Cast) -> None:
    tell_cast(cast)
    uid = write(cast.province)

    answers = all_at_once(lambda: issue_written(cast.province, uid))

    assert answers == ["done"] + ["draft_frozen"] * (AT_ONCE - 1)
    assert RegisterEntry.select().count() == BookYear.get().last_number == 1
    assert check_ledger().findings == ()


def test_of_many_who_save_a_draft_at_once_one_is_first_and_the_others_are_told(
    cast: Cast,
) -> None:
    tell_cast(cast)
    uid = write(cast.province)
    words = iter(range(AT_ONCE))

    answers = all_at_once(
        lambda: save_draft(
            actor=cast.province.officer,
            at=at(),
            draft_uid=uid,
            based_on=1,
            text=text(subject=f"ฉบับของคนที่ {next(words)}"),
        )
    )

    assert answers == ["done"] + ["draft_changed_meanwhile"] * (AT_ONCE - 1)
    assert DraftVersion.select().count() == 2
    assert check_ledger().findings == ()
