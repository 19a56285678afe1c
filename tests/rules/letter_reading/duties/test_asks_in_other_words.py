"""What letters ask in rarer words, and what sounds like it and is none."""

import pytest

from tests.rules.letter_reading.asked import asked, asked_beside


@pytest.mark.parametrize("words", ["ขอได้", "ขอให้", "ขอได้โปรด"])
def test_a_closing_goes_on_to_what_is_asked_beside_it(words):
    assert asked(f"จึงเรียนมาเพื่อทราบ และ{words}ดำเนินการต่อไป") == ["ทราบ", "ดำเนินการ"]


@pytest.mark.parametrize("end", ["และขอดำเนินการติดตั้งป้ายต่อไป", "และขอขอบคุณที่ดำเนินการด้วยดี"])
def test_what_the_writer_goes_on_to_do_or_thanks_for_is_not_asked(end):
    assert asked(f"จึงเรียนมาเพื่อโปรดทราบ {end}") == ["ทราบ"]


@pytest.mark.parametrize(
    "sent",
    [
        "๒. รวบรวมผลการนับปลาของแต่ละฝาย ส่งถึงกรมทดสอบน้ำก่อนวันที่ ๕",
        "๒. วัดระดับน้ำแล้วบันทึกผลลงแบบ น.๑ ส่งกลุ่มป้ายเตือนทุกวันอังคาร",
        "๒. สรุปค่าความขุ่นของน้ำในบ่อ ส่งสำนักทดสอบน้ำเป็นรายเดือน",
        "๒. การรายงาน ให้นายช่างเก็บแบบ น.๓ จากทุกฝายส่งกรมทดสอบน้ำ",
        "2.4 รายงานเลขเครื่องวัดน้ำต่อกองป้าย ภายใน 10 วัน",
    ],
)
def test_results_that_are_sent_up_are_reported(sent):
    assert asked_beside(sent) == ["รายงาน"]


@pytest.mark.parametrize(
    "sent",
    [
        "๒. รวบรวมผลงานของเด็ก ส่งถึงกรมทดสอบน้ำก่อนวันที่ ๕",
        "๒. รวบรวมข้อมูลปลาของแต่ละฝาย ส่งถึงกรมทดสอบน้ำก่อนวันที่ ๕",
        "๒. เรียงทะเบียนฝายตามแบบ น.๑ ส่งส่วนบำรุงฝาย ก่อนวันที่ ๕",
    ],
)
def test_works_figures_and_lists_that_are_sent_are_no_report(sent):
    assert asked_beside(sent) == ["ส่งข้อมูล"]


def test_a_request_may_go_on_where_its_lines_parted():
    closing = "จึงเรียนมาเพื่อโปรดพิจารณา และขอให้ท่านหาช่างป้ายที่สนใจ"

    assert asked(closing, "แล้วจัดทำประวัติช่างส่งถึงกองป้าย ก่อนวันที่ ๕") == ["พิจารณา", "ส่งข้อมูล"]
    assert asked(closing, "กรมจัดทำประวัติช่างส่งถึงกองป้ายแล้ว") == ["พิจารณา"]


def test_what_contestants_have_to_send_is_not_asked_of_the_receiver():
    assert asked_beside("(๒) ทีมที่เข้ารอบจะต้องส่งบทความก่อนวันตัดสิน") == []
    assert asked_beside("(๒) ให้ทีมงานของท่านส่งบทความก่อนวันตัดสิน") == ["ส่งข้อมูล"]


def test_a_copy_of_the_letter_itself_goes_to_others_and_not_back():
    closing = "จึงเรียนมาเพื่อถือปฏิบัติ และส่งสำเนา{}ให้สถานีสูบน้ำ"

    assert asked(closing.format("หนังสือฉบับนี้")) == ["ถือปฏิบัติ"]
    assert asked(closing.format("ทะเบียนป้าย")) == ["ถือปฏิบัติ", "ส่งข้อมูล"]


def test_what_each_of_those_below_gets_is_told_to_them():
    assert asked_beside("๓. ให้อำเภอแจ้งจำนวนเงินซึ่งแต่ละวัดจะได้ให้เจ้าอาวาสทราบ") == []
    assert asked_beside("๓. ให้อำเภอแจ้งจำนวนเงินซึ่งเหลืออยู่ให้กองป้ายทราบ") == ["ส่งข้อมูล"]


