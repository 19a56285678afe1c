"""The subject: under เรื่อง, or the title of what has no such line."""

import re

from saraban.rules.letter_reading.draft import Found
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.page_lines import Joined, Span

_TITLE = re.compile(r"^(?:สรุป|รายงานการประชุม|มติ)")
_TITLE_ENDS = re.compile(r"^(?:เมื่อวันที่|วันที่|วัน[ก-๎]+ที่|ณ |ลำดับ|ผู้มาประชุม|ห้องประชุม)")
# How often such a meeting was held belongs to its name, on what day it was held does not.
_DAY_HELD = re.compile(r" (?:เมื่อ(?:วัน|[0-9๐-๙])|วัน(?:ที่|[ก-๎]{2,8}ที่ ?[0-9๐-๙]))")
# What a mail program puts before the subject of a mail that is answered or passed on.
_PASSED_ON = re.compile(r"^(?: ?(?:FWD?|RE|ส่งต่อ|ตอบกลับ) ?: ?)+", re.IGNORECASE)
_NOTICE_TO_ALL = re.compile(
    r"[^ก-๎A-Za-z0-9]*(?P<title>(?:ประกาศ)?แจ้ง[ก-๎][^\n]{6,120}?)[^ก-๎A-Za-z0-9)]*"
)
_MOST_TITLE_LINES = 9


def subject_of(anatomy: Anatomy, kind: str) -> Found[str] | None:
    """The subject as printed, its lines joined; None for a sealed letter."""
    subject = anatomy.labelled.texts.get("subject")
    if subject is not None and subject.text:
        text = re.sub(r"[.…_*–-]{4,}", " ", subject.text)
        text = re.sub(r"\s+", " ", _PASSED_ON.sub("", text)).strip(" :.")
        return Found(text, subject.spans(), 0.97) if text else None
    if kind == "สรุปมติที่ประชุม":
        return _title(anatomy)
    if kind == "อีเมล/ประกาศแจ้ง":
        return _title_of_notice(anatomy)
    return None


def _title_of_notice(anatomy: Anatomy) -> Found[str] | None:
    """The first line of a notice to all that has no line for its subject."""
    index = next(iter(anatomy.own), None)
    found = _NOTICE_TO_ALL.fullmatch(anatomy.lines[index].text) if index is not None else None
    if index is None or found is None:
        return None
    return Found(found["title"], (Span(index, *found.span("title")),), 0.8)


def _title(anatomy: Anatomy) -> Found[str] | None:
    whole = Joined()
    own = anatomy.own[:12]
    edge = max((anatomy.lines[index].width for index in own), default=0.0)
    for place, index in enumerate(own):
        line = anatomy.lines[index]
        if not whole.text and not _TITLE.match(line.text):
            continue
        if whole.text and (_TITLE_ENDS.match(line.text) or line.is_after_blank):
            break
        dated = dates_in(line.text)
        last = anatomy.lines[own[place - 1]]
        is_wrapped = bool(whole.text) and last.width >= 0.85 * edge
        is_wrapped = is_wrapped and not line.text.startswith("ครั้งที่")
        whole.add(index, line.text, between=None if is_wrapped else " ")
        if dated or len(whole.spans()) >= _MOST_TITLE_LINES:
            break
    text = _DAY_HELD.split(whole.text)[0]
    return Found(text, whole.spans(0, len(text)), 0.9) if text else None
