"""A draft on paper: its pages as pictures, and what would stand in the way of printing it."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace

from flask import current_app

from saraban.errors import LettersWithoutShape
from saraban.paper.letter_form import written_form
from saraban.paper.letter_shapes import without_shape
from saraban.paper.page_image import page_picture
from saraban.paper.print_room import render_soon
from saraban.paper.printed_letter import PrintedLetter
from saraban.queries.drafts import OwnLetterhead, letterhead
from saraban.queries.letter_card import LetterCard
from saraban.rules.drafts import DraftText
from saraban.rules.permissions import Actor
from saraban.thai.digits import to_thai

MOST_PAGES_SHOWN = 6
# Fields that the paper shows, as text; dates and choices cannot lack a shape.
_TEXTS = (
    "subject", "addressee_text", "issuer", "references", "enclosures", "cause", "purpose",
    "conclusion", "signatory_name", "signatory_position", "acting_post", "owner_section",
    "contact", "copy_to",
)  # fmt: skip


def check_shapes(text: DraftText) -> None:
    """LettersWithoutShape for the first field with a character that no letter can show."""
    check_texts({name: getattr(text, name) for name in _TEXTS})
    check_texts({"points": "".join(point.asks for point in text.points)})


def check_texts(texts: Mapping[str, str]) -> None:
    """The same for fields by their names."""
    for field, text in texts.items():
        missing = without_shape(text)
        if missing:
            raise LettersWithoutShape(field=field, characters=" ".join(missing[:10]))


def draft_pdf(actor: Actor, text: DraftText) -> bytes:
    """The draft as PDF, without number, mark or facts. Raises PrintFailed."""
    own = letterhead(actor)
    number = to_thai(f"{own.code_letters} {own.owner_number}/".strip())
    return render_soon(
        written_form(
            text,
            uid="draft",
            printed_number=number,
            issuer_name=own.name_th,
            issuer_address=own.postal_address,
            emblem=own.emblem,
            is_draft=True,
        )
    )


def draft_pictures(actor: Actor, text: DraftText) -> list[str]:
    """The draft's first pages as data: addresses of pictures. Raises PrintFailed."""
    content = draft_pdf(actor, text)
    shown = []
    for number in range(1, MOST_PAGES_SHOWN + 1):
        picture = page_picture(content, page_number=number)
        if picture is None:
            break
        shown.append(f"data:image/png;base64,{b64encode(picture).decode()}")
    return shown


def numbered_form(card: LetterCard, text: DraftText, own: OwnLetterhead) -> PrintedLetter:
    """The printed letter of a draft that got its number: its frozen text with number and day."""
    return written_form(
        replace(text, dated_on=card.dated_on),
        uid=card.uid,
        printed_number=card.printed_number or "",
        issuer_name=own.name_th,
        issuer_address=own.postal_address,
        addressee_text=card.addressee_text,
        emblem=own.emblem,
        check_address=public_address(),
    )


def public_address() -> str:
    """Where the QR of our letters leads; blank where the installation has no such address."""
    return str(current_app.config["SARABAN"].public_address)
