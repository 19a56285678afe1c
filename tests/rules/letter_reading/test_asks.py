"""What one letter's text asks, in the words of the closed list."""

import pytest

from saraban.rules.letter_reading.asks import asked_in, asks_of, without_unticked


def asked(*paragraphs, subject="", kind="หนังสือภายนอก"):
    return [one.ask for one in asks_of(paragraphs, subject, kind)]


@pytest.mark.parametrize(
    ("paragraphs", "asks"),
    [
        (["จึงเรียนมาเพื่อดำเนินการและรายงานผลให้ทราบต่อไป"], ["ดำเนินการ", "รายงาน"]),
        (
            ["จึงเรียนมาเพื่อขอได้โปรดพิจารณาและเสนอความเห็นไปยังสำนักงานภายใน ๗ วัน"],
            ["พิจารณา", "ส่งข้อมูล"],
        ),
        (
            ["ขอให้จังหวัดดำเนินการ ดังนี้", "๓. รายงานสถิติอุบัติเหตุประจำวัน", "จึงเรียนมาเพื่อโปรดทราบ"],
            ["ทราบ", "รายงาน"],
        ),
        (
            ["ขอแจ้งให้อำเภอเร่งประชาสัมพันธ์ให้ประชาชนทราบ", "จึงเรียนมาเพื่อดำเนินการต่อไป"],
            ["ดำเนินการ", "ประชาสัมพันธ์"],
        ),
        (
            ["จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดอนุมัติและลงนามในคำสั่ง"],
            ["พิจารณา", "อนุมัติ"],
        ),
        (
            [
                "จึงขอให้จังหวัดตรวจสอบรายการ แล้วรายงานกรมภายในวันที่ ๓๑ มกราคม ศกนี้",
                "จึงเรียนมาเพื่อโปรดดำเนินการ",
            ],
            ["ดำเนินการ", "รายงาน"],
        ),
        (
            ["กรุณาแจ้งความประสงค์เข้าร่วมงานตามแบบที่แนบ", "จึงเรียนมาเพื่อทราบ"],
            ["ทราบ", "ตอบรับ"],
        ),
        (
            ["จึงขอความอนุเคราะห์ท่านโปรดมอบเจ้าหน้าที่กรอกข้อมูลตามแบบ", "จึงเรียนมาเพื่อโปรดให้ความอนุเคราะห์"],
            ["อนุเคราะห์", "ส่งข้อมูล"],
        ),
        (
            ["ตามที่ได้แจ้งให้ส่งแบบประเมิน นั้น จึงขอให้หน่วยงานเร่งดำเนินการและส่งแบบประเมินให้กลุ่มงาน"],
            ["ดำเนินการ", "ส่งข้อมูล"],
        ),
    ],
)
def test_the_closing_comes_first_and_the_text_adds_to_it(paragraphs, asks):
    assert asked(*paragraphs) == asks


def test_of_a_tick_list_only_the_ticked_counts():
    paragraphs = ["เพื่อโปรด", "[/] ทราบ", "[ ] พิจารณา", "[/] ถือปฏิบัติ", "[ ] รายงานผล"]

    assert asked(*paragraphs) == ["ทราบ", "ถือปฏิบัติ"]
    assert without_unticked(paragraphs) == [0, 1, 3]


def test_a_list_without_a_tick_counts_whole():
    assert without_unticked(["( ) ทราบ", "( ) พิจารณา"]) == [0, 1]


def test_a_scanned_list_that_lost_its_ticks_still_asks():
    assert asked("เพื่อโปรด", "ทราบและพิจารณา", "หากประสงค์จะร่วมทำบุญ ขอให้รวบรวมเงินส่ง") == [
        "ทราบ",
        "พิจารณา",
    ]


@pytest.mark.parametrize(
    ("subject", "is_invitation"),
    [
        ("ขอเชิญเข้าร่วมประชุมวิชาการ", True),
        ("ขอเชิญส่งผลงานเข้าร่วมการประชุมวิชาการ", True),
        ("ขอเชิญส่งบทความวิจัยตีพิมพ์ในวารสาร", False),
        ("ขอเชิญเสนอชื่ออาจารย์ดีเด่น", False),
        ("ขอเชิญเป็นวิทยากร", False),
    ],
)
def test_an_invitation_to_come_is_told_from_one_to_send(subject, is_invitation):
    asks = asked("จึงเรียนมาเพื่อโปรดพิจารณา", subject=subject)

    assert ("เข้าร่วม" in asks) is is_invitation


def test_it_is_the_sender_who_is_to_know_the_outcome():
    assert asked("จึงแจ้งมาเพื่อถือปฏิบัติ และรายงานผลให้ ตร. ทราบภายใน ๑๕ วัน") == ["ถือปฏิบัติ", "รายงาน"]


def test_each_row_of_a_list_is_a_duty_of_its_own():
    paragraphs = ["ขอให้อำเภอดำเนินการ ดังนี้", "๑. รายงานผลการสำรวจ", "๒. รายงานผลการซ่อม"]

    found = asked_in(paragraphs, "", "หนังสือภายนอก")

    assert [(one.ask, one.paragraph) for one in found] == [("รายงาน", 1), ("รายงาน", 2)]
    assert [one.ask for one in asks_of(paragraphs, "", "หนังสือภายนอก")] == ["รายงาน"]


