"""One letter as it was read, with everything a clerk needs beside it to accept it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import FileWithheld, IntakeNotFound, NotYetRead
from saraban.queries.duplicates import Duplicate, duplicates_of
from saraban.queries.reading_hints import hints_for
from saraban.queries.same_files import SameFile, same_files
from saraban.records import Intake, IntakeLetter, IntakeReading, Letter, RegisterEntry, file_store
from saraban.rules.duplicates import LetterFacts
from saraban.rules.intake import LetterState, ReadingState, must_be_confirmed
from saraban.rules.letter_reading.misreadings.plausibility import Hint
from saraban.rules.letter_reading.proposal import Proposal, proposal_of, texts_of
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, require


@dataclass(frozen=True)
class ReviewField:
    """Where a field was read and how far to trust it; page None when it was not found.

    text is what would be filed, lists one item a line. box is [left, top, right, bottom] in points
    of the upright page. must_confirm: it counts only once somebody looked at it by itself. rivals
    are other readings of its digits.
    """

    name: str
    page: int | None
    box: tuple[float, float, float, float] | None
    text: str
    raw: str
    source: str
    confidence: float
    must_confirm: bool
    hints: tuple[Hint, ...]
    rivals: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A page's size in points as shown upright, and how it is turned for that."""

    page: int
    width: float
    height: float
    turned: int
    source: str


@dataclass(frozen=True)
class Step:
    """One letter of the file, by its place. conveys are the places of those it passes on."""

    place: int
    state: LetterState
    number: str
    subject: str
    pages: tuple[int, ...]
    conveys: tuple[int, ...]


@dataclass(frozen=True)
class LetterToReview:
    """The letter at `place`; fields has every name of rules.intake.FILED_FIELDS.

    is_withheld: a letter of the file was registered as secret, so that the file is not shown whole.
    letter is the reading's own JSON, proposal the same in the register's words. letter_uid,
    entry_uid and receipt_number tell what it became once it is settled.
    """

    intake_uid: str
    place: int
    file_name: str
    sha256: str
    media_type: str
    channel: str
    arrived_at: datetime
    page_count: int
    sheets: tuple[Sheet, ...]
    warnings: tuple[str, ...]
    letter: Mapping[str, Any]
    proposal: Proposal
    fields: Mapping[str, ReviewField]
    steps: tuple[Step, ...]
    duplicates: tuple[Duplicate, ...]
    same_files: tuple[SameFile, ...]
    is_withheld: bool
    state: LetterState
    reason: str
    letter_uid: str | None
    entry_uid: str | None
    receipt_number: int | None

    @property
    def unsure_fields(self) -> tuple[str, ...]:
        """The fields that must each be looked at, in the order of the form."""
        return tuple(name for name, one in self.fields.items() if one.must_confirm)


def reading_to_review(actor: Actor, intake_uid: str, place: int, *, today: date) -> LetterToReview:
    """A letter of a file of the actor's own unit.

    Raises Refused, IntakeNotFound, NotYetRead while the machine is not done with the file.
    """
    intake, queued = _intake(actor, intake_uid)
    row = IntakeLetter.get_or_none(IntakeLetter.intake == intake.id, IntakeLetter.place == place)
    if queued.state != ReadingState.READ:
        raise NotYetRead()
    reading = json.loads(queued.reading)
    if row is None or place >= len(reading["letters"]):
        raise IntakeNotFound(uid=intake_uid)
    letter = reading["letters"][place]
    entry = row.entry_id and RegisterEntry.get_by_id(row.entry_id)
    settled = row.letter_id and Letter.get_by_id(row.letter_id)
    is_waiting = row.state == LetterState.PROPOSED
    facts = LetterFacts(
        row.number_key, row.dated_on, row.issuer_text, (row.sketch,) if row.sketch else ()
    )
    count = len(reading["letters"])
    return LetterToReview(
        intake_uid=intake.uid,
        place=place,
        file_name=intake.name,
        sha256=intake.file_id,
        media_type=intake.file.media_type,
        channel=intake.channel,
        arrived_at=intake.arrived_at,
        page_count=reading["pages"],
        sheets=_open_sheets(intake.id, reading),
        warnings=tuple(reading.get("warnings") or ()),
        letter=letter,
        proposal=proposal_of(letter),
        fields=_fields(letter, hints_for(actor, letter, arrived_on=today) if is_waiting else ()),
        steps=_steps(intake.id, reading["letters"]),
        duplicates=duplicates_of(actor, read=facts, sha256=intake.file_id, letter_count=count)
        if is_waiting
        else (),
        same_files=same_files(actor, sha256=intake.file_id, except_intake=intake.uid),
        is_withheld=bool(_secret_places(intake.id)),
        state=LetterState(row.state),
        reason=row.reason,
        letter_uid=settled.uid if settled else None,
        entry_uid=entry.uid if entry else None,
        receipt_number=entry.number if entry else None,
    )


