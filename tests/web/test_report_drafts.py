"""The page's script saves a draft and hears in words what became of it."""

import pytest
from flask import Flask

from saraban.queries.report_drafts import SeenReportDraft, report_draft
from saraban.records import ReportDuty
from saraban.web.report_drafts import saved_words, typed_draft
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe_everything
from tests.web.conftest import SignIn


@pytest.fixture
def address(cast: Cast) -> str:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    return f"/duties/{ReportDuty.get().uid}/1/draft"


def test_a_save_says_when_and_gives_the_seq_to_go_on_with(
    cast: Cast, sign_in_as: SignIn, address: str
) -> None:
    officer = sign_in_as(cast.district_a.officer)

    told = officer.post(address, data={"answer": "report", "fields-number1": "๑๒", "step": "x"})

    assert told.json["seq"] == 1
    assert told.json["said"].startswith("บันทึกร่างแล้ว ")
    kept = report_draft(cast.district_a.officer, address.split("/")[2], 1)
    assert kept.typed == {"fields-number1": ["๑๒"]}


def test_the_second_of_two_hears_who_saved_and_what(
    cast: Cast, sign_in_as: SignIn, address: str
) -> None:
    sign_in_as(cast.district_a.officer).post(address, data={"fields-number1": "๑๒"})

    told = sign_in_as(cast.district_a.clerk).post(address, data={"fields-number1": "๙"})

    assert told.status_code == 409
    assert cast.district_a.officer.name in told.json["said"]
    assert told.json["theirs"]["fields-number1"] == ["๑๒"]
    mine = {"fields-number1": "๙", "draft_seq": str(told.json["seq"])}
    assert sign_in_as(cast.district_a.clerk).post(address, data=mine).json["seq"] == 2


def test_a_script_of_nobody_is_sent_to_sign_in(
    cast: Cast, sign_in_as: SignIn, address: str, app: Flask
) -> None:
    assert app.test_client().post(address).status_code == 303
    assert sign_in_as(cast.district_b.officer).post(address).status_code == 404


def test_a_draft_comes_back_as_the_form_it_was(app: Flask, cast: Cast) -> None:
    draft = SeenReportDraft(seq=4, answer="report", text="ก", typed={"fields-choice1": ["a", "b"]})

    typed = typed_draft(draft)

    assert typed.getlist("fields-choice1") == ["a", "b"]
    assert (typed["draft_seq"], typed["answer"]) == ("4", "report")


def test_the_day_of_a_save_is_told_unless_it_is_today(app: Flask, cast: Cast) -> None:
    with app.test_request_context():
        assert saved_words(at(hour=14)) == "บันทึกร่างแล้ว ๑๖ มิ.ย. ๒๕๖๕ ๑๔.๐๐ น."
        assert saved_words(None) == ""
