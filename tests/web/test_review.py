"""One letter beside its page: what was read stands in the form, what is left in it is filed."""

import re
from datetime import timedelta

import pytest

from saraban import clock
from saraban.queries.reading_to_review import sheets_of
from saraban.records import (
    Citation,
    Duty,
    FieldAnswer,
    IntakeLetter,
    Letter,
    Receipt,
    RegisterEntry,
)
from saraban.thai.dates import format_medium
from tests.readings import INVITATION, bring_read, sample

# Written yesterday, so that the calendar has nothing against its date.
WRITTEN = format_medium(clock.today() - timedelta(days=1))
TEXT = sample(INVITATION).replace("๒๑ ส.ค. ๒๕๖๖", WRITTEN)
NUMBER = "ชม ๗๑๒๐๔/๒๑๕"
SUBJECT = "ขอเชิญประชุมคณะกรรมการพัฒนาตำบล"
COVER = """ที่ ตก ๐๐๒๓.๓/ว ๑๒๐๑
ศาลากลางจังหวัดตาก
ถนนพหลโยธิน ตก ๖๓๐๐๐
{day}
เรื่อง การสำรวจคันกั้นน้ำ
เรียน นายอำเภอทุกอำเภอ
ด้วยได้รับแจ้งจากกรมส่งเสริมการปกครองท้องถิ่น ตามหนังสือที่ส่งมาพร้อมนี้
จึงเรียนมาเพื่อทราบ
ขอแสดงความนับถือ
(นายสมชาย ใจดี)
ผู้ว่าราชการจังหวัดตาก
"""


@pytest.fixture
def clerk(cast, sign_in_as):
    return sign_in_as(cast.tao.clerk)


def read_today(clerk, text, **named):
    """A file that came and was read today."""
    return bring_read(clerk, text, at=clock.now(), **named)


def form_of(page, **typed):
    """What a browser would send of the review's form, with what is typed over it.

    None leaves a field out: a tick taken away.
    """
    form = re.search(r'<form method="post"\s+novalidate\s+id="review-form".*?</form>', page, re.S)[
        0
    ]
    values = {}
    for tag in re.findall(r"<input[^>]*>", form):
        told = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if told.get("type") in ("checkbox", "radio") and " checked" not in tag:
            continue
        values[told["name"]] = told.get("value", "on")
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.S):
        values[name] = re.search(r'<option selected value="([^"]*)"', options)[1]
    return {name: value for name, value in (values | typed).items() if value is not None}


def review(clerk, uid, place=0):
    return clerk.get(f"/intake/{uid}/{place}").text


def test_what_was_read_stands_in_the_form_and_is_registered_as_it_stands(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)

    page = review(clerk, uid)
    answer = clerk.post(f"/intake/{uid}/0", data=form_of(page))

    letter = Letter.get()
    assert answer.status_code == 303
    assert (letter.printed_number, letter.subject) == (
        NUMBER,
        "ขอเชิญประชุมคณะกรรมการพัฒนาตำบล",
    )
    assert letter.signatory_name == "นายคำมูล อินต๊ะ"
    assert IntakeLetter.get().state == "registered"
    assert FieldAnswer.select().where(~FieldAnswer.is_right).count() == 0


def test_afterwards_the_number_given_stands_large_above_the_next_letter(clerk, cast):
    first = read_today(cast.tao.clerk, TEXT)
    second = read_today(cast.tao.clerk, COVER.format(day=WRITTEN))

    answer = clerk.post(f"/intake/{first}/0", data=form_of(review(clerk, first)))
    page = clerk.get(answer.location).text

    assert answer.location == f"/intake/{second}/0?given={first}.0"
    assert "ลงรับแล้ว เลข ๑" in page
    assert "การสำรวจคันกั้นน้ำ" in page


def test_after_the_last_letter_the_queue_comes_with_the_number_given(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)

    answer = clerk.post(f"/intake/{uid}/0", data=form_of(review(clerk, uid)))

    assert answer.location == f"/intake?given={uid}.0"
    assert "ลงรับแล้ว เลข ๑" in clerk.get(answer.location).text


def test_a_correction_is_registered_and_remembered(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)

    clerk.post(f"/intake/{uid}/0", data=form_of(review(clerk, uid), subject="ขอเชิญประชุม"))

    wrong = FieldAnswer.get(~FieldAnswer.is_right)
    assert Letter.get().subject == "ขอเชิญประชุม"
    assert (wrong.field, wrong.accepted) == ("subject", "ขอเชิญประชุม")


def test_a_figure_off_a_picture_is_not_registered_before_somebody_looked(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT, from_scan=True)
    page = review(clerk, uid)

    refused = clerk.post(f"/intake/{uid}/0", data=form_of(page))

    assert refused.status_code == 422
    assert 'href="#printed_number"' in refused.text
    assert f'value="{NUMBER}"' in refused.text
    assert RegisterEntry.select().count() == 0