def test_who_is_asked_a_favour_may_be_asked_to_answer():
    outcome = "ผลการหารือเป็นอย่างไร โปรดตอบวัดภายในเดือนนี้"

    assert asked(outcome, "จึงเรียนมาเพื่อโปรดให้ความอนุเคราะห์") == ["อนุเคราะห์", "ตอบรับ"]
    assert asked_beside(outcome) == ["รายงาน"]


@pytest.mark.parametrize("guests", ["ผู้เข้าประชุม", "ผู้เข้าร่วมประชุม", "ผู้แทนที่จะเข้าประชุม"])
def test_who_is_invited_says_who_will_come(guests):
    assert asked_beside(f"และโปรดแจ้งชื่อ{guests}ต่อเลขานุการ") == ["ตอบรับ"]
    assert asked_beside(f"กรมได้แจ้งชื่อ{guests}ไปแล้ว") == []


def test_who_is_named_for_a_work_is_sent_in():
    assert asked_beside("และขอให้ท่านแจ้งชื่อผู้ดูแลป้ายต่อเลขานุการ") == ["ส่งข้อมูล"]


@pytest.mark.parametrize(
    "words",
    [
        "จึงขอแรงผู้ใหญ่บ้านประชาสัมพันธ์วันล้างบ่อ",
        "กองป้ายใคร่ขอรบกวนท่านกระจายข่าววันล้างบ่อ",
        "จึงขอฝากท่านเผยแพร่แผ่นพับนี้",
        "ขอให้ทางวัดช่วยปิดโปสเตอร์งานบุญ",
        "ขอความร่วมมือสถานีตั้งโต๊ะเชิญชวนผู้มาใช้น้ำร่วมปลูกต้นไม้",
        "๓. ให้ประกาศผ่านเครื่องขยายเสียงทุกเย็น",
        "ขอให้ผู้ใหญ่บ้านประกาศผ่านหอกระจายข่าวทุกเช้า",
    ],
)
def test_news_is_spread_in_many_words(words):
    assert asked_beside("ด้วยเทศบาลจะซ่อมป้าย", words) == ["ประชาสัมพันธ์"]


@pytest.mark.parametrize(
    "words",
    [
        "หากมีข้อสงสัยกรุณาติดต่องานประชาสัมพันธ์ เทศบาลทดสอบ",
        "ขอให้ซ่อมหอกระจายข่าวให้ใช้การได้",
        "เทศบาลขอเชิญชวนประชาชนร่วมงาน",
        "หากควันรบกวนผู้อื่น เทศบาลจะเผยแพร่ชื่อผู้เผา",
        "๒. ประกาศรายชื่อผู้ดูแลป้าย",
    ],
)
def test_a_desk_a_tower_and_the_senders_own_call_spread_nothing(words):
    assert "ประชาสัมพันธ์" not in asked_beside("ด้วยเทศบาลจะซ่อมป้าย", words)


def test_who_calls_the_public_together_is_not_invited_itself():
    assert asked_beside("ขอให้วัดเชิญชวนประชาชนร่วมปลูกต้นไม้") == ["ประชาสัมพันธ์"]
    assert asked_beside("กองป้ายขอเชิญชวนประชาชนร่วมปลูกต้นไม้") == ["เข้าร่วม"]


def test_a_paper_is_sent_round_and_what_goes_round_by_itself_is_not():
    assert asked_beside("ขอให้สำนักงานเวียนประกาศฉบับนี้ให้ทุกสถานี") == ["แจ้งเวียน"]
    assert asked_beside("ขอให้ห้องสมุดจัดชั้นหมุนเวียนหนังสือให้เด็กอ่าน") == []


def test_points_under_a_request_to_follow_are_followed():
    point = "๑. ปิดวาล์วก่อนล้างบ่อ"

    assert asked_beside("ขอให้หน่วยงานถือปฏิบัติ ดังต่อไปนี้", point) == ["ถือปฏิบัติ"]
    assert asked_beside("เดิมหน่วยงานถือปฏิบัติ ดังต่อไปนี้", point) == []


