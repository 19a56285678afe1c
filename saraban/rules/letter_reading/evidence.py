"""Where each field of a letter was read, and for lists where each of their elements was."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from saraban.rules.letter_reading.draft import Evidence, Found
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.latin_words import has_unknown_latin
from saraban.rules.letter_reading.lines.page_lines import Joined, Rival, Span, around
from saraban.rules.letter_reading.lines.printed_text import printed_in
from saraban.rules.letter_reading.other_readings import SINGLE_FIELDS, other_readings
from saraban.rules.letter_reading.stamps.stamp_scraps import ends_in_scrap
from saraban.thai.spelling import known_share

# Digits in these fields are what a wrong filing hangs on.
DIGIT_FIELDS = frozenset({"number", "date_iso", "stamps", "deadlines", "references", "cited"})
# Their values are words of a closed list, whatever figures stand around them.
_WORDS_ONLY = frozenset({"kind", "urgency", "secrecy", "asks", "duties"})
_FIGURE = re.compile("[0-9\u0e50-\u0e59]")
_FROM_A_PICTURE = frozenset({"ocr", "digits"})
_SURE = 0.9
# Text that ends in a stamp's label or in a letter or two has caught what is not its own.
_TEXTS = frozenset({"subject", "issuer", "addressees", "enclosures"})
_TORN = 0.85
# Of a text off a picture, its letters that stand in words: one in fifty that does not was misread.
_LEAST_KNOWN = 0.99


class Gathering:
    """The evidence gathered while one letter is read; doubtful pages ask for a look."""

    def __init__(self, anatomy: Anatomy, doubtful_pages: frozenset[int]) -> None:
        self.anatomy = anatomy
        self.doubtful_pages = doubtful_pages
        self.evidence: dict[str, Evidence] = {}

    def note(self, field: str, found: Found[Any] | None) -> Any:
        """Keep where the field was read; its value, or None."""
        if found is None:
            return None
        self.keep(field, found.spans, found.confidence, found.confirm)
        return found.value

    def keep(
        self, field: str, spans: Sequence[Span], confidence: float, confirm: bool = False
    ) -> None:
        """Keep the place of a whole field; the places of its elements stay."""
        if spans:
            old = self.evidence.get(field)
            whole = self._at(field, spans, confidence, confirm)
            if field not in SINGLE_FIELDS:
                whole = replace(whole, rivals=())
            self.evidence[field] = replace(whole, items=old.items if old else ())

    def add(
        self, field: str, spans: Sequence[Span], confidence: float, confirm: bool = False
    ) -> None:
        """Keep the place of the list's next element; without spans it stands where the field does.

        The field as a whole shows its first element, is as sure as its least sure one, and asks
        for a look when one of them does.
        """
        old = self.evidence.get(field)
        if spans:
            item = self._at(field, spans, confidence, confirm)
        elif old:
            item = replace(old, confidence=min(confidence, old.confidence), items=(), rivals=())
        else:
            page = self.anatomy.lines[0].page if self.anatomy.lines else 1
            item = Evidence(page, None, "", "text", confidence, confirm)
        whole = old or item
        self.evidence[field] = replace(
            whole,
            confidence=min(whole.confidence, item.confidence),
            confirm=whole.confirm or item.confirm,
            items=(*whole.items, item),
            rivals=(),
        )

    def add_each(self, field: str, values: Sequence[str], text: Joined, confidence: float) -> None:
        """Keep where in the field's text each of its values stands, from left to right."""
        at = 0
        for value in values:
            found = _found_in(text.text, value, at)
            if found:
                at = found[1]
            self.add(field, text.spans(*found) if found else (), confidence)

    def doubt(self, field: str) -> None:
        """Ask for a look at a field whose value is not what is printed."""
        if old := self.evidence.get(field):
            self.evidence[field] = replace(old, confirm=True, confidence=min(_TORN, old.confidence))

    def forget(self, field: str) -> None:
        """Drop a field that turned out not to be in the letter."""
        self.evidence.pop(field, None)

    def is_guessed(self, spans: Sequence[Span]) -> bool:
        """Whether what stands there was read off a picture, or as if it had been."""
        read = [self.anatomy.lines[span.line] for span in spans]
        return any(
            line.source in _FROM_A_PICTURE or line.page in self.doubtful_pages for line in read
        )

    def is_field_guessed(self, field: str) -> bool:
        """Whether a field was read off a picture or off text that a picture's reader wrote."""
        place = self.evidence.get(field)
        return place is not None and (
            place.source in _FROM_A_PICTURE or place.page in self.doubtful_pages or place.confirm
        )

    def _at(self, field: str, spans: Sequence[Span], confidence: float, confirm: bool) -> Evidence:
        lines = self.anatomy.lines
        page = lines[spans[0].line].page
        here = [span for span in spans if lines[span.line].page == page]
        boxes = [lines[span.line].box_of(span.start, span.end) for span in here]
        read = [lines[span.line] for span in spans]
        confidence = round(min([confidence, *(line.confidence for line in read)]), 3)
        is_pictured = any(line.source in _FROM_A_PICTURE for line in read)
        is_guessed = is_pictured or page in self.doubtful_pages
        raw = " ".join(lines[s.line].text[s.start : s.end] for s in spans)
        if is_torn := field in _TEXTS and is_guessed and ends_in_scrap(raw):
            confidence = min(confidence, _TORN)
        is_odd = is_guessed and field not in _WORDS_ONLY and has_unknown_latin(raw)
        is_odd = is_odd or (is_pictured and field in _TEXTS and known_share(raw) < _LEAST_KNOWN)
        is_spelt_anew = is_guessed and not is_pictured and field in _TEXTS and confidence < _SURE
        has_figures = field not in _WORDS_ONLY and _FIGURE.search(raw) is not None
        return Evidence(
            page=page,
            box=around([box for box in boxes if box]),
            raw=" ".join(printed_in(lines[span.line], span.start, span.end) for span in spans),
            source=_source_of([lines[s.line].source_of(s.start, s.end) for s in spans]),
            confidence=confidence,
            confirm=confirm
            or is_torn
            or is_odd
            or is_spelt_anew
            or (field in DIGIT_FIELDS and (is_guessed or confidence < _SURE))
            or (has_figures and is_guessed),
            rivals=other_readings(field, raw, self._rivals(spans)),
        )

    def _rivals(self, spans: Sequence[Span]) -> list[Rival]:
        """What the digits of the spans may be instead, placed in their text with blanks between."""
        rivals, at = [], 0
        for span in spans:
            line = self.anatomy.lines[span.line]
            for rival in line.rivals_in(span.start, span.end):
                rivals.append(replace(rival, place=at + rival.place - span.start))
            at += len(line.text[span.start : span.end]) + 1
        return rivals


def _source_of(sources: Sequence[str]) -> str:
    """The digit reader where it had a part in it, else what read the first of it."""
    return "digits" if "digits" in sources else sources[0]


def _found_in(text: str, value: str, at: int) -> tuple[int, int] | None:
    """Where the value stands; blanks and rows of dots may differ."""
    shape = r"[\s.…_]*".join(re.escape(letter) for letter in value if not letter.isspace())
    found = re.compile(shape).search(text, at) if shape else None
    return found.span() if found else None
