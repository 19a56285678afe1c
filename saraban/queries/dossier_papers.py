"""The papers of a dossier: of each letter the file whose first page is shown, and whose copy."""

from typing import Any

from saraban.queries.letter_files import FileLine, files_of, files_of_arrivals
from saraban.queries.stamped_paper import PaperStamp, place_in_file, stamps_on_paper
from saraban.queries.visibility import sees_letter
from saraban.records import Letter, Receipt, RegisterEntry, Unit, file_store
from saraban.records.id_sets import among
from saraban.rules.dossier import DossierPaper
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Actor

_DRAWN = frozenset({"application/pdf", "image/png", "image/jpeg", "image/tiff", "image/webp"})


def papers_of(actor: Actor, letter_ids: list[int]) -> tuple[DossierPaper, ...]:
    """One paper a letter that the actor may open, in the order of the letters' dates."""
    query: Any = Letter.select().where(
        among(Letter.id, letter_ids), Letter.secrecy == Secrecy.NORMAL.value
    )
    found = [_paper(actor, letter) for letter in query if sees_letter(actor, letter.id)]
    return tuple(sorted(found, key=lambda paper: (str(paper.dated_on), paper.letter_uid)))


def stamps_of(actor: Actor, paper: DossierPaper) -> tuple[PaperStamp, ...]:
    """The stamps that the paper's holder, and those on its line, put on it."""
    return stamps_on_paper(actor, paper.letter_uid, entry_uid=paper.entry_uid)


def content_of(paper: DossierPaper) -> bytes:
    """The checked bytes of a file that the reader was found to see. Raises FileDamaged."""
    assert paper.sha256 is not None
    return file_store.read(paper.sha256)


def _paper(actor: Actor, letter: Any) -> DossierPaper:
    file = _file(actor, letter)
    entry_uid, holder = _first_receipt(actor, letter)
    place = (1, 0) if file is None else place_in_file(letter.uid, file.sha256)
    return DossierPaper(
        letter_uid=letter.uid,
        number=letter.printed_number or "",
        dated_on=letter.dated_on,
        issuer=letter.issuer_text,
        subject=letter.subject,
        holder=holder,
        sha256=None if file is None else file.sha256,
        media_type="" if file is None else file.media_type,
        file_name="" if file is None else file.name,
        page_number=place[0],
        turned=place[1],
        entry_uid=entry_uid,
        body=letter.body,
    )


def _file(actor: Actor, letter: Any) -> FileLine | None:
    files = (*files_of([letter.id]), *files_of_arrivals(actor, [letter.id]))
    return next(
        (file for file in files if file.role == "letter" and file.media_type in _DRAWN), None
    )


def _first_receipt(actor: Actor, letter: Any) -> tuple[str | None, str]:
    """(entry, unit) of the paper that is shown: the first one whose stamps the actor may see."""
    seen = stamps_on_paper(actor, letter.uid)
    if seen:
        return seen[0].entry_uid, seen[0].unit_name
    query: Any = (
        Receipt.select(RegisterEntry.uid, Unit.name_th)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .join_from(Receipt, Unit, on=(Receipt.unit == Unit.id))
        .where(
            Receipt.letter == letter.id,
            RegisterEntry.voided_at.is_null(),
            Unit.path.startswith(actor.unit_path),
        )
        .order_by(Receipt.received_on, Receipt.id)
        .tuples()
        .first()
    )
    return (None, "") if query is None else (query[0], query[1])
