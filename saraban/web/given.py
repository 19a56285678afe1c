"""The number just given to the letter before this one, and the way back from it."""

from dataclasses import dataclass

from flask import request

from saraban import clock
from saraban.errors import SarabanError
from saraban.queries.letter_card import LetterCard, letter_card
from saraban.queries.letter_files import FileLine
from saraban.queries.letter_lines import ReceiptLine
from saraban.queries.reading_to_review import LetterToReview, reading_to_review
from saraban.rules.intake import LetterState
from saraban.web.session import actor
from saraban.web.stamped import stamped_file


@dataclass(frozen=True)
class Given:
    """A letter of a file that has its number: its card and our stamp on it."""

    intake_uid: str
    place: int
    state: LetterState
    card: LetterCard
    stamp: ReceiptLine

    @property
    def is_another_arrival(self) -> bool:
        """Whether it was one more arrival of a letter that was there, which can be undone."""
        return self.state is LetterState.ANOTHER_ARRIVAL

    @property
    def stamped(self) -> FileLine | None:
        """The file of the letter that bears this stamp on a copy; None without one."""
        return None if self.stamp.is_void else stamped_file(self.card)


def given_before() -> Given | None:
    """What the address says was registered a moment ago ("UID.PLACE"); None without it."""
    uid, _point, place = request.args.get("given", "").partition(".")
    if not place.isdecimal():
        return None
    try:
        return given_to(reading_to_review(actor(), uid, int(place), today=clock.today()))
    except SarabanError:
        return None


def given_to(found: LetterToReview) -> Given | None:
    """The number that a settled letter got, or None when it got none that stands."""
    if found.letter_uid is None:
        return None
    card = letter_card(actor(), found.letter_uid)
    stamp = next((line for line in card.receipts if line.entry_uid == found.entry_uid), None)
    if stamp is None:
        return None
    return Given(found.intake_uid, found.place, found.state, card, stamp)
