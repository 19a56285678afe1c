"""Registering a letter from outside: what is typed stays until a number is given."""

from datetime import timedelta
from io import BytesIO

import pytest

from saraban import clock
from saraban.desk.books import add_book
from saraban.desk.holidays import add_holiday
from saraban.records import Citation, Letter, LetterArrival, LetterFile, Receipt, RegisterEntry
from saraban.thai.dates import format_medium
from tests.make import picture, register

# The book of a day long past is closed: these letters come today.
TODAY = clock.today()
YESTERDAY = TODAY - timedelta(days=1)
TYPED = {
    "printed_number": "มท ๐๒๑๑/ว ๙๙",
    "dated_on": format_medium(YESTERDAY),
    "issuer_text": "สำนักงานปลัดกระทรวง",
    "addressee_text": "นายอำเภอ",
    "subject": "การจัดกิจกรรมปลูกต้นไม้",
    "urgency": "urgent",
    "secrecy": "normal",
    "kind": "external",
    "received_on": format_medium(TODAY),
    "received_time": "๑๓.๓๐",
    "channel": "email",
    "digits": "thai",
}


@pytest.fixture
def clerk(cast, sign_in_as):
    return sign_in_as(cast.district_a.clerk)


def test_a_letter_is_registered_as_typed(clerk):
    answer = clerk.post("/letters/new", data=TYPED)

    letter, receipt = Letter.get(), Receipt.get()
    assert answer.status_code == 303
    assert (letter.letter_number, letter.is_circular) == ("มท 0211/ว 99", True)
    assert (letter.urgency, letter.addressee_text) == ("urgent", "นายอำเภอ")
    assert (receipt.printed_number, receipt.received_time, receipt.channel) == (
        "๑",
        "13:30",
        "email",
    )


def test_afterwards_the_stamp_is_shown_and_the_next_letter_begins_alike(clerk):
    page = clerk.get(clerk.post("/letters/new", data=TYPED).location).text
    next_page = clerk.get("/letters/new?issuer_text=สำนักงานปลัดกระทรวง&received_on=17/6/65").text

    assert "เลขรับ ๑" in page
    assert "ลงรับฉบับต่อไป" in page
    assert 'value="สำนักงานปลัดกระทรวง"' in next_page
    assert 'value="๑๗ มิ.ย. ๒๕๖๕"' in next_page


def test_the_next_number_is_shown(clerk):
    clerk.post("/letters/new", data=TYPED | {"received_on": "", "printed_number": ""})
    today = format_medium(clock.today())
    clerk.post("/letters/new", data=TYPED | {"received_on": today})

    assert "<strong>๒</strong>" in clerk.get("/letters/new").text


def test_citations_are_kept_as_written_with_their_place(clerk):
    lines = {
        "citations-0-place": "reference",
        "citations-0-text": "หนังสือจังหวัดตาก ที่ ตก ๐๐๒๓.๓/ว ๕๗๖๕ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕",
        "citations-1-place": "enclosure",
        "citations-1-text": " ",
    }

    clerk.post("/letters/new", data=TYPED | lines)

    assert [(line.place, line.cited_key) for line in Citation.select()] == [
        ("reference", "ตก 0023.3/ว 5765")
    ]


