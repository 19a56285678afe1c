"""The pen: one event an act, in a chain of the unit's own, gone with the act that fails."""

import json

import pytest

from saraban.desk._audit import Ledger
from saraban.records import AuditEvent, AuditHead, Letter, Person
from saraban.records.database import write_transaction
from saraban.rules.audit import GENESIS, canonical, event_digest
from tests.cast import Cast
from tests.make import at, register, send


def chain(unit_id: int) -> list[AuditEvent]:
    query = AuditEvent.select().where(AuditEvent.unit == unit_id)
    return list(query.order_by(AuditEvent.seq))


def test_each_event_builds_on_the_one_before(cast: Cast) -> None:
    register(cast.province.clerk)
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    first, second = chain(cast.province.unit.id)

    assert first.digest == event_digest(GENESIS, first.body)
    assert second.digest == event_digest(first.digest, second.body)
    assert AuditHead.get().digest == second.digest


def test_units_have_chains_of_their_own(cast: Cast) -> None:
    register(cast.province.clerk)
    register(cast.department.clerk)

    assert [event.seq for event in chain(cast.province.unit.id)] == [1]
    assert [event.seq for event in chain(cast.department.unit.id)] == [1]


def test_an_event_says_who_did_what_to_which_rows(cast: Cast) -> None:
    letter = register(cast.province.clerk, subject="เรื่องเดียว")

    (event,) = chain(cast.province.unit.id)
    body = json.loads(event.body)

    assert canonical(body) == event.body
    assert (body["act"], body["subject"]) == ("register_received", letter.letter_uid)
    assert (body["actor"], body["actor_id"]) == (
        cast.province.clerk.name,
        cast.province.clerk.person_id,
    )
    assert body["at"] == "2022-06-16T03:00:00.000000Z"
    assert {change["table"] for change in body["changes"]} == {
        "book_year",
        "letter",
        "receipt",
        "register_entry",
    }
    told = next(change for change in body["changes"] if change["table"] == "letter")
    assert told["set"]["subject"] == "เรื่องเดียว"


def test_a_fan_out_is_told_with_the_key_of_every_delivery(cast: Cast) -> None:
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    body = json.loads(chain(cast.province.unit.id)[0].body)

    many = next(change for change in body["changes"] if "for_each" in change)
    assert many["for_each"] == ["id", "to_unit_id", "province_id"]
    assert {unit for _, unit, _ in many["values"]} == {
        cast.district_a.unit.id,
        cast.district_b.unit.id,
    }


def test_an_act_that_fails_leaves_no_event(cast: Cast) -> None:
    with pytest.raises(RuntimeError), write_transaction():
        register(cast.province.clerk)
        raise RuntimeError

    assert AuditEvent.select().count() == AuditHead.select().count() == 0
    assert Letter.select().count() == 0


def test_secrets_are_told_by_their_digest_only(cast: Cast) -> None:
    person = Person.get(Person.sign_in == "clerk.province")
    with write_transaction():
        ledger = Ledger(actor=cast.administrator, at=at())
        ledger.update(Person, person.id, password_hash="$argon2id$secret", session_mark="mark")
        ledger.record("change_password", subject=person.uid)

    (event,) = chain(cast.country.id)

    assert "argon2id" not in event.body
    assert '"mark"' not in event.body
    assert len(json.loads(event.body)["changes"][0]["set"]["password_hash"]) == 64
