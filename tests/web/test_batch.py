"""Registering a pile: a table typed or pasted, wrong rows told apart, numbers for all or none."""

from urllib.parse import quote

import pytest

from saraban import clock
from saraban.desk.books import add_book
from saraban.records import Letter, Receipt, RegisterEntry
from saraban.thai.dates import format_medium
from tests.make import at, register

HEAD = {
    "received_on": format_medium(clock.today()),  # the book of a day long past is closed
    "received_time": "๐๙.๓๐",
    "channel": "paper",
    "kind": "external",
    "digits": "thai",
}
ROW = {
    "printed_number": "มท ๐๒๑๑/ว ๙๙",
    "dated_on": "๑๖ มิ.ย. ๒๕๖๕",
    "issuer_text": "สำนักงานปลัดกระทรวง",
    "addressee_text": "นายอำเภอ",
    "subject": "การจัดกิจกรรมปลูกต้นไม้",
    "urgency": "normal",
}


def table(*rows, do="register"):
    """What a browser sends of a table with these rows, each other than ROW in what it names."""
    cells = {
        f"lines-{place}-{column}": value
        for place, row in enumerate(rows)
        for column, value in (ROW | row).items()
    }
    return HEAD | cells | {"do": do}


def numbered(*numbers):
    return [{"printed_number": f"มท ๐๒๑๑/ว {number}"} for number in numbers]


@pytest.fixture
def clerk(cast, sign_in_as):
    return sign_in_as(cast.district_a.clerk)


def test_a_typed_table_is_registered_in_its_order(clerk):
    answer = clerk.post("/letters/batch", data=table(*numbered(5, 7, 6)))

    assert answer.status_code == 303
    assert [letter.printed_number for letter in Letter.select().order_by(Letter.id)] == [
        "มท ๐๒๑๑/ว 5",
        "มท ๐๒๑๑/ว 7",
        "มท ๐๒๑๑/ว 6",
    ]
    assert {(one.received_time, one.channel) for one in Receipt.select()} == {("09:30", "paper")}


def test_afterwards_each_number_stands_beside_its_letter_and_the_next_pile_begins_alike(clerk):
    page = clerk.get(clerk.post("/letters/batch", data=table(*numbered(5, 7))).location).text

    assert "เลขรับ ๑–๒" in "".join(page.split("\n")).replace("      ", "")
    assert page.index("มท ๐๒๑๑/ว 5") < page.index("มท ๐๒๑๑/ว 7")
    assert f"received_on={quote(HEAD['received_on'].split()[0])}" in page


def test_blank_rows_are_no_letters(clerk):
    blank = dict.fromkeys(ROW, "") | {"urgency": "normal"}

    clerk.post("/letters/batch", data=table(blank, *numbered(5), blank, *numbered(6), blank))

    assert RegisterEntry.select().count() == 2


def test_looking_first_takes_no_number_and_says_which_will_come(clerk):
    answer = clerk.post("/letters/batch", data=table(*numbered(5, 6, 7), do="look"))

    assert answer.status_code == 200
    assert "ตรวจแล้ว ๓ ฉบับ" in answer.text
    assert "<strong>๑–๓</strong>" in answer.text
    assert RegisterEntry.select().count() == 0


def test_the_first_button_of_the_form_only_looks_so_that_enter_takes_no_number(clerk):
    page = clerk.get("/letters/batch").text
    form = page[page.index('id="batch-form"') :]

    first = form[form.index('<button type="submit"') :]

    assert first.startswith('<button type="submit" name="do" value="look"')


def test_a_wrong_row_is_told_beside_its_cell_and_nothing_is_registered(clerk):
    rows = [{}, {"printed_number": "มท ๐๒๑๑/ว ๑๐๐", "dated_on": "31 มิ.ย. 65"}, {"subject": ""}]

    answer = clerk.post("/letters/batch", data=table(*rows))

    assert answer.status_code == 422
    assert 'id="lines-1-dated_on-error"' in answer.text
    assert "แถว ๒ ลงวันที่</a>: ไม่มีวันที่ “31 มิ.ย. 65” ในปฏิทิน" in answer.text
    assert 'value="31 มิ.ย. 65"' in answer.text
    assert 'id="lines-2-subject-error"' in answer.text
    assert answer.text.count('<a href="#lines-') == 2
    assert answer.text.count('value="สำนักงานปลัดกระทรวง"') == 3
    assert RegisterEntry.select().count() == 0


