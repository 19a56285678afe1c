"""What stands beside each field of a letter that was read: how sure, from where, what to weigh."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from saraban.errors import N_
from saraban.paper.sheet_image import CROP_DPI, CROP_MARGIN
from saraban.queries.reading_to_review import LetterToReview, ReviewField, Sheet
from saraban.rules.reading_fields import THAI_FIELD
from saraban.web.words import in_digits

SOURCE_WORDS = {
    "text": N_("ตัวอักษรในไฟล์"),
    "ocr": N_("อ่านจากภาพ"),
    "digits": N_("ตัวอ่านเลข"),
    "qr": N_("QR บนหนังสือ"),
    "embedded": N_("ฝังมาในไฟล์"),
}
SURE, UNSURE, MISSING = "sure", "unsure", "missing"
TRUST_SHAPES = {SURE: "◆", UNSURE: "?", MISSING: "–"}
TRUST_WORDS = {
    SURE: N_("มั่นใจ"),
    UNSURE: N_("ต้องดูเอง"),
    MISSING: N_("ไม่พบในหนังสือ"),
}
# Without these a line of the book says little: each is looked at by itself when it is missing.
_WANTED = frozenset({"number", "date_iso", "issuer", "addressees", "subject"})
_SAID_BY_TRUST = frozenset({"number_missing", "date_missing"})
# A short name may mean many; more than so many help nobody to choose.
_MOST_NAMES = 3


@dataclass(frozen=True)
class FieldFacts:
    """A field as its block on the page tells it.

    trust is SURE, UNSURE or MISSING; own_key: the key for all sure fields leaves it alone.
    hints are sentences; crop is the size in pixels of the place enlarged, None without a place.
    """

    name: str
    label: str
    trust: str
    own_key: bool
    source: str
    confidence_percent: int
    must_confirm: bool
    crop: tuple[int, int] | None
    raw: str
    rivals: tuple[str, ...]
    hints: tuple[str, ...]


@dataclass(frozen=True)
class Lit:
    """A place on a page that lights up while the cursor is in the block of this name."""

    name: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class PageFacts:
    """A page of the letter: its size in points, how tall at 1000 across, what lights up on it."""

    number: int
    sheet: Sheet
    tall: int
    lit: tuple[Lit, ...]


def fields_of(found: LetterToReview) -> dict[str, FieldFacts]:
    """Every filed field, by its name in the reading."""
    filled = _filled(found)
    return {
        name: _field(one, is_filled=name in filled, more=_short_names(found.letter, name))
        for name, one in found.fields.items()
    }


def crop_size(box: Any) -> tuple[int, int] | None:
    """Pixels across and down of a place enlarged, so that the page does not move as it comes."""
    if not box:
        return None
    left, top, right, bottom = box
    across, down = (right - left + 4 * CROP_MARGIN, bottom - top + 2 * CROP_MARGIN)
    return round(across * CROP_DPI / 72), round(down * CROP_DPI / 72)


def pages_of(found: LetterToReview) -> list[PageFacts]:
    """The letter's own pages, in order; all pages of the file where the reading named none."""
    evidence = found.letter.get("evidence") or {}
    own = set(found.letter.get("pages") or ()) or {one.page for one in found.sheets}
    lit = list(_lit(evidence))
    return [
        PageFacts(
            number=sheet.page,
            sheet=sheet,
            tall=round(1000 * sheet.height / max(sheet.width, 1)),
            lit=tuple(one for page, one in lit if page == sheet.page),
        )
        for sheet in found.sheets
        if sheet.page in own
    ]


def _field(one: ReviewField, *, is_filled: bool, more: list[str]) -> FieldFacts:
    trust = UNSURE if one.must_confirm else SURE if is_filled else MISSING
    return FieldFacts(
        name=one.name,
        label=_(THAI_FIELD[one.name]),
        trust=trust,
        own_key=one.must_confirm or (trust == MISSING and one.name in _WANTED),
        source=_(SOURCE_WORDS[one.source]) if one.source in SOURCE_WORDS else "",
        confidence_percent=round(100 * one.confidence),
        must_confirm=one.must_confirm,
        crop=crop_size(one.box),
        raw=one.raw,
        rivals=one.rivals,
        hints=(*_hints(one), *more),
    )


def _hints(one: ReviewField) -> Iterable[str]:
    """What speaks against the reading; that nothing was found stands there already."""
    for hint in one.hints:
        if hint.code not in _SAID_BY_TRUST:
            yield _(hint.message_th) % _spelt(hint.facts)


def _filled(found: LetterToReview) -> set[str]:
    proposal = found.proposal
    told = {
        "number": proposal.printed_number,
        "date_iso": proposal.dated_on,
        "issuer": proposal.issuer_text,
        "addressees": proposal.addressee_text,
        "subject": proposal.subject,
        "signatory": proposal.signatory_name or proposal.signatory_position,
        "contact": proposal.owner_section or proposal.contact,
        "onward": proposal.relay_phrase,
    }
    evidence = found.letter.get("evidence") or {}
    return {name for name, value in told.items() if value} | (set(evidence) - set(told))


def _spelt(facts: Any) -> dict[str, Any]:
    return {name: in_digits(value) for name, value in facts.items()}


def _short_names(letter: Any, field: str) -> list[str]:
    """Whom the short names in a field may mean: offered, never put in their place."""
    told = []
    for one in letter.get("abbreviations") or ():
        if one["place"].partition("[")[0] == field:
            names = " / ".join(candidate["name"] for candidate in one["candidates"][:_MOST_NAMES])
            told.append(_("“%(printed)s” อาจหมายถึง %(names)s", printed=one["printed"], names=names))
    return told


def _lit(evidence: Any) -> Iterable[tuple[int, Lit]]:
    """(page, place) of every field and of every element of the lists."""
    for name, one in evidence.items():
        items = one.get("items") or ()
        if one.get("box"):
            yield one["page"], _place(name, one["box"])
        for index, item in enumerate(items):
            if item.get("box"):
                yield item["page"], _place(f"{name}-{index}", item["box"])


def _place(name: str, box: Any) -> Lit:
    left, top, right, bottom = box
    return Lit(name, left - 2, top - 2, right - left + 4, bottom - top + 4)
