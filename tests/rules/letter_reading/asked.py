"""What a few paragraphs ask, and the clauses by which a sentence passes the matter on, as words."""

from saraban.rules.letter_reading.duties.asks import asks_of
from saraban.rules.letter_reading.duties.onward_grammar import clauses_by_grammar


def asked(*paragraphs, subject="", kind="หนังสือภายนอก"):
    """The asks of the paragraphs, in their order."""
    return [one.ask for one in asks_of(paragraphs, subject, kind)]


def asked_beside(*paragraphs):
    """What the text adds to a closing sentence that lets the receiver know."""
    first, *others = asked(*paragraphs, "จึงเรียนมาเพื่อทราบ")
    assert first == "ทราบ"
    return others


def passed_on(text, sender=""):
    """The clauses of a sentence that pass it on, as printed."""
    return [one.text for one in clauses_by_grammar(text, sender)]
