"""From a letter of our own to its printed form, and the PDF into the letter's files."""

from dataclasses import replace
from datetime import datetime

from flask import flash
from werkzeug.wrappers import Response

from saraban import clock
from saraban.desk.filing import NewFile, attach
from saraban.errors import SarabanError
from saraban.paper.letter_form import letter_form
from saraban.paper.print_room import render_soon
from saraban.paper.printed_letter import PrintedLetter
from saraban.queries.drafts import letterhead, written_text
from saraban.queries.letter_card import LetterCard, letter_card
from saraban.queries.sending import Sender, sender
from saraban.rules.letters import CIRCULAR_KINDS, Secrecy
from saraban.rules.permissions import Actor
from saraban.web.answers import see_other
from saraban.web.draft_paper import numbered_form, public_address
from saraban.web.session import actor
from saraban.web.words import said


def print_letter(*, actor: Actor, at: datetime, letter_uid: str) -> bool:
    """Draw the letter's PDF in a child process and add it to its files; False when it has one.

    Raises PrintFailed, and the refusals of attaching a file.
    """
    card = letter_card(actor, letter_uid)
    if not may_print(card) or has_print(card):
        return False
    pdf = render_soon(_form_of(actor, card))
    name = f"{(card.letter_number or card.uid).replace('/', '-').replace(' ', '_')}.pdf"
    attach(
        actor=actor,
        at=at,
        letter_uid=letter_uid,
        files=[NewFile(name=name, content=pdf, media_type="application/pdf", role="letter")],
    )
    return True


def _form_of(actor: Actor, card: LetterCard) -> PrintedLetter:
    text = written_text(card.uid)
    own = letterhead(actor)
    if text is not None:
        return numbered_form(card, text, own)
    return replace(
        printed_letter(card, sender(actor), emblem=own.emblem), check_address=public_address()
    )


def print_and_show(letter_uid: str) -> Response:
    """Print a letter just sent, and go to it; it stands whatever becomes of its drawing."""
    try:
        print_letter(actor=actor(), at=clock.now(), letter_uid=letter_uid)
    except SarabanError as failure:
        flash(said(failure), "warning")
    return see_other("dispatch.done", uid=letter_uid)


def may_print(card: LetterCard) -> bool:
    """Whether the letter is one of ours that has a printed form here."""
    return card.is_ours and card.kind in CIRCULAR_KINDS and card.secrecy == Secrecy.NORMAL


def has_print(card: LetterCard) -> bool:
    """Whether the letter's own file is there already."""
    return any(file.role == "letter" for file in card.files)


def printed_letter(card: LetterCard, unit: Sender, *, emblem: bytes | None = None) -> PrintedLetter:
    """What stands on the letter, from its facts and what its unit puts on every letter."""
    if card.dated_on is None:
        raise ValueError("a letter of ours has its day")
    return letter_form(
        uid=card.uid,
        kind=card.kind,
        urgency=card.urgency,
        secrecy=card.secrecy,
        printed_number=card.printed_number or "",
        issuer_name=unit.name_th,
        issuer_address=unit.postal_address,
        dated_on=card.dated_on,
        subject=card.subject,
        addressee_text=card.addressee_text,
        citations=[(citation.place, citation.text) for citation in card.citations],
        body=card.body,
        points=[(duty.point, duty.asks) for duty in card.duties],
        signatory_name=card.signatory_name,
        signatory_position=card.signatory_position,
        owner_section=card.owner_section,
        contact=card.contact,
        emblem=emblem,
    )
