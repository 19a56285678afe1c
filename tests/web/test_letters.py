"""A letter's page: what it shows, what it offers, what pressing does; the list and its search."""

from io import BytesIO

import pytest

from saraban import clock
from saraban.desk.acknowledgement import acknowledge
from saraban.desk.drafts import CitationDraft
from saraban.desk.endorsement import Assignment, DeskNamed, endorse
from saraban.desk.filing import NewFile, attach
from saraban.desk.registration import pass_inside
from saraban.records import (
    Citation,
    Delivery,
    LetterArrival,
    LetterFile,
    Receipt,
    RegisterEntry,
    Report,
)
from saraban.thai.dates import format_short
from saraban.web.letter_facts import marked
from tests.make import at, picture, register, send

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
PDF += b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
PDF += b"trailer<</Root 1 0 R>>\n%%EOF\n"
# The book of a day long past is closed.
TODAY = format_short(clock.today())


@pytest.fixture
def sent(cast):
    """A circular of the province that lies, unopened, on two districts' desks."""
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


@pytest.fixture
def district(cast, sign_in_as):
    return sign_in_as(cast.district_a.clerk)


def delivery_to(troupe):
    return Delivery.get(Delivery.to_unit == troupe.unit)


def test_the_first_look_of_the_addressed_unit_is_noted_once(cast, sent, district):
    district.get(f"/letters/{sent}")
    first = delivery_to(cast.district_a).opened_at

    district.get(f"/letters/{sent}")

    assert first is not None
    assert delivery_to(cast.district_a).opened_at == first


def test_the_sender_reading_its_own_letter_opens_nothing(cast, sent, sign_in_as):
    sign_in_as(cast.province.clerk).get(f"/letters/{sent}")

    assert delivery_to(cast.district_a).opened_at is None


def test_a_strangers_letter_looks_like_a_missing_one(cast, district):
    letter = register(cast.city.clerk, subject="เรื่องของเทศบาลนคร").letter_uid

    strange, missing = district.get(f"/letters/{letter}"), district.get("/letters/no-such-letter")

    assert (strange.status_code, missing.status_code) == (404, 404)
    assert main_of(strange.text) == main_of(missing.text)


def test_a_delivered_letter_is_received_under_the_next_number(cast, sent, district):
    answer = district.post(
        f"/letters/{sent}/receive",
        data={"received_on": TODAY, "received_time": "๙.๓๐", "digits": "thai"},
    )

    receipt = Receipt.get()
    assert (answer.status_code, answer.location) == (303, f"/letters/{sent}")
    assert (receipt.printed_number, receipt.received_time) == ("๑", "09:30")
    assert "ลงรับแล้ว เลข ๑" in district.get(answer.location).text


def test_receiving_twice_is_refused_and_takes_no_number(sent, district):
    when = {"received_on": TODAY, "received_time": "", "digits": "thai"}
    district.post(f"/letters/{sent}/receive", data=when)

    answer = district.post(f"/letters/{sent}/receive", data=when)

    assert answer.status_code == 422
    assert "ลงรับหนังสือฉบับนี้แล้ว เลข ๑" in answer.text
    assert RegisterEntry.select().where(RegisterEntry.register == "receive").count() == 1


def test_a_day_before_the_letters_own_is_refused_beside_its_field(sent, district):
    answer = district.post(
        f"/letters/{sent}/receive",
        data={"received_on": "๑ มิ.ย. ๖๕", "received_time": "", "digits": "thai"},
    )

    assert answer.status_code == 422
    assert 'value="๑ มิ.ย. ๖๕"' in answer.text
    assert 'id="received_on-error"' in answer.text
    assert "อยู่ก่อนวันที่ของหนังสือ" in answer.text


def test_acknowledging_is_one_press(cast, sent, district):
    answer = district.post(f"/letters/{sent}/acknowledge")

    assert answer.status_code == 303
    assert delivery_to(cast.district_a).acknowledged_by == cast.district_a.clerk.name


