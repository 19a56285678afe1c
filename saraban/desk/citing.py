"""Confirming which letter a citation means; what was written stays as it was written."""

from datetime import datetime

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._conveying import refuse_citation_loop
from saraban.errors import Conflict, InvalidInput
from saraban.records import Citation
from saraban.records.database import locked, write_transaction
from saraban.rules.permissions import Act, Actor


def confirm_citation(
    *, actor: Actor, at: datetime, letter_uid: str, citation_id: int, cited_uid: str
) -> None:
    """Say that this citation means that letter. Set once; the difference stays visible.

    Raises LetterNotFound for either letter, Conflict when it was confirmed before or cites
    itself, CitationMakesLoop, InvalidInput when the citation is not the letter's.
    """
    letter = _access.letter(actor, Act.CONFIRM_CITATION, uid=letter_uid)
    cited = _access.letter(actor, Act.CONFIRM_CITATION, uid=cited_uid)
    with write_transaction():
        citation = locked(
            Citation.select().where(Citation.id == citation_id, Citation.letter == letter.id)
        ).first()
        if citation is None:
            raise InvalidInput(field="citation")
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
        ledger.record("confirm_citation", subject=letter.uid, cited=cited.uid)
