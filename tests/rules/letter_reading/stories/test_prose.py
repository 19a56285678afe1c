"""Letters that a web page or a news story only tells of."""

import textwrap
from datetime import date

import pytest

from saraban.rules.letter_reading.draft import Signatory
from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.reading import read_letters


def read(text):
    (draft,) = read_letters(pages_of_text(text))
    return draft


def test_a_fax_told_in_the_news_is_read_with_what_it_asks():
    draft = read(
        "เมื่อวันที่ 20 มิ.ย. 64 ปลัดกระทรวงได้ลงนามในโทรสารในราชการกระทรวงจำลอง ด่วนที่สุดที่ จล 0230/ว 3518 "
        "ถึง ผู้ว่าราชการจังหวัดทุกจังหวัด\n"
        "เพื่อให้เกิดความเข้าใจที่ถูกต้อง จึงแจ้งทุกจังหวัดทราบและถือปฏิบัติ ดังนี้\n"
        "1.ยกเลิกโทรสารในราชการกระทรวงจำลอง ด่วนที่สุด ที่ จล 0230/ว 3464 ลงวันที่ 17 มิถุนายน 2564\n"
    )

    assert draft.number.normalized == "จล 0230/ว 3518"
    assert [one.number for one in draft.cited] == ["จล 0230/ว 3464"]
    assert draft.asks == ["ทราบ", "ถือปฏิบัติ"]


def test_a_story_without_a_number_still_says_what_is_to_be_done():
    draft = read(
        "ปลัดกระทรวงจำลอง ส่งหนังสือถึงผู้ว่าราชการจังหวัด ทุกจังหวัด จึงขอให้จังหวัดดำเนินการดังนี้\n\n"
        "ให้นายอำเภอ แจ้งกำนัน ผู้ใหญ่บ้าน ปฏิบัติตามมาตรการอย่างเคร่งครัด\n"
    )

    assert draft.number is None
    assert draft.asks == ["ดำเนินการ"]
    assert draft.onward == ["ให้นายอำเภอ แจ้งกำนัน ผู้ใหญ่บ้าน ปฏิบัติตามมาตรการอย่างเคร่งครัด"]


STORY = """เกาะติดข่าว | การเมือง | ท้องถิ่น
ผู้ว่าฯ ทดลอง ร่อนหนังสือถึงทุกอำเภอ คุมเข้มเตาเผาถ่าน หวั่นควันลอยถึงเมือง
12 มี.ค. 2566 เวลา 10:15 น.

เมื่อวันที่ 12 มีนาคม นายสมมุติ ใจเย็น รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดทดลอง \
ได้ลงนามในหนังสือจังหวัดทดลอง ด่วนที่สุด ที่ ทล 0017/ว 902 ลงวันที่ 10 มีนาคม 2566 เรื่อง การควบคุมเตาเผาถ่าน \
ส่งถึงนายอำเภอทุกอำเภอ และนายกเทศมนตรีทุกแห่ง เพื่อให้เตรียมการก่อนถึงฤดูแล้ง

หนังสือดังกล่าวระบุว่า “ด้วยปรากฏว่ามีการเผาถ่านในเขตชุมชนเป็นจำนวนมาก ก่อให้เกิดความเดือดร้อนรำคาญแก่ประชาชน \
จังหวัดทดลองพิจารณาแล้วเห็นว่าควรสำรวจเตาเผาถ่านทุกแห่ง

จึงขอให้อำเภอสำรวจเตาเผาถ่าน และรายงานให้จังหวัดทราบภายในวันที่ 24 มีนาคม 2566

จึงเรียนมาเพื่อพิจารณาดำเนินการ” ผู้สนใจสอบถามได้ที่กลุ่มงานความสงบเรียบร้อย โทร. 0 2000 1234 ต่อ 5

เจ้าของเตาเผาถ่านรายหนึ่งกล่าวว่า “ตามที่เคยได้ยินมา ปีก่อนก็ให้รื้อ จึงขอให้ทางการเห็นใจชาวบ้านบ้าง \
จะรื้อให้ภายในวันที่ 30 เมษายน 2566 ถ้าลูกค้ามารับของครบแล้วทุกราย”

ข่าวที่เกี่ยวข้อง
- นายกเทศมนตรีเร่งรายงานผลภายในวันที่ 5 เมษายน 2566
"""


