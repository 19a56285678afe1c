"""The words of the rules are marked for translation, and said in the page's own way."""

from datetime import UTC, date, datetime

import pytest

from saraban.errors import FileTooLarge, Refused
from saraban.rules import (
    answers,
    deliveries,
    delivery_ends,
    letters,
    permissions,
    registers,
    report_form_changes,
    report_forms,
    units,
)
from saraban.rules.permissions import Act, who_may
from saraban.web.words import MARKED, day_words, moment_words, said

DICTIONARIES = {
    "state": deliveries.THAI_STATE,
    "why a delivery ended": delivery_ends.THAI_REASON,
    "kind": letters.THAI_KIND,
    "urgency": letters.THAI_URGENCY,
    "secrecy": letters.THAI_SECRECY,
    "register": registers.THAI_REGISTER,
    "numbers": registers.THAI_NUMBERS,
    "circular series": registers.THAI_CIRCULAR_SERIES,
    "number state": registers.THAI_NUMBER_STATE,
    "channel": registers.THAI_CHANNEL,
    "role": permissions.THAI_ROLE,
    "answer": answers.THAI_ANSWER,
    "unit kind": units.THAI_UNIT_KIND,
    "field kind": report_forms.THAI_FIELD_KIND,
    "form change": report_form_changes.THAI_FORM_CHANGE,
}


@pytest.mark.parametrize("name", DICTIONARIES)
def test_the_words_of_a_dictionary_are_marked_for_translation(name):
    assert set(DICTIONARIES[name].values()) - set(MARKED) == set()


def test_a_refusal_is_said_with_its_facts_in_the_persons_digits(app):
    with app.test_request_context():
        assert said(FileTooLarge(most_mib=50)) == "ไฟล์ใหญ่เกินไป (รับได้ไม่เกิน ๕๐ เมกะไบต์)"


def test_a_refusal_names_every_role_that_may(app):
    refusal = Refused(act=Act.REPORT, who_may=who_may(Act.REPORT))

    with app.test_request_context():
        assert said(refusal).endswith("ผู้ที่ทำได้คือ เจ้าหน้าที่สารบรรณ, เจ้าของเรื่อง")


@pytest.mark.parametrize(
    ("form", "words"),
    [("short", "๓ มิ.ย. ๖๕"), ("medium", "๓ มิ.ย. ๒๕๖๕"), ("long", "๓ มิถุนายน ๒๕๖๕")],
)
def test_a_day_stands_in_the_buddhist_era(app, form, words):
    with app.test_request_context():
        assert day_words(date(2022, 6, 3), form) == words


def test_an_english_page_keeps_the_era_and_names_the_month_in_english(app, client):
    with client.session_transaction() as session:
        session["language"], session["digits"] = "en", "arabic"

    with client:
        client.get("/sign-in")
        assert day_words(date(2022, 6, 3), "long") == "3 June 2565"


def test_a_moment_is_told_on_a_bangkok_clock(app):
    with app.test_request_context():
        assert moment_words(datetime(2022, 6, 3, 18, 5, tzinfo=UTC)) == "๔ มิ.ย. ๒๕๖๕ ๐๑.๐๕ น."
