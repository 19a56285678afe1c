"""How right the machine reads, counted from what clerks made of it: by field, sender, source."""

from typing import Any

from flask import Blueprint

from saraban.queries.reading_accuracy import reading_accuracy
from saraban.rules.reading_fields import THAI_FIELD
from saraban.web.answers import page
from saraban.web.review_facts import SOURCE_WORDS
from saraban.web.session import actor, signed_in

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
    )
