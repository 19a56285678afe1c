"""The fields of a letter that a story tells of or quotes, put into its draft."""

from saraban.rules.letter_reading.draft import LetterDraft
from saraban.rules.letter_reading.evidence import Gathering
from saraban.rules.letter_reading.heading.addressees import addressees_of
from saraban.rules.letter_reading.lines.page_lines import Joined
from saraban.rules.letter_reading.stories.prose import letter_in, lines_of_quoted, story_of
from saraban.rules.letter_reading.stories.told_facts import Told, facts_told
from saraban.rules.letter_reading.text_fields import FIELDS_OF_TEXT, read_text


def read_prose(reading: Gathering, draft: LetterDraft) -> None:
    """The facts of a letter out of a story about it; all of them to be confirmed."""
    story = story_of(reading.anatomy)
    told = facts_told(story)
    # Without a number it may be a letter whose labels were lost, which tells of another one.
    is_letter = draft.number is not None or "จึงเรียนมา" in story.told
    if told.number or (told.issuer and not is_letter):
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


def read_quoted(reading: Gathering, draft: LetterDraft) -> None:
    """What a story tells around a letter that it quotes with its heading."""
    story = story_of(reading.anatomy)
    own = " ".join(line.text for line in lines_of_quoted(reading.anatomy))
    if draft.issuer and (len(draft.issuer) < 6 or draft.issuer not in own):
        draft.issuer = None
        reading.forget("issuer")
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
    for field in FIELDS_OF_TEXT:
        reading.forget(field)
    reading.anatomy.body[:] = body
    read_text(reading, draft)
