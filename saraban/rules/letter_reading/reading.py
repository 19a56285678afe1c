"""Pages of lines in, drafts of letters out: the whole reading of a file's text."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from saraban.rules.abbreviations import short_names_in
from saraban.rules.fingerprint import sketch_of
from saraban.rules.letter_reading.draft import Abbreviation, LetterDraft
from saraban.rules.letter_reading.evidence import Gathering
from saraban.rules.letter_reading.foot.contact import contact_of
from saraban.rules.letter_reading.foot.signatory import signatory_of
from saraban.rules.letter_reading.heading.addressees import addressees_of
from saraban.rules.letter_reading.heading.enclosures import enclosures_in_text, enclosures_of
from saraban.rules.letter_reading.heading.heading import (
    kind_of,
    number_of,
    secrecy_of,
    urgency_of,
)
from saraban.rules.letter_reading.heading.issuer import issuer_of
from saraban.rules.letter_reading.heading.letter_date import letter_date_of
from saraban.rules.letter_reading.heading.references import references_in
from saraban.rules.letter_reading.heading.subject import subject_of
from saraban.rules.letter_reading.lines.anatomy import anatomy_of
from saraban.rules.letter_reading.lines.page_lines import Line, Page
from saraban.rules.letter_reading.misreadings.day_check import with_day_told_again
from saraban.rules.letter_reading.misreadings.misread import read_again
from saraban.rules.letter_reading.misreadings.number_check import with_number_put_right
from saraban.rules.letter_reading.misreadings.year_check import with_year_put_right
from saraban.rules.letter_reading.splitting import conveyed, split_letters
from saraban.rules.letter_reading.stamps.stamp_of_receiver import as_addressed
from saraban.rules.letter_reading.stamps.stamp_scraps import scraps_in
from saraban.rules.letter_reading.stamps.stamps import StampLines, notes_of_scanning, stamps_in
from saraban.rules.letter_reading.stamps.torn_days import day_by_letter, day_letter_came
from saraban.rules.letter_reading.stories.prose import (
    is_quoted_in_story,
    is_told_in_prose,
)
from saraban.rules.letter_reading.stories.story_fields import read_prose, read_quoted
from saraban.rules.letter_reading.text_fields import SUMMARY_KIND, read_text, sure
from saraban.rules.letter_reading.unfolding.unfolding import unfolded


def read_letters(pages: Sequence[Page]) -> list[LetterDraft]:
    """The letters that these pages hold, each field with the place it was read from."""
    pages = read_again([_without_receivers(page) for page in pages])
    doubtful = {page.number for page in pages if page.is_doubtful}
    drafts = [read_letter(lines, doubtful) for lines in split_letters(pages) if lines]
    for draft, others in zip(drafts, conveyed(drafts), strict=True):
        draft.conveys = others
    return drafts


def _without_receivers(page: Page) -> Page:
    """The page without what the office that received it pressed on for an order of its own."""
    if not any(line.is_of_receiver for line in page.lines):
        return page
    return replace(page, lines=tuple(line for line in page.lines if not line.is_of_receiver))


def read_letter(lines: Sequence[Line], doubtful_pages: Iterable[int] = ()) -> LetterDraft:
    """One letter out of its lines."""
    lines = unfolded(lines)
    stamps = stamps_in(lines)
    skipped = {index for stamp in stamps for index in stamp.lines}
    skipped |= notes_of_scanning(lines) | scraps_in(lines)
    anatomy = anatomy_of(lines, skipped)
    reading = Gathering(anatomy, frozenset(doubtful_pages))
    kind = reading.note("kind", kind_of(anatomy)) or ""
    draft = LetterDraft(kind=kind, pages=tuple(sorted({line.page for line in lines})))
    _read_heading(reading, draft)
    _read_lists(reading, draft)
    _read_stamps(reading, draft, stamps)
    _take_what_is_told_again(reading, draft, lines)
    if with_year_put_right(draft):
        reading.doubt("date_iso")
    _take_days_by_letter(reading, draft, stamps)
    read_text(reading, draft)
    draft.signatory = reading.note("signatory", signatory_of(anatomy))
    draft.contact = reading.note("contact", contact_of(anatomy, kind, draft.issuer))
    if is_told_in_prose(anatomy) and kind in ("หนังสือภายนอก", "โทรสารในราชการ"):
        read_prose(reading, draft)
    elif is_quoted_in_story(anatomy):
        read_quoted(reading, draft)
    draft.abbreviations = _short_names(draft)
    draft.evidence = reading.evidence
    # All of it, stamps too: on a bad scan nobody can say which line belongs to what.
    draft.sketch = sketch_of("\n".join(line.text for line in lines))
    return draft


def _take_what_is_told_again(reading: Gathering, draft: LetterDraft, lines: Sequence[Line]) -> None:
    """Number and day as the letter tells them again, where a machine misread the heading's.

    Where nobody read a picture the heading stands: that the letter names itself otherwise below
    is its own contradiction. What is printed in the heading stays beside what it is taken for.
    """
    if reading.is_field_guessed("number") and with_number_put_right(draft, lines):
        reading.doubt("number")
    is_day_read = draft.dated_on is not None
    if is_day_read and not reading.is_field_guessed("date_iso"):
        return
    if again := with_day_told_again(draft, lines):
        if is_day_read:
            reading.doubt("date_iso")
        else:
            reading.note("date_iso", again)


def _take_days_by_letter(
    reading: Gathering, draft: LetterDraft, stamps: Sequence[StampLines]
) -> None:
    """Give stamps off a picture the day on which the letter can have come, where theirs is torn."""
    for place, stamp in enumerate(stamps):
        if draft.dated_on is None or not reading.is_guessed(stamp.stamp.spans):
            continue
        own = draft.stamps[place]
        if own.dated_on:
            day: date | None = day_letter_came(own.dated_on, draft.dated_on)
        else:
            day = day_by_letter(stamp.torn_day, draft.dated_on)
        draft.stamps[place] = replace(own, dated_on=day)


def _short_names(draft: LetterDraft) -> list[Abbreviation]:
    """Short names of units wherever the draft names one; what is printed stays as it is."""
    named = [("issuer", draft.issuer)]
    named += [(f"addressees[{n}]", one) for n, one in enumerate(draft.addressees)]
    named += [(f"stamps[{n}]", one.unit) for n, one in enumerate(draft.stamps)]
    named += [(f"duties[{n}]", unit) for n, (*_, unit) in enumerate(draft.duties)]
    named += [(f"onward[{n}]", one) for n, one in enumerate(draft.onward)]
    return [
        Abbreviation(short.printed, place, short.candidates)
        for place, text in named
        if text
        for short in short_names_in(text)
    ]


def _read_heading(reading: Gathering, draft: LetterDraft) -> None:
    anatomy = reading.anatomy
    draft.urgency = reading.note("urgency", urgency_of(anatomy))
    draft.secrecy = reading.note("secrecy", secrecy_of(anatomy))
    draft.number = reading.note("number", number_of(anatomy, draft.kind))
    day = reading.note("date_iso", letter_date_of(anatomy, draft.kind))
    if day:
        draft.dated_on, draft.date_raw = day.day, day.raw
    draft.issuer = reading.note("issuer", issuer_of(anatomy, draft.kind))
    draft.subject = reading.note("subject", subject_of(anatomy, draft.kind))


def _read_lists(reading: Gathering, draft: LetterDraft) -> None:
    """The fields under a label: addressees, references, enclosures."""
    fields = reading.anatomy.labelled.texts
    if "addressees" in fields:
        text = fields["addressees"]
        draft.addressees = addressees_of(text.text)
        reading.keep("addressees", text.spans(), 0.97)
        reading.add_each("addressees", draft.addressees, text, 0.97)
    if "references" in fields:
        text = fields["references"]
        reading.keep("references", text.spans(), 0.97)
        for one in references_in(text.text):
            draft.references.append(one.citation)
            spans = text.spans(one.start, one.end)
            reading.add("references", spans, sure(one.is_plain), confirm=not one.is_plain)
    if "enclosures" in fields:
        text = fields["enclosures"]
        draft.enclosures = enclosures_of(text.text)
        reading.keep("enclosures", text.spans(), 0.95)
        reading.add_each("enclosures", draft.enclosures, text, 0.95)
    elif draft.kind not in ("คำสั่ง", "ประกาศ", SUMMARY_KIND):
        is_sealed = draft.kind == "หนังสือประทับตรา"
        for paragraph in reading.anatomy.body:
            for what, start, end in enclosures_in_text(paragraph.text, is_sealed=is_sealed):
                draft.enclosures.append(what)
                reading.add("enclosures", paragraph.spans(start, end), 0.85)


def _read_stamps(reading: Gathering, draft: LetterDraft, stamps: Sequence[StampLines]) -> None:
    for stamp in stamps:
        found = stamp.stamp
        value = found.value
        if value.unit and reading.is_guessed(found.spans):
            value = replace(value, unit=as_addressed(value.unit, draft.addressees))
        draft.stamps.append(value)
        reading.add("stamps", found.spans, found.confidence, confirm=found.confirm)
