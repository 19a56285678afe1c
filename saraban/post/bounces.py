"""Reads what mail servers send back about a mail that they could not deliver.

Sources: RFC 3462 (multipart/report), RFC 3464 (its fields for each recipient), RFC 6533 (the same
with addresses and words in UTF-8).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import Any

from saraban.thai.text import clean_line

# A report quotes the mail at most; ours are a few kilobytes.
MOST_BYTES = 2 * 1024 * 1024
# A field as it reads unfolded. Parameters are taken apart in the square of its length.
MOST_FIELD_BYTES = 16 * 1024
_FOLD = re.compile(rb"\r?\n[ \t]+")
_STATUS_TYPES = frozenset({"message/delivery-status", "message/global-delivery-status"})
_ORIGINAL_TYPES = frozenset(
    {"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"}
)
# A mail's own id, as post.message writes it.
_OWN_ID = re.compile(r"<([0-9a-f-]{36})@[^<>\s]+>")
_MESSAGE_ID = re.compile(r"^message-id:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
_TYPED = re.compile(r"^\s*[\w-]+\s*;\s*")
_MOST_WORDS = 500


@dataclass(frozen=True)
class Bounce:
    """A mail that did not reach an address: the uid in its Message-ID, and the server's words."""

    mail_uid: str
    address: str
    words: str


def read_bounce(content: bytes) -> Bounce | None:
    """The bounce that a mail tells of; None for any other mail.

    Also None where the report says that the mail was delivered, or is only late: a server that
    goes on trying has not failed. Whoever sends us something damaged gets None too.
    """
    if len(content) > MOST_BYTES or _has_endless_field(content):
        return None
    try:
        # By the plain rules: those that parse every field raise or take minutes over hostile ones.
        message = message_from_bytes(content)
        if message.get_content_type() != "multipart/report":
            return None
        uid = next(_quoted_ids(message), None)
        failed = next(_failures(message), None)
    except RecursionError:  # parts within parts within parts
        return None
    if uid is None or failed is None:
        return None
    return Bounce(uid, _typed(failed, "final-recipient"), _words(failed))


def _has_endless_field(content: bytes) -> bool:
    return any(len(line) > MOST_FIELD_BYTES for line in _FOLD.sub(b" ", content).splitlines())


def _failures(message: Message) -> Iterator[dict[str, str]]:
    """The fields of each recipient that was given up."""
    for part in message.walk():
        if part.get_content_type() not in _STATUS_TYPES:
            continue
        # The library knows the fields of the older kind, in ASCII; both are read as they came.
        text = part.as_bytes().decode("utf-8", errors="replace")
        for block in re.split(r"\r?\n[ \t]*\r?\n", text):
            fields = _fields(block)
            if fields.get("action", "").lower() == "failed":
                yield fields


def _fields(block: str) -> dict[str, str]:
    """Name in small letters to value, lines that go on joined. Source: RFC 5322, section 2.2."""
    unfolded = re.sub(r"\r?\n[ \t]+", " ", block)
    pairs = (line.partition(":") for line in unfolded.splitlines())
    return {name.strip().lower(): clean_line(value) for name, colon, value in pairs if colon}


def _quoted_ids(message: Message) -> Iterator[str]:
    """The ids of our mails that the report quotes, else that it says it answers."""
    for part in message.walk():
        if part.get_content_type() in _ORIGINAL_TYPES:
            text = _text_of(part)
            for found in _MESSAGE_ID.findall(text):
                if own := _OWN_ID.search(found):
                    yield own[1]
    for header in ("In-Reply-To", "References"):
        yield from _OWN_ID.findall(str(message.get(header, "")))


def _text_of(part: Any) -> str:
    """The headers of the quoted mail, whichever way it was quoted."""
    payload = part.get_payload()
    if isinstance(payload, list) and payload and isinstance(payload[0], Message):
        return "".join(f"{name}: {value}\n" for name, value in payload[0].items())
    decoded = part.get_payload(decode=True) or b""
    return decoded.decode("utf-8", errors="replace")


def _typed(fields: dict[str, str], name: str) -> str:
    """A field's value without the kind of address or code before it: "rfc822; a@b" is "a@b"."""
    return _TYPED.sub("", fields.get(name, ""))


def _words(fields: dict[str, str]) -> str:
    said, status = _typed(fields, "diagnostic-code"), fields.get("status", "")
    if status and status not in said:
        said = f"{status} {said}".strip()
    return (said or "failed")[:_MOST_WORDS]
