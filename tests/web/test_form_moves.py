"""A form published anew while it was filled in: what changed, and what has no place any more."""

from flask import Flask
from werkzeug.datastructures import MultiDict

from saraban.queries.report_forms import PublishedForm
from saraban.rules.report_form_editing import without_field
from saraban.rules.report_form_examples import EVENT_REPORT
from saraban.rules.report_forms import FormDefinition
from saraban.web.form_moves import form_moved
from saraban.web.report_fields import fields_of
from tests.cast import Cast
from tests.make import at


def test_a_form_published_anew_keeps_what_was_typed_and_tells_the_rest(
    app: Flask, cast: Cast
) -> None:
    def published(number: int, definition: FormDefinition) -> PublishedForm:
        return PublishedForm(number, "uid", 1, number, definition, "", at(), "ใคร")

    before = published(1, EVENT_REPORT)
    now = published(2, without_field(without_field(EVENT_REPORT, "text2"), "date1"))
    typed = MultiDict(
        {
            "text1": "จิตอาสา",
            "text2": "ลานหน้าศาลากลาง",
            "date1": "วันก่อน",
            "number1": "ราวร้อย",
        }
    )
    with app.test_request_context():
        moved = form_moved(before, now, typed)
        fields = fields_of(now.definition)(typed, prefix="")

        assert moved is not None
        assert [(one.change, one.label) for one in moved.changes] == [
            ("removed", "วันที่จัด"),
            ("removed", "สถานที่จัด"),
        ]
        assert moved.left_over == (("สถานที่จัด", "ลานหน้าศาลากลาง"), ("วันที่จัด", "วันก่อน"))
        assert (fields["text1"].data, fields["number1"].data) == ("จิตอาสา", "ราวร้อย")
        assert form_moved(before, before, typed) is None