def test_the_second_of_two_people_acknowledging_is_told_that_it_is_done(cast, sent, district):
    acknowledge(actor=cast.district_a.executive, at=at(), letter_uid=sent)

    answer = district.post(f"/letters/{sent}/acknowledge")

    assert answer.status_code == 422
    assert "รับทราบไปแล้วเมื่อ" in answer.text
    assert delivery_to(cast.district_a).acknowledged_by == cast.district_a.executive.name


def test_a_received_letter_is_passed_to_a_desk_inside(cast, sign_in_as):
    letter = register(cast.department.clerk).letter_uid
    clerk = sign_in_as(cast.department.clerk)

    answer = clerk.post(
        f"/letters/{letter}/pass-inside", data={"to_unit": cast.secretariat.unit.uid}
    )

    assert answer.status_code == 303
    assert delivery_to(cast.secretariat).is_inner


def test_a_desk_that_has_the_letter_is_not_given_it_again(cast, sign_in_as):
    letter = register(cast.department.clerk).letter_uid
    pass_inside(
        actor=cast.department.clerk,
        at=at(),
        letter_uid=letter,
        to_unit_uid=cast.secretariat.unit.uid,
    )

    answer = sign_in_as(cast.department.clerk).post(
        f"/letters/{letter}/pass-inside", data={"to_unit": cast.secretariat.unit.uid}
    )

    assert answer.status_code == 422
    assert 'id="to_unit-error"' in answer.text


def test_our_own_number_is_struck_through_with_its_reason(cast, district):
    done = register(cast.district_a.clerk)

    answer = district.post(
        f"/letters/{done.letter_uid}/void", data={"entry": done.entry_uid, "reason": "ลงซ้ำ"}
    )

    assert answer.status_code == 303
    assert RegisterEntry.get().void_reason == "ลงซ้ำ"


def test_a_number_is_not_struck_through_without_a_reason(cast, district):
    done = register(cast.district_a.clerk)

    answer = district.post(
        f"/letters/{done.letter_uid}/void", data={"entry": done.entry_uid, "reason": " "}
    )

    assert answer.status_code == 422
    assert RegisterEntry.get().voided_at is None


def test_another_letters_number_is_not_struck_through_from_this_page(cast, district):
    done = register(cast.district_a.clerk)
    other = register(cast.district_a.clerk, printed_number="มท ๐๒๑๑/ว ๑๐๐")

    answer = district.post(
        f"/letters/{done.letter_uid}/void", data={"entry": other.entry_uid, "reason": "ผิด"}
    )

    assert answer.status_code == 422
    assert RegisterEntry.get(RegisterEntry.uid == other.entry_uid).voided_at is None


def test_the_sender_may_strike_the_number_of_its_own_letter(cast, sent, sign_in_as):
    clerk = sign_in_as(cast.province.clerk)
    entry = RegisterEntry.get().uid

    answer = clerk.post(f"/letters/{sent}/void", data={"entry": entry, "reason": "ยกเลิกเรื่อง"})

    assert answer.status_code == 303
    assert "เลขนี้ยกเลิกแล้ว" in clerk.get(f"/letters/{sent}").text


def test_a_report_with_a_photograph_stands_on_the_page(cast, sent, sign_in_as):
    officer = sign_in_as(cast.district_a.officer)
    photo = picture()

    answer = officer.post(
        f"/letters/{sent}/report",
        data={
            "answer": "report",
            "text": "จัดแล้ว ๑ ครั้ง",
            "files": [(as_upload(photo.content), "ภาพ.png")],
        },
    )

    page = officer.get(answer.location).text
    assert answer.status_code == 303
    assert "จัดแล้ว ๑ ครั้ง" in page
    assert "ภาพ.png" in page


def test_nil_needs_no_words(cast, sent, district):
    answer = district.post(f"/letters/{sent}/report", data={"answer": "nil", "text": ""})

    assert answer.status_code == 303
    assert Report.get().answer == "nil"


def test_not_concerned_needs_a_reason(sent, district):
    answer = district.post(f"/letters/{sent}/report", data={"answer": "not_concerned", "text": ""})

    assert answer.status_code == 422
    assert 'id="text-error"' in answer.text


