"""The facts of a letter out of the sentences of a story about it; all of them to be confirmed.

Found around the letter's number: its kind and urgency before it, its day beside it, what it is
about behind it. Whom it concerns is told_people's.
"""

import re
from dataclasses import dataclass

from saraban.rules.letter_reading.draft import Contact, Found, NumberParts, Signatory
from saraban.rules.letter_reading.heading.letter_date import LetterDay
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.number_line import NumberFound, numbers_after_word
from saraban.rules.letter_reading.stories.prose import Story
from saraban.rules.letter_reading.stories.told_people import (
    GOES_ON,
    contact_told,
    issuer_told,
    signatory_told,
    whom_told,
)

_URGENCY = r"ด่วน ?(?:ที่สุด|มาก)?"
_KINDS = (
    (re.compile("โทรสาร|วิทยุ"), "โทรสารในราชการ"),
    (re.compile("บันทึก"), "หนังสือภายใน"),
    (re.compile("คำสั่ง"), "คำสั่ง"),
    (re.compile("ประกาศ"), "ประกาศ"),
    (re.compile("หนังสือ"), "หนังสือภายนอก"),
)
# The words for a letter right before its number, with the office that wrote it between.
_LETTER = re.compile(
    r"(?P<word>หนังสือ(?:ราชการ|เวียน)?|บันทึกข้อความ|โทรสาร(?:ในราชการ)?|วิทยุ(?:ในราชการ)?|คำสั่ง|ประกาศ)"
    r"(?: ?ของ)? ?(?P<unit>(?:(?!ลงวันที่|หนังสือ|คำสั่ง|เรื่อง)[^\n“”\"]){0,90}?)"
    rf"[\s,“”\"]*(?P<urgency>{_URGENCY})?(?:ลับ(?:มาก|ที่สุด)?)?[\s”\"]*"
    r"(?:(?:ฉบับ)?ลงวันที่ ?(?P<day>[^\n]{8,24}?))? ?$"
)
# A letter that the story's letter answers to, changes or is not.
_OTHER_LETTER = re.compile(r"(?:ตาม|อ้างถึง|ได้รับ|ยกเลิก|สืบเนื่องจาก|อนุสนธิ|แนบ)[ก-๎]{0,12} ?$")
_CLASS_TOLD = re.compile(
    r"(?:ชั้นความเร็ว|ความเร่งด่วน|ประทับ(?:ตรา|คำว่า)?|ระดับ|หนังสือ(?:ราชการ)?|โทรสาร|คำสั่ง|วิทยุ)"
    rf"[ก-๎ ]{{0,12}}?[\s“\"]*(?P<class>{_URGENCY})(?!ทางพิเศษ)"
)
_SUBJECT = re.compile(
    r"(?<!เจ้าของ)เรื่อง ?[“\"]?(?P<subject>(?!นี้|ดังกล่าว|ที่)[^\"“”\n]{6,220}?)"
    rf"(?=$|\n|[\"“”]| (?:{GOES_ON}))"
)
# A day that is told to be the letter's: it stands with the word for dating or for signing.
_DATED = re.compile(r"(?:ลงวันที่|ลง|ลงนาม(?:เมื่อ)?(?:วันที่)?) ?$")
_DAY_OF_DEED = re.compile(r"(?:เมื่อ)?วันที่ ?$")
_ON_DAY = re.compile(r",? ?เมื่อวันที่ ?")
_DEED = re.compile(r"(?:ลงนาม|ทำหนังสือ|มีหนังสือ|ออกหนังสือ|ส่งหนังสือ)")
_FAR = 250


@dataclass(frozen=True)
class Told:
    """What a story tells of a letter, None for what it leaves out; whom as one phrase.

    start is where the paragraph begins that holds the letter's number.
    """

    start: int = 0
    kind: str | None = None
    urgency: Found[str] | None = None
    number: Found[NumberParts] | None = None
    day: Found[LetterDay] | None = None
    issuer: Found[str] | None = None
    subject: Found[str] | None = None
    whom: Found[str] | None = None
    signatory: Found[Signatory] | None = None
    contact: Found[Contact] | None = None


