"""The mark that a letter of our own carries: a short one in its QR, the facts inside the file.

The QR has to be read off a scan of 200 dots an inch and no larger than a thumbnail, so it
holds what a register files by and no more: number, day, uid and the digest of the facts. The
code of the issuer is the front of the number. Nothing is signed: a mark tells what the letter
says of itself, so whoever reads one compares it with what is printed (letter_mark_check).
"""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from saraban.errors import SarabanError
from saraban.rules.letter_number import parse_letter_number

# Capitals, digits and colon: a QR packs these closest. The digit is the version of what follows.
PREFIX = "SARABAN1:"
FACTS_NAME = "saraban-letter.json"
FACTS_VERSION = 1
MOST_FACTS_BYTES = 64 * 1024

# The place on any installation that answers a mark; capitals, for the same reason.
CHECK_PATH = "/V1/"
_ADDRESS = re.compile(r"HTTPS?://[^/\s]{1,100}/V1/([A-Z2-7]{1,160})", re.IGNORECASE)

_FIRST_DAY = date(1900, 1, 1)
_DAY_BYTES, _UID_BYTES, _DIGEST_BYTES = 3, 16, 8
_FIXED_BYTES = _DAY_BYTES + _UID_BYTES + _DIGEST_BYTES
_MOST_NUMBER_BYTES = 60
_BASE32 = re.compile("[A-Z2-7]{1,160}")
_TEXTS = ("uid", "kind", "number", "date_iso", "issuer", "subject", "addressee_text")
_OPTIONAL_TEXTS = ("urgency", "secrecy", "signatory_name")
_LISTS = ("references", "enclosures")


@dataclass(frozen=True)
class LetterMark:
    """What a QR says: the number in Arabic digits, its day, the letter's uid, its facts' digest."""

    number: str
    dated_on: date
    uid: str
    digest: str

    @property
    def issuer_code(self) -> str | None:
        """The letters of the number, as มท of มท 0801.4/ว 1658; None for a number without."""
        try:
            return parse_letter_number(self.number).code_letters or None
        except SarabanError:
            return None


def facts_digest(facts: Mapping[str, Any]) -> str:
    """What stands in the QR for the facts inside the file: 16 hexadecimal digits."""
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[: 2 * _DIGEST_BYTES]


def mark_text(mark: LetterMark) -> str:
    """The mark as the text of a QR.

    Raises ValueError for a number that is empty, too long or not in Thai and Latin letters,
    for a uid that is no UUID, and for a day before 1900.
    """
    # The old Thai code page takes one byte a letter where UTF-8 takes three.
    number = mark.number.encode("cp874")
    if not 0 < len(number) <= _MOST_NUMBER_BYTES:
        raise ValueError(f"a number of {len(number)} bytes")
    days = (mark.dated_on - _FIRST_DAY).days
    if days < 0:
        raise ValueError(f"a letter of {mark.dated_on}")
    packed = (
        days.to_bytes(_DAY_BYTES, "big")
        + UUID(mark.uid).bytes
        + bytes.fromhex(mark.digest).ljust(_DIGEST_BYTES, b"\0")[:_DIGEST_BYTES]
        + number
    )
    return PREFIX + base64.b32encode(packed).decode().rstrip("=")


def mark_address(mark: LetterMark, address: str) -> str:
    """The mark as what a QR leads to: address is "https://HOST"; mark_text where it is blank.

    Raises ValueError as mark_text does.
    """
    text = mark_text(mark)
    return address.upper() + CHECK_PATH + text.removeprefix(PREFIX) if address else text


def mark_in(text: str) -> LetterMark | None:
    """The mark that a QR's text holds, bare or in an address; None for any other text."""
    address = _ADDRESS.fullmatch(text)
    if address:
        text = PREFIX + address[1].upper()
    body = text.removeprefix(PREFIX)
    if body == text or not _BASE32.fullmatch(body):
        return None
    try:
        packed = base64.b32decode(body + "=" * (-len(body) % 8))
        number = packed[_FIXED_BYTES:].decode("cp874")
        dated_on = _FIRST_DAY + timedelta(days=int.from_bytes(packed[:_DAY_BYTES], "big"))
    except (binascii.Error, UnicodeDecodeError, OverflowError):
        return None
    if not number.strip() or len(packed) <= _FIXED_BYTES:
        return None
    uid = UUID(bytes=packed[_DAY_BYTES : _DAY_BYTES + _UID_BYTES])
    return LetterMark(number, dated_on, str(uid), packed[_DAY_BYTES + _UID_BYTES :][:8].hex())


def facts_in(content: bytes) -> dict[str, Any] | None:
    """The facts a file carries of its letter, every value of its kind; None for anything else."""
    if len(content) > MOST_FACTS_BYTES:
        return None
    try:
        facts = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(facts, dict) or facts.get("saraban") != FACTS_VERSION:
        return None
    texts = all(isinstance(facts.get(name), str) for name in _TEXTS)
    optional = all(isinstance(facts.get(name), str | None) for name in _OPTIONAL_TEXTS)
    lists = all(
        isinstance(facts.get(name), list) and all(isinstance(one, str) for one in facts[name])
        for name in _LISTS
    )
    return facts if texts and optional and lists else None
