"""How a person likes their pages: language and digits, kept with them."""

from datetime import datetime

from saraban.desk._audit import Ledger
from saraban.errors import InvalidInput, PersonNotFound
from saraban.records import Person
from saraban.records.database import write_transaction
from saraban.rules.permissions import Actor

LANGUAGES = ("th", "en")
DIGITS = ("thai", "arabic")


def choose(*, actor: Actor, at: datetime, language: str, digits: str) -> None:
    """Keep the actor's own language and digits. Raises InvalidInput for any but those known."""
    if language not in LANGUAGES:
        raise InvalidInput(field="language")
    if digits not in DIGITS:
        raise InvalidInput(field="digits")
    with write_transaction():
        person = Person.get_or_none(Person.id == actor.person_id)
        if person is None:
            raise PersonNotFound()
        if (person.language, person.digits) == (language, digits):
            return
        ledger = Ledger(actor=actor, at=at)
        ledger.update(Person, person.id, language=language, digits=digits)
        ledger.record("choose_preferences", subject=person.uid, language=language, digits=digits)