def test_every_such_field_has_its_own_tick_and_with_all_of_them_it_is_registered(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT, from_scan=True)
    page = review(clerk, uid)
    ticks = re.findall(r'name="confirmed"\s+value="(\w+)"', page)

    answer = clerk.post(f"/intake/{uid}/0", data=form_of(page, confirmed=ticks))

    assert {"number", "date_iso"} <= set(ticks)
    assert answer.status_code == 303
    assert Letter.get().printed_number == NUMBER


def test_a_tick_given_stays_when_another_field_is_refused(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT, from_scan=True)
    page = review(clerk, uid)

    refused = clerk.post(f"/intake/{uid}/0", data=form_of(page, confirmed="number", dated_on="x"))

    assert re.search(r'value="number"\s+checked', refused.text)
    assert 'value="x"' in refused.text
    assert "อ่านวันที่ “x” ไม่ออก" in refused.text


def test_an_empty_form_registers_nothing(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)

    answer = clerk.post(f"/intake/{uid}/0", data={})

    assert answer.status_code == 422
    assert RegisterEntry.select().count() == 0


def test_what_is_asked_is_kept_only_where_it_is_ticked(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)
    page = review(clerk, uid)

    clerk.post(f"/intake/{uid}/0", data=form_of(page, **{"duties-0-take": "y"}))

    assert 'name="duties-1-take"' in page
    assert Duty.select().count() == 1
    assert IntakeLetter.get().state == "registered"


def test_a_citation_is_kept_as_put_right(clerk, cast):
    text = TEXT.replace(
        "สิ่งที่ส่งมาด้วย",
        "อ้างถึง หนังสืออำเภอดอยงาม ที่ ชม ๐๑๑๘/ว ๙๙ ลงวันที่ ๒ มกราคม ๒๕๖๖\n\nสิ่งที่ส่งมาด้วย",
    )
    uid = read_today(cast.tao.clerk, text)
    page = review(clerk, uid)

    clerk.post(
        f"/intake/{uid}/0",
        data=form_of(page, **{"citations-0-text": "หนังสืออำเภอดอยงาม ที่ ชม ๐๑๑๘/ว ๙๘"}),
    )

    assert Citation.get().cited_key == "ชม 0118/ว 98"


def test_a_citation_that_the_machine_missed_is_typed_and_kept(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)
    page = review(clerk, uid)
    typed = {
        "missed-0-place": "reference",
        "missed-0-text": "หนังสืออำเภอดอยงาม ที่ ชม ๐๑๑๘/ว ๙๙ ลงวันที่ ๒ ม.ค. ๒๕๖๖",
        "missed-1-text": "  ",
    }

    answer = clerk.post(f"/intake/{uid}/0", data=form_of(page, **typed))

    assert answer.status_code == 303
    assert [(line.place, line.cited_key) for line in Citation.select()] == [
        ("reference", "ชม 0118/ว 99")
    ]
    told = FieldAnswer.get(FieldAnswer.field == "references")
    assert (told.proposed, told.is_right) == ("", False)
    assert "ชม ๐๑๑๘/ว ๙๙" in told.accepted


def test_a_letter_known_already_is_offered_and_accepted_as_another_arrival(clerk, cast):
    first = read_today(cast.tao.clerk, TEXT)
    clerk.post(f"/intake/{first}/0", data=form_of(review(clerk, first)))
    again = read_today(cast.tao.clerk, TEXT + "\n")
    page = review(clerk, again)
    known = Letter.get().uid

    answer = clerk.post(f"/intake/{again}/0/arrival", data=form_of(page, letter=known))

    assert "ฉบับนี้เหมือนกับ" in page
    assert f'value="{known}"' in page
    assert answer.status_code == 303
    assert (Letter.select().count(), Receipt.select().count()) == (1, 2)
    assert "ย้อนกลับ" in clerk.get(answer.location).text


def test_a_letter_that_has_its_number_is_noted_without_another_and_taken_back(clerk, cast):
    first = read_today(cast.tao.clerk, TEXT)
    clerk.post(f"/intake/{first}/0", data=form_of(review(clerk, first)))
    again = read_today(cast.tao.clerk, TEXT + "\n")
    page = review(clerk, again)

    data = form_of(page, letter=Letter.get().uid)
    noted = clerk.post(f"/intake/{again}/0/noted", data=data)
    settled = clerk.get(f"/intake/{again}/0").text
    undone = clerk.post(f"/intake/{again}/0/arrival/undo", data={"reason": "คนละฉบับ"})

    assert f'formaction="/intake/{again}/0/noted"' in page
    assert (noted.status_code, undone.status_code) == (303, 303)
    assert "จดไว้ว่าเป็นฉบับที่ลงรับแล้ว ไม่ออกเลขใหม่" in settled
    assert Receipt.select().count() == 1
    assert 'id="review-form"' in review(clerk, again)


