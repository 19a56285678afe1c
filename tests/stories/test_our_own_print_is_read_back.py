"""A letter that the product prints is read back by the product, field by field."""

from datetime import date

from saraban.paper.letter_form import letter_form
from saraban.paper.pdf_print import letter_pdf
from saraban.paper.pdf_text import text_of_pdf
from saraban.rules.letter_reading.reading import read_letters


def test_a_paragraph_set_further_in_is_no_addressee() -> None:
    memo = letter_form(
        uid="memo",
        kind="memo",
        urgency="most_urgent",
        secrecy="normal",
        printed_number="มท ๐๒๒๙/ว ๑๒๓",
        issuer_name="กระทรวงมหาดไทย",
        issuer_address="",
        dated_on=date(2022, 5, 31),
        subject="การปลูกต้นไม้ประจำปี",
        addressee_text="หัวหน้าส่วนราชการระดับกรม และหัวหน้าหน่วยงานรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย",
        citations=(),
        body="ที่ประชุมเห็นควรให้ทุกหน่วยปลูกต้นไม้ในที่ว่างของตน\nจึงเรียนมาเพื่อทราบ",
        signatory_name="(นายสมมุติ ตัวอย่าง)",
        signatory_position="ปลัดกระทรวงมหาดไทย",
        owner_section="",
        contact="",
    )

    (letter,) = read_letters(text_of_pdf(letter_pdf(memo), "memo.pdf").pages)

    assert letter.addressees == [
        "หัวหน้าส่วนราชการระดับกรม",
        "หัวหน้าหน่วยงานรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย",
    ]
