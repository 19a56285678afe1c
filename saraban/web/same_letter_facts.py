"""Two rows that may be one letter, set side by side: what agrees, and what differs marked."""

from dataclasses import dataclass

from flask_babel import gettext as _
from markupsafe import Markup, escape

from saraban.errors import N_
from saraban.queries.letter_card import LetterCard
from saraban.queries.same_letter import SameLetter, same_letters
from saraban.rules.duplicates import THAI_REASON
from saraban.rules.permissions import Actor
from saraban.web.letter_facts import marked
from saraban.web.words import day_words, in_digits

_LABELS = {
    "number": N_("ที่"),
    "dated_on": N_("ลงวันที่"),
    "issuer": N_("จาก"),
    "subject": N_("เรื่อง"),
}


@dataclass(frozen=True)
class Side:
    """One field of both rows; the differing parts are marked, and the word says so too."""

    label: str
    ours: Markup
    theirs: Markup
    agrees: bool


@dataclass(frozen=True)
class Offer:
    """A row that may be this letter: why one may think so, and both side by side.

    asks_reason tells that number or day differ, so that somebody has to say how they know.
    """

    row: SameLetter
    why: str
    sides: tuple[Side, ...]
    asks_reason: bool


def offers_for(actor: Actor, card: LetterCard) -> tuple[Offer, ...]:
    """The rows offered as the same letter as this one."""
    return tuple(_offer(card, row) for row in same_letters(actor, card.uid))


def _offer(card: LetterCard, row: SameLetter) -> Offer:
    pairs = {
        "number": (in_digits(card.printed_number or ""), in_digits(row.printed_number or "")),
        "dated_on": (day_words(card.dated_on), day_words(row.dated_on)),
        "issuer": (card.issuer_text, row.issuer_text),
        "subject": (card.subject, row.subject),
    }
    sides = []
    for name, (ours, theirs) in pairs.items():
        agrees = name not in row.differing
        left, right = (escape(ours), escape(theirs)) if agrees else marked(ours, theirs)
        sides.append(Side(_(_LABELS[name]), left, right, agrees))
    return Offer(
        row=row,
        why=_(THAI_REASON[row.reason]),
        sides=tuple(sides),
        asks_reason=bool({"number", "dated_on"} & set(row.differing)),
    )
