"""A clean ledger is clean; whatever a hand changes is named exactly."""

import json

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.registration import void_entry
from saraban.desk.reporting import submit
from saraban.queries.ledger_check import check_ledger
from saraban.records import (
    REPLAYED_TABLES,
    AuditEvent,
    AuditHead,
    Delivery,
    Letter,
    Person,
    Receipt,
    RegisterEntry,
    StoredFile,
    file_store,
)
from saraban.rules.audit import GENESIS, canonical, event_digest
from tests.cast import Cast
from tests.ledgers import change, found, last_event, run, tell_cast, unguarded
from tests.make import at, picture, register, send
from tests.stories import circular
from tests.stories.circular import begin, department_reissues, ministry_writes


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast, a few letters with files, a voided number, an answer: all of it told."""
    tell_cast(cast)
    register(cast.province.clerk, files=[picture("หนังสือ.png")])
    second = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๑๐๐")
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=second.entry_uid, reason="ลงซ้ำ")
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    acknowledge(actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid)
    submit(
        actor=cast.district_a.officer,
        at=at(),
        letter_uid=sent.letter_uid,
        answer="report",
        text="ปลูกแล้ว",
        files=[picture("ผล.png")],
    )
    return cast


def rewrite(event: AuditEvent, body: dict[str, object], previous: str = GENESIS) -> None:
    """Give an event another body and the digest that fits it."""
    text = canonical(body)
    change("audit_event", "body", text, "id = ?", [event.id])
    change("audit_event", "digest", event_digest(previous, text), "id = ?", [event.id])


def test_what_the_desks_did_replays_to_the_rows_that_stand(told: Cast) -> None:
    report = check_ledger()

    assert report.findings == ()
    assert report.is_whole
    assert report.event_count == AuditEvent.select().count() == 7
    assert report.unit_count == AuditHead.select().count() == 3
    assert report.row_count == sum(table.select().count() for table in REPLAYED_TABLES)
    assert report.file_count == StoredFile.select().count() == 1


def test_a_whole_circular_replays(cast: Cast) -> None:
    story = begin(cast)
    tell_cast(cast)
    for chapter in (
        ministry_writes,
        circular.department_receives,
        department_reissues,
        circular.province_receives,
        circular.province_reissues,
        circular.district_a_reissues,
        circular.local_units_answer,
    ):
        chapter(story)

    assert found() == []


def test_an_act_that_was_rolled_back_leaves_nothing_to_find(told: Cast) -> None:
    with pytest.raises(ZeroDivisionError):
        _register_and_fail(told)

    assert found() == []


def _register_and_fail(cast: Cast) -> None:
    from saraban.records.database import write_transaction  # noqa: PLC0415

    with write_transaction():
        register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๗")
        raise ZeroDivisionError


def test_a_byte_of_an_events_body_is_named(told: Cast) -> None:
    event = last_event(told.province.unit)
    change("audit_event", "body", event.body.replace("ทุกอำเภอ", "ทุกอำเภธ", 1), "id = ?", [event.id])

    assert ("event_changed", "audit_event", event.id, "body, digest", event.unit_id, event.seq) in (
        found()
    )


def test_a_byte_of_an_events_digest_is_named_once(told: Cast) -> None:
    first = AuditEvent.get(AuditEvent.unit == told.province.unit.id, AuditEvent.seq == 1)
    other = ("0" if first.digest[0] != "0" else "1") + first.digest[1:]
    change("audit_event", "digest", other, "id = ?", [first.id])

    assert found() == [
        ("event_changed", "audit_event", first.id, "body, digest", first.unit_id, 1)
    ]  # fmt: skip


def test_a_body_and_digest_that_fit_each_other_break_the_next_link(told: Cast) -> None:
    first = AuditEvent.get(AuditEvent.unit == told.province.unit.id, AuditEvent.seq == 1)
    rewrite(first, {**json.loads(first.body), "facts": {"number": 99}})

    assert found() == [
        ("event_changed", "audit_event", first.id + 1, "body, digest", first.unit_id, 2)
    ]  # fmt: skip


def test_a_last_event_written_anew_no_longer_fits_the_head(told: Cast) -> None:
    event = last_event(told.district_a.unit)
    before = AuditEvent.get(AuditEvent.unit == event.unit_id, AuditEvent.seq == event.seq - 1)
    rewrite(event, {**json.loads(event.body), "facts": {"answer": "nil"}}, before.digest)

    assert found() == [
        ("head_differs", "audit_head", event.unit_id, "digest", event.unit_id, event.seq)
    ]  # fmt: skip


@pytest.mark.parametrize("column", ["at", "actor_name", "act", "subject"])
def test_a_repeated_column_that_says_otherwise_is_named(told: Cast, column: str) -> None:
    event = last_event(told.province.unit)
    change("audit_event", column, "2022-06-16T03:00:00.000001Z", "id = ?", [event.id])

    assert found() == [
        ("event_column_differs", "audit_event", event.id, column, event.unit_id, event.seq)
    ]  # fmt: skip


def test_a_deleted_last_event_is_named_with_the_rows_it_told(told: Cast) -> None:
    event = last_event(told.district_a.unit)
    with unguarded("audit_event"):
        run("DELETE FROM audit_event WHERE id = ?", [event.id])

    codes = found()

    assert ("event_missing", "audit_event", None, None, event.unit_id, event.seq) in codes
    assert ("row_untold", "report", 1, None, None, None) in codes


def test_a_deleted_event_in_the_middle_is_named_alone_in_its_chain(told: Cast) -> None:
    unit_id = told.province.unit.id
    with unguarded("audit_event"):
        run("DELETE FROM audit_event WHERE unit_id = ? AND seq = 2", [unit_id])

    chain = [line for line in found() if line[1].startswith("audit_")]

    assert chain == [("event_missing", "audit_event", None, None, unit_id, 2)]


def test_a_head_without_a_chain_and_a_chain_without_a_head_are_named(told: Cast) -> None:
    run("DELETE FROM audit_head WHERE unit_id = ?", [told.district_a.unit.id])
    run("INSERT INTO audit_head VALUES (?, 0, ?)", [told.pao.unit.id, GENESIS])

    codes = [(line[0], line[2]) for line in found()]

    assert codes == [
        ("head_without_chain", told.pao.unit.id),
        ("chain_without_head", told.district_a.unit.id),
    ]


def test_a_head_put_back_by_hand_is_named(told: Cast) -> None:
    event = last_event(told.province.unit)
    run("UPDATE audit_head SET seq = seq - 1 WHERE unit_id = ?", [event.unit_id])

    assert found() == [
        ("head_differs", "audit_head", event.unit_id, "seq", event.unit_id, event.seq)
    ]  # fmt: skip


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"changes":[{"table":1}]}', "สวัสดี"])
def test_a_body_that_is_no_body_is_named_not_stumbled_over(told: Cast, body: str) -> None:
    event = last_event(told.district_a.unit)
    change("audit_event", "body", body, "id = ?", [event.id])

    codes = {line[0] for line in found() if line[1] == "audit_event"}

    assert codes == {"event_changed", "event_unreadable"}


def test_a_changed_column_is_named_with_the_event_that_told_it(told: Cast) -> None:
    letter = Letter.get(Letter.is_issued_here)
    change("letter", "subject", letter.subject + "ๆ", "id = ?", [letter.id])

    report = check_ledger()

    told_by = last_event(told.province.unit)
    assert found(report) == [
        ("row_differs", "letter", letter.id, "subject", told_by.unit_id, told_by.seq)
    ]
    assert (report.findings[0].told, report.findings[0].found) == (
        letter.subject,
        letter.subject + "ๆ",
    )
    assert f"letter แถว {letter.id} คอลัมน์ subject" in report.findings[0].text_th


def test_the_event_named_is_the_one_that_told_the_column_last(told: Cast) -> None:
    delivery = Delivery.get(Delivery.to_unit == told.district_a.unit)
    change("delivery", "acknowledged_at", None, "id = ?", [delivery.id])
    change("delivery", "to_unit_id", told.pao.unit.id, "id = ?", [delivery.id])

    sending = last_event(told.province.unit)
    answering = told.district_a.unit.id
    assert found() == [
        ("row_differs", "delivery", delivery.id, "to_unit_id", sending.unit_id, sending.seq),
        ("row_differs", "delivery", delivery.id, "acknowledged_at", answering, 1),
    ]


def test_a_column_that_no_event_named_must_stand_empty(told: Cast) -> None:
    delivery = Delivery.get(Delivery.to_unit == told.district_b.unit)
    change("delivery", "acknowledged_by", "คนอื่น", "id = ?", [delivery.id])

    assert [line[:4] for line in found()] == [
        ("row_differs", "delivery", delivery.id, "acknowledged_by")
    ]


def test_a_receipt_put_in_by_hand_is_named(told: Cast) -> None:
    entry = RegisterEntry.get(RegisterEntry.register == "circular")
    earlier = Receipt.get(Receipt.id == 1)
    Receipt.insert(**(earlier.__data__ | {"id": 3, "entry": entry.id})).execute()

    assert found() == [("row_untold", "receipt", 3, None, None, None)]


def test_a_receipt_taken_out_by_hand_is_named(told: Cast) -> None:
    receipt = Receipt.get(Receipt.id == 1)
    with unguarded("receipt"):
        run("DELETE FROM receipt WHERE id = 1")

    assert found() == [("row_missing", "receipt", 1, None, receipt.unit_id, 1)]


def test_a_password_put_there_by_hand_is_noticed_though_the_ledger_does_not_hold_it(
    told: Cast,
) -> None:
    person = Person.get(Person.sign_in == "clerk.province")
    change("person", "password_hash", "$argon2id$mine", "id = ?", [person.id])

    report = check_ledger()

    assert [line[:4] for line in found(report)] == [
        ("row_differs", "person", person.id, "password_hash")
    ]
    assert "argon2" not in report.findings[0].text_th
    assert not any(
        f'"password_hash":"{person.password_hash}"' in event.body for event in AuditEvent
    )


def test_a_byte_of_a_file_is_named(told: Cast) -> None:
    kept = StoredFile.get()
    path = file_store.path_of(kept.sha256)
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    assert found() == [("file_changed", "stored_file", kept.sha256, "sha256", None, None)]


def test_a_deleted_file_is_named(told: Cast) -> None:
    kept = StoredFile.get()
    file_store.path_of(kept.sha256).unlink()

    assert found() == [("file_missing", "stored_file", kept.sha256, None, None, None)]


def test_a_size_that_is_not_the_files_is_named_twice(told: Cast) -> None:
    kept = StoredFile.get()
    change("stored_file", "size", 5, "sha256 = ?", [kept.sha256])

    assert [line[:4] for line in found()] == [
        ("row_differs", "stored_file", kept.sha256, "size"),
        ("file_changed", "stored_file", kept.sha256, "size"),
    ]


def test_an_event_about_a_table_that_is_none_of_ours_is_named(told: Cast) -> None:
    event = last_event(told.district_a.unit)
    body = json.loads(event.body)
    body["changes"].append({"table": "ผี", "key": 1, "set": {}})
    rewrite(event, body)

    assert ("unknown_table", "ผี", 1, None, event.unit_id, event.seq) in found()
