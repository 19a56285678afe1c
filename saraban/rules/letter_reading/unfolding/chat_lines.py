"""Messages copied out of a chat: the hour and who wrote before each line, pictures for bullets."""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.page_lines import Line

_MESSAGE = re.compile(
    r"[0-9๐-๙]{1,2}[:.][0-9๐-๙]{2}(?: ?น\.)? (?P<who>[^:：]{2,50}?) ?[:：] ?(?P<text>\S.*)"
)
# LINE saves a chat with the day over its messages, and parts hour, name and text by blanks only.
_SAVED_DAY = re.compile(
    r"(?:20|25)[0-9]{2}[./][0-9]{2}[./][0-9]{2} ?(?:วัน[ก-๎]{3,9}|\([ก-๎A-Za-z.]+\))"
)
_SAVED_ON = re.compile(r"(?:บันทึกเมื่อ|Saved on) ?[:：]? ?[0-9]")
_SAVED_MESSAGE = re.compile(r"[0-9]{1,2}:[0-9]{2} (?P<who>[^ ]{2,50}) (?P<text>\S.*)")
_FILE = re.compile(r"\[(?:ไฟล์|File)\] ?")
_HOUR = re.compile(r"[0-9๐-๙]{1,2}[:.][0-9๐-๙]{2}")
_NICKNAME = re.compile(r" ?\([^()]*\)$")
_FEWEST = 2
# No tick: those of a list tell what counts.
_BULLET = re.compile(r"^(?:[\U0001f300-\U0001faff\u2705\u27a1\u25b6\u2757\u203c]\ufe0f? ?)+")
_KEYCAP = re.compile(r"^([0-9])\ufe0f?\u20e3 ?")


def without_chat_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines as a letter has them; who wrote first stands before the messages, behind จาก."""
    is_saved = any(_SAVED_DAY.fullmatch(line.text) for line in lines)
    if is_saved:
        lines = [line for line in lines if not _SAVED_ON.match(line.text)]
    messages = [_message_of(line, is_saved=is_saved) for line in lines]
    is_chat = sum(message is not None for message in messages) >= _FEWEST
    whole: list[Line] = []
    sender: str | None = None
    for line, message in zip(lines, messages, strict=True):
        text = line.text
        if is_chat and message is not None:
            who, text = message
            if sender is None:
                sender = f"จาก : {_NICKNAME.sub('', who)}"
                whole.append(_with_text(line, sender))
            text = _FILE.sub("ไฟล์แนบ : ", text)
        bulleted = _KEYCAP.sub(r"\1. ", _BULLET.sub("- ", text))
        whole.append(line if bulleted == line.text else _with_text(line, bulleted))
    return whole


def _message_of(line: Line, *, is_saved: bool) -> tuple[str, str] | None:
    """Who wrote a message and what; None for a line that is none."""
    if len(line.cells) > _FEWEST and _HOUR.fullmatch(line.cells[0]):
        return line.cells[1], " ".join(line.cells[2:])
    found = _MESSAGE.fullmatch(line.text)
    if is_saved and found is None:
        found = _SAVED_MESSAGE.fullmatch(line.text)
    return (found["who"], found["text"]) if found else None


def _with_text(line: Line, text: str) -> Line:
    return replace(line, text=text, cells=(text,), lefts=())
