"""Letters and orders as sentences cite them."""

import pytest

from saraban.rules.letter_reading.heading.citations import citations_in
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter


def cited(text):
    return [
        (one.citation.number, one.citation.dated_on.isoformat() if one.citation.dated_on else None)
        for one in citations_in(text)
    ]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        (
            "อนุสนธิคำสั่งสำนักงานจำลอง ที่ ๘๘/๒๕๖๓ ลงวันที่ ๑ ตุลาคม ๒๕๖๓ และที่ ๙๕/๒๕๖๔ ลงวันที่ ๒๐ เมษายน ๒๕๖๔",
            [("88/2563", "2020-10-01"), ("95/2564", "2021-04-20")],
        ),
        (
            "ตามหนังสือ ตร. ด่วนที่สุด ที่ ๐๐๑๑.๒๓/๓๓๑๐ ลง ๑๐ ส.ค. ๕๘",
            [("0011.23/3310", "2015-08-10")],
        ),
        (
            "ตามบันทึกขอความ ที มศบ ๐๑.๐๓/ว ๐๑๔ ลงวันที่ ๒๒ กันยายน ๒๕๖๖",
            [("มศบ 01.03/ว 014", "2023-09-22")],
        ),
        ("ตามวิทยุ ตร. ที่ ๐๐๐๑(ศปม.)/๓๓ ลง ๒๐ เม.ย. ๖๓", [("0001(ศปม.)/33", "2020-04-20")]),
        ("ตามวิทยุ ตร. ที่ ๐๐๐๑(มค๓)/๕๗๐ ลง ๓ ก.พ. ๒๕๔๙", [("0001(มค3)/570", "2006-02-03")]),
        (
            "หนังสือจังหวัด ที่ ชม ๐๐๒๓.๓/วุ ๑๔๐๐ ลงวันที่ ๘ มกราคม ๒๕๖๔",
            [("ชม 0023.3/ว 1400", "2021-01-08")],
        ),
        ("หนังสือสำนักงาน ก.พ. ว ๑๐ ลว. ๑๕ ก.ย. ๔๘", [("ว 10", "2005-09-15")]),
        (
            "หนังสือ ที่ นร ๑๐๐๔/ว ๑๗ ลงวันที่ ๑๑ ธันวาคม ๒๕๕๖ และที่ นร ๑๐๐๔/ว ๑๘ ลงวันที่เดียวกัน",
            [("นร 1004/ว 17", "2013-12-11"), ("นร 1004/ว 18", "2013-12-11")],
        ),
    ],
)
def test_a_letter_is_cited_by_number_and_day(text, letters):
    assert cited(text) == letters


@pytest.mark.parametrize(
    "text",
    [
        "ตามประกาศคณะกรรมการ ฉบับที่ ๑๒ ลงวันที่ ๓ มีนาคม ๒๕๖๔",
        "มติที่ประชุมครั้งที่ ๑/๒๕๖๐ เมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๐",
        "สัญญาจ้างเลขที่ ๑๒/๒๕๕๘ ลงวันที่ ๑ ตุลาคม ๒๕๕๗",
        "ระเบียบสำนักนายกรัฐมนตรี ว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ลงวันที่ ๑๑ พฤศจิกายน ๒๕๒๖",
        "แบบแปลนประตูน้ำ เลขที่ กทน.ป.น. ๗/๒๕๖๔ จำนวน ๑ ชุด",
    ],
)
def test_laws_notices_contracts_and_meetings_are_no_letters(text):
    assert cited(text) == []


def test_a_radio_message_has_its_office_behind_the_word():
    (found,) = citations_in("ตามวิทยุสื่อสารกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๑๕ ลงวันที่ ๕ มกราคม ๒๕๖๖")

    assert found.citation.issuer == "กรมทดสอบน้ำ"


@pytest.mark.parametrize(
    "office",
    ["สำนักงานเขตพื้นที่ทดสอบ เขต ๓๐", "สำนักงานป้าย ภาค 5", "สำนักงาน ก.จ., ก.ท. และ ก.อบต."],
)
def test_the_office_of_a_cited_letter_may_have_a_number_or_be_several(office):
    (found,) = citations_in(f"ตามหนังสือ{office} ที่ ทส ๙๙๐๑/ว ๑๕ ลงวันที่ ๕ มกราคม ๒๕๖๖")

    assert found.citation.issuer == office


