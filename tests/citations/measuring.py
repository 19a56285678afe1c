"""How often the resolver is right: of what it links by itself, and of what it proposes."""

from dataclasses import dataclass

from saraban.queries.citation_resolver import decision_on
from saraban.records import Letter, Unit
from saraban.records.database import write_transaction
from saraban.records.fields import new_uid
from saraban.rules.citation_matching import Decision, Verdict
from saraban.rules.citations import read_citation
from tests.citations.labelled import MadeCitation, MadeSet
from tests.make import at


@dataclass
class Score:
    """Counts over one set. linkable: citations of a known letter. A proposal is right when the
    letter meant is among those offered."""

    citations: int = 0
    linkable: int = 0
    linked: int = 0
    linked_right: int = 0
    proposed: int = 0
    proposed_right: int = 0
    open: int = 0

    @property
    def precision(self) -> float:
        """Of the links made without asking, the share that is right."""
        return self.linked_right / self.linked if self.linked else 1.0

    @property
    def recall(self) -> float:
        """Of the citations whose letter is known, the share that was linked without asking."""
        return self.linked_right / self.linkable if self.linkable else 1.0

    @property
    def found(self) -> float:
        """The share linked rightly or offered to a person."""
        right = self.linked_right + self.proposed_right
        return right / self.linkable if self.linkable else 1.0


def keep_letters(made: MadeSet, unit: Unit) -> dict[int, str]:
    """The known letters as rows of the bound database; their keys and years by id."""
    ids = {}
    with write_transaction():
        for letter in made.letters:
            row = Letter.create(
                uid=new_uid(), kind="external", is_circular="/ว " in letter.key,
                letter_number=letter.key, printed_number=letter.printed, printed_key=letter.key,
                dated_on=letter.dated_on, be_year=letter.dated_on.year + 543,
                issuer_text=letter.issuer, subject=letter.subject, registered_by=unit,
                created_at=at(),
            )  # fmt: skip
            ids[row.id] = f"{letter.key} {letter.dated_on}"
    return ids


def measured(made: MadeSet, ids: dict[int, str]) -> tuple[Score, list[tuple[MadeCitation, str]]]:
    """The score, and every wrong link with what it was linked to."""
    score, wrong = Score(), []
    for citation in made.citations:
        decision = decision_on(read_citation(citation.text), written_on=citation.written_on)
        label = citation.meant and f"{citation.meant.key} {citation.meant.dated_on}"
        _count(score, decision, label, ids)
        if decision.linked is not None and ids[decision.linked.id] != label:
            wrong.append((citation, ids[decision.linked.id]))
    return score, wrong


def _count(score: Score, decision: Decision, label: str | None, ids: dict[int, str]) -> None:
    score.citations += 1
    score.linkable += label is not None
    if decision.verdict is Verdict.LINK and decision.linked is not None:
        score.linked += 1
        score.linked_right += ids[decision.linked.id] == label
    elif decision.verdict is Verdict.PROPOSE:
        score.proposed += 1
        score.proposed_right += label in [ids[one.id] for one in decision.proposed]
    else:
        score.open += 1
