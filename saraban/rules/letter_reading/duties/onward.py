"""Whom the receiver is to tell in turn: the second addressee hidden in the text."""

from saraban.rules.letter_reading.duties.onward_found import OnwardFound
from saraban.rules.letter_reading.duties.passing_on.tagger import standing_tagger


def onward_in(
    paragraph: str, sender: str = "", later: str = "", asked_from: int | None = None
) -> list[OnwardFound]:
    """The clauses of a paragraph that ask the receiver to pass the matter on.

    sender is who wrote the letter: what that office is itself asked (กรมแจ้งว่า … จึงขอให้จังหวัด
    กำชับ…, in the province's letter) is told, not asked. later is what the letter says below.
    asked_from is where the words of a point begin that the head of its list asks.
    """
    return [
        OnwardFound(paragraph[start:end], start, end)
        for start, end in standing_tagger().spans(paragraph, sender, later, asked_from)
    ]
