"""What did not come: numbers missing between the circulars that an office did send us.

A number is known to exist when its letter came, or when a letter that came cites it. What lies
between known numbers is missing here; it may have been meant for others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from saraban.errors import UnitNotFound
from saraban.queries.visibility import units_in_reach
from saraban.records import BookYear, Citation, Delivery, Letter, Receipt, RegisterEntry, Unit
from saraban.rules.number_gaps import circular_of, gaps_between, office_of
from saraban.rules.permissions import Act, Actor, may, require
from saraban.rules.registers import RegisterName
from saraban.thai.dates import first_day_of_be_year


@dataclass(frozen=True)
class KnownNumber:
    """A number that exists. Its letter came (letter_uid), or another letter cites it (citing_…).

    prefix is what stands before its slash; dated_on is the letter's day, as printed or as cited.
    """

    number: int
    prefix: str
    dated_on: date | None
    letter_uid: str | None
    citing_uid: str | None = None
    citing_number: str | None = None


@dataclass(frozen=True)
class Gap:
    """A run of numbers that never came, first to last, with what is known on either side.

    cited is set where a letter names the number: then it exists, and first equals last.
    """

    first: int
    last: int
    before: KnownNumber | None
    after: KnownNumber | None
    cited: KnownNumber | None = None

    @property
    def count(self) -> int:
        """How many numbers."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class SenderNumbers:
    """One office's circulars of one BE year: how many came, and the gaps in the order of numbers.

    series is the prefix as printed, or the office's part of it where all its sections are taken
    together; first and last bound the numbers that are known.
    """

    series: str
    issuer_text: str
    came_count: int
    first: int
    last: int
    missing_count: int
    cited_count: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class MissingNumbers:
    """The senders of a year: those with a cited number that never came first, then by name.

    unit_uid is None for the whole branch of an auditor.
    """

    be_year: int
    unit_uid: str | None
    unit_name: str
    is_together: bool
    senders: tuple[SenderNumbers, ...]


def missing_numbers(
    actor: Actor,
    *,
    be_year: int,
    is_together: bool = False,
    unit_uid: str | None = None,
    series: str | None = None,
) -> MissingNumbers:
    """What never came to the actor's unit, or for an auditor to the branch or one unit of it.

    is_together takes all sections of an office for one book; series asks for that sender alone.
    Three statements, whatever the number of senders. Raises Refused, UnitNotFound.
    """
    reach, name, uid = _reach(actor, unit_uid)
    senders: dict[str, list[tuple[KnownNumber, str]]] = {}
    own = _own_prefixes(reach)
    for known, issuer_text in (*_came(reach, be_year), *_cited(reach, be_year)):
        book = office_of(known.prefix) if is_together else known.prefix
        if known.prefix not in own and (series is None or book == series):
            senders.setdefault(book, []).append((known, issuer_text))
    found = [_sender(book, numbers) for book, numbers in senders.items()]
    found.sort(key=lambda sender: (-sender.cited_count, sender.series))
    return MissingNumbers(be_year, uid, name, is_together, tuple(found))


def _reach(actor: Actor, unit_uid: str | None) -> tuple[Any, str, str | None]:
    """A query of the unit ids looked at, how to name them, and the unit's uid if it is one."""
    require(actor, Act.SEE_REGISTER)
    if unit_uid is None:
        own = Unit.get_by_id(actor.unit_id)
        is_branch = may(actor, Act.SEE_AUDIT)
        return units_in_reach(actor), own.name_th, None if is_branch else own.uid
    unit = Unit.get_or_none(Unit.uid == unit_uid)
    if unit is None or not may(actor, Act.SEE_REGISTER, subject_path=unit.path):
        raise UnitNotFound(uid=unit_uid)
    return Unit.select(Unit.id).where(Unit.id == unit.id), unit.name_th, unit.uid


def _own_prefixes(reach: Any) -> set[str]:
    """What stands before the slash of the numbers that the units looked at give themselves."""
    query: Any = (
        Unit.select(Unit.code_letters, Unit.owner_number)
        .where(Unit.id.in_(reach), Unit.joined_at.is_null(False), Unit.code_letters != "")
        .tuples()
    )
    return {f"{letters} {owner}" for letters, owner in query}


