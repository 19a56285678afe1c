"""The facts that a letter of our own carries inside its file: put in, and found again."""

import json
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from saraban.paper.limited import run_limited
from saraban.paper.printed_letter import PrintedLetter
from saraban.rules.letter_mark import (
    FACTS_NAME,
    FACTS_VERSION,
    MOST_FACTS_BYTES,
    LetterMark,
    facts_digest,
    facts_in,
    mark_address,
)
from saraban.thai.digits import to_arabic

_KINDS = {"external": "หนังสือภายนอก", "memo": "หนังสือภายใน", "sealed": "หนังสือประทับตรา"}
# Where the list of a PDF's attachments may stand; without either there is none to look for.
_SIGNS = (b"/EmbeddedFiles", b"/ObjStm")


def facts_of(letter: PrintedLetter) -> dict[str, Any]:
    """What the file tells of the letter printed in it, JSON-ready; see rules/letter_mark."""
    return {
        "saraban": FACTS_VERSION,
        "uid": letter.uid,
        "kind": _KINDS[letter.kind],
        "number": to_arabic(letter.printed_number),
        "date_iso": "" if letter.dated_on is None else letter.dated_on.isoformat(),
        "urgency": letter.urgency_words,
        "secrecy": letter.secrecy_words,
        "issuer": letter.issuer_lines[0] if letter.issuer_lines else "",
        "subject": letter.subject,
        "addressee_text": letter.addressee_text,
        "references": list(letter.references),
        "enclosures": list(letter.enclosures),
        "signatory_name": letter.signatory_name or None,
    }


def mark_of(letter: PrintedLetter) -> str | None:
    """The text of the letter's QR; None for a letter whose number, day or uid fits into none.

    With a check_address it is where the facts can be looked up, by any telephone.
    """
    if letter.dated_on is None:
        return None
    facts = facts_of(letter)
    mark = LetterMark(facts["number"], letter.dated_on, letter.uid, facts_digest(facts))
    try:
        return mark_address(mark, letter.check_address)
    except ValueError:
        return None


def attachment_of(letter: PrintedLetter) -> Any:
    """The facts as an attachment for WeasyPrint, dated the letter's own day."""
    from weasyprint import Attachment  # noqa: PLC0415 - 0.6 s, in the printing process

    assert letter.dated_on is not None  # only a draft may lack it, and carries no facts
    day = datetime.combine(letter.dated_on, time(), UTC)
    return Attachment(
        string=json.dumps(facts_of(letter), ensure_ascii=False, sort_keys=True),
        name=FACTS_NAME,
        description="ข้อมูลทะเบียนของหนังสือฉบับนี้",
        created=day,
        modified=day,
        relationship="Data",
    )


def facts_in_pdf(content: bytes) -> dict[str, Any] | None:
    """embedded_facts of bytes that lie in no folder of their own."""
    with tempfile.TemporaryDirectory(prefix="saraban-facts-") as folder:
        file = Path(folder) / "letter.pdf"
        file.write_bytes(content)
        return embedded_facts(file, content, file.name)


def embedded_facts(file: Path, content: bytes, name: str) -> dict[str, Any] | None:
    """The facts that a PDF carries; None where it carries none, or others than we write.

    content is what the file holds. Poppler looks into it, in a limited child.
    """
    if not any(sign in content for sign in _SIGNS):
        return None
    with tempfile.TemporaryDirectory(prefix="saraban-facts-") as folder:
        out = Path(folder) / FACTS_NAME
        run_limited(
            ["pdfdetach", "-savefile", FACTS_NAME, "-o", str(out), str(file)],
            name=name,
            most_output=2 * MOST_FACTS_BYTES,
        )
        return facts_in(out.read_bytes()) if out.is_file() else None
