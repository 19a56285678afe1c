"""Pages of lines in, drafts of letters out: the whole reading of a file's text."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from saraban.rules.abbreviations import short_names_in
from saraban.rules.fingerprint import sketch_of
from saraban.rules.letter_reading.addressees import addressees_of
from saraban.rules.letter_reading.anatomy import Anatomy, anatomy_of
from saraban.rules.letter_reading.asks import asked_in, without_unticked
from saraban.rules.letter_reading.citations import citations_in
from saraban.rules.letter_reading.contact import contact_of
from saraban.rules.letter_reading.deadlines import deadlines_in, without_bare_rhythms
from saraban.rules.letter_reading.draft import Abbreviation, Citation, LetterDraft
from saraban.rules.letter_reading.enclosures import enclosures_in_text, enclosures_of
from saraban.rules.letter_reading.evidence import Gathering
from saraban.rules.letter_reading.foot_notes import notes_at_foot
from saraban.rules.letter_reading.heading import (
    kind_of,
    number_of,
    secrecy_of,
    urgency_of,
)
from saraban.rules.letter_reading.issuer import issuer_of
from saraban.rules.letter_reading.letter_date import letter_date_of
from saraban.rules.letter_reading.misread import read_again
from saraban.rules.letter_reading.onward import onward_in
from saraban.rules.letter_reading.page_lines import Joined, Line, Page
from saraban.rules.letter_reading.prose import (
    is_quoted_in_story,
    is_told_in_prose,
    letter_in,
    story_of,
)
from saraban.rules.letter_reading.run_on_lists import parted
from saraban.rules.letter_reading.signatory import signatory_of
from saraban.rules.letter_reading.splitting import conveyed, split_letters
from saraban.rules.letter_reading.stamp_scraps import scraps_in
from saraban.rules.letter_reading.stamps import StampLines, notes_of_scanning, stamps_in
from saraban.rules.letter_reading.subject import subject_of
from saraban.rules.letter_reading.told_facts import Told, facts_told
from saraban.rules.letter_reading.unfolding import unfolded
from saraban.rules.letter_reading.year_check import with_year_put_right


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
    skipped = {index for stamp in stamps for index in stamp.lines}
    skipped |= notes_of_scanning(lines) | scraps_in(lines)
    anatomy = anatomy_of(lines, skipped)
    reading = Gathering(anatomy, frozenset(doubtful_pages))
    kind = reading.note("kind", kind_of(anatomy)) or ""
    draft = LetterDraft(kind=kind, pages=tuple(sorted({line.page for line in lines})))
    _read_heading(reading, draft)
    _read_lists(reading, draft)
    _read_stamps(reading, draft, stamps)
    if with_year_put_right(draft):
        reading.doubt("date_iso")
    _read_text(reading, draft)
    draft.signatory = reading.note("signatory", signatory_of(anatomy))
    draft.contact = reading.note("contact", contact_of(anatomy, kind, draft.issuer))
    if is_told_in_prose(anatomy) and kind in ("หนังสือภายนอก", "โทรสารในราชการ"):
        _read_prose(reading, draft)
    elif is_quoted_in_story(anatomy):
        _read_quoted(reading, draft)
    draft.abbreviations = _short_names(draft)
    draft.evidence = reading.evidence
    # All of it, stamps too: on a bad scan nobody can say which line belongs to what.
    draft.sketch = sketch_of("\n".join(line.text for line in lines))
    return draft


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
    draft.number = reading.note("number", number_of(anatomy))
    day = reading.note("date_iso", letter_date_of(anatomy, draft.kind))
    if day:
        draft.dated_on, draft.date_raw = day.day, day.raw
    draft.issuer = reading.note("issuer", issuer_of(anatomy, draft.kind))
    draft.subject = reading.note("subject", subject_of(anatomy, draft.kind))


def _read_prose(reading: Gathering, draft: LetterDraft) -> None:
    """The facts of a letter out of a story about it; all of them to be confirmed."""
    story = story_of(reading.anatomy)
    told = facts_told(story)
    if told.number or told.issuer:
        for field in ("number", "date_iso", "issuer", "contact", "urgency"):
            reading.forget(field)
        draft.kind = told.kind or "หนังสือภายนอก"
        draft.number = reading.note("number", told.number)
        day = reading.note("date_iso", told.day)
        draft.dated_on, draft.date_raw = (day.day, day.raw) if day else (None, None)
        draft.subject = reading.note("subject", told.subject)
        whom = reading.note("addressees", told.whom)
        draft.addressees = addressees_of(whom) if whom else []
        draft.references, draft.enclosures = [], []
        draft.urgency = draft.issuer = draft.signatory = draft.contact = None
        _fill_in(reading, draft, told)
    _read_body_again(reading, draft, letter_in(story, told.start))


def _read_quoted(reading: Gathering, draft: LetterDraft) -> None:
    """What a story tells around a letter that it quotes with its heading."""
    story = story_of(reading.anatomy)
    _fill_in(reading, draft, facts_told(story))
    if story.quotes:
        _read_body_again(reading, draft, letter_in(story))


def _fill_in(reading: Gathering, draft: LetterDraft, told: Told) -> None:
    """What is still lacking and stands in no paragraph of the letter."""
    draft.urgency = draft.urgency or reading.note("urgency", told.urgency)
    draft.issuer = draft.issuer or reading.note("issuer", told.issuer)
    draft.signatory = draft.signatory or reading.note("signatory", told.signatory)
    draft.contact = draft.contact or reading.note("contact", told.contact)


def _read_body_again(reading: Gathering, draft: LetterDraft, body: list[Joined]) -> None:
    draft.asks, draft.duties, draft.deadlines, draft.onward, draft.cited = [], [], [], [], []
    for field in _FIELDS_OF_TEXT:
        reading.forget(field)
    reading.anatomy.body[:] = body
    _read_text(reading, draft)


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
        for one in citations_in(text.text):
            draft.references.append(one.citation)
            spans = text.spans(one.start, one.end)
            reading.add("references", spans, _sure(one.is_plain), confirm=not one.is_plain)
    if "enclosures" in fields:
        text = fields["enclosures"]
        draft.enclosures = enclosures_of(text.text)
        reading.keep("enclosures", text.spans(), 0.95)
        reading.add_each("enclosures", draft.enclosures, text, 0.95)
    elif draft.kind not in ("คำสั่ง", "ประกาศ", _SUMMARY):
        is_sealed = draft.kind == "หนังสือประทับตรา"
        for paragraph in reading.anatomy.body:
            for what, start, end in enclosures_in_text(paragraph.text, is_sealed=is_sealed):
                draft.enclosures.append(what)
                reading.add("enclosures", paragraph.spans(start, end), 0.85)


def _read_text(reading: Gathering, draft: LetterDraft) -> None:
    """What stands in running text: citations, asks, deadlines, onward distribution."""
    body = reading.anatomy.body
    if draft.kind != _SUMMARY:  # the rows of its table are told by their lines
        body[:] = parted(body)
    _read_cited(reading, draft)
    _read_asks(reading, draft)
    body = [body[place] for place in without_unticked([text.text for text in body])]
    found = [
        (text, due)
        for text in [*body, *notes_at_foot(reading.anatomy)]
        for due in deadlines_in(
            text.text, letter_day=draft.dated_on, is_notice=draft.kind == "ประกาศ"
        )
    ]
    for place in without_bare_rhythms([due.deadline for _, due in found]):
        text, due = found[place]
        draft.deadlines.append(due.deadline)
        spans = text.spans(due.start, due.end)
        reading.add("deadlines", spans, _sure(due.is_plain), confirm=not due.is_plain)
    for text in body:
        for told in onward_in(text.text, draft.issuer or ""):
            draft.onward.append(told.text)
            reading.add("onward", text.spans(told.start, told.end), 0.9)


def _read_asks(reading: Gathering, draft: LetterDraft) -> None:
    """Each ask once, and as a duty each row or paragraph that asks it."""
    anatomy = reading.anatomy
    notes = notes_at_foot(anatomy)
    body = [*anatomy.body, *notes]
    units = _row_units(anatomy, draft.kind)
    for one in asked_in(
        [text.text for text in anatomy.body],
        draft.subject or "",
        draft.kind,
        notes=[text.text for text in notes],
    ):
        if one.paragraph >= 0:
            spans = body[one.paragraph].spans(one.start, one.end)
            unit = next((unit for place, unit in units if place >= one.paragraph), None)
            draft.duties.append((one.ask, body[one.paragraph].text[:400], unit))
            reading.add("duties", spans, one.confidence)
        else:
            subject = anatomy.labelled.texts.get("subject")
            spans = subject.spans() if subject else ()
        if one.ask not in draft.asks:
            draft.asks.append(one.ask)
            reading.add("asks", spans, one.confidence)


_SUMMARY = "สรุปมติที่ประชุม"
_FIELDS_OF_TEXT = ("asks", "duties", "deadlines", "onward", "cited")
_MOST_IN_CELL = 45


def _row_units(anatomy: Anatomy, kind: str) -> list[tuple[int, str]]:
    """The responsible units at the right of a table's rows, each with its last paragraph."""
    if anatomy.row_units or kind != _SUMMARY:
        return anatomy.row_units
    last_lines = [(place, text.places[-1][0]) for place, text in enumerate(anatomy.body)]
    cells = [(place, anatomy.lines[line].cells) for place, line in last_lines]
    return [
        (place, row[-1]) for place, row in cells if len(row) > 1 and len(row[-1]) < _MOST_IN_CELL
    ]


