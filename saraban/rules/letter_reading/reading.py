"""Pages of lines in, drafts of letters out: the whole reading of a file's text."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from saraban.rules.fingerprint import sketch_of
from saraban.rules.letter_reading.addressees import addressees_of
from saraban.rules.letter_reading.anatomy import Anatomy, anatomy_of
from saraban.rules.letter_reading.asks import asks_of
from saraban.rules.letter_reading.citations import CitationFound, citations_in
from saraban.rules.letter_reading.contact import contact_of
from saraban.rules.letter_reading.deadlines import deadlines_in
from saraban.rules.letter_reading.draft import Citation, Evidence, Found, LetterDraft
from saraban.rules.letter_reading.enclosures import enclosures_in_text, enclosures_of
from saraban.rules.letter_reading.heading import (
    issuer_of,
    kind_of,
    number_of,
    secrecy_of,
    urgency_of,
)
from saraban.rules.letter_reading.letter_date import letter_date_of
from saraban.rules.letter_reading.misread import read_again
from saraban.rules.letter_reading.onward import onward_in
from saraban.rules.letter_reading.page_lines import Joined, Line, Page, Span, around
from saraban.rules.letter_reading.prose import (
    addressee_in_prose,
    day_in_prose,
    is_told_in_prose,
    number_in_prose,
    prose_of,
    signatory_in_prose,
    subject_in_prose,
)
from saraban.rules.letter_reading.signatory import signatory_of
from saraban.rules.letter_reading.splitting import conveyed, split_letters
from saraban.rules.letter_reading.stamps import StampLines, notes_of_scanning, stamps_in
from saraban.rules.letter_reading.subject import subject_of
from saraban.rules.letter_reading.unfolding import unfolded

# Digits in these fields are what a wrong filing hangs on.
_DIGIT_FIELDS = frozenset({"number", "date_iso", "stamps", "deadlines", "references", "cited"})
_SURE = 0.9


def read_letters(pages: Sequence[Page]) -> list[LetterDraft]:
    """The letters that these pages hold, each field with the place it was read from."""
    pages = read_again(pages)
    doubtful = {page.number for page in pages if page.is_doubtful}
    drafts = [read_letter(lines, doubtful) for lines in split_letters(pages) if lines]
    for draft, others in zip(drafts, conveyed(drafts), strict=True):
        draft.conveys = others
    return drafts


def read_letter(lines: Sequence[Line], doubtful_pages: Iterable[int] = ()) -> LetterDraft:
    """One letter out of its lines."""
    lines = unfolded(lines)
    stamps = stamps_in(lines)
    skipped = {index for stamp in stamps for index in stamp.lines} | notes_of_scanning(lines)
    anatomy = anatomy_of(lines, skipped)
    reading = _Reading(anatomy, frozenset(doubtful_pages))
    kind = reading.note("kind", kind_of(anatomy)) or ""
    draft = LetterDraft(kind=kind, pages=tuple(sorted({line.page for line in lines})))
    _read_heading(reading, draft)
    _read_lists(reading, draft)
    _read_text(reading, draft)
    _read_stamps(reading, draft, stamps)
    draft.signatory = reading.note("signatory", signatory_of(anatomy))
    draft.contact = reading.note("contact", contact_of(anatomy, kind, draft.issuer))
    if is_told_in_prose(anatomy) and kind == "หนังสือภายนอก":
        _read_prose(reading, draft)
    draft.evidence = reading.evidence
    draft.sketch = sketch_of("\n".join([draft.subject or "", *(one.text for one in anatomy.body)]))
    return draft


class _Reading:
    """The evidence gathered while one letter is read."""

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
        """Keep the place of a field that is a list or has no Found of its own."""
        lines = self.anatomy.lines
        if not spans:
            return
        page = lines[spans[0].line].page
        here = [span for span in spans if lines[span.line].page == page]
        boxes = [lines[span.line].box_of(span.start, span.end) for span in here]
        read = [lines[span.line] for span in spans]
        confidence = round(min([confidence, *(line.confidence for line in read)]), 3)
        is_doubtful = page in self.doubtful_pages or confidence < _SURE
        self.evidence[field] = Evidence(
            page=page,
            box=around([box for box in boxes if box]),
            raw=" ".join(lines[s.line].text[s.start : s.end] for s in spans),
            source=read[0].source,
            confidence=confidence,
            confirm=confirm or (is_doubtful and field in _DIGIT_FIELDS),
        )


def _read_heading(reading: _Reading, draft: LetterDraft) -> None:
    anatomy = reading.anatomy
    draft.urgency = reading.note("urgency", urgency_of(anatomy))
    draft.secrecy = reading.note("secrecy", secrecy_of(anatomy))
    draft.number = reading.note("number", number_of(anatomy))
    day = reading.note("date_iso", letter_date_of(anatomy, draft.kind))
    if day:
        draft.dated_on, draft.date_raw = day.day, day.raw
    draft.issuer = reading.note("issuer", issuer_of(anatomy, draft.kind))
    draft.subject = reading.note("subject", subject_of(anatomy, draft.kind))


def _read_prose(reading: _Reading, draft: LetterDraft) -> None:
    """The facts of a letter out of a story about it; all of them to be confirmed."""
    prose = prose_of(reading.anatomy)
    found = number_in_prose(prose)
    if found is None:
        return
    draft.number = reading.note("number", found)
    draft.dated_on = reading.note("date_iso", day_in_prose(prose, found.value))
    draft.subject = reading.note("subject", subject_in_prose(prose))
    whom = reading.note("addressees", addressee_in_prose(prose))
    draft.addressees = addressees_of(whom) if whom else []
    draft.signatory = reading.note("signatory", signatory_in_prose(prose))
    draft.issuer, draft.contact, draft.deadlines, draft.cited = None, None, [], []
    reading.anatomy.body[:] = [prose]
    _read_text(reading, draft)
    draft.cited = [one for one in draft.cited if one.number != found.value.normalized]


def _read_lists(reading: _Reading, draft: LetterDraft) -> None:
    """The fields under a label: addressees, references, enclosures."""
    fields = reading.anatomy.fields
    if "addressees" in fields:
        draft.addressees = addressees_of(fields["addressees"].text)
        reading.keep("addressees", fields["addressees"].spans(), 0.97)
    if "references" in fields:
        found = citations_in(fields["references"].text)
        draft.references = [one.citation for one in found]
        plain = all(one.is_plain for one in found)
        reading.keep("references", fields["references"].spans(), 0.97, confirm=not plain)
    if "enclosures" in fields:
        draft.enclosures = enclosures_of(fields["enclosures"].text)
        reading.keep("enclosures", fields["enclosures"].spans(), 0.95)
    elif draft.kind == "หนังสือประทับตรา":
        for paragraph in reading.anatomy.body:
            for text, start, end in enclosures_in_text(paragraph.text):
                draft.enclosures.append(text)
                reading.keep("enclosures", paragraph.spans(start, end), 0.85)


def _read_text(reading: _Reading, draft: LetterDraft) -> None:
    """What stands in running text: citations, asks, deadlines, onward distribution."""
    anatomy = reading.anatomy
    body = anatomy.body
    _read_cited(reading, draft)
    asks = asks_of([one.text for one in body], draft.subject or "", draft.kind)
    draft.asks = [one.ask for one in asks]
    draft.duties = [
        (one.ask, body[one.paragraph].text[:400], _unit_of_row(anatomy, one.paragraph))
        for one in asks
        if one.paragraph >= 0
    ]
    first = next((one for one in asks if one.paragraph >= 0), None)
    if first:
        reading.keep("asks", body[first.paragraph].spans(first.start, first.end), 0.9)
    foot = Joined()
    for index in anatomy.foot:
        if anatomy.lines[index].text.startswith(("หมายเหตุ", "*")):
            foot.add(index, anatomy.lines[index].text)
    _each(
        reading,
        "deadlines",
        [*body, foot],
        lambda text: deadlines_in(text, letter_day=draft.dated_on),
        lambda one: draft.deadlines.append(one.deadline),
    )
    _each(reading, "onward", body, onward_in, lambda one: draft.onward.append(one.text))


def _unit_of_row(anatomy: Anatomy, paragraph: int) -> str | None:
    """The responsible unit at the right edge of the table's row the paragraph is in."""
    return next((unit for place, unit in anatomy.row_units if place >= paragraph), None)


