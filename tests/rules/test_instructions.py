"""Points of two letters side by side: which stands for which, and what became of it."""

from datetime import date

from saraban.rules.instructions import (
    Fate,
    Instruction,
    Piece,
    PointPair,
    compare,
    dropped,
    later_unexplained,
)

PREPARE = "ให้เตรียมชุดปฏิบัติการช่วยเหลือประชาชนร่วมกับผู้นำหมู่บ้านก่อนเกิดภัย"
PHOTOS = "ให้ส่งผลการจัดกิจกรรมพร้อมภาพถ่ายในระบบรายงานทุกครั้งที่จัดกิจกรรม"
PHOTOS_REWORDED = "เมื่อจัดกิจกรรมให้ส่งผลการจัดกิจกรรมพร้อมภาพถ่ายและคลิปสั้นในระบบรายงาน"
BUDGET = "ให้ตั้งงบประมาณรายจ่ายประจำปีรองรับโครงการตามหลักเกณฑ์ที่กำหนด"
CONTACT = "แจ้งชื่อผู้ประสานงานและหมายเลขโทรศัพท์ให้จังหวัดทราบ"


def points(*texts: str, due: date | None = None, reason: str = "") -> list[Instruction]:
    return [
        Instruction(str(n), text, due_on=due, late_reason=reason)
        for n, text in enumerate(texts, start=1)
    ]


def fates(pairs: tuple[PointPair, ...]) -> list[tuple[Fate, str | None, str | None]]:
    return [
        (pair.fate, pair.above and pair.above.number, pair.own and pair.own.number)
        for pair in pairs
    ]


def test_four_points_become_two_and_a_new_one():
    pairs = compare(
        points(BUDGET, PREPARE, PHOTOS, "ให้ประชาสัมพันธ์โครงการผ่านสื่อท้องถิ่น"),
        points(PREPARE, PHOTOS_REWORDED, CONTACT),
    )

    assert fates(pairs) == [
        (Fate.DROPPED, "1", None),
        (Fate.KEPT, "2", "1"),
        (Fate.REWORDED, "3", "2"),
        (Fate.DROPPED, "4", None),
        (Fate.ADDED, None, "3"),
    ]
    assert [point.number for point in dropped(pairs)] == ["1", "4"]


def test_another_order_is_no_change():
    pairs = compare(points(PREPARE, PHOTOS, BUDGET), points(BUDGET, PREPARE, PHOTOS))

    assert [pair.fate for pair in pairs] == [Fate.KEPT] * 3
    assert [pair.own and pair.own.number for pair in pairs] == ["2", "3", "1"]


def test_blanks_and_the_kind_of_digits_are_no_change():
    (pair,) = compare(points("ส่งคลิปไม่เกิน ๓๐ วินาที"), points("ส่งคลิป ไม่เกิน 30 วินาที"))

    assert pair.fate is Fate.KEPT


def test_a_point_cut_down_to_half_is_the_same_point():
    half = "ให้ส่งผลการจัดกิจกรรมพร้อมภาพถ่ายในระบบรายงาน"

    (pair,) = compare(points(PHOTOS), points(half))

    assert pair.fate is Fate.REWORDED


def test_the_words_that_differ_are_marked_on_both_sides():
    (pair,) = compare(
        points("ให้รายงานผลต่ออำเภอภายในวันที่ ๕ ของทุกเดือน"),
        points("ให้รายงานผลต่อจังหวัดภายในวันที่ ๑๐ ของทุกเดือน"),
    )

    assert [piece.text for piece in pair.above_pieces if piece.is_changed] == ["อำเภอ", "๕"]
    assert [piece.text for piece in pair.own_pieces if piece.is_changed] == ["จังหวัด", "๑๐"]
    assert "".join(piece.text for piece in pair.own_pieces) == pair.own.asks
    assert Piece("ให้รายงานผลต่อ", False) in pair.own_pieces


def test_two_of_the_same_words_stand_for_one_each():
    pairs = compare(points(PHOTOS), points(PHOTOS, PHOTOS))

    assert fates(pairs) == [(Fate.KEPT, "1", "1"), (Fate.ADDED, None, "2")]


def test_nothing_above_is_all_new_and_nothing_below_all_dropped():
    assert [pair.fate for pair in compare([], points(PHOTOS))] == [Fate.ADDED]
    assert [pair.fate for pair in compare(points(PHOTOS), [])] == [Fate.DROPPED]
    assert compare([], []) == ()


def test_a_later_date_needs_its_reason():
    above = points(PHOTOS, due=date(2022, 6, 27))
    late = compare(above, points(PHOTOS, due=date(2022, 6, 30)))
    explained = compare(above, points(PHOTOS, due=date(2022, 6, 30), reason="รอผลการประชุม"))

    assert late[0].days_later == 3
    assert later_unexplained(late) == late
    assert later_unexplained(explained) == ()


def test_an_earlier_date_needs_none_and_a_lost_one_is_seen():
    above = points(PHOTOS, due=date(2022, 6, 27))
    earlier = compare(above, points(PHOTOS, due=date(2022, 6, 24)))
    without = compare(above, points(PHOTOS))

    assert (earlier[0].days_later, later_unexplained(earlier)) == (-3, ())
    assert (without[0].days_later, without[0].loses_date) == (None, True)
