"""The mark in a letter's QR and the facts inside its file: back as they went, or nothing."""

import json
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from saraban.rules.letter_mark import (
    FACTS_VERSION,
    PREFIX,
    LetterMark,
    facts_digest,
    facts_in,
    mark_address,
    mark_in,
    mark_text,
)

MARK = LetterMark(
    number="ทส 9901.4/ว 1658",
    dated_on=date(2026, 6, 16),
    uid="0197a000-0000-7000-8000-000000000001",
    digest="00112233445566ff",
)
FACTS = {
    "saraban": FACTS_VERSION,
    "uid": MARK.uid,
    "kind": "หนังสือภายนอก",
    "number": MARK.number,
    "date_iso": "2026-06-16",
    "urgency": None,
    "secrecy": None,
    "issuer": "กรมทดสอบน้ำ",
    "subject": "การสำรวจป้าย",
    "addressee_text": "นายอำเภอ ทุกอำเภอ",
    "references": [],
    "enclosures": ["แบบสำรวจ"],
    "signatory_name": None,
}
numbers = st.text(st.sampled_from("กขคฆงทสศธว ()./-0123456789"), min_size=1, max_size=60).filter(
    str.strip
)


@given(numbers, st.integers(0, 90_000), st.uuids(), st.binary(min_size=8, max_size=8))
def test_a_mark_comes_back_as_it_went(number, days, uid, digest):
    mark = LetterMark(number, date(1900, 1, 1) + timedelta(days=days), str(uid), digest.hex())

    assert mark_in(mark_text(mark)) == mark


@given(st.text())
def test_any_other_text_is_no_mark(text):
    assert mark_in(text) is None


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567=", max_size=120))
def test_what_only_begins_like_a_mark_is_a_mark_or_nothing(body):
    found = mark_in(PREFIX + body)

    assert found is None or UUID(found.uid)


def test_a_mark_fits_into_a_qr_of_capitals_and_digits():
    text = mark_text(MARK)

    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:")
    assert len(text) <= 90  # version 4, error correction M


def test_the_code_of_the_issuer_is_the_front_of_the_number():
    assert MARK.issuer_code == "ทส"


@pytest.mark.parametrize(
    "change",
    [{"number": ""}, {"number": "ท" * 61}, {"number": "→ 1"}, {"uid": "7"},
     {"dated_on": date(1899, 12, 31)}],
)  # fmt: skip
def test_what_fits_into_no_mark_is_refused(change):
    with pytest.raises(ValueError):
        mark_text(LetterMark(**{**vars(MARK), **change}))


def test_facts_come_back_and_their_digest_stands_for_all_of_them():
    assert facts_in(json.dumps(FACTS).encode()) == FACTS
    assert facts_digest(FACTS) != facts_digest({**FACTS, "subject": "อีกเรื่อง"})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[" * 100_000,
        b"\xff\xfe",
        json.dumps({**FACTS, "saraban": 2}).encode(),
        json.dumps({**FACTS, "number": 7}).encode(),
        json.dumps({**FACTS, "urgency": ["ด่วน"]}).encode(),
        json.dumps({**FACTS, "references": "ที่ 1"}).encode(),
        json.dumps({**FACTS, "subject": "ก" * 70_000}).encode(),
    ],
)
def test_facts_that_we_would_not_write_are_no_facts(content):
    assert facts_in(content) is None


def test_an_address_holds_the_mark_in_capitals_that_a_qr_packs_closest():
    address = mark_address(MARK, "https://saraban.example.go.th")

    assert address.startswith("HTTPS://SARABAN.EXAMPLE.GO.TH/V1/")
    assert set(address) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/.-")
    assert mark_in(address) == mark_in(address.lower()) == MARK


def test_without_an_address_the_mark_stands_alone():
    assert mark_address(MARK, "") == mark_text(MARK)


@pytest.mark.parametrize(
    "text", ["HTTPS://A.GO.TH/V1/", "HTTPS://A.GO.TH/V2/ABCDE", "https://a.go.th/V1/" + "A" * 200]
)
def test_another_address_holds_no_mark(text):
    assert mark_in(text) is None