def test_the_office_of_a_letter_is_not_taken_from_the_one_cited_before():
    told = "ตามโทรสารที่อ้างถึง กรมได้รับแจ้ง ตามหนังสือสำนักน้ำ ที่ ทส ๙๙๐๑/๑๕ ลงวันที่ ๕ มกราคม ๒๕๖๖"

    (found,) = citations_in(told)

    assert found.citation.issuer == "สำนักน้ำ"


def test_whose_letter_it_was_may_stand_before_its_number_in_english():
    (one,) = citations_in(
        "Letter of the Regional Centre for Tests No. RCT/2023/31 dated 4 May 2023"
    )

    assert (one.citation.number, one.citation.issuer) == (
        "RCT/2023/31",
        "Regional Centre for Tests",
    )


def test_a_day_whose_year_stands_on_the_next_line_is_whole():
    order = """คำสั่งโรงเรียนทดสอบวิทยา
ที่ ๑๒/๒๕๖๔
เรื่อง แต่งตั้งเวรยาม
ตามคำสั่งสำนักงานป้ายเตือนภัย ที่ ๘๘/๒๕๖๓ ลงวันที่ ๑ ตุลาคม
พ.ศ. ๒๕๖๓ เรื่อง การอยู่เวร ให้ผู้มีรายชื่อปฏิบัติหน้าที่
สั่ง ณ วันที่ ๒ มีนาคม พ.ศ. ๒๕๖๔
"""
    (one,) = the_letter(order).cited
    assert (one.number, str(one.dated_on)) == ("88/2563", "2020-10-01")


def test_an_office_named_after_court_cases_has_orders_too():
    assert cited("ตามคำสั่งกรมบังคับคดี ที่ ๖๕/๒๕๖๑ ลงวันที่ ๒๑ กันยายน ๒๕๖๑") == [("65/2561", "2018-09-21")]


def test_a_state_enterprise_has_orders_and_what_somebody_ordered_is_none():
    (one,) = citations_in("อนุสนธิคำสั่งการไฟฟ้าทดสอบ ที่ ๔๑/๒๕๖๑ ลงวันที่ ๘ ตุลาคม ๒๕๖๑ แต่งตั้งคณะทำงานไว้แล้ว")

    assert (one.citation.number, one.citation.issuer) == ("41/2561", "การไฟฟ้าทดสอบ")
    assert citations_in("ได้รับคำสั่งการทางโทรศัพท์ ลงวันที่ ๘ ตุลาคม ๒๕๖๑ ให้ปลดป้าย") == []


@pytest.mark.parametrize("told", ["วิทยุในราชการกรมทดสอบน้ำ ด่วนที่สุด", "หนังสือกรมทดสอบน้ำ ดวนที่สุด"])
def test_how_urgent_a_cited_letter_was_is_no_part_of_its_office(told):
    (one,) = citations_in(f"ตาม{told} ที่ ทส ๙๙๐๑/ว ๘๑ ลงวันที่ ๓ มิถุนายน ๒๕๖๕")

    assert one.citation.issuer == "กรมทดสอบน้ำ"


def test_a_day_stays_whole_where_its_year_opens_a_long_line():
    table = "ประเภทการแข่งขัน จำนวนสมาชิกต่อทีม ค่าสมัคร (บาท) การขยายพันธุ์ การแปรรูปผลผลิต และการตัดสิน"
    letter = the_letter(
        f"{HEAD}ด้วยกรมได้รับความเห็นชอบตามหนังสือ ที่ ทส ๙๙๐๑/๔๒ ลงวันที่ ๑๒ ตุลาคม\n"
        f"๒๕๖๔ และหนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๗๗ ลงวันที่ ๒๐ ตุลาคม ๒๕๖๔ {table}\n{BODY}{SIGNED}"
    )

    assert [(one.number, str(one.dated_on)) for one in letter.cited] == [
        ("ทส 9901/42", "2021-10-12"),
        ("ทส 9901/ว 77", "2021-10-20"),
    ]


def test_a_certificate_of_research_is_no_letter():
    assert cited("ซึ่งผ่านการรับรองจริยธรรมการวิจัยเลขที่ COA 021/2563 แล้ว") == []