def test_a_story_tells_who_sent_what_to_whom_and_who_signed():
    draft = read(STORY)

    assert draft.kind == "หนังสือภายนอก"
    assert draft.urgency == "ด่วนที่สุด"
    assert draft.number.normalized == "ทล 0017/ว 902"
    assert draft.dated_on == date(2023, 3, 10)
    assert draft.issuer == "จังหวัดทดลอง"
    assert draft.subject == "การควบคุมเตาเผาถ่าน"
    assert draft.addressees == ["นายอำเภอทุกอำเภอ", "นายกเทศมนตรีทุกแห่ง"]
    assert draft.signatory == Signatory(
        "นายสมมุติ ใจเย็น", "รองผู้ว่าราชการจังหวัด", "ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดทดลอง"
    )
    assert draft.contact.section == "กลุ่มงานความสงบเรียบร้อย"
    assert draft.contact.phone == "0 2000 1234 ต่อ 5"
    assert all(draft.evidence[field].confirm for field in ("number", "date_iso"))


def test_of_a_story_only_what_it_quotes_out_of_the_letter_asks():
    draft = read(STORY)

    assert draft.asks == ["พิจารณาดำเนินการ", "รายงาน"]
    assert [one.due_on for one in draft.deadlines] == [date(2023, 3, 24)]


def test_a_letter_that_another_one_answers_to_is_not_the_one_told_of():
    draft = read(
        "อธิบดีเปิดเผยว่า ตามหนังสือกระทรวงจำลอง ที่ จล 0101/ว 7 ลงวันที่ 3 มกราคม 2565 ให้ดูแลค่าครองชีพ "
        "กรมทดสอบจึงมีหนังสือด่วนมาก ที่ ทส 0902/ว 88 ลงวันที่ 11 มกราคม 2565 ถึงพาณิชย์จังหวัดทุกจังหวัด "
        "ให้ตรวจสอบราคาสินค้า และให้รายงานผลทุกวันศุกร์\n\n"
        "หนังสือลงนามโดย นางสาวสมมุติ ใจเย็น อธิบดีกรมทดสอบ\n"
    )

    assert draft.number.normalized == "ทส 0902/ว 88"
    assert draft.urgency == "ด่วนมาก"
    assert draft.issuer == "กรมทดสอบ"
    assert draft.addressees == ["พาณิชย์จังหวัดทุกจังหวัด"]
    assert draft.signatory == Signatory("นางสาวสมมุติ ใจเย็น", "อธิบดีกรมทดสอบ", None)
    assert [one.number for one in draft.cited] == ["จล 0101/ว 7"]


def test_what_a_story_tells_around_a_quoted_letter_fills_its_gaps():
    draft = read(
        "ครูในหลายโรงเรียนบ่นกันทั่ว หลังได้รับหนังสือของสำนักงานเขตพื้นที่การศึกษาทดลอง ประทับตรา “ด่วนมาก” "
        "ให้ส่งข้อมูลภายในสองวัน ทั้งที่เป็นช่วงสอบปลายภาค มีเนื้อความดังต่อไปนี้ ซึ่งมีผู้เผยแพร่ต่อกันเป็นจำนวนมาก\n\n"
        "ที่ ศธ 04999/ว 12\n\n3 มีนาคม 2566\n\nเรื่อง การสำรวจโต๊ะนักเรียน\n\n"
        "เรียน ผู้อำนวยการโรงเรียนทุกโรง\n\n"
        "ด้วยจะจัดสรรโต๊ะนักเรียน จึงขอให้ส่งข้อมูลภายในวันที่ 6 มีนาคม 2566\n\n"
        "จึงเรียนมาเพื่อทราบ\n\n"
        "ท้ายหนังสือลงชื่อโดย “นางสมมุติ ใจเย็น” ตำแหน่งรองผู้อำนวยการ "
        "เจ้าของเรื่องคือกลุ่มแผนงาน โทร. 0 2000 1111\n"
    )

    assert draft.urgency == "ด่วนมาก"
    assert draft.issuer == "สำนักงานเขตพื้นที่การศึกษาทดลอง"
    assert draft.signatory.name == "นางสมมุติ ใจเย็น"
    assert draft.contact.section == "กลุ่มแผนงาน"


