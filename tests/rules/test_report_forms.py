"""A report form is read strictly, written back the same, and built step by step."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from saraban.errors import (
    LeastAboveMost,
    MissingField,
    ReportFormUnreadable,
    SettingOutOfRange,
    TooManyTableColumns,
    WrongOptions,
)
from saraban.rules.report_form_changes import (
    FormChange,
    FormChangeKind,
    carried_over,
    form_changes,
)
from saraban.rules.report_form_editing import (
    options_from,
    with_field,
    with_field_moved,
    with_new_field,
    without_field,
)
from saraban.rules.report_form_examples import EVENT_REPORT, EXAMPLES, WEEKLY_SUMMARY
from saraban.rules.report_form_text import form_text, parse_form
from saraban.rules.report_forms import FieldKind, FormDefinition, FormField, Option, check_field

EMPTY = FormDefinition("แบบ")


def made_of(*kinds: FieldKind) -> FormDefinition:
    form = EMPTY
    for kind in kinds:
        form, _key = with_new_field(form, kind)
    return form


@given(st.lists(st.sampled_from(FieldKind), max_size=12))
def test_any_form_that_can_be_built_comes_back_as_it_was_kept(kinds: list[FieldKind]) -> None:
    form = made_of(*kinds)

    assert parse_form(form_text(form)) == form
    assert form_text(parse_form(form_text(form))) == form_text(form)


@pytest.mark.parametrize("form", EXAMPLES.values(), ids=EXAMPLES)
def test_the_examples_are_good_forms(form: FormDefinition) -> None:
    assert parse_form(form_text(form)) == form


def test_a_form_keeps_only_what_is_not_the_usual() -> None:
    told = json.loads(form_text(made_of(FieldKind.NUMBER)))

    assert told["fields"] == [{"key": "number1", "kind": "number", "label": "จำนวน"}]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("{", "JSON"),
        ("[]", "JSON"),
        ('{"title": "ก", "fields": {}}', "fields"),
        ('{"title": 1}', "title"),
        ('{"title": ""}', "title"),
        ('{"title": "ก", "more": 1}', "JSON"),
        ('{"title": "ก", "fields": [{"kind": "colour"}]}', "fields[0].kind"),
        ('{"title": "ก", "fields": [{"kind": "text", "key": "text1"}]}', "label"),
        ('{"title": "ก", "fields": [{"kind": "text", "key": "data", "label": "ก"}]}', "data"),
        (
            '{"title": "ก", "fields": [{"kind": "text", "key": "a1", "label": "ก", "least": "1"}]}',
            "fields[0].least",
        ),
        (
            '{"title": "ก", "fields": [{"kind": "number", "key": "a1", "label": "ก", "least": 1}]}',
            "fields[0].least",
        ),
        (
            '{"title": "ก", "fields": '
            '[{"kind": "number", "key": "a1", "label": "ก", "most": "Infinity"}]}',
            "fields[0].most",
        ),
        (
            '{"title": "ก", "fields": [{"kind": "text", "key": "a1", "label": "ก"},'
            ' {"kind": "date", "key": "a1", "label": "ข"}]}',
            "a1",
        ),
        (
            '{"title": "ก", "fields": '
            '[{"kind": "number", "key": "a1", "label": "ก", "decimals": true}]}',
            "fields[0].decimals",
        ),
    ],
)
def test_what_is_no_form_is_refused_with_its_place(text: str, where: str) -> None:
    with pytest.raises(ReportFormUnreadable) as refusal:
        parse_form(text)

    assert refusal.value.where == where


@pytest.mark.parametrize(
    ("changes", "error", "setting"),
    [
        ({"label": " "}, MissingField, "label"),
        ({"least": Decimal(5), "most": Decimal(4)}, LeastAboveMost, "least"),
        ({"decimals": 5}, SettingOutOfRange, "decimals"),
        ({"most": Decimal(10) ** 20}, SettingOutOfRange, "most"),
    ],
)
def test_a_number_that_could_not_be_filled_in_is_refused(changes, error, setting) -> None:
    good = FormField(key="number1", kind=FieldKind.NUMBER, label="คน")

    with pytest.raises(error) as refusal:
        check_field(replace(good, **changes))
    assert refusal.value.field == setting


def test_photos_need_no_more_than_may_be_brought() -> None:
    with pytest.raises(LeastAboveMost):
        check_field(
            FormField(
                key="photos1", kind=FieldKind.PHOTOS, label="ภาพ", least_count=6, most_count=2
            )
        )


@pytest.mark.parametrize("labels", ["ใช่", "ใช่\nใช่", ""])
def test_a_choice_needs_two_different_options(labels: str) -> None:
    form = made_of(FieldKind.CHOICE)
    options = options_from(labels, form.fields[0].options)

    with pytest.raises(WrongOptions):
        with_field(form, replace(form.fields[0], options=options))


def test_a_table_has_no_photos_in_its_cells() -> None:
    form = made_of(FieldKind.TABLE, FieldKind.PHOTOS)

    with pytest.raises(TooManyTableColumns):
        with_field(form, replace(form.fields[0], columns=(form.fields[1],)))


def test_an_option_put_otherwise_keeps_its_key_and_a_new_one_gets_its_own() -> None:
    before = (Option("option1", "ดี"), Option("option2", "พอใช้"))

    assert options_from("ดีมาก\nพอใช้", before) == (
        Option("option1", "ดีมาก"),
        Option("option2", "พอใช้"),
    )
    assert options_from("พอใช้\nแย่\nดี", before) == (
        Option("option2", "พอใช้"),
        Option("option3", "แย่"),
        Option("option1", "ดี"),
    )
    assert options_from("พอใช้\nแย่\nดี", before, used=["option7"])[1].key == "option8"


def test_the_key_of_a_field_that_was_published_is_never_given_again() -> None:
    published = made_of(FieldKind.TEXT, FieldKind.TEXT)
    shorter = without_field(published, "text2")

    longer, key = with_new_field(shorter, FieldKind.TEXT, published=[published])

    assert key == "text3"
    assert [field.key for field in longer.fields] == ["text1", "text3"]


def test_a_field_moves_up_and_down_and_stays_at_the_ends() -> None:
    form = made_of(FieldKind.TEXT, FieldKind.DATE, FieldKind.PHOTOS)

    def order(key: str, step: int) -> list[str]:
        return [field.key for field in with_field_moved(form, key, step).fields]

    assert order("photos1", -1) == ["text1", "photos1", "date1"]
    assert order("text1", 1) == ["date1", "text1", "photos1"]
    assert order("text1", -1) == order("photos1", 1) == ["text1", "date1", "photos1"]


def test_a_new_version_says_what_it_changed() -> None:
    before = made_of(FieldKind.TEXT, FieldKind.NUMBER, FieldKind.DATE, FieldKind.PHOTOS)
    after, _key = with_new_field(without_field(before, "date1"), FieldKind.CLIPS)
    after = with_field(after, replace(after.fields[1], label="ผู้เข้าร่วม", unit_word="คน"))
    after = with_field_moved(after, "photos1", -2)

    assert form_changes(before, after) == (
        FormChange(FormChangeKind.MOVED, "photos1", "ภาพถ่าย"),
        FormChange(FormChangeKind.RENAMED, "number1", "ผู้เข้าร่วม", "จำนวน"),
        FormChange(FormChangeKind.CHANGED, "number1", "ผู้เข้าร่วม"),
        FormChange(FormChangeKind.ADDED, "clips1", "คลิปวิดีโอ"),
        FormChange(FormChangeKind.REMOVED, "date1", "วันที่"),
    )
    assert form_changes(before, before) == ()


def test_values_go_on_in_a_new_version_and_what_has_no_place_is_told() -> None:
    before = made_of(FieldKind.TEXT, FieldKind.NUMBER, FieldKind.CHOICE, FieldKind.TABLE)
    fewer = options_from("ไม่ใช่\nไม่ทราบ\nไม่ตอบ", before.fields[2].options)
    table = replace(before.fields[3], columns=before.fields[3].columns[:1])
    after = with_field(without_field(before, "text1"), replace(before.fields[2], options=fewer))
    after = with_field(after, table)
    values = {
        "text1": "ลานหน้าศาลากลาง",
        "number1": 250,
        "choice1": "option1",
        "table1": [{"text1": "ปลูกต้นไม้", "number1": 3}],
    }

    carried = carried_over(before, after, values)

    assert carried.values == {"number1": 250, "table1": [{"text1": "ปลูกต้นไม้"}]}
    assert carried.left_over == (
        ("ข้อความ", "ลานหน้าศาลากลาง"),
        ("เลือก", "ใช่"),
        ("ตาราง", "ปลูกต้นไม้ · 3"),
    )


def test_all_values_go_on_where_nothing_changed() -> None:
    values = {"number1": 4, "choice1": ["option2"], "table1": [{"text1": "ก", "number1": 1}]}

    carried = carried_over(WEEKLY_SUMMARY, WEEKLY_SUMMARY, values)

    assert (carried.values, carried.left_over) == (values, ())


def test_a_field_of_another_kind_takes_no_old_value() -> None:
    other = replace(
        EVENT_REPORT,
        fields=(FormField(key="number1", kind=FieldKind.TEXT, label="ผู้เข้าร่วม"),),
    )

    carried = carried_over(EVENT_REPORT, other, {"number1": 250})

    assert (carried.values, carried.left_over) == ({}, (("ผู้เข้าร่วม", "250 คน"),))