def test_the_day_of_a_number_set_further_in_belongs_to_it():
    body = (
        "ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัยริมตลิ่ง ตามหนังสือกรมทดลอง ที่ ทล ๙๙๐๒/๔๕๗๒\n"
        "          ลงวันที่ ๑๔ กันยายน ๒๕๕๘ แล้ว\nจึงเรียนมาเพื่อโปรดทราบ\n"
    )

    (one,) = the_letter(f"{HEAD}{body}{SIGNED}").cited

    assert (one.number, one.dated_on.isoformat()) == ("ทล 9902/4572", "2015-09-14")


@pytest.mark.parametrize(
    "wrote",
    [
        "ด้วยอำเภอทดสอบได้มีหนังสือ ด่วนที่สุด",
        "๑. อำเภอทดสอบ ได้มีหนังสือ",
        "ต่อมา อำเภอทดสอบมีหนังสือลับ",
        "และอำเภอทดสอบมีคำสั่ง",
    ],
)
def test_the_office_that_wrote_is_told_before_what_it_wrote(wrote):
    (one,) = citations_in(f"{wrote} ที่ ทส ๙๙๐๑/๑๔ ลว. ๙ ก.ย. ๖๒ แจ้งว่า")

    assert one.citation.issuer == "อำเภอทดสอบ"


def test_who_wrote_is_not_made_out_of_a_sentence():
    (_, one) = citations_in(
        "กรมทดสอบมีคำสั่ง ที่ ๑๒/๒๕๖๒ ลว. ๑ ก.ย. ๖๒ แต่งตั้งคณะกรรมการสอบข้อเท็จจริงป้ายชำรุด"
        " และต่อมามีคำสั่ง ที่ ๑๕/๒๕๖๒ ลว. ๙ ก.ย. ๖๒"
    )

    assert one.citation.issuer is None


def test_an_order_may_have_two_figures_for_its_year():
    told = cited("ตามคำสั่ง มทบ.๙๙ ที่ ๓๘๖/๖๔ ลง ๓๐ ก.ค. ๖๔ ได้กำหนดให้หน่วยเตรียมกำลัง")

    assert told == [("386/64", "2021-07-30")]


def test_a_form_of_request_is_no_letter():
    assert cited("ตามคำขอฉบับที่ ๑๖๑๒/๔๙ ลงวันที่ ๑๘ กันยายน ๒๕๔๙") == []


def test_a_letter_named_again_without_its_day_is_cited_once():
    body = (
        "ด้วยกรมทดลองมีคำสั่ง ที่ ๓๐๒๖/๒๕๖๔ ลงวันที่ ๒๔ กันยายน ๒๕๖๔ แต่งตั้งคณะกรรมการ\n"
        "ข้อเท็จจริงตามคำสั่ง ที่ ๓๐๒๖/๒๕๖๔ ยังไม่เพียงพอ\nจึงเรียนมาเพื่อโปรดทราบ\n"
    )

    (one,) = the_letter(f"{HEAD}{body}{SIGNED}").cited

    assert str(one.dated_on) == "2021-09-24"


def test_a_year_that_a_line_broke_is_read_whole():
    body = (
        "ด้วยกรมทดลองชี้แจงตามหนังสือ ที่ ทล ๙๙๐๒/๑๐๙๓ ลงวันที่ ๒๘ ธ.ค. ๒๕\n"
        "๕๔ ว่าคณะกรรมการอยู่ระหว่างรวบรวมพยานหลักฐาน\nจึงเรียนมาเพื่อโปรดทราบ\n"
    )

    (one,) = the_letter(f"{HEAD}{body}{SIGNED}").cited

    assert str(one.dated_on) == "2011-12-28"


def test_a_count_of_trips_is_no_letter():
    assert citations_in("รวม ๑๑๒ เที่ยว ๖๗๒,๐๐๐ ลิตร ตามหนังสือกรมทดสอบน้ำ") == []


def test_a_long_issuer_that_runs_into_the_urgency_is_whole():
    (found,) = citations_in(
        "หนังสือคณะกรรมการวินิจฉัยปัญหาการทดสอบป้ายและการบริหารเสาป้ายภาครัฐ กรมบัญชีกลางด่วนที่สุด"
        " ที่ กค (กวจ) ๙๙๐๕.๒/ว ๓๘๑ ลงวันที่ ๑๔ สิงหาคม ๒๕๖๑"
    )

    assert found.citation.number == "กค (กวจ) 9905.2/ว 381"
