"""What became of a letter's points on the way down, hop by hop."""

from typing import Any

from flask import Blueprint

from saraban.queries.instructions import chain_of_instructions
from saraban.queries.letter_card import letter_card
from saraban.web.answers import page
from saraban.web.session import actor, signed_in

pages = Blueprint("instructions", __name__)


@pages.get("/letters/<uid>/instructions")
@signed_in
def chain(uid: str) -> Any:
    """The points of each letter of the chain beside those of the one above, the top first."""
    card = letter_card(actor(), uid)
    return page("instructions/chain.html", card=card, steps=chain_of_instructions(actor(), uid))
