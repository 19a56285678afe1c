"""Letters being written: the list, one with its versions and steps, and what a letter came of."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee

from saraban.errors import DraftNotFound
from saraban.queries.letter_refs import LetterRef, letter_refs
from saraban.records import (
    Draft,
    DraftStep,
    DraftVersion,
    Letter,
    Letterhead,
    StoredFile,
    Unit,
    file_store,
)
from saraban.rules.drafts import DraftMove, DraftState, DraftText, after, from_json
from saraban.rules.permissions import Act, Actor, may, require

LINES_A_PAGE = 50
OPEN_STATES = (
    DraftState.WRITING, DraftState.OFFERED, DraftState.APPROVED, DraftState.RETURNED,
)  # fmt: skip
_ACT_OF_MOVE = {
    DraftMove.OFFER: Act.WRITE_DRAFT,
    DraftMove.APPROVE: Act.SIGN_OFF_DRAFT,
    DraftMove.RETURN: Act.SIGN_OFF_DRAFT,
    DraftMove.SET_ASIDE: Act.WRITE_DRAFT,
    DraftMove.RESUME: Act.WRITE_DRAFT,
    DraftMove.ISSUE: Act.ISSUE_LETTER,
}


@dataclass(frozen=True)
class DraftLine:
    """One draft of the list; letter_uid is what it became."""

    uid: str
    subject: str
    kind: str
    state: str
    version: int
    changed_at: datetime
    changed_by: str
    letter_uid: str | None


@dataclass(frozen=True)
class OwnLetterhead:
    """What the actor's unit puts on its letters; emblem is its picture's bytes and media type."""

    name_th: str
    kind: str
    postal_address: str
    telephone: str
    code_letters: str
    owner_number: str
    emblem: bytes | None
    emblem_type: str


@dataclass(frozen=True)
class DraftList:
    """A page of drafts, newest first; waiting_count are those offered to the executive."""

    lines: tuple[DraftLine, ...]
    page: int
    has_more: bool
    waiting_count: int


@dataclass(frozen=True)
class DraftsWaiting:
    """Counts of drafts offered to the executive, and of approved ones without a number."""

    to_sign_off: int
    to_number: int


@dataclass(frozen=True)
class VersionLine:
    """One save."""

    version: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True)
class StepLine:
    """What somebody did with a version."""

    version: int
    move: str
    reason: str
    taken_at: datetime
    taken_by: str


@dataclass(frozen=True)
class DraftCard:
    """A draft's page; versions newest first, steps in their order, moves now open to the actor."""

    uid: str
    state: str
    version: int
    text: DraftText
    begun_by: str
    versions: tuple[VersionLine, ...]
    steps: tuple[StepLine, ...]
    conveys: LetterRef | None
    letter: LetterRef | None
    moves: frozenset[DraftMove]
    may_write: bool


def drafts(actor: Actor, *, is_open: bool = True, page: int = 1) -> DraftList:
    """The unit's drafts: those in work, or those set aside and numbered. Raises Refused."""
    require(actor, Act.SEE_DRAFT)
    states = OPEN_STATES if is_open else tuple(set(DraftState) - set(OPEN_STATES))
    query: Any = (
        Draft.select(Draft, Letter.uid)
        .join(Letter, "LEFT JOIN", on=(Draft.letter == Letter.id))
        .where(Draft.unit == actor.unit_id, Draft.state.in_(states))
        .order_by(Draft.changed_at.desc(), Draft.id.desc())
        .paginate(page, LINES_A_PAGE)
    )
    found = list(query.limit(LINES_A_PAGE + 1))
    return DraftList(
        lines=tuple(
            DraftLine(
                draft.uid, draft.subject, draft.kind, draft.state, draft.version,
                draft.changed_at, draft.changed_by, draft.letter.uid if draft.letter_id else None,
            )
            for draft in found[:LINES_A_PAGE]
        ),
        page=page,
        has_more=len(found) > LINES_A_PAGE,
        waiting_count=Draft.select()
        .where(Draft.unit == actor.unit_id, Draft.state == DraftState.OFFERED)
        .count(),
    )  # fmt: skip