def test_another_arrival_is_taken_back_with_its_number_struck_through(clerk, cast):
    first = read_today(cast.tao.clerk, TEXT)
    clerk.post(f"/intake/{first}/0", data=form_of(review(clerk, first)))
    again = read_today(cast.tao.clerk, TEXT + "\n")
    clerk.post(
        f"/intake/{again}/0/arrival",
        data=form_of(review(clerk, again), letter=Letter.get().uid),
    )

    refused = clerk.post(f"/intake/{again}/0/arrival/undo", data={"reason": ""})
    answer = clerk.post(f"/intake/{again}/0/arrival/undo", data={"reason": "คนละฉบับ"})

    assert refused.status_code == 422
    assert answer.location == f"/intake/{again}/0"
    assert RegisterEntry.get(RegisterEntry.number == 2).void_reason == "คนละฉบับ"
    assert 'id="review-form"' in review(clerk, again)


def test_a_number_typed_that_is_in_the_book_leads_to_its_letter(clerk, cast):
    first = read_today(cast.tao.clerk, TEXT)
    clerk.post(f"/intake/{first}/0", data=form_of(review(clerk, first)))
    other = read_today(cast.tao.clerk, COVER.format(day=WRITTEN))
    page = review(clerk, other)

    answer = clerk.post(f"/intake/{other}/0", data=form_of(page, printed_number=NUMBER))

    assert answer.status_code == 422
    assert "หน่วยนี้ลงรับหนังสือฉบับนี้แล้ว เลข ๑" in answer.text
    assert f'value="{Letter.get().uid}"' in answer.text
    assert "จดว่ามาถึงอีกทาง ไม่ออกเลขใหม่" in answer.text


def test_letters_of_one_file_are_steps_and_the_rest_may_be_enclosures(clerk, cast):
    uid = read_today(cast.tao.clerk, COVER.format(day=WRITTEN) + "\f" + TEXT)
    page = review(clerk, uid)

    clerk.post(f"/intake/{uid}/0", data=form_of(page))
    second = review(clerk, uid, 1)
    aside = clerk.post(f"/intake/{uid}/1/aside", data={"reason": "สิ่งที่ส่งมาด้วยของฉบับที่ ๑"})

    assert "ฉบับที่ ๑ จาก ๒" in page
    assert "ฉบับที่ ๒ จาก ๒" in page
    assert 'aria-current="step"' in second
    assert aside.location == "/intake"
    assert [one.state for one in IntakeLetter.select().order_by(IntakeLetter.place)] == [
        "registered",
        "set_aside",
    ]
    assert "เรียกคืน" in review(clerk, uid, 1)


def test_a_letter_left_out_needs_a_reason(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)

    answer = clerk.post(f"/intake/{uid}/0/aside", data={"reason": ""})

    assert answer.status_code == 422
    assert IntakeLetter.get().state == "proposed"


def test_a_settled_letter_shows_its_stamp_and_no_form(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)
    clerk.post(f"/intake/{uid}/0", data=form_of(review(clerk, uid)))

    page = review(clerk, uid)

    assert "stamp-on-page" in page
    assert 'id="review-form"' not in page


def test_a_secret_letter_keeps_a_line_and_no_word(clerk, cast):
    uid = read_today(cast.tao.clerk, "ลับ\n" + TEXT)
    page = review(clerk, uid)

    answer = clerk.post(
        f"/intake/{uid}/0",
        data=form_of(page, secrecy="secret", subject="", confirmed=["secrecy", "number"]),
    )

    assert answer.status_code == 303
    assert (Letter.get().secrecy, Letter.get().subject) == ("secret", "")


def test_what_a_secret_letter_came_in_is_not_opened_any_more(clerk, cast):
    uid = read_today(cast.tao.clerk, "ลับ\n" + TEXT)
    page = review(clerk, uid)
    before = [clerk.get(f"/intake/{uid}/{part}") for part in ("0", "file")]
    assert len(sheets_of(cast.tao.clerk, uid)) == 1

    clerk.post(
        f"/intake/{uid}/0",
        data=form_of(page, secrecy="secret", subject="", confirmed=["secrecy", "number"]),
    )

    after = [clerk.get(f"/intake/{uid}/{part}") for part in ("0", "file")]
    assert sheets_of(cast.tao.clerk, uid) == ()
    assert [SUBJECT in answer.text for answer in before] == [True, True]
    assert [answer.status_code for answer in after] == [200, 404]
    assert [SUBJECT in answer.text for answer in after] == [False, False]
    assert "ชั้นความลับ" in after[1].text


