"""What every duty of the demo needs: forms, acceptances, files, units by their tag."""

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO

from saraban.cli.demo_cast import OPENED, Stage
from saraban.desk import (
    periods,
    report_forms,
    report_reviews,
    uploads,
)
from saraban.desk.evidence import keep_facts
from saraban.paper import evidence_shown
from saraban.queries.report_forms import form_version_in_sight
from saraban.queries.uploads import upload_here
from saraban.rules.evidence import MEBIBYTE, EvidenceRule
from saraban.rules.permissions import Actor, Role
from saraban.rules.report_forms import FormDefinition

Do = Callable[[str, Callable[[datetime], object]], None]
E_REPORT = "ระบบ E-Report ของกรมการปกครอง"
STORY_ENDS = "2022-08-31 15:30"
# Of a file of the demo's own making.
MOST_BYTES = 2 * MEBIBYTE


class DutyTools:
    """Acts of the desk by the tags of the stage. duties and forms go by names of the story's."""

    def __init__(self, stage: Stage, letter_uid: Callable[[str], str]) -> None:
        self.stage = stage
        self.letter_uid = letter_uid
        self.duties: dict[str, str] = {}
        self.forms: dict[str, int] = {}

    def _form(self, tag: str, definition: FormDefinition, at: datetime) -> int:
        clerk = self.stage.actor(tag, at)
        uid = report_forms.begin_form(actor=clerk, at=at, definition=definition)
        version = report_forms.publish_form(actor=clerk, at=at, form_uid=uid, based_on=1)
        return form_version_in_sight(clerk, uid, version).id

    def _accept(self, duty: str, number: int, tag: str, version: int, at: datetime) -> None:
        report_reviews.accept_reports(
            actor=self.stage.actor("tak", at, Role.OFFICER),
            at=at,
            duty_uid=self.duties[duty],
            number=number,
            seen={self.stage.units[tag].uid: version},
        )

    def _close(self, tag: str, duty: str, numbers: Sequence[int], at: datetime) -> None:
        """The keeper waits no longer for these periods: whoever opens the demo years later shall
        not read that offices are years late."""
        for number in numbers:
            periods.close_period(
                actor=self.stage.actor(tag, at), at=at, duty_uid=self.duties[duty], number=number
            )

    def _sent_up(self, actor: Actor, at: datetime, name: str, content: bytes) -> str:
        """The uid of a file that was sent up and measured, as the page's upload does."""
        taken = uploads.take_whole(
            actor=actor,
            at=at,
            name=name,
            size=len(content),
            content=BytesIO(content),
            most=MOST_BYTES,
            rule=EvidenceRule(),
        )
        line = upload_here(actor, taken.uid)
        if line.facts is None:
            facts = evidence_shown.measure(line.path, line.sha256, line.name)
            keep_facts(at=at, sha256=line.sha256, facts=facts)
        return taken.uid

    def _id(self, tag: str) -> int:
        return self.stage.actor(tag, OPENED).unit_id
