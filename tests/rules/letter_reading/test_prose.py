"""Letters that a web page or a news story only tells of."""

from saraban.rules.letter_reading.page_lines import pages_of_text
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
