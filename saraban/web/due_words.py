"""By when and why, in the language and digits of the person."""

from datetime import date
from functools import reduce

from flask_babel import gettext as _

from saraban.queries.due_days import Explained
from saraban.rules.due_dates import THAI_REASON, Reason, Step
from saraban.rules.when_text import when_from_text
from saraban.rules.when_words import JOINED, LISTED, THAI_WEEKDAY, Piece, Said, when_pieces
from saraban.rules.whens import When
from saraban.web.words import day_words, in_digits


def when_sentence(when: When | str, roll: str = "") -> str:
    """What the duty says of its days; from a When or from its JSON."""
    when = when_from_text(when) if isinstance(when, str) else when
    said = map(_said, when_pieces(when, roll))
    return reduce(lambda one, two: str(_(JOINED, first=one, second=two)), said)


def due_steps(found: Explained) -> list[str]:
    """The steps on the way to a due day, a sentence each, with what the day's end is."""
    sentences = [_step(step) for step in found.due.steps]
    if found.counted_from and found.counted_until:
        first, last = day_words(found.counted_from), day_words(found.counted_until)
        sentences.append(str(_("วันที่นับหนึ่งคือ %(first)s วันสุดท้ายคือ %(last)s", first=first, last=last)))
    if found.is_until_office_hours:
        sentences.append(str(_("ส่งได้ถึงสิ้นเวลาราชการ ๑๖.๓๐ น. ของวันครบกำหนด (ป.พ.พ. มาตรา ๑๙๓/๔)")))
    else:
        sentences.append(str(_("ส่งได้ถึงสิ้นวันครบกำหนด")))
    return sentences


def weekday(day: date) -> str:
    """The day of the week, as it stands before a date."""
    return str(_(THAI_WEEKDAY[day.weekday()]))


def period_name(
    number: int, covers_from: date | None, covers_until: date | None, label: str = ""
) -> str:
    """What a period is called: its own name, the month or days it covers, or its number."""
    if label:
        return label
    if covers_from is None or covers_until is None:
        return str(_("ครั้งที่ %(number)s", number=in_digits(number)))
    if covers_from == covers_until:
        return day_words(covers_from)
    return f"{day_words(covers_from, 'short')} – {day_words(covers_until, 'short')}"


def _step(step: Step) -> str:
    facts = {name: _said(fact) for name, fact in step.facts.items()}
    if step.reason is Reason.BY_HAND:
        facts.setdefault("why", "")
    return str(_(THAI_REASON[step.reason], **facts))


def _said(value: Said) -> str:
    if isinstance(value, Piece):
        facts = {name: _said(fact) for name, fact in value.facts.items()}
        return str(_(value.text, **facts)) if facts else str(_(value.text))
    if isinstance(value, tuple):
        return reduce(lambda one, two: str(_(LISTED, first=one, second=two)), map(_said, value))
    if isinstance(value, date):
        return day_words(value)
    return in_digits(value)
