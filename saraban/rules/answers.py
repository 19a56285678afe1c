"""The answers a unit may give to what a letter asks; each is an act, none is silence."""

from enum import StrEnum


class Answer(StrEnum):
    """Kinds of answer. A nil report is a report."""

    REPORT = "report"
    NIL = "nil"
    NOT_CONCERNED = "not_concerned"


THAI_ANSWER = {
    Answer.REPORT: "รายงานผล",
    Answer.NIL: "ไม่มี (รายงานเป็นศูนย์)",
    Answer.NOT_CONCERNED: "ไม่เกี่ยวข้อง",
}

NEEDS_TEXT = frozenset({Answer.REPORT, Answer.NOT_CONCERNED})
