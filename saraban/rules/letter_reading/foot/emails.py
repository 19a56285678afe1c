"""The e-mail address for answers: at the foot of a letter, else in its text."""

import re

from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.page_lines import Span, joined

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+ ?@ ?[A-Za-z0-9-]+(?: ?\.[A-Za-z0-9-]+)+")


def email_of(anatomy: Anatomy) -> tuple[str | None, tuple[Span, ...]]:
    """The first address in the foot, otherwise the first in the text; a line may break it."""
    body = sorted({line for paragraph in anatomy.body for line, _ in paragraph.places})
    senders = anatomy.labelled.lines_of.get("sender", [])
    for indexes in (senders, anatomy.foot, body, anatomy.heading):
        text = joined(anatomy.lines, indexes)
        if found := email_in(text.text):
            email, at = found
            return email, text.spans(at, at + len(email))
    return None, ()


def email_in(text: str) -> tuple[str, int] | None:
    """The first address in the text, without blanks, and where it begins."""
    found = _EMAIL.search(text)
    return (found[0].replace(" ", ""), found.start()) if found else None
