"""What the form of a letter begins with: today, and what the letter before it in the pile had."""

from typing import Any

from flask import request

from saraban import clock
from saraban.errors import LetterNotFound, SarabanError
from saraban.queries.books import usual_channel
from saraban.queries.letter_card import LetterCard, letter_card
from saraban.queries.letter_lines import ReceiptLine
from saraban.queries.sender_units import SenderUnit, sender_unit
from saraban.thai.dates import parse_date
from saraban.web.session import actor
from saraban.web.words import day_words

# What the next letter in the pile usually has in common with this one.
KEPT_FOR_NEXT = (
    "issuer_text", "addressee_text", "kind", "received_on", "channel", "digits", "sender_uid",
    "register",
)  # fmt: skip


def in_thai(text: str) -> bool:
    """Whether a stamp's number is written in Thai digits."""
    return any("๐" <= letter <= "๙" for letter in text)


def first_values() -> dict[str, Any]:
    """Today and now, and what the letter before this one in the pile had."""
    now = clock.now()
    values: dict[str, Any] = {
        "received_on": now.date(),
        "received_time": now.time(),
        "urgency": "normal",
        "secrecy": "normal",
        "kind": "external",
        "channel": usual_channel(actor().unit_id).value,
        "digits": "thai",
    }
    if request.method == "GET":
        values |= {key: request.args[key] for key in KEPT_FOR_NEXT if request.args.get(key)}
    values["received_on"] = _kept_day(values["received_on"], now.date())
    return values


def _kept_day(value: Any, today: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return parse_date(value, today=today)
    except SarabanError:
        return today


def given_before() -> tuple[LetterCard, ReceiptLine] | None:
    """The letter registered a moment ago, when this form is the one after it, and its stamp."""
    uid = request.args.get("after")
    if uid is None:
        return None
    try:
        card = letter_card(actor(), uid)
        return card, own_stamp(card, request.args.get("entry"))
    except LetterNotFound:
        return None


def own_stamp(card: LetterCard, entry_uid: str | None) -> ReceiptLine:
    """The desk's stamp of that entry, or its last one. Raises LetterNotFound without any."""
    ours = [line for line in card.receipts if line.is_ours]
    stamp = next((line for line in ours if line.entry_uid == entry_uid), ours[-1] if ours else None)
    if stamp is None:
        raise LetterNotFound(uid=card.uid)
    return stamp


def carried_from(card: LetterCard, stamp: ReceiptLine) -> dict[str, Any]:
    """What the next letter of the pile begins with."""
    carried = {
        "issuer_text": card.issuer_text,
        "addressee_text": card.addressee_text,
        "kind": card.kind,
        "received_on": day_words(stamp.received_on),
        "channel": stamp.channel,
        "digits": "thai" if in_thai(stamp.printed_number) else "arabic",
    }
    sender = sender_typed(card.issuer_text, card.printed_number)
    if sender is not None and sender.uid == card.issuer_uid:
        carried["sender_uid"] = sender.uid
    return carried


def sender_typed(issuer_text: str | None, printed_number: str | None) -> SenderUnit | None:
    """The unit that a sender, as typed, means."""
    return sender_unit(issuer_text or "", printed_number or "", on=clock.today())
