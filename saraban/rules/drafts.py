"""A letter that is being written: what it says, and how it goes from hand to hand."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from saraban.rules.letters import LetterKind, Urgency
from saraban.rules.permissions import THAI_MANNER
from saraban.thai.digits import written_thai


class DraftState(StrEnum):
    """Where a draft is: with its writer, before the executive, or done with."""

    WRITING = "writing"
    OFFERED = "offered"
    APPROVED = "approved"
    RETURNED = "returned"
    ASIDE = "aside"
    ISSUED = "issued"


class DraftMove(StrEnum):
    """What a person does with a draft beside writing it."""

    OFFER = "offer"
    APPROVE = "approve"
    RETURN = "return"
    SET_ASIDE = "set_aside"
    RESUME = "resume"
    ISSUE = "issue"


THAI_DRAFT_STATE: dict[str, str] = {
    DraftState.WRITING: "กำลังร่าง",
    DraftState.OFFERED: "เสนอลงนาม",
    DraftState.APPROVED: "เห็นชอบแล้ว",
    DraftState.RETURNED: "ส่งกลับให้แก้",
    DraftState.ASIDE: "พักไว้",
    DraftState.ISSUED: "ออกเลขแล้ว",
}

# From where a move is possible, and where it leads. Whether a number may be given to a letter
# that no executive approved here is the office's affair: it may have been signed on paper.
_MOVES: dict[DraftMove, tuple[frozenset[DraftState], DraftState]] = {
    DraftMove.OFFER: (
        frozenset({DraftState.WRITING, DraftState.RETURNED}),
        DraftState.OFFERED,
    ),
    DraftMove.APPROVE: (frozenset({DraftState.OFFERED}), DraftState.APPROVED),
    DraftMove.RETURN: (
        frozenset({DraftState.OFFERED, DraftState.APPROVED}),
        DraftState.RETURNED,
    ),
    DraftMove.SET_ASIDE: (
        frozenset(DraftState) - {DraftState.ASIDE, DraftState.ISSUED},
        DraftState.ASIDE,
    ),
    DraftMove.RESUME: (frozenset({DraftState.ASIDE}), DraftState.WRITING),
    DraftMove.ISSUE: (
        frozenset({DraftState.WRITING, DraftState.OFFERED, DraftState.APPROVED}),
        DraftState.ISSUED,
    ),
}


def after(state: str, move: DraftMove) -> DraftState | None:
    """The state that the move leads to; None where it is not possible now."""
    possible_from, leads_to = _MOVES[move]
    return leads_to if state in possible_from else None


_MANNERS: dict[str, str] = {manner.value: words for manner, words in THAI_MANNER.items()}

SALUTATIONS = ("เรียน", "กราบเรียน", "นมัสการ", "ขอประทานกราบเรียน")
CLOSINGS = (
    "ขอแสดงความนับถือ", "ขอแสดงความนับถืออย่างยิ่ง", "ขอนมัสการด้วยความเคารพ", "ขอแสดงความเคารพ",
)  # fmt: skip


@dataclass(frozen=True)
class DraftPoint:
    """One numbered point of what is asked, as a duty to be followed up."""

    asks: str
    report_to: str = ""
    due_on: date | None = None
    late_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class DraftText:
    """What a draft says, field by field in the order of the forms.

    references, enclosures, copy_to, owner_section, contact and issuer are lines. cause, purpose
    and conclusion follow the notation of rules.letter_body; points come between purpose and
    conclusion. A blank issuer is the unit's own name and address. acting is a Manner of
    rules.permissions or blank, acting_post the post in which is acted.
    Source: Rule on Saraban Work B.E. 2526, clauses 11 to 14, forms 1 to 3.
    """

    kind: str = LetterKind.EXTERNAL
    urgency: str = Urgency.NORMAL
    issuer: str = ""
    dated_on: date | None = None
    subject: str = ""
    salutation: str = SALUTATIONS[0]
    addressee_text: str = ""
    references: str = ""
    enclosures: str = ""
    cause: str = ""
    purpose: str = ""
    points: tuple[DraftPoint, ...] = ()
    conclusion: str = ""
    closing: str = CLOSINGS[0]
    signatory_name: str = ""
    signatory_position: str = ""
    acting: str = ""
    acting_post: str = ""
    owner_section: str = ""
    contact: str = ""
    copy_to: str = ""
    relay_phrase: str = ""
    has_thai_digits: bool = True

    @property
    def body(self) -> str:
        """Cause, purpose and conclusion one after the other, without the points."""
        return "\n".join(
            part for part in (self.cause, self.purpose, self.conclusion) if part.strip()
        )

    @property
    def signatory_lines(self) -> tuple[str, ...]:
        """The posts below the name: one's own with the words for acting, then whose place it is."""
        own = lines_of(self.signatory_position)
        words = _MANNERS.get(self.acting)
        if words is None:
            return own
        *before, last = own or ("",)
        return (*before, f"{last} {words}".strip(), *lines_of(self.acting_post))


# Texts that stand on the paper, and are written in Thai digits where the draft says so.
_ON_PAPER = (
    "issuer", "subject", "addressee_text", "references", "enclosures", "cause", "purpose",
    "conclusion", "signatory_name", "signatory_position", "acting_post", "owner_section",
    "contact", "copy_to",
)  # fmt: skip


def on_paper(text: DraftText) -> DraftText:
    """The draft as its paper shows it: with Thai digits, unless it wants them as typed."""
    if not text.has_thai_digits:
        return text
    values = values_of(text)
    values |= {name: written_thai(values[name]) for name in _ON_PAPER}
    values["points"] = tuple(replace(point, asks=written_thai(point.asks)) for point in text.points)
    return DraftText(**values)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that hold something, trimmed."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def values_of(text: DraftText) -> dict[str, Any]:
    """Field name to value, points as they are."""
    return {field.name: getattr(text, field.name) for field in fields(text)}


def as_json(text: DraftText) -> dict[str, Any]:
    """JSON-ready values of every field; days as ISO texts."""
    values = values_of(text)
    values["dated_on"] = text.dated_on and text.dated_on.isoformat()
    values["points"] = [
        {
            "asks": point.asks,
            "report_to": point.report_to,
            "due_on": point.due_on and point.due_on.isoformat(),
            # Left out where there is none: most points have none, and older versions know none.
            **({"late_reason": point.late_reason} if point.late_reason else {}),
        }
        for point in text.points
    ]
    return values


def from_json(stored: Mapping[str, Any]) -> DraftText:
    """The draft that as_json wrote; fields that it did not know yet have their first value."""
    known = {field.name for field in fields(DraftText)}
    values = {name: value for name, value in stored.items() if name in known}
    values["dated_on"] = _day(stored.get("dated_on"))
    values["points"] = tuple(
        DraftPoint(
            point["asks"], point["report_to"], _day(point["due_on"]), point.get("late_reason", "")
        )
        for point in stored.get("points", ())
    )
    return DraftText(**values)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def differing_fields(one: DraftText, other: DraftText) -> tuple[str, ...]:
    """Names of the fields in which two versions differ, in the order of the form."""
    return tuple(
        field.name
        for field in fields(DraftText)
        if getattr(one, field.name) != getattr(other, field.name)
    )
