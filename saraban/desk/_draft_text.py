"""What a draft's text may be before it is kept: how long, how many points, which lines."""

from saraban.desk._letters import MOST_BODY, MOST_SUBJECT
from saraban.errors import InvalidInput, TableTooLarge, TextTooLong
from saraban.rules.drafts import DraftText, values_of
from saraban.rules.letter_body import MOST_CELLS, cell_count
from saraban.rules.letters import CIRCULAR_KINDS, Urgency
from saraban.thai.text import clean_line

MOST_POINTS = 30
_MOST: dict[str, int] = {
    "subject": MOST_SUBJECT, "addressee_text": MOST_SUBJECT, "references": 4000,
    "enclosures": 4000, "cause": MOST_BODY // 4, "purpose": MOST_BODY // 2,
    "conclusion": MOST_BODY // 4, "issuer": 500, "signatory_name": 160,
    "signatory_position": 200, "acting_post": 200, "owner_section": 255, "contact": 500,
    "copy_to": 1000, "relay_phrase": 500, "salutation": 60, "closing": 100,
}  # fmt: skip
# One line each; whatever blanks came along when it was pasted go.
_LINES = (
    "subject", "addressee_text", "signatory_name", "relay_phrase", "salutation", "closing",
)  # fmt: skip


def checked(text: DraftText) -> DraftText:
    """The text with clean lines; InvalidInput or TextTooLong for what cannot be kept."""
    if text.kind not in CIRCULAR_KINDS:
        raise InvalidInput(field="kind")
    if text.urgency not in set(Urgency):
        raise InvalidInput(field="urgency")
    for name, most in _MOST.items():
        if len(getattr(text, name)) > most:
            raise TextTooLong(field=name, most=most)
    if len(text.points) > MOST_POINTS or any(len(point.asks) > 4000 for point in text.points):
        raise TextTooLong(field="points", most=4000)
    for name in ("cause", "purpose", "conclusion"):
        if cell_count(getattr(text, name).splitlines()) > MOST_CELLS:
            raise TableTooLarge(field=name, most=MOST_CELLS)
    values = values_of(text)
    values |= {name: clean_line(values[name]) for name in _LINES}
    values |= {
        name: "\n".join(clean_line(line) for line in values[name].splitlines()).strip()
        for name in _MOST
        if name not in _LINES
    }
    return DraftText(**values)
