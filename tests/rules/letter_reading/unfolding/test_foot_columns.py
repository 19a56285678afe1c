import pytest

from saraban.rules.letter_reading.lines.page_lines import Line, Word
from saraban.rules.letter_reading.unfolding.foot_columns import in_columns
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter

GAP = " " * 12


def test_notes_at_the_left_and_a_signature_at_the_right_are_read_apart():
    letter = the_letter(
        f"{HEAD}{BODY}{' ' * 30}ขอแสดงความนับถือ\nเรียน คณบดี\n"
        f"(/) เพื่อโปรดทราบ{GAP}(นายทดลอง น้ำใส)\n"
        f"( ) เห็นสมควรแจ้ง{GAP}อธิบดีกรมทดสอบน้ำ\n"
        "กองทดสอบ\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\n"
    )

    assert letter.signatory.name == "นายทดลอง น้ำใส"
    assert letter.signatory.position == "อธิบดีกรมทดสอบน้ำ"
    assert letter.contact.section == "กองทดสอบ"


@pytest.mark.parametrize("left", [60.0, 120.0])
def test_where_places_are_known_a_line_alone_goes_to_its_column(left):
    def line(text, *places):
        cells = tuple(text.split("|"))
        words = [
            Word(word, (place + 20.0 * n, 0.0, place + 20.0 * n + 18, 9.0))
            for cell, place in zip(cells, places, strict=True)
            for n, word in enumerate(cell.split(" "))
        ]
        return Line(1, " ".join(cells), cells, tuple(words))

    lines = [
        line("ขอแสดงความนับถือ", 330.0),
        line("ทราบ|(นายทดลอง น้ำใส)", left, 320.0),
        line("มอบนิติกร", left),
        line("อธิบดีกรมทดสอบน้ำ", 300.0),
    ]

    assert [one.text for one in in_columns(lines)] == [
        "ขอแสดงความนับถือ",
        "(นายทดลอง น้ำใส)",
        "อธิบดีกรมทดสอบน้ำ",
        "ทราบ",
        "มอบนิติกร",
    ]


def test_a_foot_in_one_column_stays_as_it_is():
    lines = [Line(1, text, (text,)) for text in ("ขอแสดงความนับถือ", "(นายทดลอง น้ำใส)", "กองทดสอบ")]

    assert in_columns(lines) == lines


def test_an_office_beside_the_closing_words_is_none_of_the_text():
    letter = the_letter(
        f"{HEAD}{BODY}สำนักทดสอบ{GAP}ขอแสดงความนับถือ\nกลุ่มป้าย\n"
        f"โทร. ๐ ๒๐๐๐ ๐๐๐๐{GAP}(นายทดลอง น้ำใส)\n"
        f"โทรสาร ๐ ๒๐๐๐ ๐๐๐๑{GAP}อธิบดีกรมทดสอบน้ำ\n"
    )

    assert letter.signatory.position == "อธิบดีกรมทดสอบน้ำ"
    assert letter.contact.section == "สำนักทดสอบ กลุ่มป้าย"


def test_what_the_receiver_writes_beside_the_telephone_is_none_of_the_senders():
    letter = the_letter(
        f"{HEAD}{BODY}{SIGNED}กองป้ายเตือนภัย{GAP}|  เรียน ผู้อำนวยการ\n"
        f"โทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒{GAP}|  ( ) เพื่อโปรดทราบ\n"
        f"{' ' * 40}มอบกองกลาง\n"
        f"e-mail : test@example.go.th{GAP}(นายรับ หนังสือ) ๔ มิ.ย. ๖๕\n"
    )

    assert letter.contact.section == "กองป้ายเตือนภัย"
    assert letter.contact.phone == "๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒"
    assert letter.contact.email == "test@example.go.th"


FOOT_ROWS = ("กองป้ายเตือนภัย", "กลุ่มริมตลิ่ง", "โทร. ๐ ๒๐๐๐ ๐๐๐๐    ต่อ ๑๒", "โทรสาร ๐ ๒๐๐๐ ๐๐๐๑", "")


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize(
    "written",
    [
        ("เรียน ผู้อำนวยการ", "- เพื่อโปรดทราบ", "(นายรับ หนังสือ)"),
        ("ทราบ / มอบกองคลัง", "(นายรับ หนังสือ)", "ปลัดเทศบาล"),
        ("- แจ้งทุกกองทราบ", "โทร. ๑๑๒", "๔ มิ.ย. ๖๕"),
    ],
)
@pytest.mark.parametrize("name", ["(นายทดลอง น้ำใส)", "(นายทดลอง   น้ำใส)"])
def test_an_order_beside_the_telephone_is_the_receivers(name, written, at):
    rows = [row.ljust(50) for row in FOOT_ROWS]
    for place, words in enumerate(written, start=at):
        rows[place] += words
    foot = "\n".join(rows)

    letter = the_letter(f"{HEAD}{BODY}ขอแสดงความนับถือ\n{name}\nอธิบดีกรมทดสอบน้ำ\n\n{foot}\n")

    assert (letter.signatory.name, letter.signatory.position) == (
        "นายทดลอง น้ำใส",
        "อธิบดีกรมทดสอบน้ำ",
    )
    assert letter.contact.section == "กองป้ายเตือนภัย กลุ่มริมตลิ่ง"
    assert letter.contact.phone == "๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒"


def test_a_sealed_letter_keeps_its_day_beside_the_receivers_words():
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/๔๕๖\nถึง สำนักงานจังหวัดทดสอบ\n"
        "พร้อมหนังสือนี้ กรมทดสอบน้ำขอส่งคู่มือมาเพื่อใช้ในราชการ\n"
        f"กรมทดสอบน้ำ\n๑๒ กรกฎาคม ๒๕๔๗\nกองป้าย{GAP}เรียน หัวหน้าสำนักงาน\n"
        f"โทร. ๐ ๒๐๐๐ ๐๐๐๐{GAP}- เพื่อโปรดทราบ\n"
    )

    assert letter.kind == "หนังสือประทับตรา"
    assert (letter.issuer, str(letter.dated_on)) == ("กรมทดสอบน้ำ", "2004-07-12")
    assert letter.contact.section == "กองป้าย"


def test_beside_who_signed_a_memo_stands_what_its_receiver_wrote():
    memo = f"""บันทึกข้อความ
ส่วนราชการ กองป้าย โทร. ๐ ๒๐๐๐ ๐๐๐๐
ที่ ทส ๙๙๐๑/ว ๘๑ วันที่ ๓ มิถุนายน ๒๕๖๕
เรื่อง การสำรวจป้าย
เรียน ผู้อำนวยการศูนย์น้ำ
ด้วยกองป้ายจะสำรวจป้าย จึงเรียนมาเพื่อโปรดดำเนินการ
(นายทดลอง น้ำใส){GAP}เรียน ผอ.ศูนย์ฯ
ผู้อำนวยการกองป้าย{GAP}- เพื่อโปรดทราบ
ปฏิบัติราชการแทน อธิบดีกรมทดสอบน้ำ{GAP}- เห็นควรมอบฝ่ายแผนงาน
{" " * 40}(นางรับเรื่อง ไว้ก่อน)
{" " * 40}หัวหน้าฝ่ายบริหาร
"""
    signed = the_letter(memo).signatory

    assert (signed.name, signed.position) == ("นายทดลอง น้ำใส", "ผู้อำนวยการกองป้าย")
    assert signed.acting_for == "ปฏิบัติราชการแทน อธิบดีกรมทดสอบน้ำ"
