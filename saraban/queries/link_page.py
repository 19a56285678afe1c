"""What a link shows to who has no account: the letter it was made for, and the receipt of its use.

Nobody is asked who they are: the token is the key. Whether it still opens anything is
`desk.delivery_links.usable_link`'s to say, and asked first by every page.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import LetterNotFound, LinkUnknown
from saraban.queries.letter_files import FileLine, files_of
from saraban.records import Delivery, DeliveryLink, Letter, Unit, file_store
from saraban.rules.letters import Secrecy
from saraban.rules.link_tokens import read_token, token_digest

RECEIPT_SIGNS = 16


@dataclass(frozen=True)
class LinkedLetter:
    """The letter behind a link. A secret one has an empty subject and body and no files.

    is_read says whether somebody has pressed to read it over this link.
    """

    unit_name: str
    sender_name: str
    printed_number: str | None
    dated_on: date | None
    issuer_text: str
    subject: str
    addressee_text: str
    urgency: str
    secrecy: str
    body: str
    signatory_name: str
    signatory_position: str
    files: tuple[FileLine, ...]
    expires_at: datetime
    is_read: bool


@dataclass(frozen=True)
class LinkReceiptFacts:
    """What stands on the receipt of an acknowledgement over a link."""

    code: str
    printed_number: str | None
    dated_on: date | None
    subject: str
    secrecy: str
    issuer_text: str
    unit_name: str
    sender_name: str
    name: str
    post: str
    number: str | None
    used_at: datetime
    digest: str


def linked_letter(token: str) -> LinkedLetter:
    """The letter of a token that is known. Raises LinkUnknown."""
    link = _link(DeliveryLink.token_digest == token_digest(read_token(token) or ""))
    letter = link.delivery.letter
    return LinkedLetter(
        unit_name=link.delivery.to_unit.name_th,
        sender_name=link.unit.name_th,
        printed_number=letter.printed_number,
        dated_on=letter.dated_on,
        issuer_text=letter.issuer_text,
        subject=letter.subject,
        addressee_text=letter.addressee_text,
        urgency=letter.urgency,
        secrecy=letter.secrecy,
        body=letter.body,
        signatory_name=letter.signatory_name,
        signatory_position=letter.signatory_position,
        files=files_of([letter.id]) if letter.secrecy == Secrecy.NORMAL else (),
        expires_at=link.expires_at,
        is_read=link.opened_at is not None,
    )


def linked_file(token: str, sha256: str) -> tuple[FileLine, bytes]:
    """A file of the letter and its checked bytes; only once somebody pressed to read it.

    Raises LinkUnknown, LetterNotFound, FileDamaged.
    """
    letter = linked_letter(token)
    found = next((file for file in letter.files if file.sha256 == sha256), None)
    if found is None or not letter.is_read:
        raise LetterNotFound()
    return found, file_store.read(sha256)


def link_receipt(code: str) -> LinkReceiptFacts:
    """The receipt with this code, whoever holds it. Raises LinkUnknown."""
    signs = code.strip().lower().replace("-", "").replace(" ", "")
    if len(signs) != RECEIPT_SIGNS:
        raise LinkUnknown()
    link = _link(DeliveryLink.receipt_code == signs)
    letter = link.delivery.letter
    return LinkReceiptFacts(
        code=link.receipt_code,
        printed_number=letter.printed_number,
        dated_on=letter.dated_on,
        subject=letter.subject,
        secrecy=letter.secrecy,
        issuer_text=letter.issuer_text,
        unit_name=link.delivery.to_unit.name_th,
        sender_name=link.unit.name_th,
        name=link.used_name,
        post=link.used_post,
        number=link.used_number,
        used_at=link.used_at,
        digest=link.delivery.acknowledged_digest,
    )


def _link(condition: Any) -> Any:
    sender: Any = Unit.alias()
    found = (
        DeliveryLink.select(DeliveryLink, Delivery, Letter, Unit, sender)
        .join(Delivery, on=(DeliveryLink.delivery == Delivery.id))
        .join(Letter, on=(Delivery.letter == Letter.id))
        .join_from(Delivery, Unit, on=(Delivery.to_unit == Unit.id))
        .join_from(DeliveryLink, sender, on=(DeliveryLink.unit == sender.id))
        .where(condition)
        .first()
    )
    if found is None:
        raise LinkUnknown()
    return found
