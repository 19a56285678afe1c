"""flask demo: the story as it should stand afterwards, told once, never over a real office."""

import json
import re
from collections import Counter

import pytest
from click.testing import Result

from saraban.desk import office, signing_in
from saraban.paper import house_style
from saraban.records import (
    AuditEvent,
    Delivery,
    Endorsement,
    Letter,
    LetterFile,
    NoteStanding,
    OrderedDesk,
    Person,
    Receipt,
    RegisterEntry,
    Report,
    Unit,
    file_store,
)
from saraban.records.database import connected
from tests.make import at
from tests.paper.letters import HAS_FONTS, NO_FONTS

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


def password_in(result: Result | str) -> str:
    text = result if isinstance(result, str) else result.stdout
    found = re.search(r"demo password\): (\S+)$", text, re.MULTILINE)
    assert found, text
    return found[1]


@pytest.fixture
def loaded(answer):
    """The circular's story in a fresh database, which is then open; its password."""
    password = password_in(answer("demo", "load", "--short"))
    with connected():
        yield password


def by_number() -> dict[str, Letter]:
    return {letter.letter_number: letter for letter in Letter.select()}


def test_the_chain_has_the_numbers_dates_and_counts_of_the_real_one(loaded):
    letters = by_number()

    memo, department, province = (
        letters[number] for number in ("มท 0229/ว 3799", "มท 0801.4/ว 1658", "ตก 0023.3/ว 5765")
    )
    assert memo.printed_number == "มท ๐๒๒๙/ว ๓๓๗๙๙"
    assert [str(one.dated_on) for one in (memo, department, province)] == [
        "2022-05-31", "2022-06-03", "2022-06-16",
    ]  # fmt: skip
    assert [one.urgency for one in (memo, department, province)] == [
        "most_urgent", "normal", "most_urgent",
    ]  # fmt: skip
    assert (department.conveys_id, province.conveys_id) == (memo.id, department.id)
    counts = Counter(row.letter_id for row in Delivery.select().where(~Delivery.is_inner))
    assert [counts[one.id] for one in (memo, department, province)] == [13, 76, 11]


def test_the_six_stamps_read_as_on_the_paper(loaded):
    letters = by_number()
    upper = [letters["มท 0229/ว 3799"].id, letters["มท 0801.4/ว 1658"].id]

    stamps = [
        (stamp.printed_number, stamp.printed_date, stamp.received_time)
        for stamp in Receipt.select().where(Receipt.letter.in_(upper)).order_by(Receipt.id)
    ]

    assert stamps == [
        ("30400", "31 พ.ค. 2565", None),
        ("1436", "31 พ.ค. 2565", None),
        ("536", "31/๕/๖๕", None),
        ("๑๑๔๙", "๑๐ มิ.ย. ๒๕๖๕", None),
        ("๑๐๓๗", "๑๐ มิ.ย. ๒๕๖๕", None),
        ("๑๑๖", "๑๓ มิ.ย. ๒๕๖๕", None),
    ]


def test_three_fields_differ_one_body_is_on_no_list_and_four_districts_passed_it_on(loaded, answer):
    traced = json.loads(answer("trace", "มท ๐๒๒๙/ว ๓๗๙๙", "--json"))

    assert sum(len(one["fields"]) for one in traced["conflicts"]) == 3
    assert [unit["unit"] for unit in traced["unlisted"]] == ["องค์การบริหารส่วนจังหวัดตาก"]
    assert len(traced["not_reached"]) == 66 - 35
    assert len(by_number()) == 7


def test_tak_has_its_true_counts_of_bodies_and_the_small_ones_are_samples(loaded):
    tak = Unit.get(Unit.dopa_code == "63")
    kinds = Counter(unit.kind for unit in Unit.select().where(Unit.province == tak))

    assert [kinds[kind] for kind in ("pao", "city_mun", "town_mun", "tambon_mun", "tao")] == [
        1, 1, 1, 17, 49,
    ]  # fmt: skip
    samples = Unit.select().where(Unit.is_sample)
    assert {unit.kind for unit in samples} == {"tambon_mun", "tao"}
    assert all(unit.saraban_address.endswith("@example.go.th") for unit in samples)


def test_local_bodies_went_as_far_as_they_went(loaded):
    answers = Counter(report.answer for report in Report.select())
    voided = RegisterEntry.select().where(~RegisterEntry.voided_at.is_null())

    assert answers == {"report": 6, "nil": 1}
    assert voided.count() == 1
    assert "ลงรับซ้ำ" in voided.get().void_reason


def test_every_letter_has_its_own_pdf(loaded):
    for letter in Letter.select():
        [kept] = LetterFile.select().where(LetterFile.letter == letter)
        assert file_store.read(kept.file_id).startswith(b"%PDF-")


def test_everybody_signs_in_with_the_one_password(loaded):
    for sign_in in ("clerk.dla", "clerk.tak", "clerk.maesot", "auditor.moi", "admin"):
        assert signing_in.sign_in(sign_in=sign_in, password=loaded, at=at(year=2026))

    assert len({person.password_hash for person in Person.select()}) == 1


def test_events_stand_in_the_order_of_their_time(loaded):
    instants = [event.at for event in AuditEvent.select().order_by(AuditEvent.id)]
    story = [instant for instant in instants if instant > at(month=5, day=31, hour=0)]

    assert story == sorted(story)


def test_loading_again_shows_the_same_password_and_adds_nothing(loaded, answer):
    before = AuditEvent.select().count()

    assert password_in(answer("demo", "load", "--short")) == loaded
    assert AuditEvent.select().count() == before


def test_a_real_office_is_left_alone(run, answer):
    answer("office", "open")
    with connected():
        office.make_first_administrator(
            code=office.first_run_code(at()) or "",
            sign_in="somsri",
            name_th="นางสมศรี ตัวอย่าง",
            password="0123456789",
            at=at(),
        )

    result = run("demo", "load")

    assert result.exit_code == 1
    assert "สำนักงานจริง" in result.stderr
    with connected():
        assert Letter.select().count() == 0


def test_a_demo_that_fails_half_way_leaves_nothing(run, answer, monkeypatch, tmp_path):
    # Units and people are there when the first letter is to be printed, and no font is.
    monkeypatch.setattr(house_style, "FONTS", tmp_path)
    failed = run("demo", "load", "--short")
    monkeypatch.undo()

    assert failed.exit_code == 1
    with connected():
        assert (Unit.select().count(), Person.select().count()) == (0, 0)
    assert password_in(answer("demo", "load", "--short"))


def test_offices_wrote_on_the_letter_and_two_executives_have_not_decided(loaded):
    orders = Endorsement.select().where(Endorsement.kind == "order")
    ordered = OrderedDesk.select().where(OrderedDesk.endorsement.in_(orders))

    (for_another,) = Endorsement.select().where(Endorsement.acting_manner != "")
    assert (for_another.acting_manner, for_another.acting_post) == (
        "รักษาราชการแทน",
        "นายกเทศมนตรีเมืองตาก",
    )
    assert [desk.done_by is not None for desk in ordered] == [True, True, True]
    assert Endorsement.select().where(Endorsement.withdraws.is_null(False)).count() == 1
    assert NoteStanding.select().where(NoteStanding.standing == "to_order").count() == 2
