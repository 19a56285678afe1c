"""The answers a unit may give to what a letter asks; each is an act, none is silence."""

from enum import StrEnum


class Answer(StrEnum):
    """Kinds of answer. A nil report is a report."""

    REPORT = "report"
    NIL = "nil"
    NOT_CONCERNED = "not_concerned"
    PASSED_ON = "passed_on"
    COVERED = "covered"
    ELSEWHERE = "elsewhere"


THAI_ANSWER = {
    Answer.REPORT: "รายงานผล",
    Answer.NIL: "ไม่มี (รายงานเป็นศูนย์)",
    Answer.NOT_CONCERNED: "ไม่เกี่ยวข้อง",
    Answer.PASSED_ON: "แจ้งต่อให้หน่วยอื่นตอบ",
    Answer.COVERED: "ตอบไว้แล้วในหนังสืออื่น",
    Answer.ELSEWHERE: "บันทึกในระบบอื่นแล้ว (แจ้งเอง)",
}

# What a letter without a duty of its own may be answered with; the others need one.
TO_A_LETTER = (Answer.REPORT, Answer.NIL, Answer.NOT_CONCERNED)

NEEDS_TEXT = frozenset({Answer.REPORT, Answer.NOT_CONCERNED})