def drafts_waiting(actor: Actor) -> DraftsWaiting:
    """How many drafts of the unit wait for this person; none for who may not do that step."""
    counted: Any = (
        Draft.select(Draft.state, peewee.fn.COUNT(Draft.id))
        .where(
            Draft.unit == actor.unit_id,
            Draft.state.in_((DraftState.OFFERED, DraftState.APPROVED)),
        )
        .group_by(Draft.state)
        .tuples()
    )
    counts: dict[str, int] = dict(counted)
    may_sign, may_number = may(actor, Act.SIGN_OFF_DRAFT), may(actor, Act.ISSUE_LETTER)
    return DraftsWaiting(
        to_sign_off=counts.get(DraftState.OFFERED, 0) if may_sign else 0,
        to_number=counts.get(DraftState.APPROVED, 0) if may_number else 0,
    )


def draft_card(actor: Actor, uid: str) -> DraftCard:
    """A draft of the actor's own unit. Raises DraftNotFound, Refused."""
    draft = _own(actor, uid)
    moves = frozenset(
        move
        for move, act in _ACT_OF_MOVE.items()
        if after(draft.state, move) is not None and may(actor, act)
    )
    return DraftCard(
        uid=draft.uid,
        state=draft.state,
        version=draft.version,
        text=_text(draft.id, draft.version),
        begun_by=draft.begun_by,
        versions=tuple(
            VersionLine(row.version, row.saved_at, row.saved_by)
            for row in DraftVersion.select()
            .where(DraftVersion.draft == draft.id)
            .order_by(DraftVersion.version.desc())
        ),
        steps=tuple(
            StepLine(row.version, row.move, row.reason, row.taken_at, row.taken_by)
            for row in DraftStep.select().where(DraftStep.draft == draft.id).order_by(DraftStep.id)
        ),
        conveys=_ref(draft.conveys_id),
        letter=_ref(draft.letter_id),
        moves=moves,
        may_write=draft.letter_id is None and may(actor, Act.WRITE_DRAFT),
    )


def draft_version(actor: Actor, uid: str, version: int) -> DraftText:
    """What a draft said in one of its versions. Raises DraftNotFound, Refused."""
    draft = _own(actor, uid)
    if not 1 <= version <= draft.version:
        raise DraftNotFound(uid=uid)
    return _text(draft.id, version)


def written_text(letter_uid: str) -> DraftText | None:
    """What the draft said that a letter came of; None for a letter that was not drafted here."""
    draft = (
        Draft.select(Draft.id, Draft.version)
        .join(Letter, on=(Draft.letter == Letter.id))
        .where(Letter.uid == letter_uid)
        .first()
    )
    return None if draft is None else _text(draft.id, draft.version)


def letterhead(actor: Actor) -> OwnLetterhead:
    """The letterhead of the actor's unit. Raises FileDamaged when its emblem's bytes are gone."""
    unit = Unit.get_by_id(actor.unit_id)
    row = (
        Letterhead.select(Letterhead, StoredFile)
        .join(StoredFile, on=(Letterhead.emblem == StoredFile.sha256))
        .where(Letterhead.unit == actor.unit_id)
        .first()
    )
    return OwnLetterhead(
        name_th=unit.name_th,
        kind=unit.kind,
        postal_address=unit.postal_address,
        telephone=unit.telephone,
        code_letters=unit.code_letters,
        owner_number=unit.owner_number,
        emblem=None if row is None else file_store.read(row.emblem_id),
        emblem_type="" if row is None else row.emblem.media_type,
    )


def _own(actor: Actor, uid: str) -> Any:
    require(actor, Act.SEE_DRAFT)
    draft = Draft.get_or_none((Draft.uid == uid) & (Draft.unit == actor.unit_id))
    if draft is None:
        raise DraftNotFound(uid=uid)
    return draft


def _text(draft_id: int, version: int) -> DraftText:
    row = DraftVersion.get((DraftVersion.draft == draft_id) & (DraftVersion.version == version))
    return from_json(json.loads(row.content))


def _ref(letter_id: int | None) -> LetterRef | None:
    return None if letter_id is None else letter_refs(Letter.id == letter_id)[0][0]
