"""Writing a letter: each save a version that stays, steps from hand to hand, then its number."""

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from saraban.desk import _access, dispatch
from saraban.desk._audit import Ledger
from saraban.desk._draft_text import checked
from saraban.desk._letter_numbers import THE_NEXT, NumberChoice
from saraban.desk.dispatch import Addressees, Issued
from saraban.desk.drafts import CitationDraft, DutyDraft, LetterDraft
from saraban.errors import (
    DraftChangedMeanwhile,
    DraftFrozen,
    DraftNotFound,
    MissingField,
    StepNotNow,
    TextTooLong,
)
from saraban.records import Draft, DraftStep, DraftVersion, Letter
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.audit import canonical
from saraban.rules.drafts import (
    THAI_DRAFT_STATE,
    DraftMove,
    DraftState,
    DraftText,
    after,
    as_json,
    from_json,
    lines_of,
    on_paper,
)
from saraban.rules.letters import LetterKind
from saraban.rules.permissions import Act, Actor, require
from saraban.thai.digits import to_thai
from saraban.thai.text import clean_line

_STEP_ACTS = {
    DraftMove.OFFER: Act.WRITE_DRAFT,
    DraftMove.APPROVE: Act.SIGN_OFF_DRAFT,
    DraftMove.RETURN: Act.SIGN_OFF_DRAFT,
    DraftMove.SET_ASIDE: Act.WRITE_DRAFT,
    DraftMove.RESUME: Act.WRITE_DRAFT,
}
_NEEDS_REASON = frozenset({DraftMove.RETURN, DraftMove.SET_ASIDE})


def begin_draft(
    *, actor: Actor, at: datetime, text: DraftText, conveys_uid: str | None = None
) -> str:
    """Keep the first version of a new letter; the draft's uid.

    An unfinished letter is kept as it is: what is missing is asked for when it gets its number.
    Raises Refused, LetterNotFound (the letter to be passed on), TextTooLong, TableTooLarge,
    InvalidInput.
    """
    require(actor, Act.WRITE_DRAFT)
    text = checked(text)
    conveys = _access.letter(actor, Act.WRITE_DRAFT, uid=conveys_uid) if conveys_uid else None
    uid = new_uid()
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        draft_id = ledger.insert(
            Draft,
            uid=uid,
            unit=actor.unit_id,
            state=DraftState.WRITING.value,
            version=1,
            kind=text.kind,
            subject=text.subject,
            conveys=conveys and conveys.id,
            begun_at=at,
            begun_by=actor.name,
            changed_at=at,
            changed_by=actor.name,
        )
        _keep_version(ledger, draft_id, 1, text)
        ledger.record("begin_draft", subject=uid, conveys=conveys_uid)
    return uid


def save_draft(
    *, actor: Actor, at: datetime, draft_uid: str, based_on: int, text: DraftText
) -> int:
    """Keep the text as a new version; its number. The same text again gives no new one.

    based_on is the version that the writer had before them: of two who save at once the second
    is told who was first, and decides. A draft that was offered or approved is being written
    again by this. Raises Refused, DraftNotFound, DraftFrozen, DraftChangedMeanwhile, TextTooLong.
    """
    _own_draft(actor, Act.WRITE_DRAFT, draft_uid)
    text = checked(text)
    with write_transaction():
        draft = _locked(draft_uid)
        _refuse_frozen(draft)
        if draft.version != based_on:
            raise _changed_meanwhile(draft)
        if _text_of(draft) == text:
            return int(draft.version)
        version = draft.version + 1
        ledger = Ledger(actor=actor, at=at)
        _keep_version(ledger, draft.id, version, text)
        ledger.update(
            Draft,
            draft.id,
            version=version,
            state=DraftState.WRITING.value,
            kind=text.kind,
            subject=text.subject,
            changed_at=at,
            changed_by=actor.name,
        )
        ledger.record("save_draft", subject=draft_uid, version=version)
    return int(version)


def move_draft(
    *, actor: Actor, at: datetime, draft_uid: str, version: int, move: DraftMove, reason: str = ""
) -> None:
    """Offer, approve, return, set aside or resume the version that the person has read.

    Returning and setting aside need a reason. Raises Refused, DraftNotFound, DraftFrozen,
    DraftChangedMeanwhile, StepNotNow, MissingField, TextTooLong.
    """
    _own_draft(actor, _STEP_ACTS[move], draft_uid)
    reason = clean_line(reason)
    if move in _NEEDS_REASON and not reason:
        raise MissingField(field="reason")
    if len(reason) > 500:
        raise TextTooLong(field="reason", most=500)
    with write_transaction():
        draft = _locked(draft_uid)
        ledger = Ledger(actor=actor, at=at)
        _take_step(ledger, draft, version, move, reason)
        ledger.record(f"{move.value}_draft", subject=draft_uid, version=version, reason=reason)


