"""The office that faxes, mails and messages name behind จาก:, or over the message."""

import re

from saraban.rules.letter_reading.draft import Found
from saraban.rules.letter_reading.heading.heading import field_spans
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.office_of_post import office_of_post
from saraban.rules.letter_reading.lines.office_words import is_post, is_unit
from saraban.rules.letter_reading.lines.page_lines import Span, joined

_ADDRESS = re.compile(r"[<(\[]?\S+@\S+")
_TELEPHONE = re.compile(r"\s+(?:โทร|หมายเลข)")
_GROUP = re.compile(r"กลุ่ม(?:ไลน์|LINE)")
_IN_BRACKETS = re.compile(r" ?\([^()]*\)$")


TELLS_SENDER = ("อีเมล/ประกาศแจ้ง", "โทรสารในราชการ", "หนังสือภาษาต่างประเทศ")
# So a note between ministries and embassies opens.
_NOTE = re.compile(
    r"(?:The )?(?P<unit>(?:Ministry|Department|Embassy|Office|Permanent Mission)[^,.]{4,90}?)"
    r"(?: of the Kingdom of Thailand)? presents its"
)


def sender_told(anatomy: Anatomy, kind: str) -> Found[str] | None:
    """The sender of a fax, a mail, a message to a group or a note in English."""
    if kind == "โทรสารในราชการ":
        return _fax_sender(anatomy)
    if kind == "หนังสือภาษาต่างประเทศ":
        is_memo = re.match("[A-Z]", anatomy.labelled.text_of("sender")) is not None
        return _note_sender(anatomy) or (_mail_sender(anatomy) if is_memo else None)
    return _mail_sender(anatomy) or _chat_sender(anatomy)


def _note_sender(anatomy: Anatomy) -> Found[str] | None:
    whole = joined(anatomy.lines, anatomy.own, blank=True)
    if found := _NOTE.search(whole.text):
        return Found(found["unit"], whole.spans(*found.span("unit")), 0.9)
    return None


def _fax_sender(anatomy: Anatomy) -> Found[str] | None:
    """The office; of a post, as radio forms have it, the office that it heads or stands before."""
    sender = _TELEPHONE.split(anatomy.labelled.text_of("sender"))[0].strip()
    if not sender:
        return None
    office = office_of_post(sender) or _office_behind(sender) if is_post(sender) else None
    return Found(office or sender, field_spans(anatomy, "sender"))


def _office_behind(sender: str) -> str | None:
    """The office behind a post that names none itself: ผู้อำนวยการกลาง กองอำนวยการทดสอบ."""
    post, _, office = sender.partition(" ")
    names_office = office_of_post(post.removeprefix("รอง")) is not None
    return office if is_unit(office) and not names_office else None


def _mail_sender(anatomy: Anatomy) -> Found[str] | None:
    """The office in the mail's heading; of several the one that the text speaks for."""
    spans = field_spans(anatomy, "sender")
    sender = _ADDRESS.sub("", anatomy.labelled.text_of("sender")).strip(' "<>')
    texts = [paragraph.text for paragraph in anatomy.body[:3]]
    for office in sender.split(" "):
        if is_unit(office) and any(text.startswith(office) for text in texts):
            return Found(sender[sender.index(office) :], spans)
    in_foot = _office_in_foot(anatomy)
    if sender and in_foot and not is_unit(sender):
        return in_foot  # the mail program names a person
    return Found(sender, spans) if sender else None


def _office_in_foot(anatomy: Anatomy) -> Found[str] | None:
    for index in anatomy.foot[:5]:
        text = _TELEPHONE.split(anatomy.lines[index].text)[0]
        if is_unit(text) and not is_post(text):
            return Found(text, (Span(index, 0, len(text)),), 0.8)
    return None


def _chat_sender(anatomy: Anatomy) -> Found[str] | None:
    """The office over a message to a group; the group's own name is none."""
    for index in anatomy.heading[:6]:
        text = _IN_BRACKETS.sub("", anatomy.lines[index].text)
        if is_unit(text) and not _GROUP.match(text) and not dates_in(text):
            return Found(text, (Span(index, 0, len(text)),), 0.8)
    return None