def test_a_sentence_about_a_signed_letter_is_no_heading():
    draft = read(
        "ชาวบ้านวิจารณ์กัน หลังนายสมมุติ ใจเย็น นายกเทศมนตรีตำบลทดลอง ลงนามในหนังสือเทศบาลตำบลทดลอง "
        "เลขที่ ทล 52304/118 เมื่อวันที่ 5 มิถุนายน 2567 ส่งถึงเจ้าของอาคารริมถนน เรื่อง ขอให้รื้อกันสาด "
        "ใจความว่า ขอให้รื้อถอนให้แล้วเสร็จภายใน 30 วัน นับแต่วันที่ได้รับหนังสือ\n"
    )

    assert draft.number.normalized == "ทล 52304/118"
    assert draft.dated_on == date(2024, 6, 5)
    assert draft.addressees == ["เจ้าของอาคารริมถนน"]
    assert draft.subject == "ขอให้รื้อกันสาด"


def test_a_heading_that_a_page_tells_as_a_citation_is_a_heading():
    draft = read(
        "หน้าหลัก > ข่าวครู\n"
        "สำนักงานทดลองการศึกษา ด่วนที่สุด ที่ ศธ 04999/ว 44 ลงวันที่ 10 กันยายน 2563 เรื่อง การจัดงานเกษียณ\n"
        "เรียน ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาทุกเขต\n"
        "ด้วยใกล้ถึงวันเกษียณ จึงขอให้งดจัดเลี้ยง\nจึงเรียนมาเพื่อทราบ\n"
    )

    assert draft.number.normalized == "ศธ 04999/ว 44"
    assert draft.dated_on == date(2020, 9, 10)
    assert draft.issuer == "สำนักงานทดลองการศึกษา"
    assert draft.urgency == "ด่วนที่สุด"
    assert draft.subject == "การจัดงานเกษียณ"


def test_who_only_speaks_of_a_letter_did_not_sign_it():
    draft = read(
        "นายสมมุติ ใจเย็น รองปลัดกระทรวงจำลอง เปิดเผยเมื่อวันที่ 16 มิถุนายน 2566 ว่า "
        "กระทรวงจำลองได้มีโทรสารในราชการ ด่วนที่สุด ที่ จล 0810.5/ว 18 ลงวันที่ 15 มิถุนายน 2566 "
        "แจ้งผู้ว่าราชการจังหวัดทุกจังหวัด เพื่อให้ตรวจสอบเสาไฟ\n"
    )

    assert draft.kind == "โทรสารในราชการ"
    assert draft.issuer == "กระทรวงจำลอง"
    assert draft.addressees == ["ผู้ว่าราชการจังหวัดทุกจังหวัด"]
    assert draft.signatory is None


def test_a_story_without_a_closing_sentence_asks_in_its_own():
    draft = read(
        "จังหวัดทดลองได้มีหนังสือ ที่ ทล 0017.1/ว 77 ลงวันที่ 19 ธันวาคม 2565 ถึงนายอำเภอทุกอำเภอ "
        "เรื่อง นโยบายงดรับของขวัญ ขอให้ถือปฏิบัติตามประกาศอย่างเคร่งครัด และแจ้งเจ้าหน้าที่ในสังกัดทราบโดยทั่วกัน\n\n"
        "หนังสือลงนามโดยนายสมมุติ ใจเย็น รองผู้ว่าราชการจังหวัด รักษาราชการแทนผู้ว่าราชการจังหวัดทดลอง "
        "สอบถามเพิ่มเติมได้ที่ กลุ่มงานบุคคล สำนักงานจังหวัดทดลอง หมายเลขโทรศัพท์ 0 2000 3333\n"
    )

    assert draft.asks == ["ถือปฏิบัติ"]
    assert draft.onward == ["แจ้งเจ้าหน้าที่ในสังกัดทราบโดยทั่วกัน"]
    assert draft.signatory.acting_for == "รักษาราชการแทนผู้ว่าราชการจังหวัดทดลอง"
    assert draft.contact.section == "กลุ่มงานบุคคล สำนักงานจังหวัดทดลอง"


def test_a_police_letter_told_of_has_a_number_without_letters():
    draft = read(
        "พล.ต.ท.สมมุติ ใจเย็น ผบช.ภ.99 ลงนามบันทึกข้อความ ที่ 0022.11/1234 ลงวันที่ 4 เม.ย. 2567 "
        "ถึง ผบก.ภ.จว.ในสังกัดทุกจังหวัด กำชับมาตรการป้องกัน ให้รายงานผลภายใน 7 วัน นับแต่วันที่ได้รับหนังสือ\n"
    )

    assert draft.number.normalized == "0022.11/1234"
    assert draft.signatory == Signatory("พล.ต.ท.สมมุติ ใจเย็น", "ผบช.ภ.99", None)
    assert draft.addressees == ["ผบก.ภ.จว.ในสังกัดทุกจังหวัด"]


