"""A province takes its districts' reports together on the page, into its draft, and sends it up."""

import json
import re
from datetime import date
from typing import Any

import pytest

from saraban.desk.duty_answers import answer_duty
from saraban.desk.filled_in_answers import DutyAnswer
from saraban.desk.report_drafts import DraftSaid, keep_report_draft
from saraban.queries.report_drafts import report_draft
from saraban.records import Report, ReportAnswer, ReportDuty, ReportForm, ReportFormVersion
from saraban.rules.report_form_text import form_text
from saraban.rules.report_forms import FieldKind, FormDefinition, FormField
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe
from tests.web.conftest import SignIn

FORM = FormDefinition(
    "ผลการปลูกต้นไม้",
    fields=(
        FormField(key="number1", kind=FieldKind.NUMBER, label="จำนวนต้นไม้", unit_word="ต้น"),
        FormField(key="text1", kind=FieldKind.TEXT, label="ปัญหา", is_long=True, most_letters=900),
        FormField(key="number2", kind=FieldKind.NUMBER, label="จำนวนคน", unit_word="คน"),
    ),
)


def publish(unit_id: int) -> int:
    now = {"changed_at": at(), "changed_by": "x", "made_at": at(), "made_by": "x"}
    form = ReportForm.create(unit=unit_id, name="แบบ", **now)
    version: Any = ReportFormVersion.create(
        form=form, version=1, definition=form_text(FORM), published_at=at(), published_by="x"
    )
    return int(version.id)


@pytest.fixture
def duties(cast: Cast) -> tuple[str, str]:
    """(above, below), both on one form; the two districts have answered, one of them nil."""
    form = publish(cast.department.unit.id)
    above = owe(
        cast.department.clerk, [cast.province.clerk],
        send(cast.department.clerk, phrase="ผู้ว่าราชการจังหวัดตาก").letter_uid,
        due_on=date(2022, 7, 15), form_version=form,
    )  # fmt: skip
    below = owe(
        cast.province.clerk, [cast.district_a.clerk, cast.district_b.clerk, cast.pao.clerk],
        send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid,
        above=ReportDuty.get(ReportDuty.uid == above).id, form_version=form,
    )  # fmt: skip
    for troupe, trees in ((cast.district_a, "๑๒๐"), (cast.district_b, "80")):
        answer_duty(
            actor=troupe.clerk, at=at(6, 16), duty_uid=below, number=1,
            said=DutyAnswer(
                answer="report", form_version_id=form,
                typed={"number1": trees, "text1": f"ปัญหาของ {troupe.unit.short_name_th}"},
            ),
        )  # fmt: skip
    return above, below


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_the_page_adds_up_and_says_who_is_lacking(
    cast: Cast, sign_in_as: SignIn, duties: tuple[str, str]
) -> None:
    page = sign_in_as(cast.province.clerk).get(f"/duties/{duties[0]}/1/sum").text

    assert "ขอไว้ ๓ ฉบับ รวมได้ ๒ ฉบับ" in words(page)
    assert "๒๐๐ ต้น" in words(page)
    assert "จาก ๒ ใน ๒ ฉบับ" in words(page)
    assert "หนังสือยังไปไม่ถึง" in words(page)
    assert cast.pao.unit.name_th in page


def test_what_is_not_ticked_is_not_counted(
    cast: Cast, sign_in_as: SignIn, duties: tuple[str, str]
) -> None:
    first = Report.select().order_by(Report.id).first().uid

    page = sign_in_as(cast.province.clerk).post(
        f"/duties/{duties[0]}/1/sum", data={"step": "recount", "part": [first]}
    )

    assert "๑๒๐ ต้น" in words(page.text)
    assert "๒๐๐ ต้น" not in words(page.text)


def test_the_sum_goes_into_the_draft_and_up_from_there(
    cast: Cast, sign_in_as: SignIn, duties: tuple[str, str]
) -> None:
    keep_report_draft(
        actor=cast.province.clerk, at=at(), duty_uid=duties[0], number=1,
        said=DraftSaid(answer="report", text="ถ้อยคำของจังหวัด", typed={"number2": ["๙"]}), seen_seq=0,
    )  # fmt: skip
    clerk = sign_in_as(cast.province.clerk)
    parts = [report.uid for report in Report.select().order_by(Report.id)]

    sent = clerk.post(
        f"/duties/{duties[0]}/1/sum", data={"step": "take", "part": parts, "draft_seq": "1"}
    )

    assert sent.headers["Location"].endswith(f"/duties/{duties[0]}/1/answer")
    draft = report_draft(cast.province.clerk, duties[0], 1)
    assert (draft.answer, draft.text) == ("report", "ถ้อยคำของจังหวัด")
    assert draft.typed["part"] == parts
    assert (draft.typed["number1"], draft.typed["number2"]) == (["๒๐๐"], ["๙"])
    page = clerk.get(f"/duties/{duties[0]}/1/answer").text
    assert "คำตอบนี้รวมรายงานของหน่วยใต้สังกัด ๒ ฉบับ" in words(page)

    sent = clerk.post(
        f"/duties/{duties[0]}/1/answer",
        data={**draft.typed, "answer": "report", "text": draft.text, "seen_version": "0"},
    )
    assert sent.status_code == 303
    row = ReportAnswer.select().order_by(ReportAnswer.report.desc()).first()
    said = json.loads(row.field_values)
    assert (said["number1"], said["number2"]) == (200, 9)
    assert not report_draft(cast.province.clerk, duties[0], 1).is_begun

    above = sign_in_as(cast.department.clerk).get(
        f"/duties/{duties[0]}/1/units/{cast.province.unit.uid}"
    )
    assert "จากที่ขอไว้ ๓ ฉบับ" in words(above.text)
    assert "ขณะส่งยังขาด ๑ ฉบับ" in words(above.text)


def test_the_second_of_two_who_sum_up_is_told(
    cast: Cast, sign_in_as: SignIn, duties: tuple[str, str]
) -> None:
    parts = [report.uid for report in Report.select()]
    data = {"step": "take", "part": parts, "draft_seq": "0"}
    sign_in_as(cast.province.officer).post(f"/duties/{duties[0]}/1/sum", data=data)

    told = sign_in_as(cast.province.clerk).post(f"/duties/{duties[0]}/1/sum", data=data)

    assert told.status_code == 422
    assert cast.province.officer.name in told.text


def test_nothing_ticked_is_nothing_to_sum_up(
    cast: Cast, sign_in_as: SignIn, duties: tuple[str, str]
) -> None:
    told = sign_in_as(cast.province.clerk).post(
        f"/duties/{duties[0]}/1/sum", data={"step": "take", "draft_seq": "0"}
    )

    assert told.status_code == 422
    assert "ติ๊กรายงานที่จะรวมอย่างน้อยหนึ่งฉบับ" in told.text