def test_a_doubled_row_is_warned_of_and_may_be_registered_as_another_arrival(cast, clerk):
    register(cast.district_a.clerk, printed_number=ROW["printed_number"])

    refused = clerk.post("/letters/batch", data=table(*numbered(5), {}))
    done = clerk.post("/letters/batch", data=table(*numbered(5), {"is_another_arrival": "y"}))

    assert "หน่วยนี้ลงรับหนังสือฉบับนี้แล้ว เลข ๑" in refused.text
    assert 'name="lines-1-is_another_arrival"' in refused.text
    assert 'name="lines-0-is_another_arrival"' not in refused.text
    assert done.status_code == 303
    assert (Letter.select().count(), Receipt.select().count()) == (2, 3)


def test_rows_pasted_from_a_spreadsheet_fill_the_table_below_what_was_typed(clerk):
    pasted = "\n".join(
        f"มท ๐๒๑๑/ว {number}\t๑๖ มิ.ย. ๖๕\tสป.มท.\tนายอำเภอ\tเรื่องที่ {number}\tด่วนที่สุด"
        for number in range(1, 25)
    )

    answer = clerk.post("/letters/batch", data=table({}, do="paste") | {"pasted": pasted})

    assert 'name="lines-0-printed_number" type="text" value="มท ๐๒๑๑/ว ๙๙"' in answer.text
    assert 'name="lines-24-printed_number" type="text" value="มท ๐๒๑๑/ว 24"' in answer.text
    assert answer.text.count('<option selected value="most_urgent">') == 24
    assert RegisterEntry.select().count() == 0


def test_a_ditto_sign_is_what_stands_above_it(clerk):
    rows = [{}, *numbered(6)]
    rows[1] |= {"issuer_text": '"', "dated_on": '"', "subject": "เรื่องอื่น"}

    clerk.post("/letters/batch", data=table(*rows))

    second = Letter.get(Letter.subject == "เรื่องอื่น")
    assert second.issuer_text == "สำนักงานปลัดกระทรวง"
    assert f"{second.dated_on:%d.%m}" == "16.06"


def test_more_than_a_hundred_pasted_rows_are_refused_and_stay_to_be_cut(clerk):
    pasted = "\n".join(f"มท ๑/ว {number}\t\tสป.\t\tเรื่อง" for number in range(101))

    answer = clerk.post("/letters/batch", data=HEAD | {"do": "paste", "pasted": pasted})

    assert answer.status_code == 422
    assert "ครั้งละไม่เกิน ๑๐๐ ฉบับ" in answer.text
    assert "มท ๑/ว 57" in answer.text


def test_an_empty_table_says_so(clerk):
    answer = clerk.post("/letters/batch", data=HEAD | {"do": "register"})

    assert answer.status_code == 422
    assert "ยังไม่มีหนังสือในตาราง" in answer.text


def test_a_day_of_arrival_that_has_not_come_is_told_once_at_its_field(clerk):
    answer = clerk.post("/letters/batch", data=table({}, {}) | {"received_on": "๑ ม.ค. ๒๖๐๐"})

    assert answer.text.count("ยังมาไม่ถึง") == 2  # in the summary and beside the field
    assert 'id="received_on-error"' in answer.text


def test_numbers_of_another_desk_are_not_found(cast, clerk, sign_in_as):
    register(cast.province.clerk)

    assert clerk.get("/letters/batch/receive/2565/1-1").status_code == 404


def test_a_pile_goes_into_the_book_that_was_chosen_with_numbers_of_its_own(cast, clerk):
    register(cast.district_a.clerk)
    code = add_book(
        actor=cast.district_a.clerk, at=at(), name_th="ทะเบียนรับร้องเรียน", numbers="receipts"
    )

    answer = clerk.post("/letters/batch", data=table(*numbered(5, 6)) | {"register": code})
    page = clerk.get(answer.location).text

    entries = RegisterEntry.select().where(RegisterEntry.register == code)
    assert sorted(entry.number for entry in entries) == [1, 2]
    assert "มท ๐๒๑๑/ว 6" in page
    assert "มท ๐๒๑๑/ว ๙๙" not in page
