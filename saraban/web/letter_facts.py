"""A letter's card made ready for its page: what to press first, citations set side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import category

from flask_babel import gettext as _
from markupsafe import Markup, escape

from saraban.errors import N_
from saraban.queries.citation_candidates import Candidate, candidates
from saraban.queries.citations import CitationLine
from saraban.queries.letter_answers import DutyAnswered
from saraban.queries.letter_card import LetterCard
from saraban.queries.timeline_line import TimelineLine
from saraban.rules.answers import THAI_ANSWER, Answer
from saraban.rules.deliveries import State
from saraban.rules.delivery_ends import THAI_REASON, Reason
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.registers import THAI_CHANNEL, Channel
from saraban.web.words import day_words, in_digits

EVENTS = {
    "issued": N_("ออกหนังสือ"),
    "reissued": N_("เวียนต่อ"),
    "dispatched": N_("ส่งถึง %(count)s หน่วย"),
    "passed_inside": N_("รับช่วงต่อภายใน"),
    "delivered": N_("ถึงระบบ"),
    "opened": N_("เปิดอ่าน"),
    "received": N_("ลงรับ เลข %(number)s"),
    "acknowledged": N_("รับทราบ"),
    "passed_on": N_("แจ้งต่อด้วยหนังสือ %(number)s"),
    "answered": N_("ตอบ: %(answer)s"),
    "refused": N_("ไม่รับ"),
    "returned": N_("ส่งคืน"),
    "recalled": N_("ถูกดึงกลับ"),
    "recalled_from": N_("ดึงกลับจาก %(count)s หน่วย"),
    "resent": N_("ส่งเพิ่มถึง %(number)s แทน"),
    "lifted": N_("เดินเรื่องต่อ"),
    "reminded": N_("เตือน %(count)s หน่วย"),
    "was_reminded": N_("เตือนให้ดำเนินการ"),
    "voided": N_("ยกเลิกเลข %(number)s"),
    "arrived": N_("มาถึงอีกทาง: %(channel)s"),
    "arrival_taken_back": N_("ย้อนการมาถึง: %(channel)s"),
    "merged": N_("รวมกับ %(number)s เป็นฉบับเดียวกัน"),
    "merge_undone": N_("แยกจาก %(number)s ตามเดิม"),
    "propose": N_("เสนอ"),
    "comment": N_("ให้ความเห็น"),
    "order": N_("สั่งการ"),
    "note": N_("ทราบ"),
    "withdraw": N_("ถอนข้อความ"),
    "done": N_("ดำเนินการแล้ว"),
}


# From so many units doing the same on one day, the day tells of it in one line.
FEWEST_TOGETHER = 3
_TOGETHER = {
    "delivered": N_("ถึงระบบ %(count)s หน่วย"),
    "opened": N_("เปิดอ่าน %(count)s หน่วย"),
    "received": N_("ลงรับ %(count)s หน่วย"),
    "acknowledged": N_("รับทราบ %(count)s หน่วย"),
}


@dataclass(frozen=True)
class Told:
    """An event in words. note is who did it, or why, or what was written; link_uid a letter.

    desks are whom an order names, in one line; together holds the single events where several
    units did the same on one day.
    """

    line: TimelineLine
    deed: str
    note: str = ""
    link_uid: str | None = None
    desks: str = ""
    together: tuple["Told", ...] = ()


@dataclass(frozen=True)
class Compared:
    """A citation as it was written beside the letter as it is, the differing parts marked."""

    line: CitationLine
    cited_number: Markup
    cited_day: Markup
    true_number: Markup
    true_day: Markup
    differs: bool
    differs_in_urgency: bool
    candidates: tuple[Candidate, ...]


def primary_act(card: LetterCard) -> str | None:
    """The one thing to do next with the letter: receive, acknowledge, reissue or report."""
    if card.may_receive:
        return "receive"
    if card.may_acknowledge:
        return "acknowledge"
    if card.may_reissue and card.relay_phrase:
        return "reissue"
    if card.may_report and card.duties and card.delivery_state is not State.REPORTED:
        return "report"
    return None


def may_draft_cover(actor: Actor, card: LetterCard) -> bool:
    """Whether a letter that passes this one on may be drafted: it came, and is no secret."""
    has_it = any(line.is_ours and not line.is_void for line in card.receipts)
    came = card.delivery_state is not None or has_it
    is_open = not card.is_ours and card.secrecy == Secrecy.NORMAL
    return came and is_open and may(actor, Act.WRITE_DRAFT)


def own_entries(card: LetterCard) -> dict[str, str]:
    """The lines of our own books for this letter that are not void: uid to number."""
    found = {
        line.entry_uid: line.printed_number
        for line in card.receipts
        if line.is_ours and not line.is_void
    }
    if card.own_entry_uid is not None and not card.is_void:
        found[card.own_entry_uid] = card.printed_number or ""
    return found


def told(lines: Sequence[TimelineLine]) -> list[Told]:
    """The events in words, in the language of the page.

    What others did alike on one day is drawn together where the first of them stands; our own
    deeds always stand alone.
    """
    groups: dict[tuple[date, str], list[TimelineLine]] = {}
    for line in lines:
        if line.what in _TOGETHER and not line.is_ours:
            groups.setdefault((line.on, line.what), []).append(line)
    story: list[Told] = []
    for line in lines:
        group = groups.get((line.on, line.what), []) if not line.is_ours else []
        if len(group) < FEWEST_TOGETHER:
            story.append(_told(line))
        elif line is group[0]:
            deed = _(_TOGETHER[line.what]) % {"count": in_digits(len(group))}
            story.append(Told(line, deed, together=tuple(_told(one) for one in group)))
    return story


def _told(line: TimelineLine) -> Told:
    # A stamp's number stands as its stamp writes it; the book's own struck number does not.
    number = in_digits(line.number) if line.what == "voided" else line.number or ""
    answer = _(THAI_ANSWER[Answer(line.words)]) if line.words in set(Answer) else line.words
    deed = _(EVENTS[line.what]) % {
        "count": in_digits(number),
        "number": number,
        "answer": answer,
        "channel": _(THAI_CHANNEL[Channel(number)]) if number in set(Channel) else "",
    }
    note = "" if line.what in ("answered", "passed_on") else line.words
    if line.duty is not None:
        note = _duty_words(line.duty)
    if line.reason:
        note = f"{_(THAI_REASON[Reason(line.reason)])} {note}".strip()
    return Told(
        line,
        deed,
        note,
        (line.words or None) if line.what == "passed_on" else None,
        desks=", ".join(line.desks),
    )


def _duty_words(duty: DutyAnswered) -> str:
    """What was answered, in which version where there is more than one, and how late."""
    words = [duty.duty_name]
    if duty.version > 1:
        words.append(_("ฉบับที่ %(version)s", version=in_digits(duty.version)))
    if duty.days_late:
        words.append(_("ช้า %(days)s วัน", days=in_digits(duty.days_late)))
    return " · ".join(words)


def compared(actor: Actor, card: LetterCard) -> list[Compared]:
    """Each citation beside the letter it means; letters to choose from where none is known."""
    return [_compared(actor, card, line) for line in card.citations]


def _compared(actor: Actor, card: LetterCard, line: CitationLine) -> Compared:
    cited, true = in_digits(line.cited_number), in_digits(line.resolved_number)
    is_open = line.resolved_uid is None and card.may_confirm_citation
    if "number" in line.fields:
        cited_number, true_number = marked(cited, true)
    else:
        cited_number, true_number = escape(cited), escape(true)
    cited_day, true_day = escape(day_words(line.cited_on)), escape(day_words(line.resolved_on))
    if "dated_on" in line.fields:
        cited_day, true_day = _mark(cited_day), _mark(true_day)
    return Compared(
        line=line,
        cited_number=cited_number,
        cited_day=cited_day,
        true_number=true_number,
        true_day=true_day,
        differs=bool({"number", "dated_on"} & set(line.fields)),
        differs_in_urgency="urgency" in line.fields,
        candidates=candidates(actor, line) if is_open else (),
    )


def marked(one: str, other: str) -> tuple[Markup, Markup]:
    """Two texts, in each the part in which it differs from the other in <mark>.

    Where one has what the other lacks, the neighbour before the gap is marked as well, so that
    both sides show where to look. A vowel or tone mark stays with the letter it stands on.
    """
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    if one == other:
        return escape(one), escape(other)
    if start + end >= min(len(one), len(other)) and start > 0:
        start -= 1
    while start > 0 and any(_is_combining(text, start) for text in (one, other)):
        start -= 1
    return _marked_part(one, start, end), _marked_part(other, start, end)


def _is_combining(text: str, place: int) -> bool:
    """Whether the sign there stands on or under the letter before it."""
    return place < len(text) and category(text[place]) == "Mn"


def _marked_part(text: str, start: int, end: int) -> Markup:
    stop = len(text) - end
    return escape(text[:start]) + _mark(escape(text[start:stop])) + escape(text[stop:])


def _mark(text: Markup) -> Markup:
    return Markup("<mark>{}</mark>").format(text)


def also_conveyed(card: LetterCard) -> list[CitationLine]:
    """What a re-issue encloses beside its origin: letters known here that go along with it.

    One letter is the thread of the cascade; any other is told, and its cascade stays its own.
    """
    if card.conveys is None or not card.is_issued_here:
        return []
    return [
        line
        for line in card.citations
        if line.place == "enclosure" and line.resolved_uid not in (None, card.conveys.uid)
    ]
