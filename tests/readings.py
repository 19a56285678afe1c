"""Files in the queue, read by the real rules, for tests of what comes after the reading."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from saraban.desk._answers import draft_of
from saraban.desk.filing import NewFile
from saraban.desk.intake import receive_file
from saraban.desk.intake_reading import claim_next, keep_reading
from saraban.desk.intake_registration import register_from_reading
from saraban.desk.registration import Arrival, Registered
from saraban.records import file_store
from saraban.rules.days import OFFICIAL_ZONE
from saraban.rules.letter_reading.as_json import letter_json
from saraban.rules.letter_reading.lines.page_lines import Line, Page, Rival, Word, pages_of_text
from saraban.rules.letter_reading.proposal import proposal_of
from saraban.rules.letter_reading.reading import read_letters
from saraban.rules.permissions import Actor

SAMPLES = Path(__file__).parent / "rules" / "letter_reading" / "samples" / "letters"
# The day after the invitation was written.
LATER = datetime(2023, 8, 22, 10, tzinfo=OFFICIAL_ZONE)
INVITATION = "tao-five-digit"
CIRCULAR = "health-circular"


def sample(name: str) -> str:
    """One of our own letters as text."""
    return (SAMPLES / f"{name}.txt").read_text("utf-8")


def text_file(text: str, name: str = "หนังสือ.txt") -> NewFile:
    """A text as a file somebody brings."""
    return NewFile(name, text.encode(), "text/plain")


def bring(clerk: Actor, text: str, *, name: str = "หนังสือ.txt", at: datetime = LATER) -> str:
    """A file in the clerk's queue; its uid."""
    return receive_file(actor=clerk, at=at, file=text_file(text, name)).intake_uid


def reading_of(text: str, *, rival: tuple[str, str] | None = None) -> dict[str, Any]:
    """What the rules read in a text, in the form that a worker hands in.

    rival: a word as it stands and as it may be read instead, one digit of it another.
    """
    pages: Sequence[Page] = pages_of_text(text)
    if rival is not None:
        pages = [
            replace(page, lines=tuple(_with_rival(one, *rival) for one in page.lines))
            for page in pages
        ]
    return {
        "sha256": "",
        "pages": len(pages),
        "letters": [letter_json(draft) for draft in read_letters(pages)],
        "warnings": [],
        "seconds": 0.0,
        "sheets": [
            {"page": 1, "width": 595.0, "height": 842.0, "turned": 0, "source": "text", "skew": 0.0}
        ],
    }


def _with_rival(line: Line, word: str, other: str) -> Line:
    place = next(place for place, sign in enumerate(word) if sign != other[place])
    return replace(
        line,
        words=tuple(
            Word(
                text,
                (0, 0, 9, 9),
                "digits",
                (Rival(place, other[place], 0.2),) if text == word else (),
            )
            for text in line.text.split(" ")
        ),
    )


def read_queue(
    *, at: datetime = LATER, from_scan: bool = False, rival: tuple[str, str] | None = None
) -> None:
    """Read every file that waits; from_scan tells its figures as read out of a picture."""
    while claim := claim_next(at=at, worker="ตัวอ่าน"):
        reading = reading_of(file_store.read(claim.sha256).decode(), rival=rival)
        if from_scan:
            for letter in reading["letters"]:
                for evidence in letter["evidence"].values():
                    evidence |= {"source": "ocr", "confidence": 0.8, "confirm": True}
        keep_reading(at=at, claim=claim, reading=reading)


def bring_read(
    clerk: Actor,
    text: str,
    *,
    from_scan: bool = False,
    name: str = "ก.txt",
    at: datetime = LATER,
    rival: tuple[str, str] | None = None,
) -> str:
    """A file that is read and waits for review; its uid. rival: see reading_of."""
    uid = bring(clerk, text, name=name, at=at)
    read_queue(at=at, from_scan=from_scan, rival=rival)
    return uid


def accept(clerk: Actor, uid: str, text: str, **named: Any) -> Registered:
    """Register a file's first letter just as it was read; what is named differs."""
    proposal = proposal_of(reading_of(text)["letters"][0])
    filled: dict[str, Any] = {
        "at": LATER,
        "intake_uid": uid,
        "place": 0,
        "draft": draft_of(proposal),
        "printed_number": proposal.printed_number,
        "issuer_text": proposal.issuer_text,
        "arrival": Arrival(LATER.date()),
    }
    return register_from_reading(actor=clerk, **(filled | named))