def _read_cited(reading: _Reading, draft: LetterDraft) -> None:
    known = {_key(citation) for citation in draft.references}
    if draft.number:
        known.add((draft.number.normalized, None))
        known.add((draft.number.normalized, draft.dated_on))
    places = [reading.anatomy.fields[n] for n in ("enclosures",) if n in reading.anatomy.fields]

    def keep(one: CitationFound) -> None:
        key = _key(one.citation)
        if key not in known:
            known.add(key)
            draft.cited.append(one.citation)

    _each(reading, "cited", [*places, *reading.anatomy.body], citations_in, keep)


def _key(citation: Citation) -> tuple[object, object]:
    return citation.number, citation.dated_on


def _each(
    reading: _Reading,
    field: str,
    texts: Sequence[Joined],
    find: Callable[[str], Sequence[Any]],
    keep: Callable[[Any], None],
) -> None:
    """Find in every text and keep each hit; the evidence is that of the first."""
    for text in texts:
        for one in find(text.text):
            keep(one)
            if field not in reading.evidence:
                is_plain = getattr(one, "is_plain", True)
                reading.keep(field, text.spans(one.start, one.end), 0.93, confirm=not is_plain)


def _read_stamps(reading: _Reading, draft: LetterDraft, stamps: Sequence[StampLines]) -> None:
    draft.stamps = [stamp.stamp.value for stamp in stamps]
    if stamps:
        spans = [span for stamp in stamps for span in stamp.stamp.spans]
        confidence = min(stamp.stamp.confidence for stamp in stamps)
        confirm = any(stamp.stamp.confirm for stamp in stamps)
        reading.keep("stamps", spans, confidence, confirm)
