"""How right the machine reads, counted from what clerks made of it: by field, sender, source."""

from datetime import date
from typing import Any

from flask import Blueprint
from flask_babel import gettext

from saraban.queries.reading_accuracy import reading_accuracy
from saraban.rules.letters import THAI_KIND, THAI_SECRECY, THAI_URGENCY
from saraban.rules.reading_fields import THAI_FIELD
from saraban.web.answers import page
from saraban.web.review_facts import SOURCE_WORDS
from saraban.web.session import actor, signed_in
from saraban.web.words import day_words

_DAYS = frozenset({"date_iso", "deadlines"})
_CHOICES: dict[str, dict[str, str]] = {
    "urgency": dict(THAI_URGENCY.items()),
    "secrecy": dict(THAI_SECRECY.items()),
    "kind": dict(THAI_KIND.items()),
}

pages = Blueprint("accuracy", __name__)


@pages.get("/intake/accuracy")
@signed_in
def accuracy() -> Any:
    """Counts, never one percentage that folds things together; then what was corrected last."""
    return page(
        "intake/accuracy.html",
        found=reading_accuracy(actor()),
        FIELD_WORDS=THAI_FIELD,
        SOURCE_WORDS=SOURCE_WORDS,
        in_words=_in_words,
    )


def _in_words(field: str, kept: str) -> str:
    """What is kept of a field as a person reads it: days and choices in words."""
    if field in _DAYS:
        return " ".join(day_words(date.fromisoformat(day)) for day in kept.splitlines())
    if field in _CHOICES:
        return gettext(_CHOICES[field][kept]) if kept in _CHOICES[field] else kept
    return kept