def test_the_differences_of_a_citation_are_marked_on_both_sides(cast, sign_in_as, story):
    page = sign_in_as(cast.department.clerk).get(f"/letters/{story.department_letter}").text

    assert "<mark>๓๐ พ.ค. ๒๕๖๕</mark>" in page
    assert "<mark>๓๑ พ.ค. ๒๕๖๕</mark>" in page


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("3799", "33799", ("<mark>3</mark>799", "<mark>33</mark>799")),
        ("ว 12", "ว 13", ("ว 1<mark>2</mark>", "ว 1<mark>3</mark>")),
        ("same", "same", ("same", "same")),
        ("ต้นไม้", "ต้นไม่", ("ต้นไ<mark>ม้</mark>", "ต้นไ<mark>ม่</mark>")),
        ("", "9", ("<mark></mark>", "<mark>9</mark>")),
        ("<b>1", "<b>2", ("&lt;b&gt;<mark>1</mark>", "&lt;b&gt;<mark>2</mark>")),
    ],
)
def test_only_the_differing_part_is_marked(one, other, expected):
    assert marked(one, other) == expected


def test_a_person_says_which_letter_a_citation_means(cast, district):
    meant = register(cast.district_a.clerk, printed_number="มท ๐๒๑๑/ว ๙๙").letter_uid
    citing = cited_by(cast, "หนังสือสำนักงานปลัดกระทรวง ที่ มท ๐๒๑๑/ว ๙๘ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕")
    citation = Citation.get()

    offered = district.get(f"/letters/{citing}").text
    answer = district.post(
        f"/letters/{citing}/citations", data={"citation": citation.id, "cited": meant}
    )

    assert f'name="cited" value="{meant}"' in offered
    assert answer.status_code == 303
    assert Citation.get().confirmed_by == cast.district_a.clerk.name


def test_a_citation_is_never_tied_to_a_letter_one_may_not_see(cast, district):
    hidden = register(cast.city.clerk).letter_uid
    citing = cited_by(cast, "หนังสือ ที่ มท ๐๒๑๑/ว ๙๘ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕")

    answer = district.post(
        f"/letters/{citing}/citations", data={"citation": Citation.get().id, "cited": hidden}
    )

    assert answer.status_code == 404
    assert Citation.get().resolved_id is None


def test_what_happened_and_the_silence_between_stand_in_the_story(cast, sign_in_as, story):
    page = sign_in_as(cast.province.clerk).get(f"/letters/{story.department_letter}").text

    assert "๗ วันไม่มีความเคลื่อนไหว" in page
    assert "ลงรับ เลข ๑๑๔๙" in page


def test_a_secret_letter_shows_its_line_and_nothing_more(cast, district):
    letter = register(
        cast.district_a.clerk, subject="", secrecy="secret", printed_number="มท ๐๒๑๑/๕"
    ).letter_uid

    page, found = district.get(f"/letters/{letter}").text, district.get("/letters").text

    assert "หนังสือชั้นความลับ ไม่แสดงเรื่อง" in page
    assert "หนังสือชั้นความลับ ไม่แสดงเรื่อง" in found


def test_a_pdf_opens_in_place_and_anything_but_pictures_is_saved(cast, sent, sign_in_as):
    clerk = sign_in_as(cast.province.clerk)
    files = [
        NewFile("หนังสือ.pdf", PDF, "application/pdf"),
        NewFile("บัญชี.txt", b"words", "text/plain", "enclosure"),
    ]
    attach(actor=cast.province.clerk, at=at(), letter_uid=sent, files=files)
    pdf, text = (LetterFile.get(LetterFile.name == file.name).file_id for file in files)

    shown = clerk.get(f"/letters/{sent}/files/{pdf}")
    saved = clerk.get(f"/letters/{sent}/files/{text}")

    assert shown.headers["Content-Type"] == "application/pdf"
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert saved.headers["Content-Disposition"].startswith("attachment")
    assert saved.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in saved.headers["Content-Security-Policy"]


def test_the_first_page_of_a_pdf_is_shown_as_a_picture(cast, sent, sign_in_as):
    clerk = sign_in_as(cast.province.clerk)
    file = NewFile("หนังสือ.pdf", PDF, "application/pdf")
    attach(actor=cast.province.clerk, at=at(), letter_uid=sent, files=[file])
    address = f"/letters/{sent}/files/{LetterFile.get().file_id}/page.jpg"

    shown = clerk.get(address)
    again = clerk.get(address, headers={"If-None-Match": shown.headers["ETag"]})

    assert shown.data.startswith(b"\xff\xd8\xff")
    assert (again.status_code, again.data) == (304, b"")