@pytest.mark.parametrize(
    ("row", "ask"),
    [
        ("(๒) รายงานจุดทิ้งขยะตามแบบที่กำหนด", "รายงาน"),
        ("๓. เข้าร่วมการซ้อมแผนอพยพพร้อมกันทั้งจังหวัด", "เข้าร่วม"),
        ("2) ประชาสัมพันธ์ห้ามเผาวัชพืชริมทาง", "ประชาสัมพันธ์"),
        ("ให้ทุกกองถือปฏิบัติตามแนวทางนี้ตั้งแต่วันที่ ๑ มกราคม ๒๕๖๖", "ถือปฏิบัติ"),
        ("ผลเป็นประการใดโปรดแจ้งให้สำนักงานทราบภายใน ๓๐ วัน", "รายงาน"),
    ],
)
def test_what_a_paragraph_asks_outright(row, ask):
    assert asked("ขอให้อำเภอดำเนินการ ดังนี้", row, "จึงเรียนมาเพื่อทราบ") == ["ทราบ", ask]


def test_carrying_out_a_report_is_reporting():
    assert asked("ด้วยยังขาดข้อมูล จึงขอให้โรงเรียนดำเนินการรายงานข้อมูลให้แล้วเสร็จ") == ["รายงาน"]


def test_a_ticked_row_may_name_the_form_that_is_to_be_sent():
    assert asked("จึงเรียนมาเพื่อโปรด", "(/) ทราบ", "(/) ส่งแบบ ส.๒", "( ) อนุมัติ") == [
        "ทราบ",
        "ส่งข้อมูล",
    ]


def test_a_list_that_is_sent_to_somebody_is_something_else_than_the_report():
    report = "๑. รายงานผลการสำรวจให้อำเภอทราบ"

    assert asked(report, "๒. ให้อำเภอรวบรวมรายชื่อโครงการส่งให้จังหวัด") == ["รายงาน", "ส่งข้อมูล"]
    assert asked(report, "๒. ให้อำเภอรวบรวมส่งให้จังหวัด") == ["รายงาน"]


@pytest.mark.parametrize(
    ("paragraph", "asks"),
    [
        ("๒. คณะกรรมการจัดสถานที่ มีหน้าที่ จัดโต๊ะและป้าย", ["ดำเนินการ"]),
        (
            "ให้คณะกรรมการดำเนินการตรวจรับให้แล้วเสร็จ แล้วรายงานผลให้ปลัดทราบ",
            ["รายงาน", "ดำเนินการ"],
        ),
        ("ให้งานแผนสรุปผลการดำเนินงานรายงานผู้อำนวยการ", ["รายงาน"]),
        ("ให้ผู้ได้รับแต่งตั้งปฏิบัติหน้าที่ให้เกิดผลดี", []),
        ("แต่งตั้งผู้มีหน้าที่ตรวจสอบทรัพย์สิน", []),
    ],
)
def test_an_order_charges_those_whom_it_appoints(paragraph, asks):
    assert asked(paragraph, kind="คำสั่ง") == asks
    assert "ดำเนินการ" not in asked(f"{paragraph} นั้น", "จึงเรียนมาเพื่อทราบ")


@pytest.mark.parametrize(
    ("closing", "asks"),
    [
        ("เพื่อโปรดพิจารณาอนุมัติ", ["พิจารณา", "อนุมัติ"]),
        ("จึงเรียนมาเพื่อทราบและปฏิบัติ", ["ทราบ", "ถือปฏิบัติ"]),
        ("จึงเรียนมาเพื่อโปรดแจ้งให้ผู้สนใจสมัครเข้าร่วมโครงการ", ["แจ้งเวียน"]),
        ("จึงเรียนมาเพื่อโปรดทราบ และแจ้งให้หน่วยงานในสังกัดทราบ", ["ทราบ"]),
    ],
)
def test_a_closing_of_few_words_asks_too(closing, asks):
    assert asked("ด้วยกรมจะจัดงานวันป้ายเตือนภัย", closing) == asks


@pytest.mark.parametrize(
    ("sentence", "ask"),
    [
        ("ขอให้ท่านมอบหมายเจ้าหน้าที่เข้าร่วมประชุมตามวันดังกล่าว", "เข้าร่วม"),
        ("ขอให้เสนอชื่อครูดีเด่น จำนวน ๑ คน", "ส่งข้อมูล"),
        ("สแกน QR Code เพื่อตอบรับการเข้าร่วมประชุม", "ตอบรับ"),
        ("ผลการตรวจสอบเป็นประการใด ขอได้รายงานให้กรมทราบ", "รายงาน"),
    ],
)
def test_what_a_sentence_of_the_text_adds(sentence, ask):
    assert asked("ด้วยกรมจะจัดงาน", sentence, "จึงเรียนมาเพื่อทราบ") == ["ทราบ", ask]


@pytest.mark.parametrize("head", ["กองพิจารณาแล้ว เห็นควรดำเนินการ ดังนี้", "๓. ข้อเสนอ"])
def test_what_a_memo_proposes_to_its_head_is_not_asked_yet(head):
    paragraphs = [head, "๑. ให้ทุกงานรายงานผล", "จึงเรียนมาเพื่อโปรดพิจารณา"]

    assert asked(*paragraphs, kind="หนังสือภายใน") == ["พิจารณา"]
    assert asked(*paragraphs, kind="หนังสือภายนอก") == ["พิจารณา", "รายงาน"]