def test_another_reading_is_put_in_its_place_and_nothing_is_registered(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)
    page = review(clerk, uid)

    answer = clerk.post(
        f"/intake/{uid}/0", data=form_of(page, subject="พิมพ์ไว้", use="number:ชม ๗๑๒๐๔/๒๑๖")
    )

    assert answer.status_code == 200
    assert 'value="ชม ๗๑๒๐๔/๒๑๖"' in answer.text
    assert 'value="พิมพ์ไว้"' in answer.text
    assert RegisterEntry.select().count() == 0


def test_what_a_doubtful_digit_may_be_is_a_button_that_puts_it_in(clerk, cast):
    rival = ("๗๑๒๐๔/๒๑๕", "๗๑๒๐๔/๒๑๖")
    uid = read_today(cast.tao.clerk, TEXT, from_scan=True, rival=rival)
    page = review(clerk, uid)

    assert 'value="number:ชม ๗๑๒๐๔/๒๑๖"' in page
    answer = clerk.post(f"/intake/{uid}/0", data=form_of(page, use="number:ชม ๗๑๒๐๔/๒๑๖"))
    assert 'value="ชม ๗๑๒๐๔/๒๑๖"' in answer.text


def test_another_day_of_a_doubtful_digit_is_one_that_the_form_reads(clerk, cast):
    uid = read_today(cast.tao.clerk, sample(INVITATION), from_scan=True, rival=("๒๑", "๒๗"))
    page = review(clerk, uid)

    assert 'value="date_iso:๒๗ สิงหาคม ๒๕๖๖"' in page
    answer = clerk.post(f"/intake/{uid}/0", data=form_of(page, use="date_iso:๒๗ สิงหาคม ๒๕๖๖"))
    assert re.search(r'name="dated_on"[^>]*value="[^"]*๒๗', answer.text)


def test_what_the_register_has_against_a_reading_stands_beside_the_field(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT.replace(WRITTEN, "๒๑ ส.ค. ๒๕๖๐"))

    page = review(clerk, uid)

    block = page[page.index('id="read-date_iso"') : page.index('id="read-issuer"')]
    assert "ก่อนวันรับเกิน ๑ ปี" in block
    assert 'value="date_iso"' in block


def test_a_plain_text_stands_where_its_picture_would(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)

    assert "หมู่ที่ ๔ ตำบลป่าไผ่เหนือ" in review(clerk, uid)


def test_the_accuracy_page_counts_by_field_and_by_sender(clerk, cast):
    uid = read_today(cast.tao.clerk, TEXT)
    empty = clerk.get("/intake/accuracy").text
    corrected = form_of(
        review(clerk, uid), subject="ขอเชิญประชุม", urgency="urgent", dated_on="๑ ม.ค. ๒๕๖๙"
    )
    clerk.post(f"/intake/{uid}/0", data=corrected)

    page = clerk.get("/intake/accuracy").text

    assert "ยังไม่มีหนังสือที่เครื่องอ่านแล้วลงรับ" in empty
    assert "นับจากหนังสือ ๑ ฉบับ" in page
    assert "องค์การบริหารส่วนตำบลป่าไผ่เหนือ" in page
    assert "ขอเชิญประชุมคณะกรรมการพัฒนาตำบล" in page
    assert "๑ ม.ค. ๒๕๖๙" in page
    assert '"ลงรับเป็น">ด่วน</td>' in page


def test_all_the_rest_of_a_file_is_set_aside_at_once(clerk, cast):
    uid = read_today(cast.tao.clerk, "\f".join((COVER.format(day=WRITTEN), TEXT, TEXT)))
    clerk.post(f"/intake/{uid}/0", data=form_of(review(clerk, uid)))

    clerk.post(f"/intake/{uid}/1/aside", data={"reason": "สิ่งที่ส่งมาด้วย", "rest": "yes"})

    assert {(one.place, one.state) for one in IntakeLetter.select()} == {
        (0, "registered"),
        (1, "set_aside"),
        (2, "set_aside"),
    }


def test_a_page_on_which_nothing_was_found_waits_to_be_filled_in(clerk, cast):
    uid = read_today(cast.tao.clerk, "\n")
    page = review(clerk, uid)

    refused = clerk.post(f"/intake/{uid}/0", data=form_of(page))
    typed = {"issuer_text": "อำเภอดอยงาม", "subject": "เรื่องที่พิมพ์เอง"}
    answer = clerk.post(f"/intake/{uid}/0", data=form_of(page, **typed))

    assert "ไม่พบในหนังสือ" in page
    assert refused.status_code == 422
    assert answer.status_code == 303
    assert Letter.get().subject == "เรื่องที่พิมพ์เอง"
