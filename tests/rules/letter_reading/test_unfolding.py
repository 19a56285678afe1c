import pytest

from tests.rules.letter_reading.letters import the_letter

LINES = (
    "ที่ ทส ๙๙๐๑/ว ๘๑ กรมทดสอบน้ำ ถนนทดลอง กทม. ๑๐๔๐๐ ๓ มิถุนายน ๒๕๖๕ เรื่อง การสำรวจป้ายเตือนภัย "
    "เรียน ผู้ว่าราชการจังหวัดทุกจังหวัด ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัยริมตลิ่งทุกแห่ง "
    "จึงเรียนมาเพื่อโปรดทราบ ขอแสดงความนับถือ (นายทดลอง น้ำใส) อธิบดีกรมทดสอบน้ำ"
)


def wrapped(text, width):
    """The text broken at the last blank before each width, as a mail program does."""
    lines = []
    while len(text) > width:
        end = text.rfind(" ", 0, width)
        lines, text = [*lines, text[:end]], text[end + 1 :]
    return "\n".join([*lines, text])


@pytest.mark.parametrize("width", [58, 66, 74, 90, 120, 500])
def test_a_letter_that_runs_on_is_read_however_wide_it_was_broken(width):
    letter = the_letter(wrapped(LINES, width))

    assert letter.number.normalized == "ทส 9901/ว 81"
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.dated_on.isoformat() == "2022-06-03"
    assert letter.subject == "การสำรวจป้ายเตือนภัย"
    assert letter.addressees == ["ผู้ว่าราชการจังหวัดทุกจังหวัด"]
    assert letter.signatory.name == "นายทดลอง น้ำใส"
