"""Which fields a person must look at by themselves, and what their answers say of the reading."""

import pytest

from saraban.rules.intake import answers_to, must_be_confirmed, unconfirmed_field


def test_figures_out_of_a_picture_always_want_a_look():
    for source in ("ocr", "digits"):
        assert must_be_confirmed({"source": source, "confirm": False}, "ประจำปี ๒๕๖๕")
        assert must_be_confirmed({"source": source, "confirm": False}, "2022-06-16")


def test_words_out_of_a_picture_want_none():
    assert not must_be_confirmed({"source": "ocr", "confirm": False}, "นายอำเภอทุกอำเภอ")


@pytest.mark.parametrize("source", ["text", "embedded", "qr"])
def test_sure_text_wants_a_look_only_where_the_reading_asks_for_one(source):
    assert not must_be_confirmed({"source": source, "confirm": False}, "มท ๐๒๑๑/ว ๙๙")
    assert must_be_confirmed({"source": source, "confirm": True}, "มท ๐๒๑๑/ว ๙๙")


def test_figures_from_nobody_knows_where_want_a_look():
    assert must_be_confirmed(None, "ว ๙๙")
    assert not must_be_confirmed(None, "")


@pytest.mark.parametrize(
    ("field", "proposed", "accepted", "is_right"),
    [
        ("number", "มท ๐๒๑๑/ว ๙๙", "มท 0211/ว99", True),
        ("number", "มท ๐๒๑๑/ว ๙๙", "มท ๐๒๑๑/ว ๙๘", False),
        ("number", "", "มท ๐๒๑๑/ว ๙๙", False),
        ("subject", "ขอเชิญ ประชุม", "ขอเชิญประชุม", True),
        ("subject", "ขอเชิญประชุม", "", False),
        ("asks", "ทราบ\nรายงาน", "รายงาน", True),
        ("asks", "ทราบ", "ทราบ\nตอบรับ", False),
    ],
)
def test_an_answer_says_whether_the_reading_was_right(field, proposed, accepted, is_right):
    [answer] = answers_to({field: proposed}, {field: accepted})

    assert answer.is_right is is_right


@pytest.mark.parametrize("field", ["number", "asks"])
def test_nothing_read_and_nothing_filed_is_no_answer(field):
    assert answers_to({field: ""}, {field: ""}) == ()


def test_a_suggestion_that_nobody_ticked_is_no_answer():
    assert answers_to({"asks": "ทราบ"}, {"asks": ""}) == ()


def asked(field: str, proposed: str, accepted: str, **named) -> str | None:
    filled = {
        "evidence": {field: {"source": "ocr", "confirm": True}},
        "doubted": (),
        "confirmed": (),
    }
    return unconfirmed_field(answers_to({field: proposed}, {field: accepted}), **(filled | named))


def test_a_figure_nobody_looked_at_is_named():
    assert asked("number", "ว ๙๙", "ว ๙๙") == "number"
    assert asked("number", "ว ๙๙", "ว ๙๙", confirmed={"number"}) is None


def test_what_was_typed_anew_is_not_the_machines():
    assert asked("number", "ว ๙๙", "ว ๙๘") is None


def test_of_a_list_each_ticked_line_is_the_machines():
    assert asked("deadlines", "2022-06-16\n2022-06-20", "2022-06-16") == "deadlines"
    assert asked("deadlines", "2022-06-16", "2022-06-17") is None


def test_a_doubt_of_the_register_asks_even_where_the_text_is_sure():
    evidence = {"number": {"source": "text", "confirm": False}}

    assert asked("number", "ว ๙๙", "ว ๙๙", evidence=evidence) is None
    assert asked("number", "ว ๙๙", "ว ๙๙", evidence=evidence, doubted={"number"}) == "number"
