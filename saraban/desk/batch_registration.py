"""A pile of letters from outside registered at once: consecutive numbers for all, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from saraban.desk._audit import Ledger
from saraban.desk._receiving import (
    Arrival,
    Received,
    Registered,
    check_arrival,
    checked_received,
    enter_received,
    refuse_known,
)
from saraban.desk.drafts import LetterDraft
from saraban.errors import (
    AlreadyReceived,
    BatchRefused,
    InvalidInput,
    SameAsRow,
    SarabanError,
    TooManyRows,
    UnreadableLetterNumber,
)
from saraban.records.database import write_transaction
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor, require

MOST_ROWS = 100


@dataclass(frozen=True)
class BatchLine:
    """One letter of the pile; is_another_arrival says that it came before by another way."""

    draft: LetterDraft
    printed_number: str
    issuer_text: str
    is_another_arrival: bool = False


def register_batch(
    *, actor: Actor, at: datetime, lines: Sequence[BatchLine], arrival: Arrival
) -> tuple[Registered, ...]:
    """Enter the letters in their order, all of one arrival, under consecutive numbers.

    One transaction: where one line is refused none is entered. Raises Refused, TooManyRows,
    FutureDate for the arrival, BatchRefused with the refusal of each wrong line.
    Source: Rule of 2526, clauses 35 to 38.
    """
    require(actor, Act.REGISTER_RECEIVED)
    checked, refusals = _checked(lines, arrival, day_of(at))
    if refusals:
        raise BatchRefused(refusals)
    # A ledger for each letter, all recorded at the end: the chain's head comes last in the order
    # of locks, and a letter further down may have a delivery to hold.
    ledgers = [Ledger(actor=actor, at=at) for _ in lines]
    done: list[Registered] = []
    with write_transaction():
        for place, received in checked.items():
            again = lines[place].is_another_arrival
            try:
                entered = enter_received(
                    ledgers[place], received, kept={}, is_another_arrival=again
                )
            except AlreadyReceived as refusal:
                refusals[place] = refusal
            else:
                done.append(entered.registered)
        if refusals:
            raise BatchRefused(refusals)
        for place, registered in enumerate(done):
            ledgers[place].record(
                "register_received",
                subject=registered.letter_uid,
                number=registered.receipt_number,
                letter_number=checked[place].printed,
                is_another_arrival=lines[place].is_another_arrival,
                of_batch=f"{done[0].receipt_number}-{done[-1].receipt_number}",
            )
    return tuple(done)


def refusals_of_batch(
    *, actor: Actor, at: datetime, lines: Sequence[BatchLine], arrival: Arrival
) -> dict[int, SarabanError]:
    """What would be refused now, by the line's place; nothing is written, no number taken.

    Raises Refused, TooManyRows, FutureDate for the arrival.
    """
    require(actor, Act.REGISTER_RECEIVED)
    checked, refusals = _checked(lines, arrival, day_of(at))
    for place, received in checked.items():
        if not lines[place].is_another_arrival:
            try:
                refuse_known(actor, received)
            except AlreadyReceived as refusal:
                refusals[place] = refusal
    return dict(sorted(refusals.items()))


def _checked(
    lines: Sequence[BatchLine], arrival: Arrival, today: date
) -> tuple[dict[int, Received], dict[int, SarabanError]]:
    """The lines that may be entered and the refusals of the others, both by place."""
    if len(lines) > MOST_ROWS:
        raise TooManyRows(most=MOST_ROWS)
    check_arrival(arrival, None, today)
    checked: dict[int, Received] = {}
    refusals: dict[int, SarabanError] = {}
    first_with: dict[tuple[str, date], int] = {}
    for place, line in enumerate(lines):
        try:
            received = checked_received(
                line.draft,
                printed_number=line.printed_number,
                issuer_text=line.issuer_text,
                arrival=arrival,
                today=today,
                has_files=False,
            )
            _refuse_twin(received, line, place, first_with)
        except UnreadableLetterNumber as refusal:
            refusal.field = "printed_number"
            refusals[place] = refusal
        except InvalidInput as refusal:
            refusals[place] = refusal
        else:
            checked[place] = received
    return checked, refusals


def _refuse_twin(
    received: Received, line: BatchLine, place: int, first_with: dict[tuple[str, date], int]
) -> None:
    """SameAsRow for a letter that stands further up in the same pile."""
    if received.number is None or received.draft.dated_on is None:
        return
    first = first_with.setdefault((received.number.key, received.draft.dated_on), place)
    if first != place and not line.is_another_arrival:
        raise SameAsRow(field="printed_number", row=first + 1)
