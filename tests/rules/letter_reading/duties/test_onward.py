"""Whom the receiver is to tell in turn, in the words of many writers."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from saraban.rules.letter_reading.duties.onward import onward_in


def _clauses(text: str, **context: str) -> list[str]:
    return [one.text for one in onward_in(text, **context)]


@pytest.mark.parametrize(
    "clause",
    [
        "จึงขอให้อำเภอแจ้งผู้ดูแลป้ายในพื้นที่ทราบและถือปฏิบัติต่อไป",
        "ขอความร่วมมือจังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นดำเนินการ ดังนี้",
        "ขอได้โปรดประชาสัมพันธ์การรับสมัครช่างทำป้ายให้ผู้ที่สนใจทราบด้วย",
        "สำหรับอำเภอให้แจ้งเทศบาลตำบลและองค์การบริหารส่วนตำบลทราบด้วย",
        "จึงใคร่ขอความอนุเคราะห์ท่านช่วยบอกต่อแก่สมาชิกชมรมคนรักป้ายด้วย",
        "ขอให้นำประกาศนี้ไปอ่านให้นักเรียนฟังที่หน้าเสาธง",
        "รบกวนท่านนำภาพป้ายขึ้นหน้าเว็บไซต์ของหน่วยงาน",
    ],
)
def test_what_is_passed_on_is_found_in_usual_and_unusual_words(clause):
    assert _clauses(f"{clause} ทั้งนี้ ภายในวันที่ ๓ มีนาคม ๒๕๖๕") == [clause]


def test_it_is_found_behind_a_story_in_the_same_paragraph():
    story = "ด้วยกรมป้ายจำลองจะสำรวจป้ายริมทางทั่วประเทศ"
    clause = "จึงขอให้หน่วยงานของท่านแจ้งบุคลากรในสังกัดตอบแบบสำรวจ"

    assert _clauses(f"{story} {clause} ระหว่างวันที่ ๑ ถึง ๑๕ มีนาคม ๒๕๖๕") == [clause]


def test_beside_what_the_receiver_is_to_know_only_what_it_is_to_tell_is_passed_on():
    text = "จึงเรียนมาเพื่อโปรดทราบ และแจ้งเวียนให้เจ้าหน้าที่ในสังกัดทราบโดยทั่วกัน"

    assert _clauses(text) == ["แจ้งเวียนให้เจ้าหน้าที่ในสังกัดทราบโดยทั่วกัน"]


def test_where_it_stands_is_told_by_the_characters_of_the_paragraph():
    text = "เทศบาลจะทาสีป้าย จึงขอความร่วมมือประธานชุมชนประกาศเสียงตามสายให้ชาวบ้านทราบ"
    (found,) = onward_in(text)

    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "told",
    [
        "สำนักงานได้แจ้งให้เจ้าของป้ายทราบแล้ว",
        "หากขัดข้องประการใด โปรดแจ้งสำนักงานป้ายจำลองทราบภายในวันที่ ๓ มีนาคม ๒๕๖๕",
        "จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ",
        "โครงการนี้มีวัตถุประสงค์เพื่อเผยแพร่ความรู้เรื่องป้ายแก่ประชาชน",
        "ให้รายงานผลการซ่อมป้ายให้จังหวัดทราบทุกวันศุกร์",
        "หากเห็นชอบโปรดสั่งการให้หน่วยงานที่เกี่ยวข้องถือปฏิบัติต่อไป",
        "ขอให้อำเภอรวบรวมแบบสำรวจป้ายส่งจังหวัดภายในวันที่ ๓ มีนาคม ๒๕๖๕",
    ],
)
def test_what_was_told_what_is_answered_and_what_is_sent_up_is_not_passed_on(told):
    assert _clauses(told, sender="สำนักงานป้ายจำลอง") == []


@pytest.mark.parametrize("nothing", ["", " ", "\N{ZERO WIDTH SPACE}", "๑.", "()", "English only"])
def test_nothing_is_found_where_nothing_is_written(nothing):
    assert _clauses(nothing) == []


def test_marks_that_a_scan_lost_do_not_hide_it():
    assert _clauses("จึงขอใหอำเภอแจงผูดูแลปายในพื้นที่ทราบ") == ["จึงขอใหอำเภอแจงผูดูแลปายในพื้นที่ทราบ"]


def test_many_may_ask_at_once():
    texts = [f"ขอให้แจ้งผู้ใหญ่บ้านหมู่ที่ {number} ทราบด้วย" for number in range(1, 40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(_clauses, texts)) == [[text] for text in texts]
