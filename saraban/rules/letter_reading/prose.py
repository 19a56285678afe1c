"""A letter that a news story only tells of: its facts in running sentences, no heading."""

import re
from datetime import date

from saraban.rules.letter_reading.anatomy import Anatomy
from saraban.rules.letter_reading.citations import citations_in
from saraban.rules.letter_reading.draft import Found, NumberParts, Signatory
from saraban.rules.letter_reading.number_line import numbers_after_word
from saraban.rules.letter_reading.office_words import ACTING, is_titled
from saraban.rules.letter_reading.page_lines import Joined

_LETTER = re.compile(
    r"(?:หนังสือ|บันทึกข้อความ|โทรสาร|คำสั่ง|ประกาศ)[^ ]{0,60} ?(?:ด่วน ?(?:ที่สุด|มาก)?|ลับ(?:มาก|ที่สุด)?)? ?$"
)
_ITEM = re.compile(r"\(?[0-9๐-๙]{1,2}[.)]")
_LONG = 130
_SUBJECT = re.compile(
    r"เรื่อง ?(?P<subject>[^\"“”]{6,200}?)(?=$| (?:โดย|ความว่า|ระบุ|มีเนื้อหา|ถึง|ลงนาม|ซึ่ง|ลงวันที่|ใจความ)"
    r"|[\"“])"
)
_TO = re.compile(
    r"ถึง ?(?P<whom>[ก-๎. /]{4,120}?)(?=$| (?:เรื่อง|โดย|ความว่า|ระบุ|ให้|ลงวันที่|มีเนื้อหา|ใจความ)|[\"“])"
)
_SIGNED = re.compile(
    r"(?:ลงนาม|ลงชื่อ)(?:โดย)? ?(?P<name>(?:นาย|นาง|นางสาว|พล|ร้อย|พัน|ดร\."
    r"|นพ\.)[ก-๎.]+ [ก-๎]+) (?P<posts>[ก-๎. ]{3,160}?)"
    r"(?=$| (?:ถึง|เรื่อง|ซึ่ง|ระบุ|โดย|ความว่า|มีเนื้อหา|ให้|ลงวันที่)|[\"“,])"
)


def is_told_in_prose(anatomy: Anatomy) -> bool:
    """Whether the text has no field of a letter under its label."""
    return not anatomy.labelled.texts and anatomy.name_at is None


def prose_of(anatomy: Anatomy) -> Joined:
    """The whole text as one sentence after the other."""
    whole = Joined()
    for index, line in enumerate(anatomy.lines):
        whole.add(index, line.text, between=" " if whole.text else None)
    return whole


def paragraphs_of(anatomy: Anatomy) -> list[Joined]:
    """The text by paragraphs: a blank line, an item's number or a line without end parts them."""
    paragraphs: list[Joined] = []
    is_over = True
    for index, line in enumerate(anatomy.lines):
        if is_over or line.is_after_blank or _ITEM.match(line.text):
            paragraphs.append(Joined())
        paragraphs[-1].add(index, line.text)
        is_over = len(line.text) > _LONG
    return paragraphs


def number_in_prose(prose: Joined) -> Found[NumberParts] | None:
    """The first letter number that follows the word for a letter."""
    for number in numbers_after_word(prose.text):
        if _LETTER.search(prose.text[: number.lead]) and number.parts.issuer_code:
            return Found(number.parts, prose.spans(number.start, number.end), 0.8, confirm=True)
    return None


def day_in_prose(prose: Joined, number: NumberParts) -> Found[date] | None:
    """The day that stands with this number."""
    for cited in citations_in(prose.text):
        if cited.citation.number == number.normalized and cited.citation.dated_on:
            spans = prose.spans(cited.start, cited.end)
            return Found(cited.citation.dated_on, spans, 0.8, confirm=True)
    return None


def subject_in_prose(prose: Joined) -> Found[str] | None:
    """What follows เรื่อง up to the words that go on telling."""
    found = _SUBJECT.search(prose.text)
    if not found:
        return None
    return Found(found["subject"].strip(), prose.spans(*found.span("subject")), 0.75)


def addressee_in_prose(prose: Joined) -> Found[str] | None:
    """Whom the story says the letter went to."""
    found = _TO.search(prose.text)
    return Found(found["whom"].strip(), prose.spans(*found.span("whom")), 0.7) if found else None


def signatory_in_prose(prose: Joined) -> Found[Signatory] | None:
    """Who the story says signed, with the post and for whom."""
    found = _SIGNED.search(prose.text)
    if not found or not is_titled(found["name"]):
        return None
    posts = found["posts"].strip()
    acting = ACTING.search(posts)
    position = posts[: acting.start()].strip() if acting else posts
    acting_for = posts[acting.start() :].strip() if acting else None
    signatory = Signatory(found["name"], position or None, acting_for)
    return Found(signatory, prose.spans(*found.span()), 0.7)
