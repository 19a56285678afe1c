"""The clauses by which a receiver is to tell others, as far as a grammar of the usual words goes.

Such a clause has four parts: words that ask (จึงขอให้, โปรด, สำหรับอำเภอให้, an item's number), a
verb of telling, those who are told, and what they shall do (ทราบ, ถือปฏิบัติ, ดำเนินการ).
"""

import re

from saraban.rules.letter_reading.duties.asked_points import LET, place_in_print
from saraban.rules.letter_reading.duties.onward_answer import is_answer
from saraban.rules.letter_reading.duties.onward_audience import WHOM
from saraban.rules.letter_reading.duties.onward_end import end_of
from saraban.rules.letter_reading.duties.onward_found import OnwardFound
from saraban.rules.letter_reading.duties.onward_story import PURPOSE, is_story
from saraban.rules.letter_reading.duties.onward_verbs import TELL
from saraban.rules.letter_reading.duties.onward_words import ITEM_NUMBER, ONWARD
from saraban.rules.letter_reading.lines.told_by_others import without_told
from saraban.rules.letter_reading.lines.toneless import place_with_tones, toneless, toneless_shape

# Whom แจ้งให้ทราบ means is told before it: สำหรับเทศบาล ขอให้อำเภอแจ้งให้ทราบด้วย.
_FOR_WHOM = toneless_shape(rf"สำหรับ ?{WHOM}")
_OFFICE = toneless_shape(r"จังหวัด|อำเภอ|เทศบาล|มหาวิทยาลัย|โรงเรียน|สำนักงานเขตพื้นที่การศึกษา|กรม|กระทรวง")
_ASKS_AT_ONCE = toneless_shape(r"(?:ให้|โปรด|กรุณา|ความร่วมมือ|อนุเคราะห์|สำหรับ|^|[ ]|ที่|จาก)$")
_TO_WHOM = toneless_shape(r"^.*?(?:ขอ(?:ให้|ความร่วมมือ|ความอนุเคราะห์)?|ให้)(?:แจ้ง|มอบหมาย)?(?:ให้)?")
_SHORTEST_NAME = 6
# What stands before the first word that matters, and is no part of the clause.
_ENUMERATED = toneless_shape(ITEM_NUMBER)
# Who it is that tells stands before it, in a point that the head of its list asks.
_SUBJECT = toneless_shape(
    rf"(?:(?:และ)?(?!{TELL}){WHOM}(?:(?!{TELL})[^ ]){{0,60}} ){{1,4}}(?=[ก-ฮเ-ไ])"
)
_JOINT = toneless_shape("และ|ตลอดจน|รวมทั้ง|เพื่อ(?=โปรด|ขอ)")


def clauses_by_grammar(
    paragraph: str, sender: str = "", later: str = "", asked_from: int | None = None
) -> list[OnwardFound]:
    """The clauses of a paragraph that pass the matter on in usual words; see onward_in."""
    if asked_from is not None:
        return _in_point(paragraph, sender, later, asked_from)
    own = _OFFICE.search(toneless(sender))
    found: list[OnwardFound] = []
    text, at = without_told(paragraph, later), 0
    while told := ONWARD.search(text, at):
        start, end = _start_of(told), end_of(text, told)
        is_asked_itself = (own is not None and _asks(told["asked"], own[0])) or (
            _names(told["asked"], toneless(sender))
        )
        if (
            is_asked_itself
            or (told["all"] is not None and told["asked"].startswith(PURPOSE))
            or (told["them"] is not None and not _FOR_WHOM.match(told["asked"]))
            or is_story(text, told, end)
            or is_answer(text, told, end, sender)
        ):
            at = max(told.start("tell") + 1, told.end("tell"))
            continue
        at = max(end, told.end())
        first, last = place_with_tones(paragraph, start), place_with_tones(paragraph, end)
        clause = paragraph[first:last].strip()
        found.append(OnwardFound(clause, first, last))
    return found


def _in_point(paragraph: str, sender: str, later: str, at: int) -> list[OnwardFound]:
    """The clauses of a point that is read with the ให้ of its list's head before it."""
    whole = f"{paragraph[:at]}{LET}{paragraph[at:]}"
    found = []
    for one in clauses_by_grammar(whole, sender, later):
        start, end = place_in_print(one.start, at), place_in_print(one.end, at)
        if start == at and (subject := _SUBJECT.match(toneless(paragraph[start:end]))):
            start += place_with_tones(paragraph[start:end], subject.end())
        found.append(OnwardFound(paragraph[start:end].strip(), start, end))
    return found


def _asks(asked: str, own: str) -> bool:
    """Whether these words ask just that office; ให้คลังจังหวัด asks another than จังหวัด."""
    return asked.endswith(own) and _ASKS_AT_ONCE.search(asked.removesuffix(own)) is not None


def _names(asked: str, sender: str) -> bool:
    """Whether these words ask the sender by its name: ขอให้สำนักงานประปาจังหวัด."""
    named = _TO_WHOM.sub("", asked).strip()
    return len(named) >= _SHORTEST_NAME and sender.startswith(named)


def _start_of(told: re.Match[str]) -> int:
    """Behind an item's number, and behind the และ or เพื่อ that only joins it to what was said."""
    number = _ENUMERATED.match(told["asked"]) if told.start() == 0 else None
    if number:
        return told.start() + number.end()
    joint = _JOINT.match(told["asked"])
    return told.start() + (joint.end() if joint else 0)
