"""A mail as it goes over the wire."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from saraban.thai.text import clean_line


@dataclass(frozen=True)
class Outgoing:
    """What a mail says; written_at is aware. letter_uid is what it is about, or blank."""

    uid: str
    to: str
    subject: str
    body: str
    written_at: datetime
    sender_name: str
    letter_uid: str = ""


def composed(mail: Outgoing, *, sender: str) -> EmailMessage:
    """The mail with its headers. The same mail gives the same Message-ID, whenever it is tried.

    A receiver that gets it twice can tell by that, and a person by the ids in subject and body.
    Raises ValueError for an address that is none.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(clean_line(mail.sender_name), addr_spec=sender)
    message["To"] = Address(addr_spec=mail.to)
    message["Subject"] = clean_line(mail.subject)
    message["Date"] = mail.written_at
    message["Message-ID"] = f"<{mail.uid}@{sender.rpartition('@')[2]}>"
    # Nobody's holiday answer is wanted, and it must not start a loop. Source: RFC 3834.
    message["Auto-Submitted"] = "auto-generated"
    if mail.letter_uid:
        message["X-Saraban-Letter"] = mail.letter_uid
    message.set_content(mail.body)
    return message
