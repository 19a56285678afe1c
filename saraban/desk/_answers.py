"""What a clerk made of each field of a reading, kept so that the reading can be measured."""

from collections.abc import Collection, Mapping
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk.drafts import CitationDraft, DutyDraft, LetterDraft
from saraban.errors import FieldNotConfirmed
from saraban.records import FieldAnswer
from saraban.rules.intake import Answer, answers_to, unconfirmed_field
from saraban.rules.letter_reading.proposal import Proposal
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
    proposed = _texts(draft_of(proposal), proposal.printed_number, proposal.issuer_text)
    answers = answers_to(proposed, _texts(draft, printed_number, issuer_text))
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
            had_confirm=bool(found.get("confirm")) or answer.field in doubted,
            sender=sender[:_LONGEST_SENDER],
            answered_by=ledger.actor.name,
            answered_at=ledger.at,
        )


def _texts(draft: LetterDraft, printed_number: str, issuer_text: str) -> dict[str, str]:
    """Each field's text as it is filed, lists one item a line."""
    days = [duty.due_on.isoformat() for duty in draft.duties if duty.due_on is not None]
    return {
        "number": printed_number,
        "date_iso": "" if draft.dated_on is None else draft.dated_on.isoformat(),
        "issuer": issuer_text,
        "addressees": draft.addressee_text,
        "subject": draft.subject,
        "urgency": draft.urgency,
        "secrecy": draft.secrecy,
        "kind": draft.kind,
        "signatory": f"{draft.signatory_name} {draft.signatory_position}".strip(),
        "contact": "\n".join(one for one in (draft.owner_section, draft.contact) if one),
        "references": _cited(draft, "reference"),
        "cited": _cited(draft, "enclosure", "body"),
        "asks": "\n".join(duty.asks for duty in draft.duties),
        "deadlines": "\n".join(days),
        "onward": draft.relay_phrase,
    }


def _cited(draft: LetterDraft, *places: str) -> str:
    return "\n".join(one.text for one in draft.citations if one.place in places)