def file_of_intake(actor: Actor, intake_uid: str) -> tuple[str, str, bytes]:
    """(name, media type, checked bytes) of a file of the actor's own queue, to be read whole.

    Raises Refused, IntakeNotFound, FileDamaged, FileWithheld when one of its letters was
    registered as secret.
    """
    intake, _ = _intake(actor, intake_uid)
    if _secret_places(intake.id):
        raise FileWithheld()
    return intake.name, intake.file.media_type, file_store.read(intake.file_id)


def page_source(actor: Actor, intake_uid: str) -> tuple[str, bytes]:
    """(media type, checked bytes) to draw a page from that sheets_of names.

    Raises Refused, IntakeNotFound, FileDamaged.
    """
    intake, _ = _intake(actor, intake_uid)
    return intake.file.media_type, file_store.read(intake.file_id)


def sheets_of(actor: Actor, intake_uid: str) -> tuple[Sheet, ...]:
    """The pages of a file that may be looked at, () before it was read.

    Pages of a letter that was registered as secret are left out. Raises Refused, IntakeNotFound.
    """
    intake, queued = _intake(actor, intake_uid)
    return _open_sheets(intake.id, json.loads(queued.reading) if queued.reading else {})


def evidence_of(actor: Actor, intake_uid: str, place: int) -> Mapping[str, Any]:
    """Where each field of a letter was read, as the reading tells it; {} without that letter.

    Raises Refused, IntakeNotFound.
    """
    _, queued = _intake(actor, intake_uid)
    letters = json.loads(queued.reading)["letters"] if queued.reading else []
    evidence = letters[place].get("evidence") if place < len(letters) else None
    return dict(evidence or {})


def _intake(actor: Actor, uid: str) -> tuple[Any, Any]:
    require(actor, Act.SEE_INTAKE)
    intake = Intake.get_or_none(Intake.uid == uid, Intake.unit == actor.unit_id)
    if intake is None:
        raise IntakeNotFound(uid=uid)
    return intake, IntakeReading.get_by_id(intake.id)


def _fields(letter: Mapping[str, Any], hints: tuple[Hint, ...]) -> dict[str, ReviewField]:
    evidence = letter.get("evidence") or {}
    return {
        name: _field(
            name, text, evidence.get(name) or {}, tuple(one for one in hints if one.field == name)
        )
        for name, text in texts_of(proposal_of(letter)).items()
    }


def _field(name: str, text: str, found: Mapping[str, Any], hints: tuple[Hint, ...]) -> ReviewField:
    choices = [one.choice for one in hints if one.choice]
    box = found.get("box")
    return ReviewField(
        name=name,
        page=found.get("page"),
        box=tuple(box) if box else None,
        text=text,
        raw=found.get("raw") or "",
        source=found.get("source") or "",
        confidence=found.get("confidence") or 0.0,
        must_confirm=must_be_confirmed(found, text) or any(one.needs_look for one in hints),
        hints=hints,
        rivals=tuple(dict.fromkeys([*choices, *(found.get("rivals") or ())])),
    )


def _sheet(told: Mapping[str, Any]) -> Sheet:
    return Sheet(
        told["page"], told["width"], told["height"], told.get("turned") or 0, told["source"]
    )


def _open_sheets(intake_id: int, reading: Mapping[str, Any]) -> tuple[Sheet, ...]:
    letters = reading.get("letters") or ()
    withheld = {
        page for place in _secret_places(intake_id) for page in letters[place].get("pages") or ()
    }
    sheets = (_sheet(one) for one in reading.get("sheets") or ())
    return tuple(sheet for sheet in sheets if sheet.page not in withheld)


def _secret_places(intake_id: int) -> tuple[int, ...]:
    """The letters of a file, by place, that became secret ones of the register."""
    rows: Any = (
        IntakeLetter.select(IntakeLetter.place)
        .join(Letter, on=(IntakeLetter.letter == Letter.id))
        .where(IntakeLetter.intake == intake_id, Letter.secrecy != Secrecy.NORMAL.value)
        .tuples()
    )
    return tuple(place for (place,) in rows)


def _steps(intake_id: int, letters: list[dict[str, Any]]) -> tuple[Step, ...]:
    rows: Any = (
        IntakeLetter.select(IntakeLetter.place, IntakeLetter.state)
        .where(IntakeLetter.intake == intake_id)
        .tuples()
    )
    states: dict[int, str] = dict(rows)
    return tuple(
        Step(
            place=place,
            state=LetterState(states[place]),
            number=(letter.get("number") or {}).get("normalized_th") or "",
            subject=letter.get("subject") or "",
            pages=tuple(letter.get("pages") or ()),
            conveys=tuple(letter.get("conveys") or ()),
        )
        for place, letter in enumerate(letters)
        if place in states
    )
