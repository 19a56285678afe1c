"""What a clause holds that was found as a whole: where each one in it begins and ends."""

import pytest

from saraban.rules.letter_reading.duties.passing_on.borders import clauses_within


def _within(clause: str) -> list[str]:
    return [clause[start:end] for start, end in clauses_within(clause)]


def test_two_acts_of_telling_are_two_clauses():
    first, second = "ขอให้แจ้งเจ้าของป้ายในพื้นที่ทราบ", "ปิดประกาศไว้ ณ ที่ว่าการอำเภอ"

    assert _within(f"{first}และ{second}") == [first, second]
    assert _within(f"{first} พร้อมทั้ง{second}") == [first, second]


def test_an_act_that_only_names_its_means_is_one_with_the_next():
    clause = "ขอความร่วมมือปิดประกาศและประชาสัมพันธ์ให้ผู้สนใจทราบโดยทั่วกัน"

    assert _within(clause) == [clause]


def test_it_begins_where_somebody_asks_anew():
    clause = "ใคร่ขอความกรุณาจังหวัดช่วยฝากข่าวนี้ให้ถึงช่างทำป้ายในทุกหมู่บ้าน"

    assert _within(f"ป้ายอยู่ห่างไกล {clause}") == [clause]


def test_what_the_receiver_itself_is_to_know_is_left_out():
    clause = "แจ้งให้เจ้าของป้ายทราบด้วย"

    assert _within(f"มาเพื่อโปรดทราบและ{clause}") == [clause]


@pytest.mark.parametrize(
    "behind",
    [
        "ภายในวันที่ ๓ มีนาคม ๒๕๖๕",
        " ก่อนวันที่ ๓ มีนาคม ๒๕๖๕",
        " หากประสงค์จะทาสีป้าย",
        " ทั้งนี้ รายละเอียดตามแบบ",
        "และรายงานให้จังหวัดทราบ",
        " พร้อมทั้งส่งภาพถ่ายป้าย",
    ],
)
def test_by_when_on_what_condition_and_what_is_sent_up_is_left_out(behind):
    clause = "ขอให้แจ้งเจ้าของป้ายในพื้นที่ทราบ"

    assert _within(f"{clause}{behind}") == [clause]


@pytest.mark.parametrize(
    "clause",
    [
        "ให้องค์กรปกครองส่วนท้องถิ่นสนับสนุนชุดซ่อมถนนของหมู่บ้าน",
        "ให้ผู้ได้รับแต่งตั้งปฏิบัติหน้าที่ที่ได้รับมอบหมายโดยครบถ้วน",
        "ให้เจ้าหน้าที่ในสังกัดจัดทำรูปถนนตามหนังสือดังกล่าว",
    ],
)
def test_where_nobody_hears_of_anything_nothing_is_passed_on(clause):
    assert _within(clause) == []