def broken_at_blanks(text, most):
    """The text with a line end for a blank wherever a line would be longer than most."""
    lines = []
    for line in text.split("\n"):
        lines += textwrap.wrap(line, most, break_long_words=False) or [""]
    return "\n".join(lines)


@pytest.mark.parametrize("most", [70, 90, 110])
def test_a_story_broken_into_lines_is_read_as_well(most):
    whole, broken = read(STORY), read(broken_at_blanks(STORY, most))

    assert broken.number == whole.number
    assert broken.dated_on == whole.dated_on
    assert broken.issuer == whole.issuer
    assert broken.subject == whole.subject
    assert broken.addressees == whole.addressees
    assert broken.signatory == whole.signatory
    assert broken.asks == whole.asks
    assert broken.deadlines == whole.deadlines


def test_the_office_of_a_quoted_letter_is_none_of_the_storys_words():
    draft = read(
        "ครูในหลายโรงเรียนบ่นกันทั่ว หลังได้รับหนังสือของสำนักงานเขตพื้นที่การศึกษาทดลอง\n"
        "เขต 4 ประทับตรา “ด่วนมาก” ให้ส่งข้อมูลภายในสองวัน ทั้งที่เป็นช่วงสอบปลายภาค\n"
        "กลุ่มครูจึงนำหนังสือมาเผยแพร่ต่อกันเป็นจำนวนมาก\n\n"
        "ที่ ศธ 04999/ว 12\n\n3 มีนาคม 2566\n\nเรื่อง การสำรวจโต๊ะ\n\nเรียน ผู้อำนวยการโรงเรียนทุกโรง\n\n"
        "ด้วยจะจัดสรรโต๊ะนักเรียน จึงขอให้ส่งข้อมูลภายในวันที่ 6 มีนาคม 2566\n\nจึงเรียนมาเพื่อทราบ\n"
    )

    assert draft.issuer == "สำนักงานเขตพื้นที่การศึกษาทดลอง เขต 4"


def test_a_page_of_circulars_tells_whom_behind_the_subject():
    draft = read(
        "หมวด: หนังสือสั่งการ   วันที่ลงประกาศ: 15 ก.ค. 2562\n"
        "กรมทดสอบ มีหนังสือ ด่วนมาก ที่ ทส 0899.3/ว 22 ลงวันที่ 12 กรกฎาคม 2562 เรื่อง การจ่ายเงินเบี้ยยังชีพ "
        "เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด ขอให้จังหวัดบันทึกข้อมูลให้แล้วเสร็จภายในวันที่ 31 กรกฎาคม 2562\n"
    )

    assert draft.subject == "การจ่ายเงินเบี้ยยังชีพ"
    assert draft.addressees == ["ผู้ว่าราชการจังหวัด ทุกจังหวัด"]


def test_an_order_told_of_is_an_order_and_its_signatory_has_one_post():
    draft = read(
        "วันที่ 9 เมษายน 2564 นายสมมุติ ใจเย็น ผู้ว่าราชการจังหวัดทดลอง ในฐานะประธานกรรมการโรคติดต่อ "
        "ลงนามในคำสั่งจังหวัดทดลอง ที่ 1456/2564 เรื่อง ปิดสถานที่เสี่ยงเป็นการชั่วคราว "
        "โดยให้ปิดสถานบริการทุกแห่งในพื้นที่ และให้นายอำเภอรายงานผลทุกวัน ภายในเวลา 16.00 น.\n"
    )

    assert draft.kind == "คำสั่ง"
    assert draft.number.normalized == "1456/2564"
    assert draft.dated_on == date(2021, 4, 9)
    assert draft.signatory == Signatory("นายสมมุติ ใจเย็น", "ผู้ว่าราชการจังหวัดทดลอง", None)


