"""What a cascade is made of: agencies that hold the matter, and units that it missed.

A node is one agency the matter has come to (or begins at). The desks inside an agency are not
nodes of their own: they are the agency's receipts, in the order in which they numbered it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from weakref import ref

from saraban.queries.cascade_rows import DeliveryRow, LetterRow, ReceiptRow
from saraban.records.fields import InstantField
from saraban.rules.days import day_of
from saraban.rules.deliveries import ENDS, NotDone, State, Status, days_held, not_done, state_of

_instant = InstantField()


def instant(text: str) -> datetime:
    """A stored instant as an aware datetime in UTC."""
    return _instant.python_value(text)  # type: ignore[return-value]


@dataclass
class Node:
    """One agency in the cascade. letter is its own letter on the matter, received the one it got.

    delivery is null for the agency where the cascade begins, and for one that registered the
    letter without its being sent here (paper from outside): is_declared is then true.
    desk_ids are the units of the desks inside to which it was handed. began_on is the date of
    the letter at the top of the cascade.
    """

    id: str
    unit_id: int | None
    unit_uid: str | None
    unit_name: str
    unit_short: str
    unit_kind: str
    level: int = 0
    letter: LetterRow | None = None
    received: LetterRow | None = None
    delivery: DeliveryRow | None = None
    receipts: list[ReceiptRow] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    desk_ids: frozenset[int] = frozenset()
    is_declared: bool = False
    began_on: date | None = None
    today: date = date.min
    # Weak: a tree of thousands goes with its page, and leaves no circles to be looked for.
    _above: "ref[Node] | None" = None

    @property
    def parent(self) -> "Node | None":
        """The agency it came from; None at the top, and once nobody holds the top any more."""
        return None if self._above is None else self._above()

    @parent.setter
    def parent(self, above: "Node") -> None:
        self._above = ref(above)

    @cached_property
    def state(self) -> State:
        """The furthest state, one word; an agency that only began the matter is ISSUED."""
        if self.delivery is None and not self.is_declared:
            return State.ISSUED
        if self.delivery is None:
            return State.RECEIVED if self.letter is None else State.PASSED_ON
        return state_of(
            self.delivery.status,
            passed_on=self.letter is not None or self.delivery.passed_on_at is not None,
        )

    @cached_property
    def not_done(self) -> NotDone | None:
        """UNPROVEN, SILENT or LATE; who was not reached is no node (`MissedUnit`)."""
        if self.delivery is None:
            return None
        return not_done(self.state, due_on=self.due_on, today=self.today)

    @property
    def is_silent(self) -> bool:
        """Sent to, and nothing deliberate came back: no acknowledgement, answer or relay."""
        return self.not_done in {NotDone.UNPROVEN, NotDone.SILENT}

    @property
    def is_inferred(self) -> bool:
        """The agency keeps no record: that it passed the matter on is known from others alone."""
        if self.letter is None or self.delivery is None or self.letter.is_issued_here:
            return False
        return not self.receipts and self.delivery.status < Status.OPENED

    @property
    def known_by(self) -> str:
        """Whose receipt shows what an inferred agency did; empty where nobody has numbered it."""
        return next((child.unit_short for child in self.children if child.receipts), "")

    @property
    def due_on(self) -> date | None:
        """The earliest day by which the letter it received asks for something."""
        return None if self.received is None else self.received.due_on

    @cached_property
    def days_left(self) -> int | None:
        """Calendar days until then, negative when it is past; None without a day or once done."""
        done = self.state in {State.REPORTED, State.PASSED_ON} or self.state in ENDS
        if self.due_on is None or self.delivery is None or done:
            return None
        return (self.due_on - self.today).days

    @cached_property
    def days_used_above(self) -> int | None:
        """Calendar days from the first letter's date until this agency had the matter.

        Until it was sent, where nothing shows that it arrived. Negative where a stamp is older
        than the letter: that is shown, not cleaned up.
        """
        came_on = self.arrived_on
        if came_on is None and self.delivery is not None:
            came_on = day_of(instant(self.delivery.dispatched_at))
        if came_on is None or self.began_on is None:
            return None
        return (came_on - self.began_on).days

    @cached_property
    def arrived_on(self) -> date | None:
        """The day it came to the agency: delivered in the system, or its first receipt stamp."""
        days = [receipt.received_on for receipt in self.receipts]
        if self.delivery is not None and self.delivery.delivered_at is not None:
            days.append(day_of(instant(self.delivery.delivered_at)))
        return min(days, default=None)

    @cached_property
    def left_on(self) -> date | None:
        """The date of the agency's own letter, or the day of its report; None while it holds."""
        if self.letter is not None:
            return self.letter.dated_on  # type: ignore[no-any-return]
        if self.delivery is not None and self.delivery.reported_at is not None:
            return day_of(instant(self.delivery.reported_at))
        return None

    @cached_property
    def days_held(self) -> int | None:
        """Calendar days from arrival until it left, or until today while it is held."""
        return days_held(self.arrived_on, self.left_on, self.today)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, parents first."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


@dataclass(frozen=True)
class MissedUnit:
    """A unit that ought to have the matter and does not. via… is the unit that should tell it.

    via_id is that unit's node in the cascade; empty before anything was sent.
    """

    unit_id: int
    unit_uid: str
    unit_name: str
    unit_short: str
    via: str
    via_kind: str
    via_id: str = ""