def _read_cited(reading: Gathering, draft: LetterDraft) -> None:
    known = {_key(citation) for citation in draft.references}
    own = draft.number.normalized if draft.number else None
    places = [
        reading.anatomy.labelled.texts[n]
        for n in ("enclosures",)
        if n in reading.anatomy.labelled.texts
    ]
    for text in [*places, *reading.anatomy.body]:
        for one in citations_in(text.text):
            key = _key(one.citation)
            if (
                key in known
                or _is_misprint(one.citation, known)
                or (own and one.citation.number == own)
            ):
                continue
            known.add(key)
            draft.cited.append(one.citation)
            spans = text.spans(one.start, one.end)
            reading.add("cited", spans, _sure(one.is_plain), confirm=not one.is_plain)


def _sure(is_plain: bool) -> float:
    """How far to trust figures in running text; less where a month or year was made out."""
    return 0.95 if is_plain else 0.75


def _key(citation: Citation) -> tuple[str | None, date | None]:
    return citation.number, citation.dated_on


def _is_misprint(citation: Citation, known: Collection[tuple[str | None, date | None]]) -> bool:
    """Whether a known letter is cited again with another year on the same day."""
    day = citation.dated_on
    return bool(citation.number and day) and any(
        number == citation.number and of and day and (of.day, of.month) == (day.day, day.month)
        for number, of in known
    )


def _read_stamps(reading: Gathering, draft: LetterDraft, stamps: Sequence[StampLines]) -> None:
    draft.stamps = [stamp.stamp.value for stamp in stamps]
    for stamp in stamps:
        found = stamp.stamp
        reading.add("stamps", found.spans, found.confidence, confirm=found.confirm)
