"""Links with which who has no account acknowledges one delivery: made, fetched, read, used.

What happens over a link stands in the chain of the unit that made it; the actor is the link.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._deliveries import mark, refuse_over, sent_letter
from saraban.desk.acknowledgement import content_digest, mark_acknowledged, refuse_second_or_over
from saraban.errors import (
    LinkExpired,
    LinkReplaced,
    LinkUnknown,
    LinkUsed,
    MissingField,
    NothingToAskFor,
    TextTooLong,
    TooManyAtOnce,
)
from saraban.records import Delivery, DeliveryLink, Letter, Unit, delivery_sets
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.records.id_sets import among
from saraban.rules.days import day_of
from saraban.rules.deliveries import Status, Step
from saraban.rules.link_tokens import (
    LENGTH,
    SIGNS,
    read_token,
    receipt_code,
    token_digest,
    token_of,
)
from saraban.rules.permissions import Act, Actor
from saraban.thai.dates import format_medium
from saraban.thai.text import clean_line

# One file of covers, made while its asker waits.
MOST_AT_ONCE = 100


@dataclass(frozen=True)
class GivenLink:
    """A link just made. The token is told here and never again."""

    unit_name: str
    postal_address: str
    token: str
    expires_at: datetime


@dataclass(frozen=True)
class LinkReceipt:
    """What is told after a link was used: the code under which the receipt is found again."""

    code: str
    digest: str


def give_links(
    *,
    actor: Actor,
    at: datetime,
    letter_uid: str,
    unit_uids: Sequence[str],
    valid_for: timedelta,
) -> tuple[GivenLink, ...]:
    """Make a link for the delivery of each of these units that has not acknowledged or ended.

    In the order of their deliveries. A delivery's earlier link opens nothing from now on.
    Raises LetterNotFound, Refused, NothingToAskFor, TooManyAtOnce.
    """
    letter = sent_letter(actor, Act.GIVE_LINK, letter_uid)
    if len(unit_uids) > MOST_AT_ONCE:
        raise TooManyAtOnce(field="units", most=MOST_AT_ONCE)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        asked = _unanswered(letter.id, actor.unit_id, unit_uids)
        if not asked:
            raise NothingToAskFor(field="units")
        burned = delivery_sets.burn_links([one.id for one in asked], ledger.at_text)
        ledger.note(
            DeliveryLink, None, {"burned_at": ledger.at_text}, for_each=("id",), values=burned
        )
        tokens = [token_of(secrets.randbelow(len(SIGNS) ** LENGTH)) for _ in asked]
        common = {
            "unit_id": actor.unit_id,
            "made_at": ledger.at_text,
            "made_by": actor.name,
            "expires_at": DeliveryLink.expires_at.db_value(at + valid_for),
        }
        each = [
            (new_uid(), delivery.id, token_digest(token))
            for delivery, token in zip(asked, tokens, strict=True)
        ]
        made = delivery_sets.insert_links(common, each)
        ledger.note(
            DeliveryLink,
            None,
            common,
            for_each=("id", "uid", "delivery_id", "token_digest"),
            values=made,
        )
        ledger.record("give_links", subject=letter_uid, link_count=len(made))
    return tuple(
        GivenLink(delivery.to_unit.name_th, delivery.to_unit.postal_address, token, at + valid_for)
        for delivery, token in zip(asked, tokens, strict=True)
    )


def note_fetched(*, at: datetime, token: str) -> None:
    """Note that something asked for the link's page, once: perhaps only a program looking ahead.

    It is no opening: that a person presses for. Raises as `usable_link` does.
    """
    link = usable_link(token, at=at)
    if link.fetched_at is not None:
        return
    with write_transaction():
        fresh = locked(DeliveryLink.select().where(DeliveryLink.id == link.id)).get()
        if fresh.fetched_at is not None:
            return
        ledger = _ledger_of(link, at)
        ledger.update(DeliveryLink, link.id, fetched_at=at)
        ledger.record("fetch_link", subject=link.delivery.letter.uid, link=link.uid)


def open_by_link(*, at: datetime, token: str) -> None:
    """Somebody pressed to read the letter: the delivery is opened, as by a unit's own desk.

    Raises as `usable_link` does.
    """
    link = usable_link(token, at=at)
    with write_transaction():
        fresh, delivery = _held(link, at)
        if fresh.opened_at is not None:
            return
        ledger = _ledger_of(link, at)
        _mark_opened(ledger, fresh, delivery)
        ledger.record("open_by_link", subject=link.delivery.letter.uid, link=link.uid)


def acknowledge_by_link(
    *, at: datetime, token: str, name: str, post: str, number: str = ""
) -> LinkReceipt:
    """Acknowledge the delivery with a name and a position that nobody has checked.

    number is the one under which the unit registered it, if it tells one. The delivery is
    marked as weaker proof for ever. Raises MissingField, TextTooLong, AlreadyAcknowledged and
    what `usable_link` raises.
    """
    name = _said(name, "name", DeliveryLink.used_name)
    post = _said(post, "post", DeliveryLink.used_post)
    number = _said(number, "number", DeliveryLink.used_number, may_be_empty=True)
    link = usable_link(token, at=at)
    who = f"{name} ({post})"
    with write_transaction():
        fresh, delivery = _held(link, at)
        refuse_second_or_over(delivery)
        ledger = _ledger_of(link, at, who)
        digest = content_digest(link.delivery.letter)
        code = receipt_code(str(read_token(token)), digest, ledger.at_text)
        _mark_opened(ledger, fresh, delivery)
        mark_acknowledged(
            ledger,
            delivery,
            by=who[: Delivery.acknowledged_by.max_length],
            digest=digest,
            is_weak_proof=True,
        )
        ledger.update(
            DeliveryLink,
            link.id,
            used_at=at,
            used_name=name,
            used_post=post,
            used_number=number or None,
            receipt_code=code,
        )
        ledger.record(
            "acknowledge_by_link",
            subject=link.delivery.letter.uid,
            link=link.uid,
            unit=link.delivery.to_unit.name_th,
            name=name,
            post=post,
            number=number,
            digest=digest,
        )
    return LinkReceipt(code, digest)


def usable_link(token: str, *, at: datetime) -> Any:
    """The link of a token with .delivery, its .letter and .to_unit, while it opens something.

    Raises LinkUnknown (forged or mistyped), LinkReplaced, LinkUsed, LinkExpired,
    DeliveryRecalled, DeliverySentBack.
    """
    signs = read_token(token)
    found = None
    if signs is not None:
        # By the digest: how long the search takes tells nothing about the token.
        found = (
            DeliveryLink.select(DeliveryLink, Delivery, Letter, Unit)
            .join(Delivery, on=(DeliveryLink.delivery == Delivery.id))
            .join(Letter, on=(Delivery.letter == Letter.id))
            .join_from(Delivery, Unit, on=(Delivery.to_unit == Unit.id))
            .where(DeliveryLink.token_digest == token_digest(signs))
            .first()
        )
    if found is None:
        raise LinkUnknown()
    _refuse_spent(found, at)
    refuse_over(found.delivery)
    return found


def _refuse_spent(link: Any, at: datetime) -> None:
    if link.used_at is not None:
        raise LinkUsed(when=format_medium(day_of(link.used_at)), post=link.used_post)
    if link.burned_at is not None:
        raise LinkReplaced(when=format_medium(day_of(link.burned_at)))
    if link.expires_at <= at:
        raise LinkExpired(when=format_medium(day_of(link.expires_at)))


def _held(link: Any, at: datetime) -> tuple[Any, Any]:
    """The link and its delivery, both held and still usable; the delivery first, as elsewhere."""
    delivery = locked(Delivery.select().where(Delivery.id == link.delivery_id)).get()
    fresh = locked(DeliveryLink.select().where(DeliveryLink.id == link.id)).get()
    _refuse_spent(fresh, at)
    refuse_over(delivery)
    return fresh, delivery


def _mark_opened(ledger: Ledger, link: Any, delivery: Any) -> None:
    if link.opened_at is None:
        ledger.update(DeliveryLink, link.id, opened_at=ledger.at)
    mark(ledger, delivery, Step.DELIVERED, ledger.at)
    mark(ledger, delivery, Step.OPENED, ledger.at)


def _ledger_of(link: Any, at: datetime, who: str = "") -> Ledger:
    """The pen for what happens over a link: in its maker's chain, by nobody who signed in."""
    name = f"ลิงก์ถึง {link.delivery.to_unit.name_th}"
    actor = Actor(
        person_id=None,
        name=(f"{who} · {name}" if who else name)[:160],
        unit_id=link.unit_id,
        unit_path="",
        roles=frozenset(),
    )
    return Ledger(actor=actor, at=at)


def _unanswered(letter_id: int, from_unit_id: int, unit_uids: Sequence[str]) -> list[Any]:
    query = (
        Delivery.select(Delivery, Unit)
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(
            Delivery.letter == letter_id,
            Delivery.from_unit == from_unit_id,
            Delivery.acknowledged_at.is_null(),
            Delivery.status < Status.ACKNOWLEDGED,
            among(Unit.uid, unit_uids),
        )
        .order_by(Delivery.id)
    )
    return list(query)


def _said(text: str, field: str, column: Any, *, may_be_empty: bool = False) -> str:
    said = clean_line(text)
    if not said and not may_be_empty:
        raise MissingField(field=field)
    most = min(column.max_length, 120)
    if len(said) > most:
        raise TextTooLong(field=field, most=most)
    return said
