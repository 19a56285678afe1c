"""What a clerk made of each field of a reading, kept so that the reading can be measured."""

from collections.abc import Collection, Mapping
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk.drafts import CitationDraft, DutyDraft, LetterDraft
from saraban.errors import FieldNotConfirmed
from saraban.records import FieldAnswer
from saraban.rules.intake import Answer, answers_to, must_be_confirmed, unconfirmed_field
from saraban.rules.letter_reading.proposal import (
    Proposal,
    SuggestedCitation,
    SuggestedDuty,
    texts_of,
)
from saraban.rules.reading_fields import THAI_FIELD

_LONGEST_SENDER = 255


def draft_of(proposal: Proposal) -> LetterDraft:
    """The letter that would be registered if everything read is right and everything is ticked."""
    return LetterDraft(
        kind=proposal.kind,
        subject=proposal.subject,
        addressee_text=proposal.addressee_text,
        dated_on=proposal.dated_on,
        urgency=proposal.urgency,
        secrecy=proposal.secrecy,
        signatory_name=proposal.signatory_name,
        signatory_position=proposal.signatory_position,
        owner_section=proposal.owner_section,
        contact=proposal.contact,
        relay_phrase=proposal.relay_phrase,
        citations=tuple(CitationDraft(one.place, one.text) for one in proposal.citations),
        duties=tuple(DutyDraft(one.point, one.asks, due_on=one.due_on) for one in proposal.duties),
    )


def checked_answers(
    proposal: Proposal,
    draft: LetterDraft,
    *,
    printed_number: str,
    issuer_text: str,
    evidence: Mapping[str, Mapping[str, Any]],
    doubted: Collection[str],
    confirmed: Collection[str],
) -> tuple[Answer, ...]:
    """What the draft makes of each proposed field.

    Raises FieldNotConfirmed for the first one that is filed as read though it had to be looked
    at by itself and nobody did.
    """
    accepted = _as_proposal(draft, printed_number, issuer_text)
    answers = answers_to(texts_of(proposal), texts_of(accepted))
    field = unconfirmed_field(answers, evidence=evidence, doubted=doubted, confirmed=confirmed)
    if field is not None:
        raise FieldNotConfirmed(field=field, label=THAI_FIELD[field])
    return answers


def keep_answers(
    ledger: Ledger,
    intake_letter_id: int,
    answers: Collection[Answer],
    evidence: Mapping[str, Mapping[str, Any]],
    *,
    doubted: Collection[str],
    sender: str,
) -> None:
    """One row a field; inside the transaction that registers the letter."""
    for answer in answers:
        found = evidence.get(answer.field) or {}
        ledger.insert(
            FieldAnswer,
            intake_letter=intake_letter_id,
            unit=ledger.unit_id,
            field=answer.field,
            proposed=answer.proposed,
            accepted=answer.accepted,
            is_right=answer.is_right,
            source=found.get("source") or "",
            confidence_percent=round(100 * (found.get("confidence") or 0)),
            had_confirm=must_be_confirmed(found, answer.proposed) or answer.field in doubted,
            sender=sender[:_LONGEST_SENDER],
            answered_by=ledger.actor.name,
            answered_at=ledger.at,
        )


def _as_proposal(draft: LetterDraft, printed_number: str, issuer_text: str) -> Proposal:
    """What is filed, in the same form as what was proposed."""
    return Proposal(
        printed_number=printed_number,
        dated_on=draft.dated_on,
        issuer_text=issuer_text,
        addressee_text=draft.addressee_text,
        subject=draft.subject,
        urgency=draft.urgency,
        secrecy=draft.secrecy,
        kind=draft.kind,
        signatory_name=draft.signatory_name,
        signatory_position=draft.signatory_position,
        owner_section=draft.owner_section,
        contact=draft.contact,
        citations=tuple(SuggestedCitation(one.place, one.text) for one in draft.citations),
        duties=tuple(SuggestedDuty(one.point, one.asks, "", one.due_on) for one in draft.duties),
        deadline_texts=(),
        relay_phrase=draft.relay_phrase,
    )