def test_files_are_kept_each_in_its_role(clerk):
    photo = picture().content
    files = {
        "files": [(BytesIO(photo), "หนังสือ.png")],
        "enclosures": [(BytesIO(b"a list"), "บัญชี.txt")],
    }

    clerk.post("/letters/new", data=TYPED | files)

    assert {(file.name, file.role) for file in LetterFile.select()} == {
        ("หนังสือ.png", "letter"),
        ("บัญชี.txt", "enclosure"),
    }


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("dated_on", "31 มิ.ย. 65", "ไม่มีวันที่ “31 มิ.ย. 65” ในปฏิทิน"),
        ("dated_on", "เมื่อวาน", "อ่านวันที่ “เมื่อวาน” ไม่ออก"),
        ("received_on", "", "โปรดกรอกช่องนี้"),
        ("received_time", "25.00", "อ่านเวลา “25.00” ไม่ออก"),
        ("issuer_text", "  ", "โปรดกรอกช่องนี้"),
        ("subject", "", "โปรดกรอกช่องนี้"),
        ("printed_number", "๑๒๓", "อ่านเลขที่หนังสือ “๑๒๓” ไม่ออก"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field_and_stays(clerk, field, typed, words):
    answer = clerk.post("/letters/new", data=TYPED | {field: typed})

    assert answer.status_code == 422
    assert words in answer.text
    assert f'id="{field}-error"' in answer.text
    assert f'href="#{field}"' in answer.text
    assert f'value="{typed}"' in answer.text
    assert 'value="นายอำเภอ"' in answer.text
    assert RegisterEntry.select().count() == 0


@pytest.mark.parametrize("field", ["dated_on", "received_on"])
def test_a_day_to_come_is_refused(clerk, field):
    tomorrow = format_medium(clock.today() + timedelta(days=1))

    answer = clerk.post("/letters/new", data=TYPED | {field: tomorrow})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert f"วันที่ {tomorrow} ยังมาไม่ถึง" in answer.text


def test_a_choice_that_is_not_offered_is_refused(clerk):
    answer = clerk.post("/letters/new", data=TYPED | {"secrecy": "top_secret"})

    assert answer.status_code == 422
    assert "โปรดเลือกข้อใดข้อหนึ่ง" in answer.text


def test_a_number_already_in_the_register_leads_to_its_letter(clerk):
    clerk.post("/letters/new", data=TYPED)

    answer = clerk.post("/letters/new", data=TYPED)

    assert answer.status_code == 422
    assert "หน่วยนี้ลงรับหนังสือฉบับนี้แล้ว เลข ๑" in answer.text
    assert f'href="/letters/{Letter.get().uid}"' in answer.text
    assert "มาอีกทางหนึ่ง" in answer.text
    assert RegisterEntry.select().count() == 1


def test_the_same_letter_by_another_way_is_noted_without_a_number(clerk):
    clerk.post("/letters/new", data=TYPED)
    asked = clerk.post("/letters/new", data=TYPED | {"channel": "line"})

    answer = clerk.post("/letters/new", data=TYPED | {"again": "note", "channel": "line"})

    assert '<input checked id="again-0" name="again" type="radio" value="note">' in asked.text
    assert answer.status_code == 303
    assert answer.location == f"/letters/{Letter.get().uid}"
    assert (Letter.select().count(), Receipt.select().count()) == (1, 1)
    assert LetterArrival.get().channel == "line"


def test_a_number_put_right_after_the_question_is_registered_as_a_letter_of_its_own(clerk):
    clerk.post("/letters/new", data=TYPED)

    answer = clerk.post(
        "/letters/new", data=TYPED | {"again": "note", "printed_number": "มท ๐๒๑๑/ว ๑๐๐"}
    )

    assert "entry=" in answer.location
    assert (Letter.select().count(), LetterArrival.select().count()) == (2, 0)


def test_the_same_letter_by_another_way_gets_one_more_number_where_that_is_chosen(clerk):
    clerk.post("/letters/new", data=TYPED)

    answer = clerk.post("/letters/new", data=TYPED | {"again": "number", "channel": "paper"})

    assert answer.status_code == 303
    assert "entry=" in answer.location
    assert (Letter.select().count(), Receipt.select().count()) == (1, 2)


def test_the_form_begins_with_the_way_by_which_most_letters_come(clerk):
    clerk.post("/books/usual-channel", data={"channel": "email"})

    registering, taking_in = clerk.get("/letters/new"), clerk.get("/intake")

    for page in (registering, taking_in):
        assert '<option selected value="email">' in page.text


def test_a_secret_letter_keeps_its_line_and_refuses_its_subject(clerk):
    secret = TYPED | {"secrecy": "secret", "printed_number": "มท ๐๒๑๑/๕"}

    refused = clerk.post("/letters/new", data=secret)
    taken = clerk.post("/letters/new", data=secret | {"subject": ""})

    assert refused.status_code == 422
    assert "ไม่เก็บเรื่องหรือไฟล์" in refused.text
    assert taken.status_code == 303
    assert Letter.get().subject == ""


def test_a_file_that_is_not_what_its_name_says_is_refused(clerk):
    files = {"files": [(BytesIO(b"MZ\x90\x00 a program"), "หนังสือ.pdf")]}

    answer = clerk.post("/letters/new", data=TYPED | files)

    assert answer.status_code == 422
    assert "ไฟล์ “หนังสือ.pdf” ไม่ใช่ชนิดที่ชื่อไฟล์บอก" in answer.text
    assert 'id="files-error"' in answer.text
    assert RegisterEntry.select().count() == 0


def test_files_must_be_chosen_again_and_the_page_says_which(clerk):
    files = {"files": [(BytesIO(picture().content), "หนังสือ.png")]}

    answer = clerk.post("/letters/new", data=TYPED | files | {"subject": ""})

    assert "โปรดเลือกไฟล์อีกครั้ง: หนังสือ.png" in answer.text


def test_the_senders_unit_is_offered_and_taken_only_when_ticked(cast, clerk):
    uid = cast.department.unit.uid
    typed = TYPED | {"issuer_text": cast.department.unit.name_th}

    offered = clerk.get("/letters/new/sender", query_string={"issuer_text": typed["issuer_text"]})
    clerk.post("/letters/new", data=typed)
    clerk.post("/letters/new", data=typed | {"printed_number": "มท ๑/ว ๒", "sender_uid": uid})

    assert f'value="{uid}"' in offered.text
    assert "checked" not in offered.text
    assert [letter.issuer_id for letter in Letter.select().order_by(Letter.id)] == [
        None,
        cast.department.unit.id,
    ]


def test_a_tick_for_another_unit_than_the_one_typed_counts_for_nothing(cast, clerk):
    typed = TYPED | {"issuer_text": cast.department.unit.name_th}

    clerk.post("/letters/new", data=typed | {"sender_uid": cast.province.unit.uid})

    assert Letter.get().issuer_id is None


def test_registering_and_going_on_shows_the_number_above_the_next_letters_form(cast, clerk):
    uid = cast.department.unit.uid
    typed = TYPED | {"issuer_text": cast.department.unit.name_th, "sender_uid": uid}

    page = clerk.get(clerk.post("/letters/new", data=typed | {"then": "next"}).location).text

    assert "ลงรับแล้ว เลข ๑" in page
    for kept in (cast.department.unit.name_th, "นายอำเภอ", format_medium(TODAY)):
        assert f'value="{kept}"' in page
    assert "มท ๐๒๑๑/ว ๙๙</span></a>" in page
    assert 'name="printed_number" type="text" value=""' in page
    assert 'name="sender_uid" value="' + uid + '" data-key="F7" checked' in page


def test_the_form_after_a_letter_one_may_not_see_begins_as_if_there_were_none(cast, clerk):
    other = register(cast.province.clerk)

    page = clerk.get(f"/letters/new?after={other.letter_uid}&entry={other.entry_uid}")

    assert page.status_code == 200
    assert "ลงรับแล้ว" not in page.text


def test_the_book_is_chosen_where_the_registry_has_several(cast, clerk):
    assert 'name="register"' not in clerk.get("/letters/new").text
    add_book(
        actor=cast.district_a.clerk, at=clock.now(), name_th="ทะเบียนรับคำร้อง", numbers="receipts"
    )
    clerk.post("/letters/new", data=TYPED)

    offered = clerk.get("/letters/new").text
    answer = clerk.post(
        "/letters/new", data=TYPED | {"register": "receive-2", "printed_number": "มท ๐๒๑๑/๕"}
    )

    assert '<option value="receive-2">ทะเบียนรับคำร้อง</option>' in offered
    assert answer.status_code == 303
    assert [(entry.register, entry.number) for entry in RegisterEntry.select()] == [
        ("receive", 1),
        ("receive-2", 1),
    ]


def test_an_odd_day_is_told_and_the_number_stands(cast, clerk):
    add_holiday(actor=cast.administrator, at=clock.now(), day=clock.today(), name_th="วันหยุดพิเศษ")

    page = clerk.post("/letters/new", data=TYPED, follow_redirects=True)

    assert "เป็นวันหยุดราชการ (วันหยุดพิเศษ)" in page.text
    assert RegisterEntry.select().count() == 1


def test_letters_of_the_number_typed_so_far_are_told_with_what_became_of_them(clerk, cast):
    clerk.post("/letters/new", data=TYPED)

    known = clerk.get("/letters/new/like", query_string={"printed_number": "มท 0211/ว 99"})
    unknown = clerk.get("/letters/new/like", query_string={"printed_number": "มท 0211/ว 98"})
    unreadable = clerk.get("/letters/new/like", query_string={"printed_number": "ไม่ใช่เลข"})

    assert "ลงรับแล้วเลข ๑" in known.text
    assert "เลขที่นี้มีแล้ว" not in unknown.text + unreadable.text


def test_the_page_after_registering_says_that_the_letter_may_be_here_already(clerk):
    scan = picture().content
    clerk.post("/letters/new", data=TYPED | {"files": (BytesIO(scan), "สแกน.png")})

    answer = clerk.post(
        "/letters/new", data=TYPED | {"printed_number": "", "files": (BytesIO(scan), "อีกที.png")}
    )

    assert "อาจเป็นฉบับเดียวกับที่มีอยู่แล้ว" in clerk.get(answer.location).text