@pytest.mark.parametrize(
    ("paragraph", "asks"),
    [
        ("ให้พนักงานสูบน้ำทุกคนถือปฏิบัติโดยเคร่งครัด", ["ถือปฏิบัติ"]),
        ("เพื่อให้พนักงานสูบน้ำทุกคนถือปฏิบัติโดยเคร่งครัด จึงออกคำสั่ง", []),
        ("มีหน้าที่ ประชาสัมพันธ์วันล้างบ่อ", ["ดำเนินการ", "ประชาสัมพันธ์"]),
        ("มีหน้าที่ จัดทำป้าย และประชาสัมพันธ์งาน", ["ดำเนินการ", "ประชาสัมพันธ์"]),
        ("มีหน้าที่ ช่วยฝ่ายประชาสัมพันธ์", ["ดำเนินการ"]),
        ("ทุกกลุ่มรายงานยอดปลาต่อหัวหน้าฝาย", ["รายงาน"]),
        ("ทุกกลุ่มจดรายงานการประชุม", []),
    ],
)
def test_an_order_charges_without_many_words(paragraph, asks):
    assert asked(paragraph, kind="คำสั่ง") == asks


@pytest.mark.parametrize("typed", ["ดำนเนินการ", "ดำเนิการ", "ดำเนืนการ"])
def test_a_mistyped_word_of_the_closing_is_read(typed):
    assert asked(f"จึงเรียนมาเพื่อโปรดทราบและ{typed}ต่อไป") == ["ทราบ", "ดำเนินการ"]
    assert asked(f"จึงเรียนมาเพื่อพิจารณา{typed}") == ["พิจารณาดำเนินการ"]


def test_a_monk_closes_with_a_blessing():
    assert asked("จึงเจริญพรมาเพื่อโปรดทราบและพิจารณา") == ["ทราบ", "พิจารณา"]
    assert asked("จึงขอเจริญพรมาเพื่อทราบ") == ["ทราบ"]
    assert asked("เจริญพร นายช่างป้าย", "ขอเจริญพร") == []


@pytest.mark.parametrize("passed", ["ส่งต่อข้อความนี้ให้นายช่างทุกคน", "ส่งต่ออีเมลฉบับนี้ไปยังทุกฝาย"])
@pytest.mark.parametrize("asks", ["รบกวนหัวหน้ากอง", "ขอให้ท่าน"])
def test_a_message_is_passed_on_as_it_is(asks, passed):
    assert asked_beside(f"{asks}{passed}รับทราบด้วย") == ["แจ้งเวียน"]


@pytest.mark.parametrize(
    "told",
    [
        "กองป้ายได้ส่งต่อข้อความนี้ให้นายช่างแล้ว",
        "ขอให้ส่งต่อผู้ป่วยให้สถานพยาบาลใกล้บ้าน",
        "รบกวนส่งต่อเรื่องร้องเรียนให้ศาลา",
    ],
)
def test_what_was_passed_on_and_what_is_handed_to_another_is_no_circular(told):
    assert "แจ้งเวียน" not in asked_beside(told)


@pytest.mark.parametrize(
    "sent",
    [
        "โปรดตรวจบ่อน้ำ และส่งรายงานความเห็นไปยังกรมทดสอบน้ำก่อนวันที่ ๕",
        "กรุณาตรวจบ่อ แล้วจัดส่งรายงานพร้อมภาพให้กรมทดสอบน้ำ",
        "๒. ให้ผู้ดูแลฝายสรุป RCA ส่งกองป้าย ภายในวันที่ ๕ ของเดือนถัดไป",
        "๒. ให้ผู้ดูแลฝายสรุปสาเหตุที่น้ำล้น ส่งกองป้าย ภายในวันที่ ๕",
    ],
)
def test_a_report_is_one_by_whatever_it_is_about(sent):
    assert asked_beside(sent) == ["รายงาน"]


@pytest.mark.parametrize(
    "told",
    [
        "กรมทดสอบน้ำได้จัดส่งรายงานความเห็นไปยังศาลาแล้ว",
        "โปรดระวัง เพราะหลายฝายส่งรายงานล่าช้าทำให้น้ำล้น",
        "โปรดจัดส่งรายงานการประชุมให้กองป้าย",
        "โปรดจัดส่งรายงานประจำปีให้กองป้าย",
    ],
)
def test_what_was_reported_or_came_late_and_a_book_are_no_report(told):
    assert "รายงาน" not in asked_beside(told)


