"""A report form as it stands before the person who fills it in: new, from a draft, or sent back.

What the page draws from it: `report_fields(filling.fields)` between `draft_state(…)` and, where
the form was published anew meanwhile, `form_moved_on(filling.moved, …)`. A page whose filling has
moved takes no answer: it is shown once more, with everything typed still in its fields.
"""

from dataclasses import dataclass
from functools import cached_property

from flask import request
from werkzeug.datastructures import MultiDict

from saraban.errors import ReportFormNotFound
from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.report_drafts import SeenReportDraft, report_draft
from saraban.queries.report_forms import PublishedForm, form_version
from saraban.web.report_drafts import saved_words, typed_draft
from saraban.web.report_fields import FormMoved, ReportFields, fields_of, form_moved
from saraban.web.session import actor

PREFIX = "fields-"


@dataclass(frozen=True)
class Filling:
    """What the unit has before it for one period; version is None where the duty has no form.

    typed is what this request sent, else what the draft holds, else None.
    """

    draft: SeenReportDraft
    version: PublishedForm | None
    typed: MultiDict[str, str] | None
    moved: FormMoved | None

    @cached_property
    def fields(self) -> ReportFields | None:
        """The form's fields, filled with what was typed."""
        if self.version is None:
            return None
        return fields_of(self.version.definition)(self.typed, prefix=PREFIX)

    @property
    def said(self) -> str:
        """When the draft was saved, in words; blank when there is none to go on with."""
        return saved_words(self.draft.saved_at) if self.draft.is_begun else ""

    @property
    def version_id(self) -> int | None:
        """The version that the page shows, for the page to send back."""
        return None if self.version is None else self.version.id


def filling_of(duty: SeenDuty, number: int) -> Filling:
    """What stands before the actor's unit for that period. Raises Refused, PeriodNotFound."""
    draft = report_draft(actor(), duty.uid, number)
    version = None if duty.form_version_id is None else form_version(duty.form_version_id)
    typed: MultiDict[str, str] | None = None
    if request.method == "POST":
        typed = request.form
    elif draft.is_begun:
        typed = typed_draft(draft)
    return Filling(draft, version, typed, _moved(version, typed))


def _moved(version: PublishedForm | None, typed: MultiDict[str, str] | None) -> FormMoved | None:
    """What changed since the version that was typed into, when there is another one now."""
    seen = "" if typed is None else typed.get("form_version", "")
    if version is None or typed is None or not seen.isdecimal() or len(seen) > 9:
        return None
    try:
        before = form_version(int(seen))
    except ReportFormNotFound:
        return None
    return form_moved(before, version, typed, prefix=PREFIX)
