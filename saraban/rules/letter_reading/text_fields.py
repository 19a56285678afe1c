"""What stands in a letter's running text, put into its draft."""

from collections.abc import Collection
from datetime import date

from saraban.rules.letter_reading.draft import Citation, LetterDraft
from saraban.rules.letter_reading.duties.asked_points import points_asked
from saraban.rules.letter_reading.duties.asks import asked_in, without_unticked
from saraban.rules.letter_reading.duties.deadlines import deadlines_in, told_once
from saraban.rules.letter_reading.duties.onward import onward_in
from saraban.rules.letter_reading.duties.run_on_lists import parted
from saraban.rules.letter_reading.evidence import Gathering
from saraban.rules.letter_reading.foot.foot_notes import notes_at_foot
from saraban.rules.letter_reading.heading.citations import citations_in
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.narration import places_of_past

SUMMARY_KIND = "สรุปมติที่ประชุม"
FIELDS_OF_TEXT = ("asks", "duties", "deadlines", "onward", "cited")
_MOST_IN_CELL = 45


def read_text(reading: Gathering, draft: LetterDraft) -> None:
    """What stands in running text: citations, asks, deadlines, onward distribution."""
    body = reading.anatomy.body
    if draft.kind != SUMMARY_KIND:  # the rows of its table are told by their lines
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
    for place in told_once([due.deadline for _, due in found]):
        text, due = found[place]
        draft.deadlines.append(due.deadline)
        spans = text.spans(due.start, due.end)
        reading.add("deadlines", spans, sure(due.is_plain), confirm=not due.is_plain)
    asked = points_asked([text.text for text in body])
    past = places_of_past([text.text for text in body])
    for place, text in enumerate(body):
        if place in past:
            continue
        later = "\n".join(below.text for below in body[place + 1 :] if draft.kind != SUMMARY_KIND)
        for told in onward_in(text.text, draft.issuer or "", later, asked.get(place)):
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


def _row_units(anatomy: Anatomy, kind: str) -> list[tuple[int, str]]:
    """The responsible units at the right of a table's rows, each with its last paragraph."""
    if anatomy.row_units or kind != SUMMARY_KIND:
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
    found = [
        (text, one)
        for text in [*places, *reading.anatomy.body]
        for one in citations_in(text.text)
        if not (own and one.citation.number == own)
    ]
    dated = {number for number, day in known if day} | {
        one.citation.number for _, one in found if one.citation.dated_on
    }
    for text, one in found:
        key = _key(one.citation)
        is_named_again = not one.citation.dated_on and one.citation.number in dated
        if key in known or is_named_again or _is_misprint(one.citation, known):
            continue
        known.add(key)
        draft.cited.append(one.citation)
        spans = text.spans(one.start, one.end)
        reading.add("cited", spans, sure(one.is_plain), confirm=not one.is_plain)


def sure(is_plain: bool) -> float:
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
