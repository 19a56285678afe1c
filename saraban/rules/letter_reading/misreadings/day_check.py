"""The letter's day where it is told again behind the letter's own number.

A day in the heading that no calendar has (๙๙ พฤศจิกายน for ๑๑), whose figures became letters, or
that differs in nothing but figures OCR takes for one another, is the day told again.
"""

from collections.abc import Sequence
from datetime import date

from saraban.rules.letter_reading.draft import Found, LetterDraft
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.misreadings.numbers_again import numbers_told, was_misread
from saraban.thai.dates import be_year


def with_day_told_again(draft: LetterDraft, lines: Sequence[Line]) -> Found[str] | None:
    """Give the draft the day behind its own number, where the heading's is unreadable or misread.

    Where that day is printed; None where nothing changed.
    """
    if draft.number is None or not draft.number.running:
        return None
    own = {
        told.day.day: told.day_span
        for told in numbers_told(lines)
        if told.day and told.number.normalized == draft.number.normalized
    }
    if len(own) != 1:
        return None
    ((day, span),) = own.items()
    printed = draft.dated_on
    is_whole = printed and not was_misread(_figures(printed), _figures(day), seldom=True)
    if span is None or is_whole:
        return None
    raw = lines[span.line].text[span.start : span.end]
    draft.dated_on, draft.date_raw = day, draft.date_raw or raw
    return Found(raw, (span,), 0.8, confirm=True)


def _figures(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{be_year(day)}"
