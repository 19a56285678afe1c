"""One circular to 7,850 units, beside a bare INSERT ... SELECT of the same delivery rows."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from saraban.desk.dispatch import Addressees, issue
from saraban.desk.drafts import LetterDraft
from saraban.records import Unit
from saraban.rules.permissions import Actor
from scripts.benchmarks.bare import DAY, connect
from scripts.benchmarks.measuring import Result, medians_in_turn, ratio_result, seconds
from scripts.benchmarks.offices import NOW, add_country, clerk_of, new_office

UNITS = 7850
PROVINCES = 77
MOST_RATIO = 3.0
ROUNDS = 9
PHRASE = "นายกองค์การบริหารส่วนตำบล ทุกแห่ง"
DRAFT = LetterDraft("external", "การรายงานกิจกรรมอาสาพัฒนา", PHRASE, DAY)

LETTER = """
INSERT INTO letter (uid, kind, is_circular, issuer_text, subject, addressee_text, urgency, secrecy,
                    body, signatory_name, signatory_position, owner_section, contact, relay_phrase,
                    registered_by_id, is_issued_here, created_at, search_text)
SELECT 'bare-' || COUNT(*), 'external', {false}, '', '', '', 'normal', 'normal',
       '', '', '', '', '', '', {sender}, {false}, '', ''
FROM letter RETURNING id
"""
BARE = """
INSERT INTO delivery (letter_id, root_id, from_unit_id, to_unit_id, province_id, channel,
                      is_inner, status, dispatched_at, delivered_at)
SELECT {letter}, {letter}, {sender}, unit.id, unit.province_id, 'system', {false}, 1,
       '2022-06-16T03:00:00.000000Z', '2022-06-16T03:00:00.000000Z'
FROM unit WHERE unit.kind = 'tao' AND unit.joined_at IS NOT NULL
"""


def measure(engine: str) -> Iterator[Result]:
    """The whole act (letter, number, deliveries, ledger) by a phrase and by units named."""
    with new_office(engine) as url:
        country, connection = add_country(PROVINCES, 0, UNITS), connect(url)
        top, ids = country.ministry, tuple(country.local_ids)
        clerk = clerk_of(top)
        ways = {"a phrase": Addressees(PHRASE), "units named": Addressees(unit_ids=ids)}
        for way, addressees in ways.items():
            times = medians_in_turn(
                partial(issue_circular, clerk, addressees),
                partial(insert_bare, connection, top, engine),
                ROUNDS,
            )
            name = f"circular to {UNITS:,} units by {way}"
            yield ratio_result(name, engine, times, unit="ms", most=MOST_RATIO)
        connection.close()


def issue_circular(clerk: Actor, addressees: Addressees) -> float:
    """Milliseconds for the whole act."""

    def whole_act() -> None:
        issued = issue(
            actor=clerk,
            at=NOW,
            draft=DRAFT,
            code_letters="มท",
            owner_number="0229",
            is_circular=True,
            addressees=addressees,
        )
        assert issued.unit_count == UNITS

    return seconds(whole_act) * 1000


def insert_bare(connection: Any, sender: Unit, engine: str) -> float:
    """Milliseconds for the deliveries of a letter that stands there already."""
    false = "FALSE" if engine == "postgres" else "0"
    letter = connection.execute(LETTER.format(sender=sender.id, false=false)).fetchone()[0]
    statement = BARE.format(letter=letter, sender=sender.id, false=false)

    def insert() -> None:
        connection.execute("BEGIN" if engine == "postgres" else "BEGIN IMMEDIATE")
        assert connection.execute(statement).rowcount == UNITS
        connection.execute("COMMIT")

    return seconds(insert) * 1000
