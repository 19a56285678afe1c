"""A report form's fields on a page: what was typed stays, each fault beside its field."""

from dataclasses import replace

from flask import Flask, get_template_attribute
from werkzeug.datastructures import MultiDict

from saraban.rules.report_form_examples import EVENT_REPORT, WEEKLY_SUMMARY
from saraban.rules.report_forms import FormDefinition
from saraban.web.report_fields import (
    ReportFields,
    add_row,
    fields_of,
    hint_of,
    shown_values,
    typed_from,
)
from tests.cast import Cast


def filled(definition: FormDefinition, **typed: object) -> ReportFields:
    return fields_of(definition)(formdata=MultiDict(typed))


def test_a_form_filled_in_well_gives_its_values(app: Flask, cast: Cast) -> None:
    with app.test_request_context():
        fields = filled(
            WEEKLY_SUMMARY,
            number1="๓",
            number2="๑,๒๕๐",
            choice1=["option2", "option3"],
            **{"table1-0-text1": "ปลูกป่า", "table1-0-number1": "๒๐", "table1-3-text1": "กวาดวัด"},
        )

        assert fields.validate()
        assert fields.values == {
            "number1": 3,
            "number2": 1250,
            "choice1": ["option2", "option3"],
            "table1": [{"text1": "ปลูกป่า", "number1": 20}, {"text1": "กวาดวัด"}],
        }


def test_each_fault_stands_beside_its_field_or_its_cell(app: Flask, cast: Cast) -> None:
    with app.test_request_context():
        fields = filled(
            WEEKLY_SUMMARY, number1="หลาย", **{"table1-1-number1": "-4", "table1-1-text1": "ก"}
        )

        assert not fields.validate()
        assert fields["number1"].errors == ["อ่านจำนวน “หลาย” ไม่ออก ตัวอย่าง ๑,๒๕๐ หรือ 1250"]
        assert fields["number2"].errors == ["โปรดกรอกช่องนี้"]
        assert fields["table1"].entries[0].form["number1"].errors == ["ต้องไม่น้อยกว่า 0"]


def test_pieces_that_did_not_come_are_asked_for(app: Flask, cast: Cast) -> None:
    with app.test_request_context():
        fields = filled(EVENT_REPORT, text1="ก", text2="ข", date1="16/6/2565", number1="๕")
        fields.counts = {"photos1": 1}

        assert not fields.validate()
        assert fields["photos1"].errors == ["ต้องแนบอย่างน้อย ๒ ไฟล์ แนบแล้ว ๑"]
        fields.counts = {"photos1": 2}
        assert fields.validate()


def test_kept_values_are_typed_as_a_person_would(app: Flask, cast: Cast) -> None:
    values = {"number2": 1200, "table1": [{"text1": "ก", "number1": 7}]}
    with app.test_request_context():
        typed = typed_from(WEEKLY_SUMMARY, values)
        fields = fields_of(WEEKLY_SUMMARY)(data={**typed, "number1": "๑"})

        assert typed["number2"] == "๑,๒๐๐"
        assert (fields.validate(), fields.errors) == (True, {})
        assert fields.values == {**values, "number1": 1}


def test_rows_are_added_without_a_script_and_not_beyond_the_most(app: Flask, cast: Cast) -> None:
    with app.test_request_context():
        fields = fields_of(WEEKLY_SUMMARY)()
        for _press in range(30):
            add_row(fields, "table1")
        add_row(fields, "number1")
        add_row(fields, "nothing")

        assert len(fields["table1"].entries) == 50


def test_a_table_of_one_row_shows_one_and_a_flood_of_rows_is_refused(
    app: Flask, cast: Cast
) -> None:
    form = FormDefinition("แบบ", fields=(replace(WEEKLY_SUMMARY.fields[2], most_rows=1),))
    flood = {f"table1-{row}-text1": "ก" for row in range(5000)}
    with app.test_request_context():
        assert len(fields_of(form)()["table1"].entries) == 1
        fields = fields_of(form)(MultiDict(flood))

        assert not fields.validate()
        assert fields["table1"].errors == ["ตารางนี้กรอกได้ไม่เกิน ๑ แถว"]
        assert len(fields["table1"].entries) == 2


def test_a_phone_learns_which_keyboard_to_show_and_people_what_is_asked(
    app: Flask, cast: Cast
) -> None:
    with app.test_request_context():
        draw = get_template_attribute("report_forms/fields.html", "report_fields")
        drawn = draw(fields_of(EVENT_REPORT)(), caller=lambda asked, place: f"[{asked.key}]")

        assert 'id="number1" inputmode="numeric"' in drawn
        assert "[photos1]" in drawn
        assert "[clips1]" in drawn
        assert hint_of(EVENT_REPORT.fields[5]) == (
            "เห็นผู้เข้าร่วมและงานที่ทำ · ๒ ถึง ๖ ไฟล์ · ไฟล์ละไม่เกิน ๑๐๐ MB · ลบตำแหน่งที่ถ่ายออกก่อนแสดง"
        )
        assert "คลิปละไม่เกิน ๓๐ วินาที" in hint_of(EVENT_REPORT.fields[6])


def test_values_are_read_as_they_were_given(app: Flask, cast: Cast) -> None:
    with app.test_request_context():
        rows = shown_values(
            WEEKLY_SUMMARY,
            {"number1": 3, "table1": [{"text1": "หมู่ 4", "number1": 20}], "choice1": ["option2"]},
        )

        assert [(row.key, row.text) for row in rows] == [
            ("number1", "๓ ครั้ง"),
            ("number2", "–"),
            ("table1", "๑"),
            ("choice1", "งบประมาณ"),
            ("text1", "–"),
        ]
        assert rows[2].heads == ("กิจกรรม", "ผู้เข้าร่วม")
        assert rows[2].rows == (("หมู่ 4", "๒๐ คน"),)