def test_a_number_cited_at_a_lines_head_makes_no_story_of_a_letter():
    draft = read(
        "กรมทดสอบน้ำ\nถนนทดลอง กทม. 10400\n3 มิถุนายน 2565\nเรื่อง การสำรวจป้าย\n"
        "เรียน ผู้ว่าราชการจังหวัดทดลอง\n"
        "ด้วยกรมทดสอบน้ำได้ขอให้จังหวัดสำรวจป้ายเตือนภัยริมตลิ่งทุกแห่งในพื้นที่ ตามหนังสือกระทรวงทดลอง\n"
        "ที่ ทส 9901/ว 81\nลงวันที่ 3 มีนาคม 2565 แล้ว จึงขอให้รายงานผล\n"
        "จึงเรียนมาเพื่อทราบ\nขอแสดงความนับถือ\n(นายสมมุติ ใจเย็น)\nอธิบดี\n"
    )

    assert draft.issuer == "กรมทดสอบน้ำ"
    assert draft.subject == "การสำรวจป้าย"


def test_a_letter_to_very_many_that_lost_its_end_is_no_story():
    whom = " ".join(f"ผู้อำนวยการสำนักงานทดสอบน้ำที่ {number}" for number in range(1, 8))
    draft = read(
        f"ที่ ทส 9901/ว 81\nกรมทดสอบน้ำ\n3 มิถุนายน 2565\nเรียน {whom}\n"
        "ด้วยกระทรวงทดลองได้มีหนังสือ ที่ ทล 0101/ว 7 ลงวันที่ 1 มิถุนายน 2565 ให้สำรวจป้าย\n"
    )

    assert draft.number.normalized == "ทส 9901/ว 81"
    assert draft.issuer == "กรมทดสอบน้ำ"


def test_a_letter_whose_labels_were_lost_keeps_its_own_office():
    draft = read(
        "กรมทดสอบน้ำ\n3 มิถุนายน 2565\nการสำรวจป้ายเตือนภัย\nผู้ว่าราชการจังหวัดทดลอง\n"
        "ด้วย กระทรวงทดลองได้มีหนังสือแจ้งให้สำรวจป้ายเตือนภัยริมตลิ่งทุกแห่งในพื้นที่รับผิดชอบ "
        "เพื่อเตรียมการก่อนฤดูฝน และให้รวบรวมข้อมูลเป็นรายจังหวัด\nจึงเรียนมาเพื่อทราบ\n"
    )

    assert draft.issuer == "กรมทดสอบน้ำ"


def test_a_link_between_paragraphs_does_not_end_a_story():
    draft = read(
        "ล่าสุดจังหวัดทดสอบได้มีหนังสือด่วนที่สุด ที่ ทส 0021/ว 66 ลงวันที่ 20 ตุลาคม 2566 เรื่อง การซ่อมป้าย "
        "ถึงนายอำเภอทุกอำเภอ โดยมีใจความดังนี้\n\n"
        "“ตามที่กรมทดสอบน้ำแจ้งให้จังหวัดเตรียมการรับมือสถานการณ์น้ำหลากในพื้นที่ นั้น จึงขอให้ตรวจสอบป้ายเตือนภัยริมตลิ่ง"
        "ทุกแห่ง และซ่อมให้แล้วเสร็จภายในวันที่ 31 ตุลาคม 2566 จึงเรียนมาเพื่อพิจารณาดำเนินการ”\n\n"
        "อ่านข่าวเพิ่มเติม : เปิดพิกัดป้าย\n\n"
        "หนังสือดังกล่าวลงนามโดย นายทดลอง น้ำใส รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดทดสอบ "
        "ทั้งนี้ ประชาชนที่ต้องการความช่วยเหลือ สามารถแจ้งได้ตลอดเวลา\n"
    )

    assert draft.issuer == "จังหวัดทดสอบ"
    assert draft.signatory == Signatory(
        "นายทดลอง น้ำใส", "รองผู้ว่าราชการจังหวัด", "ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดทดสอบ"
    )


def test_the_day_of_a_post_is_not_the_day_of_the_letter_it_shows():
    draft = read(
        "สำนักงานทดสอบน้ำ\n14 กุมภาพันธ์ 2567\nฝากถึงทุกแห่ง\n\nที่ ทส 0027/ว 214\nสำนักงานทดสอบน้ำ\n"
        "9 กุมภาพันธ์ 2567\nเรื่อง การซ่อมป้าย\nเรียน ผู้ประกอบการ\nขอให้ท่านยื่นแบบ ป.11\n"
        "จึงเรียนมาเพื่อทราบ\nขอแสดงความนับถือ\n(นายทดลอง น้ำใส)\nหัวหน้าสำนักงานทดสอบน้ำ\n"
    )

    assert draft.dated_on == date(2024, 2, 9)
    assert draft.asks == ["ทราบ", "ส่งข้อมูล"]
