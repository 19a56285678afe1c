"""Saying which letter a citation means, and taking that back; what was written stays as it was."""

from datetime import datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._citation_links import tie
from saraban.desk._conveying import refuse_citation_loop
from saraban.errors import Conflict, InvalidInput, MissingField, ParentIsNoChoice, TextTooLong
from saraban.records import Citation, CitationLink
from saraban.records.database import locked, write_transaction
from saraban.rules.permissions import Act, Actor
from saraban.thai.text import clean_line

MOST_REASON = 500


def confirm_citation(
    *, actor: Actor, at: datetime, letter_uid: str, citation_id: int, cited_uid: str
) -> None:
    """Say that this citation means that letter. The difference stays visible.

    Raises LetterNotFound for either letter, Conflict when it was confirmed before or cites
    itself, CitationMakesLoop, InvalidInput when the citation is not the letter's.
    """
    letter = _access.letter(actor, Act.CONFIRM_CITATION, uid=letter_uid)
    cited = _access.letter(actor, Act.CONFIRM_CITATION, uid=cited_uid)
    with write_transaction():
        citation = _held(letter.id, citation_id)
        if citation.confirmed_by is not None or cited.id == letter.id:
            raise Conflict(field="citation")
        if citation.place == "enclosure":
            refuse_citation_loop(letter.id, cited.id)
        ledger = Ledger(actor=actor, at=at)
        ledger.update(
            Citation,
            citation.id,
            resolved=cited.id,
            confirmed_by=actor.name,
            confirmed_at=at,
        )
        tie(ledger, citation.id, cited.id, by=actor.name)
        ledger.record("confirm_citation", subject=letter.uid, cited=cited.uid)


def take_back_citation(
    *, actor: Actor, at: datetime, letter_uid: str, citation_id: int, reason: str
) -> None:
    """Say that a citation does not mean the letter it is tied to, whoever or whatever tied it.

    Both stay readable with the reason, and the two are never tied by themselves again. Raises
    LetterNotFound, Refused, MissingField, TextTooLong, InvalidInput for a citation that is not the
    letter's or tied to nothing, ParentIsNoChoice for the letter that this one conveys.
    """
    letter = _access.letter(actor, Act.CONFIRM_CITATION, uid=letter_uid)
    words = clean_line(reason)
    if not words:
        raise MissingField(field="reason")
    if len(words) > MOST_REASON:
        raise TextTooLong(field="reason", most=MOST_REASON)
    with write_transaction():
        citation = _held(letter.id, citation_id)
        cited = citation.resolved
        if cited is None:
            raise InvalidInput(field="citation")
        if letter.conveys_id == cited.id:
            raise ParentIsNoChoice(field="citation")
        ledger = Ledger(actor=actor, at=at)
        ledger.update(Citation, citation.id, resolved=None, confirmed_by=None, confirmed_at=None)
        over = {"taken_back_at": at, "taken_back_by": actor.name, "reason": words}
        links = CitationLink.select(CitationLink.id).where(
            CitationLink.citation == citation.id,
            CitationLink.letter == cited.id,
            CitationLink.taken_back_at.is_null(),
        )
        found = [link.id for link in links]
        for link_id in found:
            ledger.update(CitationLink, link_id, **over)
        if not found:  # tied before ties had a history
            ledger.insert(
                CitationLink,
                citation=citation.id,
                letter=cited.id,
                made_at=citation.confirmed_at or letter.created_at,
                made_by=citation.confirmed_by or "",
                **over,
            )
        ledger.record("take_back_citation", subject=letter.uid, cited=cited.uid, reason=words)


def _held(letter_id: int, citation_id: int) -> Any:
    citation = locked(
        Citation.select().where(Citation.id == citation_id, Citation.letter == letter_id)
    ).first()
    if citation is None:
        raise InvalidInput(field="citation")
    return citation
