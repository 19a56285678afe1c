"""Our own marks on a file's pages, held against what was read there; other codes as links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.paper.page_reading import ReadPage
from saraban.rules.letter_mark import LetterMark, facts_digest, mark_in
from saraban.rules.letter_mark_check import Source, compared, said_by_facts, said_by_mark
from saraban.rules.letter_reading.draft import LetterDraft
from saraban.rules.letter_reading.lines.page_lines import Box

_OTHER_FACTS = "ข้อมูลที่ฝังในไฟล์ไม่ตรงกับ QR ของหนังสือ ต้องตรวจเทียบกับตัวหนังสือ"


@dataclass(frozen=True)
class SeenMark:
    """A mark with its page, from 1, and what it says of the letter there, field by field."""

    mark: LetterMark
    source: Source
    page: int
    said: Mapping[str, str]
    box: Box | None = None

    def as_json(self) -> dict[str, Any]:
        """The mark for programs."""
        return {
            "page": self.page,
            "source": self.source,
            "number": self.mark.number,
            "issuer_code": self.mark.issuer_code,
            "date_iso": self.mark.dated_on.isoformat(),
            "uid": self.mark.uid,
            "digest": self.mark.digest,
            "box": self.box,
        }


def marks_of(pages: Sequence[ReadPage], facts: dict[str, Any] | None) -> list[SeenMark]:
    """The facts inside the file, which are those of the letter on page 1, then the QRs."""
    seen = []
    if facts and (mark := _mark_of_facts(facts)):
        seen.append(SeenMark(mark, "embedded", 1, said_by_facts(facts)))
    for one in pages:
        for code in one.codes:
            if found := mark_in(code.text):
                said = said_by_mark(found)
                seen.append(SeenMark(found, "qr", one.page.number, said, code.box))
    return seen


def _mark_of_facts(facts: dict[str, Any]) -> LetterMark | None:
    try:
        day = date.fromisoformat(facts["date_iso"])
    except ValueError:
        return None
    return LetterMark(facts["number"], day, facts["uid"], facts_digest(facts))


def compared_with_marks(
    drafts: Sequence[LetterDraft], marks: Sequence[SeenMark], pages: Sequence[ReadPage]
) -> list[str]:
    """Hold each mark against the letter on its page; the warnings in Thai."""
    warnings = []
    for mark in marks:
        draft = next((draft for draft in drafts if mark.page in draft.pages), None)
        sheet = pages[mark.page - 1].sheet
        if draft:
            is_off_picture = sheet is not None and sheet.source == "ocr"
            warnings += compared(
                draft, mark.said, mark.source, is_off_picture=is_off_picture, box=mark.box
            )
    inside = next((mark.mark for mark in marks if mark.source == "embedded"), None)
    printed = [mark.mark for mark in marks if mark.source == "qr" and mark.page == 1]
    if inside and printed and inside not in printed:
        warnings.append(_OTHER_FACTS)
    return list(dict.fromkeys(warnings))


def links_of(pages: Sequence[ReadPage]) -> list[dict[str, Any]]:
    """The codes that are no marks of ours: a form to fill in, a group to join."""
    return [
        {"page": one.page.number, "text": code.text, "box": code.box}
        for one in pages
        for code in one.codes
        if mark_in(code.text) is None
    ]
