"""Eight weeks of the duties that the demo's circular asks for, answered as offices answer.

True are who owes what, to whom and how often; every answer is invented. All of it goes through
the desk's own actions at the moments that the story names.
"""

from collections.abc import Callable

from saraban.cli.demo_cast import Stage
from saraban.cli.demo_contacts import Contacts
from saraban.cli.demo_duty_tools import Do
from saraban.cli.demo_events import Events
from saraban.cli.demo_rounds import Rounds
from saraban.cli.demo_summaries import Summaries


def plan(do: Do, stage: Stage, letter_uid: Callable[[str], str]) -> None:
    """Put them into the story's plan; letter_uid gives a letter by the tag of its issuer."""
    for part in (Rounds, Events, Contacts, Summaries):
        part(stage, letter_uid).plan(do)
