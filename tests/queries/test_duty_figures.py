"""The fields of a duty's reports added up: the latest version alone, and blanks never as nought."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from saraban.desk._audit import Ledger
from saraban.queries.duty_figures import figures
from saraban.records import Report, ReportAnswer, ReportForm, ReportFormVersion, rows
from saraban.records.database import write_transaction
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.report_form_editing import with_field
from saraban.rules.report_form_text import form_text
from saraban.rules.report_forms import FieldKind, FormDefinition, FormField, Option
from tests.make import at
from tests.reminded import change, expected_of, occur, owe

AFTER = date(2022, 7, 4)
FORM = FormDefinition(
    "แบบรายงาน",
    fields=(
        FormField(key="number1", kind=FieldKind.NUMBER, label="ต้นไม้", unit_word="ต้น"),
        FormField(
            key="choice1",
            kind=FieldKind.CHOICE,
            label="สถานที่",
            options=(Option("option1", "วัด"), Option("option2", "โรงเรียน")),
        ),
        FormField(key="text1", kind=FieldKind.TEXT, label="ปัญหา"),
    ),
)


@pytest.fixture
def duty(cast):
    """The city planted 100 and then said 120, a district 40, the other district left it blank."""
    units = [one.unit for one in (cast.city, cast.district_a, cast.district_b, cast.tao)]
    made = owe(cast.province.clerk, units)
    with write_transaction():
        by = {"made_by": "ก", "made_at": at()}
        rows.insert(
            ReportForm,
            {"unit": made.unit_id, "name": "แบบ", "changed_at": at(), "changed_by": "ก", **by},
        )
    version = publish(FORM, version=1)
    said(made, cast.city, version, 1, number1=100, choice1="option1")
    said(made, cast.city, version, 2, number1=120, choice1="option2", text1="ฝนตก")
    said(made, cast.district_a, version, 1, number1=40, choice1="option2")
    said(made, cast.district_b, version, 1, text1="ไม่มีกล้าไม้")
    said(made, cast.tao, version, 1, number1=9000)
    change(expected_of(made, cast.tao.unit), state=ExpectedState.RETURNED.value)
    return made


def publish(definition, *, version):
    """A version of the one form there is; its id."""
    with write_transaction():
        made, _ = rows.insert(
            ReportFormVersion,
            {"form": ReportForm.get().id, "version": version,
             "definition": form_text(definition), "published_at": at(), "published_by": "ก"},
        )  # fmt: skip
    return made


def said(duty, troupe, form_version, version, *, period=1, **values):
    expected = expected_of(duty, troupe.unit, number=period)
    with write_transaction():
        report, _ = rows.insert(
            Report,
            {"letter": duty.letter_id, "unit": troupe.unit.id, "answer": "report",
             "submitted_at": at(), "submitted_by": troupe.officer.name},
        )  # fmt: skip
        rows.insert(
            ReportAnswer,
            {"report": report, "expected": expected.id, "version": version,
             "form_version": form_version, "field_values": json.dumps(values)},
        )  # fmt: skip
    change(expected, state=ExpectedState.SUBMITTED.value, report=report)


def test_numbers_are_of_the_latest_versions_without_what_was_returned(cast, duty):
    found = figures(cast.province.clerk, duty.uid, today=AFTER)

    (trees,) = found.numbers
    assert (trees.total, trees.mean) == (Decimal(160), Decimal(80))
    assert (trees.least, trees.most) == (Decimal(40), Decimal(120))
    assert (trees.count, trees.blank_count, found.report_count) == (2, 1, 3)


def test_what_is_counted_in_another_unit_is_another_number(cast, duty):
    again = publish(with_field(FORM, replace(FORM.fields[0], unit_word="พันต้น")), version=2)
    said(duty, cast.district_b, again, 2, number1=3)

    found = figures(cast.province.clerk, duty.uid, today=AFTER)

    assert {one.unit_word: one.total for one in found.numbers} == {"ต้น": 160, "พันต้น": 3}


def test_an_option_is_called_what_the_newest_form_calls_it(cast, duty):
    options = (Option("option1", "วัด"), Option("option2", "โรงเรียนและวิทยาลัย"))
    again = publish(with_field(FORM, replace(FORM.fields[1], options=options)), version=2)
    said(duty, cast.district_b, again, 2, choice1="option2")

    (places,) = figures(cast.province.clerk, duty.uid, today=AFTER).choices

    assert (places.options["option2"], places.counts["option2"]) == ("โรงเรียนและวิทยาลัย", 3)


def test_of_very_many_reports_the_newest_periods_alone_are_added_up(cast, duty):
    units = [cast.city.unit, cast.district_a.unit]
    with write_transaction():
        ledger = Ledger(actor=cast.province.clerk, at=at())
        occur(ledger, duty.id, units, due_on=date(2022, 7, 1), number=2)
        ledger.record("occur", subject=duty.uid)
    version = ReportFormVersion.get().id
    said(duty, cast.city, version, 1, period=2, number1=7)

    whole = figures(cast.province.clerk, duty.uid, today=AFTER, most_reports=4)
    newest = figures(cast.province.clerk, duty.uid, today=AFTER, most_reports=3)
    least = figures(cast.province.clerk, duty.uid, today=AFTER, most_reports=0)

    assert [one.number for one in whole.summed] == [1, 2]
    assert (whole.numbers[0].total, whole.report_count) == (Decimal(167), 4)
    for found in (newest, least):
        assert [one.number for one in found.summed] == [2]
        assert [one.number for one in found.periods] == [1, 2]
        assert (found.numbers[0].total, found.report_count) == (Decimal(7), 1)


def test_choices_are_counted_and_texts_listed_with_who_wrote_them(cast, duty):
    found = figures(cast.province.clerk, duty.uid, today=AFTER)

    (places,) = found.choices
    assert {places.options[key]: count for key, count in places.counts.items()} == {"โรงเรียน": 2}
    (troubles,) = found.texts
    assert {(line.unit_name, line.text) for line in troubles.lines} == {
        ("เทศบาลนครแม่สอด", "ฝนตก"),
        ("อำเภอแม่สอด", "ไม่มีกล้าไม้"),
    }
