"""Duties in a table, the day of each broken over the lines of the last column."""

from datetime import date

from tests.rules.letter_reading.letters import HEAD, SIGNED, the_letter

CLOSING = "จึงเรียนมาเพื่อโปรดทราบ\n"


def days_of(*rows):
    table = "\n".join(("การดำเนินการ                      กำหนดเวลา", *rows))
    letter = the_letter(f"{HEAD}ด้วยกรมจะสำรวจป้าย ขอให้ดำเนินการ ดังนี้\n{table}\n{CLOSING}{SIGNED}")
    return [due.due_on for due in letter.deadlines]


def test_a_day_broken_over_two_lines_of_its_column_is_read_whole():
    days = days_of(
        "๑. สำรวจป้ายเตือนภัยริมตลิ่ง          ส่งถึงกรม ภายใน",
        "แล้วส่งแบบสำรวจ                  วันที่ ๒๐ มิถุนายน ๒๕๖๕",
        "๒. ซ่อมป้ายที่ชำรุด                 ภายในวันที่",
        "                                ๓๐ มิถุนายน ๒๕๖๕",
    )

    assert days == [date(2022, 6, 20), date(2022, 6, 30)]


def test_a_row_may_reach_to_its_day_without_a_gap():
    days = days_of(
        "๑. สำรวจป้ายเตือนภัยริมตลิ่งทุกแห่ง ส่งถึงกรม ภายใน",
        "แล้วส่งแบบสำรวจ                  วันที่ ๒๐ มิถุนายน ๒๕๖๕",
    )

    assert days == [date(2022, 6, 20)]


def test_the_table_ends_where_the_text_goes_on():
    days = days_of(
        "๑. สำรวจป้าย                     ภายในวันที่ ๒๐ มิถุนายน ๒๕๖๕",
        "ทั้งนี้ ขอให้ส่งแบบสำรวจ ภายใน        วันที่ ๒๕ มิถุนายน ๒๕๖๕",
    )

    assert days == [date(2022, 6, 20), date(2022, 6, 25)]
