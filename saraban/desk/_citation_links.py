"""Tying citations to letters: the row in force, and the link that tells of it, written together."""

from datetime import date
from typing import Any

from saraban.desk._audit import Ledger
from saraban.queries.citation_resolver import decision_on, waiting_for
from saraban.queries.conveyance import letters_above
from saraban.records import Citation, CitationLink, Letter
from saraban.rules.citation_matching import Verdict
from saraban.rules.citations import CitedAs
from saraban.rules.letters import Secrecy


def meant_letter(
    parts: CitedAs, *, subject: str, written_on: date | None, letter_id: int
) -> int | None:
    """The id of the letter that a citation means beyond doubt; None where a person must say."""
    decision = decision_on(parts, subject=subject, written_on=written_on, without=(letter_id,))
    return decision.linked.id if decision.verdict is Verdict.LINK and decision.linked else None


def tie(ledger: Ledger, citation_id: int, letter_id: int, *, by: str) -> None:
    """Tell of a tie that Citation.resolved already holds; by is empty for what decided itself."""
    ledger.insert(
        CitationLink, citation=citation_id, letter=letter_id, made_at=ledger.at, made_by=by
    )


def tie_waiting(ledger: Ledger, letter_id: int) -> int:
    """Tie the citations that were waiting for this letter, written in others before it came.

    How many. Each is looked at anew: by now a second letter may bear the number. An enclosure
    that would make two letters enclose each other stays open.
    """
    letter: Any = Letter.get_by_id(letter_id)
    if letter.secrecy != Secrecy.NORMAL:
        return 0
    count = 0
    for citation in waiting_for(letter):
        meant = meant_letter(
            CitedAs(
                citation.cited_key,
                citation.cited_on,
                citation.cited_urgency,
                citation.cited_issuer_text,
            ),
            subject="",
            written_on=citation.letter.dated_on,
            letter_id=citation.letter_id,
        )
        if meant == letter_id and not _makes_loop(citation, letter_id):
            ledger.update(Citation, citation.id, resolved=letter_id)
            tie(ledger, citation.id, letter_id, by="")
            count += 1
    return count


def _makes_loop(citation: Any, letter_id: int) -> bool:
    """Whether the letter conveys the one that is said to enclose it."""
    return citation.place == "enclosure" and citation.letter_id in letters_above(
        letter_id, by_any_enclosure=True
    )