def test_a_file_is_not_served_through_a_letter_it_does_not_belong_to(cast, sent, sign_in_as):
    attach(actor=cast.province.clerk, at=at(), letter_uid=sent, files=[picture()])
    other = register(cast.province.clerk).letter_uid

    answer = sign_in_as(cast.province.clerk).get(
        f"/letters/{other}/files/{LetterFile.get().file_id}"
    )

    assert answer.status_code == 404


def test_a_letter_is_found_by_a_piece_of_its_subject(cast, district):
    register(cast.district_a.clerk, subject="การจัดกิจกรรมปลูกต้นไม้")
    register(cast.district_a.clerk, subject="ประชุมประจำเดือน", printed_number="มท ๐๒๑๑/ว ๑๐๐")

    page = district.get("/letters?q=กรรมปลูก").text

    assert "การจัดกิจกรรมปลูกต้นไม้" in page
    assert "ประชุมประจำเดือน" not in page


def test_a_search_that_finds_nothing_says_so_and_leads_on(district):
    page = district.get("/letters?q=ไม่มีคำนี้").text

    assert "ไม่พบคำนี้" in page
    assert "ดูหนังสือทั้งหมด" in page


def test_an_empty_desk_says_why_and_what_to_do(district):
    page = district.get("/").text

    assert "ลงรับครบทุกฉบับแล้ว" in page
    assert 'href="/letters/new"' in page


def test_the_desk_shows_what_is_wanted_of_us(cast, sent, district):
    page = district.get("/").text

    assert f'href="/letters/{sent}"' in page
    assert "รอลงรับ" in page


def main_of(page: str) -> str:
    """What the page says, without the frame around it, whose forms carry tokens."""
    return page.partition("<main")[2].partition("</main>")[0]


def as_upload(content: bytes):
    """A stream for the test client to send as a file."""
    return BytesIO(content)


def cited_by(cast, text: str) -> str:
    """A registered letter of the district whose one citation has this text; its uid."""
    return register(
        cast.district_a.clerk,
        printed_number="มท ๐๒๑๑/ว ๒๐๐",
        citations=(CitationDraft("reference", text),),
    ).letter_uid


def test_what_clerks_ask_first_stands_on_top(cast, sign_in_as):
    letter = register(cast.province.clerk, printed_number="มท ๐๘๐๑.๔/ว ๑๖๕๘").letter_uid
    pass_inside(
        actor=cast.province.clerk,
        at=at(),
        letter_uid=letter,
        to_unit_uid=cast.local_office.unit.uid,
    )
    endorse(
        actor=cast.province.executive,
        at=at(hour=11),
        letter_uid=letter,
        kind="order",
        text="ดำเนินการตามเสนอ",
        assignment=Assignment(DeskNamed(cast.local_office.unit.uid)),
    )

    page = sign_in_as(cast.province.officer).get(f"/letters/{letter}").text
    standing = page[
        page.index('class="standing"') : page.index("</header>", page.index("standing"))
    ]

    for words in ("รับล่าสุด", "เลขรับ ๑", "ดำเนินการตามเสนอ", "ไปต่อที่", cast.local_office.unit.name_th):
        assert words in standing


def test_days_of_silence_until_today_end_the_story(cast, sign_in_as):
    letter = register(cast.province.clerk).letter_uid

    page = sign_in_as(cast.province.clerk).get(f"/letters/{letter}").text

    assert "วันไม่มีความเคลื่อนไหว จนถึงวันนี้" in page


def test_a_circular_of_another_office_leads_to_what_never_came_from_it(cast, sign_in_as):
    circular = register(cast.province.clerk, printed_number="มท ๐๘๐๑.๔/ว ๑๖๕๘").letter_uid
    ordinary = register(cast.province.clerk, printed_number="มท ๐๘๐๑.๔/๑๖๕๙").letter_uid
    clerk = sign_in_as(cast.province.clerk)

    assert "/registers/gaps?series=" in clerk.get(f"/letters/{circular}").text
    assert "/registers/gaps?series=" not in clerk.get(f"/letters/{ordinary}").text


