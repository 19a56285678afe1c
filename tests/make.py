"""Fills in what a test does not name."""

from datetime import date, datetime
from typing import Any

from saraban.desk.dispatch import Addressees, Issued, issue
from saraban.desk.drafts import LetterDraft
from saraban.desk.filing import NewFile
from saraban.desk.registration import Arrival, Registered, register_received
from saraban.rules.days import OFFICIAL_ZONE
from saraban.rules.permissions import Actor

DAY = date(2022, 6, 16)


def at(month: int = 6, day: int = 16, hour: int = 10, *, year: int = 2022) -> datetime:
    """A moment in Bangkok office hours."""
    return datetime(year, month, day, hour, tzinfo=OFFICIAL_ZONE)


def draft(**named: Any) -> LetterDraft:
    """An ordinary external letter."""
    filled: dict[str, Any] = {
        "kind": "external",
        "subject": "การจัดกิจกรรมปลูกต้นไม้ประจำปี",
        "addressee_text": "นายอำเภอทุกอำเภอ",
        "dated_on": DAY,
    }
    return LetterDraft(**(filled | named))


def register(clerk: Actor, **named: Any) -> Registered:
    """A letter from outside, registered by the clerk."""
    words = {key: named.pop(key) for key in list(named) if key in LetterDraft.__annotations__}
    filled: dict[str, Any] = {
        "at": at(),
        "draft": draft(**words),
        "printed_number": "มท ๐๒๑๑/ว ๙๙",
        "issuer_text": "สำนักงานปลัดกระทรวง",
        "arrival": Arrival(DAY),
    }
    return register_received(actor=clerk, **(filled | named))


def send(clerk: Actor, *, phrase: str = "", **named: Any) -> Issued:
    """A circular of the clerk's unit, sent by a phrase or to named units."""
    words = {key: named.pop(key) for key in list(named) if key in LetterDraft.__annotations__}
    filled: dict[str, Any] = {
        "at": at(),
        "draft": draft(**words),
        "code_letters": "ตก",
        "owner_number": "0023.3",
        "is_circular": True,
        "addressees": Addressees(phrase),
    }
    return issue(actor=clerk, **(filled | named))


def picture(name: str = "ภาพ.png") -> NewFile:
    """A very small real PNG."""
    content = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c4944415408d763f8ffff3f0005fe02fea735819b0000000049454e44ae426082"
    )
    return NewFile(name, content, "image/png", "evidence")
