from datetime import date

from tests.rules.letter_reading.letters import BODY, SIGNED, the_letter


def test_a_number_a_web_page_broke_over_three_lines_is_one_number():
    letter = the_letter(
        "ที่\nทส\n  9901.2/ 1350        กรมทดสอบน้ำ\nถนนทดลอง กทม.10400\n17   มิถุนายน \n 2546\n"
        f"เรื่อง การสำรวจ\n\nเรียน\n ผู้ว่าราชการจังหวัด\n{BODY}{SIGNED}"
    )

    assert letter.number.normalized == "ทส 9901.2/1350"
    assert letter.dated_on == date(2003, 6, 17)
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.addressees == ["ผู้ว่าราชการจังหวัด"]


def test_a_notice_broken_at_every_phrase_keeps_its_day_and_borrows_no_number():
    letter = the_letter(
        "ประกาศ\nเรื่อง\nการให้คำสั่งที่ออกไว้ยังคงมีผล\nใช้บังคับ\nตามที่ได้มีคำสั่ง\n"
        "ที่ ๑/๒๕๕๐ เรื่อง การแต่งตั้งเจ้าหน้าที่\nลงวันที่ ๑๖ มกราคม พ.ศ. ๒๕๕๐ แล้ว นั้น\n"
        "จึงให้คำสั่งนั้นมีผลต่อไป\nประกาศ\nณ วันที่ ๑๗ มีนาคม พ.ศ. ๒๕๕๘\nพลเอก\nทดลอง น้ำใส\n"
    )

    assert letter.kind == "ประกาศ"
    assert letter.number is None
    assert letter.dated_on == date(2015, 3, 17)
    assert letter.subject == "การให้คำสั่งที่ออกไว้ยังคงมีผล ใช้บังคับ"