def _came(reach: Any, be_year: int) -> Iterable[tuple[KnownNumber, str]]:
    """The circulars of others that lie in a receive book, or wait on a desk."""
    query: Any = (
        Letter.select(Letter.printed_key, Letter.dated_on, Letter.uid, Letter.issuer_text)
        .where(
            Letter.be_year == be_year,
            Letter.is_circular == True,  # noqa: E712 - SQL
            Letter.printed_key.is_null(False),
            Letter.id.in_(_arrived_ids(reach)),
        )
        .order_by(Letter.id)
        .tuples()
    )
    for key, dated_on, uid, issuer_text in query:
        if (circular := circular_of(key)) is not None:
            prefix, number = circular
            yield KnownNumber(number, prefix, dated_on, uid), issuer_text


def _arrived_ids(reach: Any) -> Any:
    """Ids of letters with a receipt that stands, or a delivery, in the units of the reach."""
    return (
        Receipt.select(Receipt.letter)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(Receipt.unit.in_(reach), RegisterEntry.voided_at.is_null())
        .union(Delivery.select(Delivery.letter).where(Delivery.to_unit.in_(reach)))
    )


def _cited(reach: Any, be_year: int) -> Iterable[tuple[KnownNumber, str]]:
    """Circulars that letters which came or were written here name, with a day of that year.

    Not those that are known to be a slip: resolved to a letter of another number.
    """
    meant = Letter.alias()
    first = first_day_of_be_year(be_year)
    last = first_day_of_be_year(be_year + 1) - timedelta(days=1)
    written = Letter.select(Letter.id).where(
        Letter.issuer.in_(reach),
        Letter.is_issued_here == True,  # noqa: E712 - SQL
    )
    query: Any = (
        Citation.select(
            Citation.cited_key,
            Citation.cited_on,
            Letter.uid,
            Letter.printed_number,
            Citation.cited_issuer_text,
        )
        .join(Letter, on=(Citation.letter == Letter.id))
        .join_from(Citation, meant, "LEFT OUTER JOIN", on=(Citation.resolved == meant.id))
        .where(
            Citation.letter.in_(_arrived_ids(reach)) | Citation.letter.in_(written),
            Citation.cited_on.between(first, last),
            Citation.cited_key.contains("/ว "),
            meant.id.is_null() | (meant.printed_key == Citation.cited_key),
        )
        .order_by(Citation.id)
        .tuples()
    )
    for key, cited_on, citing_uid, citing_number, issuer_text in query:
        if (circular := circular_of(key)) is not None:
            prefix, number = circular
            known = KnownNumber(number, prefix, cited_on, None, citing_uid, citing_number)
            yield known, issuer_text or ""


def _sender(series: str, numbers: list[tuple[KnownNumber, str]]) -> SenderNumbers:
    known: dict[int, KnownNumber] = {}
    issuer_text = ""
    for one, text in numbers:
        issuer_text = text or issuer_text
        # A letter that came outweighs any that only names it.
        if one.number not in known or known[one.number].letter_uid is None:
            known[one.number] = one
    gaps = [
        Gap(first, last, known.get(first - 1), known.get(last + 1))
        for first, last in gaps_between(known)
    ]
    in_order = sorted(known)
    for place, number in enumerate(in_order):
        if known[number].letter_uid is None:
            before = known[in_order[place - 1]] if place else None
            after = known[in_order[place + 1]] if place + 1 < len(in_order) else None
            gaps.append(Gap(number, number, before, after, known[number]))
    gaps.sort(key=lambda gap: gap.first)
    return SenderNumbers(
        series=series,
        issuer_text=issuer_text,
        came_count=sum(1 for one in known.values() if one.letter_uid is not None),
        first=in_order[0],
        last=in_order[-1],
        missing_count=sum(gap.count for gap in gaps),
        cited_count=sum(1 for gap in gaps if gap.cited is not None),
        gaps=tuple(gaps),
    )


MOST_UNITS = 300


def units_that_receive(actor: Actor) -> tuple[tuple[str, str], ...]:
    """(uid, name) of the units of an auditor's branch that keep a receive book; else nothing."""
    if not may(actor, Act.SEE_AUDIT):
        return ()
    books = BookYear.select(BookYear.unit).where(BookYear.register == RegisterName.RECEIVE.value)
    query: Any = (
        Unit.select(Unit.uid, Unit.name_th)
        .where(Unit.id.in_(books), Unit.id.in_(units_in_reach(actor)))
        .order_by(Unit.path)
        .limit(MOST_UNITS)
        .tuples()
    )
    return tuple((uid, name) for uid, name in query)
