"""The letter's number where the letter tells it twice and a figure of the first was misread.

OCR takes ๔, ๘ and ๙ for ๕, ๖ for ๒ or ๐, ๗ for ๓. A number told again that differs in nothing but
such figures is the one that was meant. What was printed stays.
"""

from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.draft import LetterDraft
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.misreadings.numbers_again import numbers_told, was_misread
from saraban.thai.digits import to_arabic


def with_number_put_right(draft: LetterDraft, lines: Sequence[Line]) -> bool:
    """Give the draft the number that it tells again without misread figures; whether it does.

    Letters of another day are no telling again, but where the words say that it names itself.
    """
    if draft.number is None:
        return False
    printed = to_arabic(draft.number.normalized)
    meant = {
        told.number.normalized: told.number
        for told in numbers_told(lines)
        if (
            told.names_itself
            or not told.is_dated
            or (told.day is not None and told.day.day == draft.dated_on)
        )
        and was_misread(printed, to_arabic(told.number.normalized), seldom=told.names_itself)
    }
    if len(meant) != 1:
        return False
    (only,) = meant.values()
    draft.number = replace(only, raw=draft.number.raw)
    return True