def facts_told(story: Story) -> Told:
    """All that the story tells of its letter."""
    told = story.told
    found = _numbered_letter(told)
    number, phrase = found if found else (None, None)
    at = number.lead if number else 0
    within = _paragraph_at(told, at) if number else (0, len(told))
    signed = signatory_told(story, within)
    unit = phrase["unit"].strip(" ,") if phrase else ""
    return Told(
        start=within[0],
        kind=_kind(phrase["word"]) if phrase else None,
        urgency=_urgency(story, phrase),
        number=_number(story, number),
        day=_day(story, number, within),
        issuer=issuer_told(story, unit, at, signed),
        subject=_subject(story, at, within),
        whom=whom_told(story, at, within),
        signatory=signed,
        contact=contact_told(story),
    )


def _numbered_letter(told: str) -> tuple[NumberFound, re.Match[str]] | None:
    """The first letter with a number that is no other one's, with the words before it."""
    others = []
    for number in numbers_after_word(told):
        start = max(0, number.lead - 140)
        phrase = _LETTER.search(told[start : number.lead])
        is_order = phrase is not None and phrase["word"] == "คำสั่ง"
        is_coded = number.parts.issuer_code or number.parts.unit_code
        if phrase is None or not (is_coded or is_order):
            continue
        if _OTHER_LETTER.search(told[: start + phrase.start()]):
            others.append((number, phrase))
            continue
        return number, phrase
    return others[0] if others else None


def _paragraph_at(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _kind(word: str) -> str:
    return next(kind for shape, kind in _KINDS if shape.match(word))


def _urgency(story: Story, phrase: re.Match[str] | None) -> Found[str] | None:
    """The class before the number, or told elsewhere: ประทับตรา “ด่วนที่สุด”."""
    if phrase and phrase["urgency"]:
        words = phrase["urgency"].replace(" ", "")
        at = story.told.find(phrase[0]) + phrase.start("urgency") - phrase.start()
        return Found(words, story.text.spans(at, at + len(phrase["urgency"])), 0.8)
    if found := _CLASS_TOLD.search(story.told):
        words = found["class"].replace(" ", "")
        return Found(words, story.text.spans(*found.span("class")), 0.75)
    return None


def _number(story: Story, number: NumberFound | None) -> Found[NumberParts] | None:
    if number is None:
        return None
    return Found(number.parts, story.text.spans(number.start, number.end), 0.8, confirm=True)


def _day(
    story: Story, number: NumberFound | None, within: tuple[int, int]
) -> Found[LetterDay] | None:
    """The day that the letter is dated with, the nearest to its number; else that of the deed."""
    if number is None:
        return None
    start = max(within[0], number.start - _FAR)
    text = story.told[start : min(within[1], number.end + _FAR)]
    at = number.start - start
    days = dates_in(text)
    dated = [one for one in days if _DATED.search(re.sub("วันที่ ?$", "", text[: one.start]))]
    done = [
        one
        for one in days
        if one.start < at
        and _DAY_OF_DEED.search(text[: one.start])
        and _DEED.search(text[one.end : at])
    ]
    behind = [one for one in dated if one.start > at]
    done += [one for one in days if _ON_DAY.fullmatch(text[number.end - start : one.start])]
    for one in [*behind[:1], *reversed(dated), *reversed(done)]:
        raw = text[one.start : one.end]
        spans = story.text.spans(start + one.start, start + one.end)
        return Found(LetterDay(one.day, raw), spans, 0.8, confirm=True)
    return None


def _subject(story: Story, at: int, within: tuple[int, int]) -> Found[str] | None:
    """What follows เรื่อง behind the number, or else anywhere, up to where the story goes on."""
    for first, last in ((at, within[1]), within, (0, len(story.told))):
        if found := _SUBJECT.search(story.told, first, last):
            spans = story.text.spans(*found.span("subject"))
            return Found(found["subject"].strip(), spans, 0.75)
    return None