def test_paper_says_who_printed_the_page(cast, sent, district):
    page = district.get(f"/letters/{sent}").text

    assert "พิมพ์โดย เสมียน อ.เมืองตาก" in page


def test_a_letter_that_one_only_knows_of_is_named_without_a_way_to_it(cast, sent, sign_in_as):
    passed_on = send(cast.district_a.clerk, phrase="นายกเทศมนตรีทุกแห่ง", conveys_uid=sent)

    above = sign_in_as(cast.province.clerk).get(f"/letters/{sent}").text
    own = sign_in_as(cast.district_a.clerk).get(f"/letters/{sent}").text

    assert passed_on.printed_number in above
    assert f"/letters/{passed_on.letter_uid}" not in above
    assert f"/letters/{passed_on.letter_uid}" in own


def test_what_is_enclosed_with_a_letter_of_ours_is_added_and_seen_by_who_received_it(
    cast, sent, sign_in_as
):
    files = [(BytesIO(picture().content), "แผนผัง.png"), (BytesIO(b"a list"), "บัญชี.txt")]

    answer = sign_in_as(cast.province.clerk).post(
        f"/letters/{sent}/files", data={"files": files, "role": "enclosure"}
    )

    assert answer.status_code == 303
    kept = [(file.name, file.role) for file in LetterFile.select().order_by(LetterFile.id)]
    assert kept == [("แผนผัง.png", "enclosure"), ("บัญชี.txt", "enclosure")]
    assert "บัญชี.txt" in sign_in_as(cast.district_a.clerk).get(f"/letters/{sent}").text


def test_no_file_and_a_program_are_refused_beside_the_field(cast, sent, sign_in_as):
    clerk = sign_in_as(cast.province.clerk)
    program = (BytesIO(b"MZ\x90\x00 a program"), "หนังสือ.pdf")

    none = clerk.post(f"/letters/{sent}/files", data={"role": "enclosure"})
    other = clerk.post(f"/letters/{sent}/files", data={"files": [program], "role": "letter"})

    assert (none.status_code, other.status_code) == (422, 422)
    assert "โปรดกรอกช่องนี้" in none.text
    assert "หนังสือ.pdf" in other.text
    assert not LetterFile.select().exists()


def test_nobody_adds_a_file_to_a_letter_of_another_office(cast, sent, sign_in_as):
    files = [(BytesIO(picture().content), "แผนผัง.png")]

    answer = sign_in_as(cast.district_a.clerk).post(
        f"/letters/{sent}/files", data={"files": files, "role": "enclosure"}
    )

    assert answer.status_code == 404
    assert "เพิ่มไฟล์" not in sign_in_as(cast.district_a.clerk).get(f"/letters/{sent}").text


def test_a_further_coming_is_noted_on_the_letters_page_and_taken_back_there(cast, sent, district):
    data = {"channel": "line", "came_from": "กลุ่มไลน์ปลัด", "arrived_on": TODAY}

    noted = district.post(f"/letters/{sent}/arrivals", data=data)
    page = district.get(f"/letters/{sent}").text
    arrival = LetterArrival.get()
    back = f"/letters/{sent}/arrivals/{arrival.uid}/take-back"
    refused = district.post(back, data={"reason": ""})
    taken_back = district.post(back, data={"reason": "คนละฉบับ"})
    after = district.get(f"/letters/{sent}").text

    assert (noted.status_code, refused.status_code, taken_back.status_code) == (303, 422, 303)
    assert "๒ ทาง" in page
    assert "กลุ่มไลน์ปลัด" in page
    assert "๑ ทาง" in after
    assert "คนละฉบับ" in after


def test_a_coming_that_cannot_be_is_refused_beside_its_field(sent, district):
    answer = district.post(
        f"/letters/{sent}/arrivals", data={"channel": "line", "arrived_on": "1/1/2565"}
    )

    assert answer.status_code == 422
    assert 'id="arrived_on-error"' in answer.text