def issue_draft(
    *,
    actor: Actor,
    at: datetime,
    draft_uid: str,
    version: int,
    code_letters: str,
    owner_number: str,
    is_circular: bool,
    addressees: Addressees,
    dated_on: date | None = None,
    addressee_text: str = "",
    numbered: NumberChoice = THE_NEXT,
) -> Issued:
    """Number the letter and send it, and freeze the draft with it, in one transaction.

    dated_on and addressee_text are what the paper says where the draft left them open: the day
    is often written in with the number. numbered says which number. Raises what
    `dispatch.issue` raises, and DraftNotFound, DraftFrozen,
    DraftChangedMeanwhile, StepNotNow.
    Source: Rule of 2526, clauses 41 to 43.
    """
    found = _own_draft(actor, Act.ISSUE_LETTER, draft_uid)
    conveys_uid = found.conveys.uid if found.conveys_id else None
    with write_transaction():
        draft = _locked(draft_uid)
        _refuse_frozen(draft)
        text = on_paper(_text_of(draft))
        text = replace(text, dated_on=text.dated_on or dated_on)
        issued = dispatch.issue(
            actor=actor,
            at=at,
            draft=as_letter(text, addressee_text=addressee_text),
            code_letters=code_letters,
            owner_number=owner_number,
            is_circular=is_circular,
            addressees=addressees,
            conveys_uid=conveys_uid,
            numbered=numbered,
        )
        letter = Letter.get(Letter.uid == issued.letter_uid)
        ledger = Ledger(actor=actor, at=at)
        _take_step(ledger, draft, version, DraftMove.ISSUE, "", letter=letter.id)
        ledger.record("issue_draft", subject=draft_uid, version=version, letter=issued.letter_uid)
    return issued


def as_letter(text: DraftText, *, addressee_text: str = "") -> LetterDraft:
    """What the letter says, in the words that the issuing action takes."""
    return LetterDraft(
        kind=text.kind,
        subject=text.subject,
        addressee_text=text.addressee_text or addressee_text,
        dated_on=text.dated_on,
        urgency=text.urgency,
        body=text.body,
        signatory_name="" if text.kind == LetterKind.SEALED else text.signatory_name,
        signatory_position="\n".join(text.signatory_lines),
        owner_section=" ".join(lines_of(text.owner_section)),
        contact="\n".join(lines_of(text.contact)),
        relay_phrase=text.relay_phrase,
        citations=(
            *(CitationDraft("reference", line) for line in lines_of(text.references)),
            *(CitationDraft("enclosure", line) for line in lines_of(text.enclosures)),
        ),
        duties=tuple(
            DutyDraft(
                to_thai(str(place)), point.asks, point.report_to, point.due_on, point.late_reason
            )
            for place, point in enumerate(text.points, start=1)
        ),
    )


def _keep_version(ledger: Ledger, draft_id: int, version: int, text: DraftText) -> None:
    ledger.insert(
        DraftVersion,
        draft=draft_id,
        version=version,
        content=canonical(as_json(text)),
        saved_at=ledger.at,
        saved_by=ledger.actor.name,
    )


def _take_step(
    ledger: Ledger,
    draft: Any,
    version: int,
    move: DraftMove,
    reason: str,
    *,
    letter: int | None = None,
) -> None:
    """Write the step and the state it leads to; the draft is locked."""
    _refuse_frozen(draft)
    if draft.version != version:
        raise _changed_meanwhile(draft)
    state = after(draft.state, move)
    if state is None:
        raise StepNotNow(state=THAI_DRAFT_STATE[draft.state])
    ledger.insert(
        DraftStep,
        draft=draft.id,
        version=version,
        move=move.value,
        reason=reason,
        taken_at=ledger.at,
        taken_by=ledger.actor.name,
    )
    changed: dict[str, Any] = {"state": state.value, "changed_at": ledger.at}
    if letter is not None:
        changed["letter"] = letter
    ledger.update(Draft, draft.id, changed_by=ledger.actor.name, **changed)


def _own_draft(actor: Actor, act: Act, uid: str) -> Any:
    """The draft of the actor's own unit; another's is answered as one that does not exist."""
    found = Draft.get_or_none((Draft.uid == uid) & (Draft.unit == actor.unit_id))
    if found is None:
        raise DraftNotFound(uid=uid)
    require(actor, act)
    return found


def _locked(uid: str) -> Any:
    return locked(Draft.select().where(Draft.uid == uid)).get()


def _refuse_frozen(draft: Any) -> None:
    if draft.letter_id is not None:
        letter = Letter.get_by_id(draft.letter_id)
        raise DraftFrozen(number=letter.printed_number)


def _changed_meanwhile(draft: Any) -> DraftChangedMeanwhile:
    return DraftChangedMeanwhile(who=_newest(draft).saved_by, version=draft.version)


def _text_of(draft: Any) -> DraftText:
    return from_json(json.loads(_newest(draft).content))


def _newest(draft: Any) -> Any:
    return DraftVersion.get(
        (DraftVersion.draft == draft.id) & (DraftVersion.version == draft.version)
    )
