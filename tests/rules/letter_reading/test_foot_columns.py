import pytest

from saraban.rules.letter_reading.foot_columns import in_columns
from saraban.rules.letter_reading.page_lines import Line, Word
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