@pytest.mark.parametrize("summed", ["สรุปรายชื่อช่าง ส่งกองป้าย", "สรุป OT ของช่าง ส่งกองป้าย"])
def test_a_list_or_hours_summed_up_are_sent(summed):
    assert asked_beside(f"๒. ให้หัวหน้าฝาย{summed} ภายในวันที่ ๕") == ["ส่งข้อมูล"]


@pytest.mark.parametrize(
    "words",
    [
        "ขอได้ช่วยป่าวร้องชาวฝายให้มาล้างบ่อ",
        "จึงขอความกรุณาฝากข่าวถึงช่างป้ายที่ว่างงาน",
        "ใคร่ขอให้ทางวัดติดประกาศและบอกกล่าวแก่ช่างป้าย",
        "ขอให้ผู้ใหญ่บ้านประกาศเตือนชาวฝายทางหอกระจายข่าวให้ระวังน้ำ",
        "๒. ให้นำเรื่องนี้แจ้งในที่ประชุมชาวฝาย เพื่อประชาสัมพันธ์ให้ราษฎรทราบ",
    ],
)
def test_news_is_left_cried_out_put_up_or_told_at_a_calling(words):
    assert asked_beside("ด้วยเทศบาลจะซ่อมป้าย", words) == ["ประชาสัมพันธ์"]


def test_news_is_cried_out_beside_a_closing_too():
    assert asked("จึงเรียนมาเพื่อทราบ และขอได้ช่วยป่าวร้องชาวฝายด้วย") == ["ทราบ", "ประชาสัมพันธ์"]


@pytest.mark.parametrize(
    "words",
    [
        "ผู้ใหญ่บ้านได้ป่าวร้องชาวฝายแล้ว",
        "มีผู้ฝากข่าวถึงช่างป้ายที่ว่างงาน",
        "ขอให้วัดติดประกาศและเก็บสำเนาไว้",
        "๒. เทศบาลจัดทำป้ายเพื่อประชาสัมพันธ์ให้ราษฎรทราบ",
    ],
)
def test_news_that_others_gave_and_what_the_writer_made_ask_for_none(words):
    assert asked_beside("ด้วยเทศบาลจะซ่อมป้าย", words) == []


@pytest.mark.parametrize("come", ["เข้ารับฟังการชี้แจง", "เข้ารับการอบรมการล้างบ่อ", "ให้เข้ารับฟังคำแนะนำ"])
def test_a_point_may_have_the_receiver_come_and_listen(come):
    assert asked_beside("จึงขอให้วัดดำเนินการ ดังนี้", f"๑. {come}ที่ศาลา") == ["เข้าร่วม"]
    assert asked_beside(f"ช่างป้าย{come}ที่ศาลาเมื่อวานแล้ว") == []


def test_a_report_form_that_is_printed_is_a_paper_to_be_sent():
    printed = "๒. {}แบบรายงาน น.๕ ที่เจ้าอาวาสลงนามแล้ว ส่งสำนักทดสอบน้ำ ภายในวันที่ ๕"

    assert asked_beside(printed.format("พิมพ์")) == ["ส่งข้อมูล"]
    assert asked_beside(printed.format("จัดทำ")) == ["รายงาน"]


def test_the_report_that_the_writer_itself_must_make_is_not_asked():
    sent = "จึงขอให้วัดจัดส่งข้อมูลบ่อน้ำมายังกองป้าย"

    writer = "ด้วยกองป้ายจะต้องจัดทำรายงานผลการล้างบ่อเสนอกรมทดสอบน้ำ"
    assert asked_beside(f"{writer} {sent}") == ["ส่งข้อมูล"]
    receiver = "ด้วยหน่วยงานของท่านจะต้องจัดทำรายงานผลการล้างบ่อ"
    assert "รายงาน" in asked_beside(receiver)


@pytest.mark.parametrize("way", ["โทรสาร ๐ ๒๐๐๐ ๐๐๐๐", "ไปรษณีย์"])
def test_what_goes_back_by_fax_or_mail_is_sent(way):
    counted = "ให้นับเสาป้ายตามแผ่นที่ ๒ ส่งกลับทาง"

    assert asked_beside(f"{counted}{way}") == ["ส่งข้อมูล"]
    assert asked_beside(f"ขอให้ลงนามในใบตอบรับ ส่งกลับทาง{way}") == ["ตอบรับ"]
